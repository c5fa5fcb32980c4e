import assert from 'node:assert/strict'
import fc from 'fast-check'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import {PatchError} from '../../linter/write/patch/patch-error.js'
import {findRefusals, patchWorkbook} from '../../linter/write/patch/patch-workbook.js'
import {formatAddress} from '../../shared/workbook/address.js'
import type {Edit} from '../../shared/lint/finding.js'
import type {Cell, Workbook} from '../../shared/workbook/workbook.js'
import {makeXlsx, oneSheet, relationships, stylesPart, worksheet, zipParts} from '../read/make-xlsx.js'
import {changedEntries, partText, requireWellFormed} from './packages.js'

const sheetPart = 'xl/worksheets/sheet1.xml'

function edit(cell: string, from: string, to: string): Edit {
  return {sheet: '表', cell, from, to}
}

function inline(address: string, text: string, attributes = ''): string {
  return `<c r="${address}"${attributes} t="inlineStr"><is><t>${text}</t></is></c>`
}

/** Patches one sheet and gives the part's text afterwards. */
function patch(sheet: string, edits: Edit[], parts: Record<string, string> = {}): string {
  const bytes = zipParts(oneSheet(sheet, parts))
  const patched = patchWorkbook(bytes, {edits}).bytes
  requireWellFormed(patched)
  return partText(patched, sheetPart)
}

function refusal(sheet: string, wanted: Edit, parts: Record<string, string> = {}): string | undefined {
  const bytes = zipParts(oneSheet(sheet, parts))
  const found = findRefusals(bytes, [wanted]).get(wanted)
  if (found) {
    assert.throws(
      () => patchWorkbook(bytes, {edits: [wanted]}),
      (error) => error instanceof PatchError && error.code === found.code
    )
    assert.match(found.text.zh, /[。）]$/)
    assert.ok(found.text.en.length > 20)
  }
  return found?.code
}

