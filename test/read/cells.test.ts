import assert from 'node:assert/strict'
import fc from 'fast-check'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import {unknownFormula, type Cell, type Sheet} from '../../shared/workbook/workbook.js'
import {oneSheet, stylesPart, worksheet, zipParts} from './make-xlsx.js'

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

function readParts(parts: Record<string, string | Uint8Array>): Sheet {
  const [sheet] = readWorkbook(zipParts(parts)).sheets
  assert.ok(sheet)
  return sheet
}

function readRows(rows: string, parts: Record<string, string> = {}): Sheet {
  return readParts(oneSheet(worksheet(rows), parts))
}

function readCell(cell: string, parts: Record<string, string> = {}): Cell | undefined {
  return readRows(`<row r="1">${cell}</row>`, parts).cells[0]
}

function readShared(items: string): string[] {
  const count = items.match(/<si[ />]/g)?.length ?? 0
  const cells = Array.from({length: count}, (_, index) => `<c r="A${index + 1}" t="s"><v>${index}</v></c>`)
  const rows = cells.map((cell, index) => `<row r="${index + 1}">${cell}</row>`).join('')
  const sheet = readRows(rows, {'xl/sharedStrings.xml': `<sst ${main}>${items}</sst>`})
  return sheet.cells.map(({text}) => text)
}

describe('reading the text of cells', () => {
  it('reads inline strings with numeric character references', () => {
    const cell = readCell('<c r="A1" t="inlineStr"><is><t>&#20135;&#x51FA;&lt;指标&gt;&amp;</t></is></c>')
    assert.deepEqual(cell, {row: 1, column: 1, text: '产出<指标>&', value: '产出<指标>&'})
  })

  it('joins the runs of rich text and says that there were several', () => {
    const cell = readCell(
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>数量</t></r><r><t xml:space="preserve"> 指标</t></r></is></c>'
    )
    assert.equal(cell?.text, '数量 指标')
    assert.equal(cell.richText, true)
  })

  it('leaves phonetic guides out', () => {
    assert.deepEqual(
      readShared('<si><t>预算</t><rPh sb="0" eb="2"><t>yusuan</t></rPh><phoneticPr fontId="1"/></si>'),
      ['预算']
    )
  })

  it('counts a self-closed string item, so that later strings keep their place', () => {
    assert.deepEqual(readShared('<si><t>甲</t></si><si/><si><t/></si><si><t>乙</t></si>'), [
      '甲',
      '',
      '',
      '乙'
    ])
  })

  it('turns _x000D_ into a line break and keeps an escaped underscore', () => {
    assert.deepEqual(
      readShared('<si><t>甲_x000D_\n乙</t></si><si><t>_x005F_x000D_</t></si><si><t>a_x_b</t></si>'),
      ['甲\n乙', '_x000D_', 'a_x_b']
    )
  })

  it('keeps blanks, full-width blanks and zero-width characters as they are', () => {
    assert.deepEqual(readShared('<si><t xml:space="preserve"> \u3000甲\u200b\u00a0 </t></si>'), [
      ' \u3000甲\u200b\u00a0 '
    ])
  })

  it('reads every kind of line end as a line break, and keeps what is no reference', () => {
    assert.deepEqual(
      readShared(
        '<si><t>甲\r\n乙&#13;&#10;丙&#xD;丁</t></si><si><t>R&D; &#; &#xZZ; &toolongname; &amp;#65;</t></si>'
      ),
      ['甲\n乙\n丙\n丁', 'R&D; &#; &#xZZ; &toolongname; &#65;']
    )
  })

  it('unwraps CDATA and passes over comments inside a text', () => {
    assert.deepEqual(readShared('<si><t>甲<![CDATA[<&>]]>乙<!-- 注 -->丙</t></si>'), ['甲<&>乙丙'])
  })

  it('reads a missing string as empty and warns once for the cell', () => {
    const workbook = readWorkbook(
      zipParts(
        oneSheet(worksheet('<row r="1"><c r="B1" t="s"><v>7</v></c></row>'), {
          'xl/sharedStrings.xml': `<sst ${main}><si><t>甲</t></si></sst>`
        })
      )
    )
    assert.equal(workbook.sheets[0]?.cells[0]?.text, '')
    assert.deepEqual(
      workbook.warnings.map(({code, sheet, cell}) => ({code, sheet, cell})),
      [{code: 'string-missing', sheet: '表', cell: 'B1'}]
    )
    assert.match(workbook.warnings[0]?.message.zh ?? '', /表.*B1/)
    assert.match(workbook.warnings[0]?.message.en ?? '', /B1/)
  })
})

