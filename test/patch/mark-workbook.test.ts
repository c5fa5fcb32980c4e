import assert from 'node:assert/strict'
import {unzipSync} from 'fflate'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import type {NewSheet} from '../../linter/write/patch/add-first-sheet.js'
import {PatchError} from '../../linter/write/patch/patch-error.js'
import {patchWorkbook, type WorkbookChanges} from '../../linter/write/patch/patch-workbook.js'
import {
  makeXlsx,
  oneSheet,
  relationships,
  stylesPart,
  workbookPart,
  worksheet,
  zipParts
} from '../read/make-xlsx.js'
import {changedEntries, partText, requireWellFormed} from './packages.js'

const sheetPart = 'xl/worksheets/sheet1.xml'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const types =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
const styles = `<styleSheet ${main}><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="9" fontId="0" fillId="1" borderId="0" applyFill="0"><protection locked="0"/></xf></cellXfs><dxfs count="1"><dxf><fill/></dxf></dxfs></styleSheet>`
const row = '<row r="1"><c r="A1" s="1"><v>0.5</v></c><c r="B1" s="1"><v>0.6</v></c><c r="C1"/></row>'

function make(parts: Record<string, string> = {}, sheet = worksheet(row)): Uint8Array {
  return zipParts(oneSheet(sheet, {'[Content_Types].xml': types, 'xl/styles.xml': styles, ...parts}))
}

function patch(bytes: Uint8Array, changes: WorkbookChanges): Uint8Array {
  const patched = patchWorkbook(bytes, changes).bytes
  requireWellFormed(patched)
  return patched
}

function note(cell: string, text: string): {sheet: string; cell: string; text: string} {
  return {sheet: '表', cell, text}
}

describe('highlighting cells', () => {
  const highlight = (cell: string, color: string): {sheet: string; cell: string; color: string} => ({
    sheet: '表',
    cell,
    color
  })

  it('gives a cell a copy of its style with a background, one copy a style and colour', () => {
    const bytes = make()
    const after = patch(bytes, {
      highlights: [
        highlight('A1', 'FFC7CE'),
        highlight('B1', 'FFC7CE'),
        highlight('C1', 'FFEB9C'),
        highlight('D2', 'FFC7CE')
      ]
    })
    assert.deepEqual(changedEntries(bytes, after), [sheetPart, 'xl/styles.xml'])
    const clone = (fill: number, rest: string): string =>
      `<xf numFmtId="${rest === '' ? 0 : 9}" fontId="0" fillId="${fill}" borderId="0" applyFill="1"${rest === '' ? '/>' : `>${rest}</xf>`}`
    const protection = '<protection locked="0"/>'
    const fill = (color: string): string =>
      `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`
    assert.equal(
      partText(after, 'xl/styles.xml'),
      styles
        .replace('<fills count="2">', '<fills count="4">')
        .replace('</fills>', `${fill('FFC7CE')}${fill('FFEB9C')}</fills>`)
        .replace('<cellXfs count="2">', '<cellXfs count="5">')
        .replace('</cellXfs>', `${clone(2, protection)}${clone(3, '')}${clone(2, '')}</cellXfs>`)
    )
    assert.match(
      partText(after, sheetPart),
      /<c r="A1" s="2"><v>0.5<\/v><\/c><c r="B1" s="2"><v>0.6<\/v><\/c><c r="C1" s="3"\/><\/row><row r="2"><c r="D2" s="4"\/><\/row>/
    )
  })

  it('copes with a style table that lacks fills, and with none at all', () => {
    const bare = patch(make({'xl/styles.xml': stylesPart(['General', '0%'])}), {
      highlights: [highlight('A1', 'FFC7CE')]
    })
    assert.match(
      partText(bare, 'xl/styles.xml'),
      /<numFmts><\/?.*<fills count="3"><fill><patternFill patternType="none"\/><\/fill><fill><patternFill patternType="gray125"\/><\/fill><fill>.*<\/fills><cellStyleXfs>.*<cellXfs count="3">.*fillId="2" applyFill="1"\/><\/cellXfs>/
    )
    const parts = oneSheet(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'), {
      '[Content_Types].xml': types,
      'xl/_rels/workbook.xml.rels': relationships([['rId1', 'worksheet', 'worksheets/sheet1.xml']])
    })
    const none = patch(zipParts(parts), {highlights: [highlight('A1', 'FFC7CE')]})
    assert.match(partText(none, 'xl/styles1.xml'), /<fills count="3">.*<cellXfs count="2">/)
    assert.match(partText(none, sheetPart), /<c r="A1" s="1">/)
    assert.match(
      partText(none, 'xl/_rels/workbook.xml.rels'),
      /Id="rId2"[^>]*\/styles" Target="\/xl\/styles1.xml"/
    )
    assert.match(partText(none, '[Content_Types].xml'), /PartName="\/xl\/styles1.xml"/)
  })
})