describe('editing cells of a workbook', () => {
  it('changes the bytes of one cell and nothing else', () => {
    const before = worksheet(
      `<row r="1" spans="1:3">${inline('A1', '一级指标')}<c r="B1" s="0"/>${inline('C1', '财预[2023]5号', ' s="0" ph="1"')}</row>`,
      '<pageMargins left="0.7"/>'
    )
    const bytes = zipParts(oneSheet(before, {'docProps/app.xml': '<Properties/>'}))
    const {bytes: after} = patchWorkbook(bytes, {edits: [edit('C1', '财预[2023]5号', '财预〔2023〕5号')]})
    assert.deepEqual(changedEntries(bytes, after), [sheetPart])
    const written =
      '<c r="C1" s="0" ph="1" t="inlineStr"><is><t xml:space="preserve">财预〔2023〕5号</t></is></c>'
    assert.equal(partText(after, sheetPart), before.replace(/<c r="C1".*<\/c>/, written))
  })

  it('writes text of its own where a shared string was, and leaves the shared strings alone', () => {
    const strings =
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>旧</t></si></sst>'
    const after = patch(
      worksheet('<row r="1"><c r="A1" s="0" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c></row>'),
      [edit('A1', '旧', '新 & <好>')],
      {'xl/sharedStrings.xml': strings}
    )
    assert.match(
      after,
      /<c r="A1" s="0" t="inlineStr"><is><t xml:space="preserve">新 &amp; &lt;好&gt;<\/t><\/is><\/c><c r="B1" t="s">/
    )
  })

  it('writes a number where a number shows the new text, and text where none does', () => {
    const row =
      '<c r="A1" s="1"><v>0.8</v></c><c r="B1" s="2"><v>1234.5</v></c><c r="C1" s="3"><v>45291</v></c><c r="D1" s="0"><v>3</v></c><c r="E1" s="0" t="b"><v>1</v></c>'
    const after = patch(
      worksheet(`<row r="1">${row}</row>`),
      [
        edit('A1', '80%', '95%'),
        edit('B1', '1,234.50', '2,000.00'),
        edit('C1', '2023年12月31日', '2024年12月31日'),
        edit('D1', '3', '≥3人'),
        edit('E1', 'TRUE', '是')
      ],
      {'xl/styles.xml': stylesPart(['General', '0%', '#,##0.00', 'yyyy"年"m"月"d"日"'])}
    )
    assert.match(
      after,
      /<c r="A1" s="1"><v>0.95<\/v><\/c><c r="B1" s="2"><v>2000<\/v><\/c><c r="C1" s="3"><v>45657<\/v>/
    )
    assert.match(after, /<c r="D1" s="0" t="inlineStr"><is><t xml:space="preserve">≥3人/)
    assert.match(after, /<c r="E1" s="0" t="inlineStr"><is><t xml:space="preserve">是/)
  })

  it('empties a cell and keeps its style', () => {
    const after = patch(worksheet(`<row r="1">${inline('A1', '待定', ' s="0"')}</row>`), [
      edit('A1', '待定', '')
    ])
    assert.match(after, /<row r="1"><c r="A1" s="0"\/><\/row>/)
  })

  it('puts missing cells and rows where they belong, with the style of their row or column', () => {
    const after = patch(
      worksheet(
        `<row r="2" spans="1:3">${inline('B2', '乙')}</row><row r="4" s="1" customFormat="1"/><row r="6"></row>`,
        '',
        '<cols><col min="3" max="3" style="2" width="9"/></cols>'
      ),
      [
        edit('A1', '', '甲'),
        edit('A2', '', '子'),
        edit('C2', '', '丙'),
        edit('B4', '', '丁'),
        edit('A5', '', '戊'),
        edit('A6', '', '己'),
        edit('A9', '', '庚')
      ],
      {'xl/styles.xml': stylesPart(['General', '0%', '0.00'])}
    )
    assert.deepEqual(
      [...after.matchAll(/<(?:row|c) r="([A-Z]*\d+)"(?: s="(\d)")?/g)].map(([, place, style]) =>
        style ? `${place}:${style}` : place
      ),
      ['1', 'A1', '2', 'A2', 'B2', 'C2:2', '4:1', 'B4:1', '5', 'A5', '6', 'A6', '9', 'A9']
    )
    assert.ok(!after.includes('spans'))
    const empty = worksheet('').replace('<sheetData></sheetData>', '<sheetData/>')
    assert.match(patch(empty, [edit('B3', '', '字')]), /<sheetData><row r="3"><c r="B3" t="inlineStr">/)
  })

  it('finds cells and rows that do not say where they are', () => {
    const after = patch(worksheet('<row><c/><c t="inlineStr"><is><t>旧</t></is></c></row>'), [
      edit('B1', '旧', '新')
    ])
    assert.match(after, /<row><c\/><c t="inlineStr"><is><t xml:space="preserve">新/)
  })

  it("keeps to the part's own prefix, byte order mark and encoding", () => {
    const prefixed = worksheet(`<row r="1">${inline('A1', '旧')}</row><row r="2"/>`)
      .replace(/<(\/?)(?=[a-z])/g, '<$1x:')
      .replace('xmlns=', 'xmlns:x=')
    const after = patch(prefixed, [edit('A1', '旧', '新'), edit('A2', '', '添'), edit('A3', '', '加')])
    assert.match(after, /<x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">新<\/x:t><\/x:is><\/x:c>/)
    assert.match(after, /<x:row r="2"><x:c r="A2" t="inlineStr">.*<\/x:row><x:row r="3"><x:c r="A3"/)
    for (const encoding of ['utf8', 'utf16le'] as const) {
      const xml = `\ufeff${worksheet(`<row r="1">${inline('A1', '旧')}</row>`)}`
      const bytes = zipParts({...oneSheet(''), [sheetPart]: Buffer.from(xml, encoding)})
      const patched = patchWorkbook(bytes, {edits: [edit('A1', '旧', '新𠮷')]}).bytes
      assert.equal(readWorkbook(patched).sheets[0]?.cells[0]?.text, '新𠮷')
    }
  })

  it('lets formulas be calculated anew only when one may read the cell', () => {
    const sheet = (formula: string): string =>
      worksheet(`<row r="1">${inline('A1', '旧')}<c r="B1"><f>${formula}</f><v>1</v></c></row>`)
    const recalculates = (formula: string): boolean => {
      const bytes = zipParts(oneSheet(sheet(formula)))
      const after = patchWorkbook(bytes, {edits: [edit('A1', '旧', '新')]}).bytes
      return partText(after, 'xl/workbook.xml').includes('<calcPr fullCalcOnLoad="1"/>')
    }
    for (const formula of ['C1+D2', 'SUM($C$1:$D$9)', '另表!A1', '"A1"&amp;C5', 'IF(C1>0,TRUE,2)'])
      assert.equal(recalculates(formula), false, formula)
    for (const formula of [
      'LEN(A1)',
      'SUM(a$1:b2)',
      '表!A1',
      "'表'!$A:$A",
      'INDIRECT("A"&amp;1)',
      '合计数*2',
      'SUM(1:1)'
    ])
      assert.equal(recalculates(formula), true, formula)
  })

  it('leaves copies of a shared formula alone, and has them calculated anew', () => {
    const rows = `<row r="1">${inline('A1', '旧')}<c r="B1"><f t="shared" ref="B1:B2" si="0">C1*2</f><v>2</v></c></row><row r="2"><c r="B2" t="str"><f t="shared" si="0"/><v>旧</v></c></row>`
    const bytes = zipParts(oneSheet(worksheet(rows)))
    const {bytes: after} = patchWorkbook(bytes, {edits: [edit('A1', '旧', '新')]})
    assert.ok(partText(after, sheetPart).includes('<c r="B2" t="str"><f t="shared" si="0"/><v>旧</v></c>'))
    assert.ok(partText(after, 'xl/workbook.xml').includes('<calcPr fullCalcOnLoad="1"/>'))
    assert.throws(() => patchWorkbook(bytes, {edits: [edit('B2', '旧', '新')]}), PatchError)
  })

  it('edits one run of formatted text and refuses a change over several', () => {
    const rich =
      '<is><r><t>按</t></r><r><rPr><b/></rPr><t>财预[2023]5号</t></r><r><t>执行</t></r><phoneticPr fontId="0"/></is>'
    const sheet = worksheet(`<row r="1"><c r="A1" t="inlineStr">${rich}</c></row>`)
    const after = patch(sheet, [edit('A1', '按财预[2023]5号执行', '按财预〔2023〕5号执行')])
    assert.match(
      after,
      /<is><r><t>按<\/t><\/r><r><rPr><b\/><\/rPr><t xml:space="preserve">财预〔2023〕5号<\/t><\/r><r><t>执行<\/t><\/r><\/is>/
    )
    assert.equal(refusal(sheet, edit('A1', '按财预[2023]5号执行', '照财预[2023]6号执行')), 'rich-text')
    const strings = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si>${rich.slice(4, -5)}</si></sst>`
    const shared = patch(
      worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
      [edit('A1', '按财预[2023]5号执行', '按财预[2023]5号办理')],
      {'xl/sharedStrings.xml': strings}
    )
    assert.match(
      shared,
      /<c r="A1" t="inlineStr"><is><r><t>按.*<b\/>.*<t xml:space="preserve">办理<\/t><\/r><\/is>/
    )
  })

  it('edits several runs that differ only in their typeface, as LibreOffice writes them', () => {
    const run = (font: string, text: string): string =>
      `<r><rPr><sz val="11"/><rFont val="${font}"/><charset val="1"/></rPr><t xml:space="preserve">${text}</t></r>`
    const rich = (brackets: string): string =>
      `<is>${run('宋体', `清财预${brackets[0]}`)}${run('Calibri', '2023')}${run('宋体', `${brackets[1]}号`)}</is>`
    const sheet = worksheet(`<row r="1"><c r="A1" t="inlineStr">${rich('[]')}</c></row>`)
    assert.ok(patch(sheet, [edit('A1', '清财预[2023]号', '清财预〔2023〕号')]).includes(rich('〔〕')))
    const shorter = patch(sheet, [edit('A1', '清财预[2023]号', '清财预号')])
    assert.equal(shorter.replace(/<[^>]*>/g, '').trim(), '清财预号')
  })

  describe('refuses', () => {
    it('a cell whose text is no longer there', () => {
      const sheet = worksheet(`<row r="1">${inline('A1', '新')}</row>`)
      assert.equal(refusal(sheet, edit('A1', '旧', '再新')), 'changed')
      assert.equal(refusal(sheet, edit('B1', '旧', '再新')), 'changed')
      assert.equal(refusal(sheet, {...edit('A1', '新', '再新'), sheet: '没有'}), 'no-sheet')
    })

    it('formulas, and cells that an array formula or data table fills', () => {
      const sheet = worksheet(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f t="array" ref="B1:B2">C1:C2</f><v>1</v></c></row><row r="2"><c r="B2"><v>5</v></c></row>'
      )
      assert.equal(refusal(sheet, edit('A1', '2', '3')), 'formula')
      assert.equal(refusal(sheet, edit('B2', '5', '3')), 'array')
    })

    it('a cell covered by a merge', () => {
      const sheet = worksheet(
        `<row r="1">${inline('A1', '主')}${inline('B1', '藏')}</row>`,
        '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
      )
      assert.equal(refusal(sheet, edit('B1', '藏', '改')), 'covered')
      assert.equal(refusal(sheet, edit('A1', '主', '改')), undefined)
    })

    it('headers and totals of tables, and pivot tables', () => {
      const sheet = worksheet(
        [1, 2, 3, 4]
          .map((row) => `<row r="${row}">${inline(`A${row}`, '字')}${inline(`F${row}`, '透')}</row>`)
          .join('')
      )
      const parts = {
        'xl/worksheets/_rels/sheet1.xml.rels': relationships([
          ['rId1', 'table', '../tables/table1.xml'],
          ['rId2', 'pivotTable', '../pivotTables/pivotTable1.xml']
        ]),
        'xl/tables/table1.xml': '<table ref="A1:A3" totalsRowCount="1"><autoFilter ref="A1:A2"/></table>',
        'xl/pivotTables/pivotTable1.xml':
          '<pivotTableDefinition><location ref="F1:G3"/></pivotTableDefinition>'
      }
      const codes = ['A1', 'A2', 'A3', 'A4', 'F2', 'F4'].map((cell) =>
        refusal(sheet, edit(cell, cell.startsWith('A') ? '字' : '透', '改'), parts)
      )
      assert.deepEqual(codes, ['table-header', undefined, 'table-header', undefined, 'pivot', undefined])
    })

    it('linked data, a cell written twice, and text too long for Excel', () => {
      const sheet = worksheet(
        `<row r="1">${inline('A1', '图', ' vm="1"')}${inline('B1', '长')}${inline('C1', '甲')}${inline('C1', '乙')}</row>`
      )
      assert.equal(refusal(sheet, edit('A1', '图', '改')), 'linked-data')
      assert.equal(refusal(sheet, edit('B1', '长', '长'.repeat(40_000))), 'too-long')
      assert.equal(refusal(sheet, edit('C1', '乙', '改')), 'duplicate-cell')
    })

    it('signed workbooks, and two edits of one cell', () => {
      const sheet = worksheet(`<row r="1">${inline('A1', '旧')}</row>`)
      assert.equal(
        refusal(sheet, edit('A1', '旧', '新'), {'_xmlsignatures/sig1.xml': '<Signature/>'}),
        'signed'
      )
      const bytes = zipParts(oneSheet(sheet))
      assert.throws(
        () => patchWorkbook(bytes, {edits: [edit('A1', '旧', '新'), edit('A1', '旧', '另')]}),
        (error) => error instanceof PatchError && error.code === 'edited-twice'
      )
    })
  })

  it('brings any edits of any workbook back as they were meant, and nothing else changes', () => {
    const text = fc
      .string({unit: 'binary', minLength: 1, maxLength: 20})
      .map((raw) => raw.replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, '指'))
    const drafts = fc.uniqueArray(
      fc.record({
        row: fc.integer({min: 1, max: 12}),
        column: fc.constantFrom(1, 2, 3, 26, 27, 703),
        sheet: fc.constantFrom(0, 1),
        value: fc.option(
          fc.oneof(text, fc.constantFrom('_x000D_', ']]>', '<c r="A1">', '　'), fc.integer()),
          {nil: undefined}
        ),
        to: fc.option(fc.oneof(text, fc.constantFrom('', '_x0041_', '&amp;')), {nil: undefined})
      }),
      {selector: ({row, column, sheet}) => `${row} ${column} ${sheet}`, minLength: 1, maxLength: 20}
    )
    fc.assert(
      fc.property(drafts, fc.constantFrom('inline', 'shared'), (list, strings) => {
        const names = ['一', '二']
        const cellsOf = (sheet: number): Cell[] =>
          list
            .filter((draft) => draft.sheet === sheet && draft.value !== undefined)
            .map(({row, column, value}) => ({row, column, value: value!, text: String(value)}))
            .sort((a, b) => a.row - b.row || a.column - b.column)
        const workbook: Workbook = {
          format: 'xlsx',
          date1904: false,
          warnings: [],
          sheets: names.map((name, index) => ({
            name,
            visibility: 'visible',
            cells: cellsOf(index),
            merges: [],
            notes: [],
            hiddenRows: [],
            hiddenColumns: []
          }))
        }
        const bytes = makeXlsx(workbook, {strings})
        const edits = list.flatMap(({row, column, sheet, value, to}): Edit[] =>
          to === undefined
            ? []
            : [{sheet: names[sheet]!, cell: formatAddress(row, column), from: String(value ?? ''), to}]
        )
        const after = patchWorkbook(bytes, {edits}).bytes
        requireWellFormed(after)
        const expected = list.flatMap(({row, column, sheet, value, to}) => {
          const shown = to ?? value
          return shown === undefined || shown === '' ? [] : [`${sheet} ${row} ${column} ${shown}`]
        })
        const read = readWorkbook(after).sheets.flatMap(({cells}, sheet) =>
          cells.map(({row, column, text: shown}) => `${sheet} ${row} ${column} ${shown}`)
        )
        assert.deepEqual(read.sort(), expected.sort())
        const touched = new Set(edits.map(({sheet}) => `xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`))
        assert.ok(changedEntries(bytes, after).every((name) => touched.has(name)))
        const back = edits.map(({sheet, cell, from, to}) => ({sheet, cell, from: to, to: from}))
        const again = patchWorkbook(after, {edits: back}).bytes
        assert.deepEqual(
          readWorkbook(again).sheets.map(({cells}) => cells.map(({text: shown}) => shown)),
          workbook.sheets.map(({cells}) => cells.map(({text: shown}) => shown))
        )
      }),
      {numRuns: 150}
    )
  })
})