describe('reading values that are not text', () => {
  const styles = {
    'xl/styles.xml': stylesPart(['General', 14, 31, 57, '0%', '#,##0.00', 'yyyy年m月d日', '0.00万元', 10])
  }
  const shown: [style: number, value: string, text: string][] = [
    [0, '10.5', '10.5'],
    [0, '1E-2', '0.01'],
    [1, '45292', '2024/1/1'],
    [2, '45292', '2024年1月1日'],
    [3, '45292', '2024年1月'],
    [4, '0.95', '95%'],
    [5, '1234567.891', '1,234,567.89'],
    [6, '45657', '2024年12月31日'],
    [7, '12.3', '12.30万元'],
    [8, '0.9', '90.00%']
  ]
  for (const [style, value, text] of shown) {
    it(`shows ${value} with style ${style} as ${text}`, () => {
      const cell = readCell(`<c r="A1" s="${style}"><v>${value}</v></c>`, styles)
      assert.equal(cell?.text, text)
      assert.equal(cell.value, Number(value))
    })
  }

  it('counts days from 1904 where the workbook says so', () => {
    const parts = oneSheet(worksheet('<row r="1"><c r="A1" s="2"><v>43830</v></c></row>'), styles)
    parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace(
      '<workbookPr/>',
      '<workbookPr date1904="true"/>'
    )
    const workbook = readWorkbook(zipParts(parts))
    assert.equal(workbook.date1904, true)
    assert.equal(workbook.sheets[0]?.cells[0]?.text, '2024年1月1日')
  })

  it('reads booleans and errors', () => {
    const {cells} = readRows(
      '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#DIV/0!</v></c></row>'
    )
    assert.deepEqual(
      cells.map(({value}) => value),
      [true, false, {error: '#DIV/0!'}]
    )
    assert.deepEqual(
      cells.map(({text}) => text),
      ['TRUE', 'FALSE', '#DIV/0!']
    )
  })

  it('takes numbers as they are written, to the last digit', () => {
    const written = fc.oneof(
      fc.double({noNaN: true, noDefaultInfinity: true}).map(String),
      fc
        .tuple(fc.bigInt({min: 0n, max: 10n ** 18n}), fc.integer({min: 0, max: 18}))
        .map(([units, places]) =>
          `${units}`.padStart(places, '0').replace(new RegExp(`\\d{${places}}$`), '.$&')
        ),
      fc.constantFrom('5.', '.5', '007', '-0', '1E3', '0.1')
    )
    fc.assert(
      fc.property(fc.array(written, {minLength: 1, maxLength: 20}), (texts) => {
        const cells = texts.map((text, index) => `<c r="A${index + 1}"><v>${text}</v></c>`)
        const rows = cells.map((cell, index) => `<row r="${index + 1}">${cell}</row>`).join('')
        assert.deepEqual(
          readRows(rows).cells.map(({value}) => value),
          texts.map(Number)
        )
      })
    )
    for (const text of ['.', '1.2.3', '--1'])
      assert.equal(readCell(`<c r="A1"><v>${text}</v></c>`)?.value, text)
  })

  it('keeps a formula with its cached result', () => {
    const {cells} = readRows(
      '<row r="1"><c r="A1"><f>SUM(B1:B3)&amp;""</f><v>6</v></c><c r="B1" t="str"><f>T("甲")</f><v>甲</v></c></row>'
    )
    assert.deepEqual(
      cells.map(({formula, value, unknown}) => ({formula, value, unknown})),
      [
        {formula: 'SUM(B1:B3)&""', value: 6, unknown: undefined},
        {formula: 'T("甲")', value: '甲', unknown: undefined}
      ]
    )
  })

  it('tells cells with a formula whose text the file does not give', () => {
    const {cells} = readRows(
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>6</v></c></row>' +
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>8</v></c></row>' +
        '<row r="3"><c r="A3"><f t="shared" si="0"></f><v>9</v></c><c r="B3"><v>1</v></c></row>'
    )
    assert.deepEqual(
      cells.map(({formula}) => formula),
      ['B1*2', unknownFormula, unknownFormula, undefined]
    )
  })

  it('takes a formula without cached result as unknown, not as 0', () => {
    const {cells} = readRows(
      '<row r="1"><c r="A1"><f>SUM(B1:B3)</f></c><c r="B1"><f>1+1</f><v/></c><c r="C1"><f>1+1</f><v></v></c></row>'
    )
    for (const cell of cells) assert.deepEqual([cell.value, cell.text, cell.unknown], [null, '', true])
    assert.equal(cells.length, 3)
  })

  it('takes an empty text as the result of a formula that gives text', () => {
    const {cells} = readRows(
      '<row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1" t="str"><f>""</f><v/></c></row>'
    )
    for (const cell of cells) assert.deepEqual([cell.value, cell.unknown], ['', undefined])
    assert.equal(cells.length, 2)
  })

  it('passes over cells that only have a style', () => {
    assert.deepEqual(
      readRows('<row r="1"><c r="A1" s="1"/><c r="B1" s="1"></c><c r="C1"><v></v></c></row>').cells,
      []
    )
  })
})

