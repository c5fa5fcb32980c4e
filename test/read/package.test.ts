import assert from 'node:assert/strict'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import {defaultLimits} from '../../linter/read/limits.js'
import {readSheet} from '../../linter/read/xlsx/sheet.js'
import type {Workbook} from '../../shared/workbook/workbook.js'
import {makeXlsx, oneSheet, relationships, workbookPart, worksheet, zipParts} from './make-xlsx.js'

const full: Workbook = {
  format: 'xlsx',
  date1904: true,
  warnings: [],
  sheets: [
    {
      name: '绩效目标表 & "附件"',
      visibility: 'visible',
      cells: [
        {row: 1, column: 1, text: '标题', value: '标题'},
        {row: 2, column: 3, text: '95%', value: 0.95, format: '0%'},
        {row: 2, column: 4, text: '3', value: 3, formula: 'SUM(A1:A3)'},
        {row: 4, column: 2, text: '#N/A', value: {error: '#N/A'}}
      ],
      merges: [
        {top: 1, left: 1, bottom: 1, right: 4},
        {top: 2, left: 1, bottom: 9, right: 1}
      ],
      notes: [
        {row: 2, column: 3, text: '请核对\n第二行', author: '审核人'},
        {row: 4, column: 2, text: '无作者'}
      ],
      hiddenRows: [
        [5, 7],
        [12, 12]
      ],
      hiddenColumns: [
        [2, 3],
        [10, 10]
      ]
    },
    {name: '隐藏', visibility: 'hidden', cells: [], merges: [], notes: [], hiddenRows: [], hiddenColumns: []},
    {
      name: '深藏',
      visibility: 'veryHidden',
      cells: [],
      merges: [],
      notes: [],
      hiddenRows: [],
      hiddenColumns: []
    }
  ]
}

describe('reading a package', () => {
  for (const strings of ['inline', 'shared'] as const) {
    it(`gives back values, merges, notes with authors and what is hidden (${strings} strings)`, () => {
      assert.deepEqual(readWorkbook(makeXlsx(full, {strings})), full)
    })
  }

  it('joins hidden columns that touch and drops impossible ones', () => {
    const columns =
      '<cols><col min="5" max="6" hidden="1"/><col min="2" max="4" hidden="true"/><col min="9" max="3" hidden="1"/><col min="x" max="8" hidden="1"/><col min="16000" max="99999" hidden="1"/></cols>'
    const [sheet] = readWorkbook(zipParts(oneSheet(worksheet('', '', columns)))).sheets
    assert.deepEqual(sheet?.hiddenColumns, [
      [2, 6],
      [16000, 16384]
    ])
  })

  it('leaves merges out that are no range, and says so; single cells are no merge', () => {
    const merges =
      '<mergeCells><mergeCell ref="A1"/><mergeCell ref="A1:"/><mergeCell ref="A1:XFE2"/><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    const {sheets, warnings} = readWorkbook(zipParts(oneSheet(worksheet('', merges))))
    assert.deepEqual(sheets[0]?.merges, [{top: 1, left: 1, bottom: 1048576, right: 16384}])
    assert.deepEqual(
      warnings.map(({code}) => code),
      ['bad-merge', 'bad-merge']
    )
  })

  it('says which sheet has no content, and reads the others', () => {
    const parts = oneSheet(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'), {
      'xl/workbook.xml': workbookPart(
        '<sheet name="缺失" sheetId="2" r:id="rId9"/><sheet name="表" sheetId="1" r:id="rId1"/>'
      )
    })
    const {sheets, warnings} = readWorkbook(zipParts(parts))
    assert.deepEqual(
      sheets.map(({name}) => name),
      ['表']
    )
    assert.deepEqual(
      warnings.map(({code, sheet}) => [code, sheet]),
      [['sheet-missing', '缺失']]
    )
    assert.match(warnings[0]?.message.zh ?? '', /缺失/)
  })

  it('says so when a sheet points to a part of another kind', () => {
    const parts = oneSheet(worksheet(''), {
      'xl/_rels/workbook.xml.rels': relationships([['rId1', 'worksheet', '../xl/workbook.xml']])
    })
    assert.deepEqual(
      readWorkbook(zipParts(parts)).warnings.map(({code, sheet}) => [code, sheet]),
      [['sheet-missing', '表']]
    )
  })

  it('passes over chart sheets without a warning', () => {
    const parts = oneSheet(worksheet(''), {
      'xl/workbook.xml': workbookPart(
        '<sheet name="表" sheetId="1" r:id="rId1"/><sheet name="图" sheetId="2" r:id="rId2"/>'
      ),
      'xl/_rels/workbook.xml.rels': relationships([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'chartsheet', 'chartsheets/sheet1.xml']
      ]),
      'xl/chartsheets/sheet1.xml': '<chartsheet/>'
    })
    const {sheets, warnings} = readWorkbook(zipParts(parts))
    assert.deepEqual(
      sheets.map(({name}) => name),
      ['表']
    )
    assert.deepEqual(warnings, [])
  })

  it('never follows targets out of the package', () => {
    const parts = oneSheet(worksheet(''), {
      'xl/_rels/workbook.xml.rels': relationships([['rId1', 'worksheet', '../../../../etc/passwd']])
    })
    assert.deepEqual(
      readWorkbook(zipParts(parts)).warnings.map(({code}) => code),
      ['sheet-missing']
    )
  })

  it('finds the workbook without root relationships and knows a workbook with macros', () => {
    const {'_rels/.rels': _, ...parts} = oneSheet(worksheet(''), {'xl/vbaProject.bin': new Uint8Array([1])})
    assert.equal(readWorkbook(zipParts(parts)).format, 'xlsm')
  })

  it('reads parts in UTF-16 with a byte order mark', () => {
    const text = worksheet('<row r="1"><c r="A1" t="inlineStr"><is><t>产出</t></is></c></row>').replace(
      'UTF-8',
      'UTF-16'
    )
    const bytes = new Uint8Array(
      new Uint16Array([0xfeff, ...[...text].map((character) => character.charCodeAt(0))]).buffer
    )
    assert.equal(
      readWorkbook(zipParts(oneSheet('', {'xl/worksheets/sheet1.xml': bytes}))).sheets[0]?.cells[0]?.text,
      '产出'
    )
  })

  it('tells a visitor exactly where each cell element stands', () => {
    const elements = [
      '<c r="A1" s="3"/>',
      '<c r="B1" t="inlineStr"><is><t>&#20135;出</t></is></c>',
      '<c r="C1"><f>1+1</f><v>2</v></c>',
      "<c r='D1' ></c >",
      '<c><!-- 注 --><v>4</v></c>'
    ]
    const xml = worksheet(`<row r="1">\n ${elements.join(' ')}</row>`)
    const seen: [row: number, column: number, element: string][] = []
    const context = {
      name: '表',
      part: 'x',
      strings: [],
      formats: [],
      date1904: false,
      limits: defaultLimits,
      counter: {cells: 0},
      warnings: []
    }
    readSheet(xml, context, (row, column, start, end) => seen.push([row, column, xml.slice(start, end)]))
    assert.deepEqual(
      seen,
      elements.map((element, index) => [1, index + 1, element])
    )
  })
})