describe('adding notes', () => {
  it('makes all parts that a first note needs, and puts the drawing where the schema wants it', () => {
    const before = worksheet(
      row,
      '<pageMargins left="0.7"/><drawing r:id="rId9"/><tableParts count="0"/><extLst/>'
    ).replace(main, `${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`)
    const bytes = make({}, before)
    const after = patch(bytes, {notes: [note('B1', '请核对\n<数>')], author: '绩效目标体检'})
    assert.deepEqual(changedEntries(bytes, after).sort(), [
      '[Content_Types].xml',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      sheetPart
    ])
    assert.equal(
      partText(after, sheetPart),
      before.replace('<tableParts', '<legacyDrawing r:id="rId2"/><tableParts')
    )
    assert.deepEqual(readWorkbook(after).sheets[0]?.notes, [
      {row: 1, column: 2, text: '请核对\n<数>', author: '绩效目标体检'}
    ])
    assert.match(partText(after, 'xl/drawings/vmlDrawing1.vml'), /<x:Row>0<\/x:Row><x:Column>1<\/x:Column>/)
    assert.match(
      partText(after, '[Content_Types].xml'),
      /Extension="vml".*PartName="\/xl\/comments1.xml"|PartName="\/xl\/comments1.xml".*Extension="vml"/
    )
  })

  it('keeps the notes that are there, and puts new text behind theirs', () => {
    const old = makeXlsx({
      format: 'xlsx',
      date1904: false,
      warnings: [],
      sheets: [
        {
          name: '表',
          visibility: 'visible',
          cells: [{row: 1, column: 1, text: '甲', value: '甲'}],
          merges: [],
          notes: [
            {row: 1, column: 1, text: '处长：请说明', author: '处长'},
            {row: 3, column: 2, text: '另一条'}
          ],
          hiddenRows: [],
          hiddenColumns: []
        }
      ]
    })
    const bytes = zipParts({...unzipSync(old), '[Content_Types].xml': types})
    const wanted = [note('A1', '指标值没有单位'), note('C5', '新的')]
    const after = patch(bytes, {notes: wanted, author: '体检'})
    assert.deepEqual(readWorkbook(after).sheets[0]?.notes, [
      {row: 1, column: 1, text: '处长：请说明\n\n指标值没有单位', author: '处长'},
      {row: 3, column: 2, text: '另一条'},
      {row: 5, column: 3, text: '新的', author: '体检'}
    ])
    assert.match(
      partText(after, 'xl/comments1.xml'),
      /<text><r><t xml:space="preserve">处长：请说明<\/t><\/r><r>/
    )
    const shapes = partText(after, 'xl/drawings/vmlDrawing1.vml').match(/<v:shape /g)
    assert.equal(shapes?.length, 3, 'notes that had no box got one too')
    // The same notes again change nothing.
    assert.deepEqual(changedEntries(after, patch(after, {notes: wanted, author: '体检'})), [])
    const third = patch(after, {notes: [note('D6', '再来')], author: '体检'})
    assert.deepEqual(changedEntries(after, third), ['xl/comments1.xml', 'xl/drawings/vmlDrawing1.vml'])
    const ids = [...partText(third, 'xl/drawings/vmlDrawing1.vml').matchAll(/<v:shape id="(\w+)"/g)].map(
      ([, id]) => id
    )
    assert.equal(new Set(ids).size, 4)
    assert.equal(partText(third, 'xl/comments1.xml').match(/<author>/g)?.length, 3)
  })

  it('adds boxes to a drawing of form controls, and leaves cells with a thread alone', () => {
    const drawing =
      '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="3"/></o:shapelayout><v:shape id="_x0000_s3073"><br/></v:shape></xml>'
    const bytes = make(
      {
        'xl/worksheets/_rels/sheet1.xml.rels': relationships([
          ['rId1', 'vmlDrawing', '../drawings/old.vml'],
          ['rId2', 'threadedComment', '../threadedComments/t1.xml']
        ]),
        'xl/drawings/old.vml': drawing,
        'xl/threadedComments/t1.xml':
          '<ThreadedComments><threadedComment ref="B1"><text>讨论</text></threadedComment></ThreadedComments>'
      },
      worksheet(row, '<legacyDrawing r:id="rId1"/>').replace(main, `${main} xmlns:r="urn:r"`)
    )
    const {bytes: after, withoutNote} = patchWorkbook(bytes, {notes: [note('A1', '注'), note('B1', '不加')]})
    assert.deepEqual(withoutNote, [{sheet: '表', cell: 'B1'}])
    assert.deepEqual(changedEntries(bytes, after).sort(), [
      '[Content_Types].xml',
      'xl/comments1.xml',
      'xl/drawings/old.vml',
      'xl/worksheets/_rels/sheet1.xml.rels'
    ])
    assert.match(partText(after, 'xl/drawings/old.vml'), /_x0000_t202".*id="_x0000_s3074"/)
    assert.deepEqual(
      readWorkbook(after).sheets[0]?.notes.map(({text}) => text),
      ['注']
    )
  })

  it('refuses workbooks in the strict form', () => {
    const strict = workbookPart('<sheet name="表" sheetId="1" r:id="rId1"/>').replace(
      'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'http://purl.oclc.org/ooxml/spreadsheetml/main'
    )
    assert.throws(
      () => patchWorkbook(make({'xl/workbook.xml': strict}), {notes: [note('A1', '注')]}),
      (error) => error instanceof PatchError && error.code === 'strict'
    )
  })
})

describe('putting a sheet before the others', () => {
  const review: NewSheet = {
    name: '审核意见',
    widths: [10, 20],
    frozenRows: 1,
    rows: [
      [{text: '审核意见', look: 'title'}],
      [
        {text: 1, look: 'cell', color: 'FFC7CE'},
        {text: 'A1', look: 'link', link: {sheet: "张'三", cell: 'A1'}}
      ]
    ]
  }
  const book = workbookPart(
    `<sheet name="张'三" sheetId="7" r:id="rId1"/>`,
    '<workbookPr/><bookViews><workbookView activeTab="0" firstSheet="0"/></bookViews>'
  ).replace(
    '</workbook>',
    '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">A1</definedName><definedName name="全">B1</definedName></definedNames></workbook>'
  )
  const selected = worksheet(
    row,
    '',
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>'
  )

  it('opens the workbook on it, with links to cells, and moves names of one sheet along', () => {
    const bytes = make({'xl/workbook.xml': book}, selected)
    const after = patch(bytes, {firstSheet: review})
    assert.deepEqual(changedEntries(bytes, after).sort(), [
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      sheetPart,
      'xl/worksheets/sheet2.xml'
    ])
    assert.equal(partText(after, sheetPart), selected.replace('tabSelected="1"', 'tabSelected="0"'))
    const workbook = partText(after, 'xl/workbook.xml')
    assert.match(workbook, /<sheets><sheet name="审核意见" sheetId="8" r:id="rId4"\/><sheet name="张'三"/)
    assert.match(workbook, /localSheetId="1">A1<.*name="全">B1</)
    assert.match(
      partText(after, 'xl/worksheets/sheet2.xml'),
      /tabSelected="1".*<hyperlink ref="B2" location="'张''三'!A1"\/>/
    )
    assert.deepEqual(
      readWorkbook(after).sheets.map(({name}) => name),
      ['审核意见', "张'三"]
    )
  })

  it('takes another name when its own is taken', () => {
    const once = patch(make({'xl/workbook.xml': book}, selected), {firstSheet: review})
    const twice = patch(once, {firstSheet: review})
    assert.deepEqual(
      readWorkbook(twice).sheets.map(({name}) => name),
      ['审核意见2', '审核意见', "张'三"]
    )
  })
})

describe('all changes together', () => {
  it('leave macros, charts, pictures, validations and everything else as they were', () => {
    const relation = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    const before = worksheet(
      '<row r="1" ht="30"><c r="A1" s="1" t="inlineStr"><is><t>≥80%</t></is></c><c r="B1"><f>C1*2</f><v>4</v></c></row>',
      '<sheetProtection sheet="1"/><conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1=""</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>"≥80%,≥90%"</formula1></dataValidation></dataValidations><drawing r:id="rId1"/>'
    ).replace(main, `${main} ${relation}`)
    const noise = (length: number): Uint8Array =>
      Uint8Array.from({length}, (_, index) => (index * 7919) % 251)
    const bytes = zipParts({
      ...oneSheet(before, {'[Content_Types].xml': types, 'xl/styles.xml': styles}),
      'xl/worksheets/_rels/sheet1.xml.rels': relationships([['rId1', 'drawing', '../drawings/drawing1.xml']]),
      'xl/drawings/drawing1.xml': '<wsDr><!-- 图 --></wsDr>',
      'xl/charts/chart1.xml': '<chartSpace/>',
      'xl/media/image1.png': noise(3000),
      'xl/vbaProject.bin': noise(9000),
      'xl/printerSettings/printerSettings1.bin': noise(200),
      'customXml/item1.xml': '<甲/>',
      'docProps/app.xml': '<Properties/>'
    })
    const after = patch(bytes, {
      edits: [{sheet: '表', cell: 'A1', from: '≥80%', to: '≥80件'}],
      highlights: [{sheet: '表', cell: 'A1', color: 'FFC7CE'}],
      notes: [note('A1', '数量不应是百分比')]
    })
    assert.deepEqual(changedEntries(bytes, after).sort(), [
      '[Content_Types].xml',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      sheetPart
    ])
    assert.equal(
      partText(after, sheetPart),
      before
        .replace(
          '<c r="A1" s="1" t="inlineStr"><is><t>≥80%<',
          '<c r="A1" s="2" t="inlineStr"><is><t xml:space="preserve">≥80件<'
        )
        .replace('<drawing r:id="rId1"/>', '<drawing r:id="rId1"/><legacyDrawing r:id="rId3"/>')
    )
  })
})