describe('placing cells', () => {
  it('numbers rows and cells that do not say where they stand', () => {
    const {cells} = readRows(
      '<row><c><v>1</v></c><c><v>2</v></c></row><row><c r="C2"><v>3</v></c><c><v>4</v></c></row>'
    )
    assert.deepEqual(
      cells.map(({row, column, value}) => [row, column, value]),
      [
        [1, 1, 1],
        [1, 2, 2],
        [2, 3, 3],
        [2, 4, 4]
      ]
    )
  })

  it('sorts cells and rows that stand out of order', () => {
    const {cells} = readRows(
      '<row r="3"><c r="B3"><v>4</v></c><c r="A3"><v>3</v></c></row><row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>'
    )
    assert.deepEqual(
      cells.map(({value}) => value),
      [1, 2, 3, 4]
    )
  })

  it('keeps the last of two cells at one address and says so', () => {
    const workbook = readWorkbook(
      zipParts(
        oneSheet(
          worksheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c><c r="B1"><v>3</v></c></row>')
        )
      )
    )
    assert.deepEqual(
      workbook.sheets[0]?.cells.map(({value}) => value),
      [2, 3]
    )
    assert.deepEqual(
      workbook.warnings.map(({code, cell}) => [code, cell]),
      [['duplicate-cell', 'A1']]
    )
  })

  it('reads elements with a namespace prefix', () => {
    const sheet =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="2" hidden="1"><x:c r="B2" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c r="C2"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="B2:B3"/></x:mergeCells></x:worksheet>'
    const {cells, merges, hiddenRows} = readParts(oneSheet(sheet))
    assert.deepEqual(
      cells.map(({text, formula}) => [text, formula]),
      [
        ['甲', undefined],
        ['2', '1+1']
      ]
    )
    assert.deepEqual(merges, [{top: 2, left: 2, bottom: 3, right: 2}])
    assert.deepEqual(hiddenRows, [[2, 2]])
  })

  it('is not misled by attribute values that look like attributes, or by anchors behind the data', () => {
    const rows = `<row r="1"><c note=" r='Z9' t='s'>" r='A1'><v>5</v></c></row>`
    const anchors =
      '<controls xmlns:xdr="x"><from><xdr:col>0</xdr:col><xdr:row hidden="1">1</xdr:row></from><c r="D9"><v>1</v></c></controls>'
    const {cells, hiddenRows} = readParts(oneSheet(worksheet(rows, anchors)))
    assert.deepEqual(
      cells.map(({row, column, value}) => [row, column, value]),
      [[1, 1, 5]]
    )
    assert.deepEqual(hiddenRows, [])
  })
})
