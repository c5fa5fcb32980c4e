import assert from 'node:assert/strict'
import * as sheetjs from '@e965/xlsx'
import {strToU8, unzipSync, zipSync} from 'fflate'
import {ReadError} from '../../linter/read/read-error.js'
import {openCompoundFile} from '../../linter/read/legacy/compound-file.js'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import {RecordScanner} from '../../linter/read/xlsb/record-scanner.js'
import {formatAddress, formatRange} from '../../shared/workbook/address.js'
import {unknownFormula, type Sheet} from '../../shared/workbook/workbook.js'
import {
  encodeGbk,
  encodeUtf16,
  excelXml,
  makeCompound,
  odsParts,
  wordCell,
  wordDocument,
  wordParagraph
} from './make-other-formats.js'
import {zipParts} from './make-xlsx.js'

function readSheet(bytes: Uint8Array | string): Sheet {
  const [sheet] = readWorkbook(typeof bytes === 'string' ? strToU8(bytes) : bytes).sheets
  assert.ok(sheet)
  return sheet
}

/** Cells as `A1=text`, merges as `A1:B2`. */
function show({cells, merges}: Sheet): string[] {
  return [
    ...cells.map(({row, column, text}) => `${formatAddress(row, column)}=${text}`),
    ...merges.map(formatRange)
  ]
}

function refused(bytes: Uint8Array, code: string, limit = 1000): void {
  const started = performance.now()
  assert.throws(
    () => readWorkbook(bytes),
    (error) => error instanceof ReadError && error.code === code
  )
  assert.ok(performance.now() - started < limit)
}

describe('reading separated text', () => {
  it('keeps codes, percents and dates as they stand', () =>
    assert.deepEqual(
      readSheet('001,95%,1-2\n=1+1,1e5,TRUE\n').cells.map(({value}) => value),
      ['001', '95%', '1-2', '=1+1', '1e5', 'TRUE']
    ))
  it('reads quoted separators, line breaks and doubled quotation marks', () =>
    assert.deepEqual(show(readSheet('"甲,乙","丙\r\n丁","戊""己"\r\n,"",庚')), [
      'A1=甲,乙',
      'B1=丙\n丁',
      'C1=戊"己',
      'C2=庚'
    ]))
  it('takes a quotation mark that is never closed for text', () =>
    assert.deepEqual(show(readSheet('"十四五规划,甲\n乙,丙')), ['A1="十四五规划', 'B1=甲', 'A2=乙', 'B2=丙']))
  it('keeps text behind a closing quotation mark', () =>
    assert.deepEqual(show(readSheet('"十四五"规划,甲')), ['A1=十四五规划', 'B1=甲']))
  it('knows line ends of every system', () =>
    assert.deepEqual(show(readSheet('甲,1\r乙,2\n丙,3\r\n丁,4')).length, 8))
  it('chooses the separator outside quotation marks', () =>
    assert.deepEqual(show(readSheet('"甲,乙,丙,丁";1\n"戊,己";2')), [
      'A1=甲,乙,丙,丁',
      'B1=1',
      'A2=戊,己',
      'B2=2'
    ]))
  it('follows the hint of Excel in the first line', () =>
    assert.deepEqual(show(readSheet('sep=;\r\n甲,乙,丙;1')), ['A1=甲,乙,丙', 'B1=1']))
  it('tells text with tabs from text with commas', () =>
    assert.equal(readWorkbook(encodeUtf16('指标\t指标值\r\n次数\t≥12次')).format, 'tsv'))
  it('reads GBK with characters outside of the common ones', () =>
    assert.deepEqual(show(readSheet(encodeGbk('面积（㎡）,①镕'))), ['A1=面积（㎡）', 'B1=①镕']))
  it('says how many characters are lost, and keeps the others', () => {
    const bytes = strToU8('项目名称,普法宣传经费绩效目标表\n指标值,全年开展宣传活动\n')
    const broken = bytes.slice()
    broken[bytes.length - 6] = 0xff
    const workbook = readWorkbook(broken)
    assert.equal(workbook.sheets[0]?.cells[1]?.text, '普法宣传经费绩效目标表')
    assert.deepEqual(
      workbook.warnings.map(({code}) => code),
      ['characters-lost']
    )
  })
  it('says when a program has written question marks for Chinese', () =>
    assert.deepEqual(
      readWorkbook(strToU8('????????????,??????\n????,?80%\n')).warnings.map(({code}) => code),
      ['characters-lost']
    ))
  it('has nothing to warn of in ordinary text', () =>
    assert.deepEqual(readWorkbook(strToU8('目标,???\n次数,12\n')).warnings, []))
  it('refuses text wider than Excel', () => refused(strToU8(','.repeat(20_000) + 'x'), 'too-large'))
  it('reads a long file of quotation marks at once', () => {
    const started = performance.now()
    readSheet('"a,\n'.repeat(30_000) + '""'.repeat(200_000))
    assert.ok(performance.now() - started < 1000)
  })
})

describe('reading web pages named as workbooks', () => {
  const page = (body: string): string => `<html><body>${body}</body></html>`

  it('reads spans over rows and columns', () =>
    assert.deepEqual(
      show(
        readSheet(
          encodeGbk(
            '<meta charset=gb2312><table><tr><td rowspan=2>产出</td><td colspan=2>数量</td></tr><tr><td>次数</td><td>≥12次</td></tr></table>'
          )
        )
      ),
      ['A1=产出', 'B1=数量', 'B2=次数', 'C2=≥12次', 'A1:A2', 'B1:C1']
    ))
  it('ends spans with their table', () =>
    assert.deepEqual(
      show(readSheet(page('<table><tr><td rowspan=9>甲<td>乙</table><table><tr><td>丙<td>丁</table>'))),
      ['A1=甲', 'B1=乙', 'A2=丙', 'B2=丁']
    ))
  it('lets a span of 0 rows go down to the end of the table', () =>
    assert.deepEqual(show(readSheet(page('<table><tr><td rowspan=0>甲<td>乙<tr><td>丙<tr><td>丁</table>'))), [
      'A1=甲',
      'B1=乙',
      'B2=丙',
      'B3=丁',
      'A1:A3'
    ]))
  it('never lets two spans cover one place', () =>
    assert.deepEqual(
      readSheet(page('<table><tr><td>甲<td rowspan=2>乙<tr><td colspan=3>丙</table>')).merges.map(
        formatRange
      ),
      ['B1:B2']
    ))
  it('reads a title and text around the table as rows of their own', () =>
    assert.deepEqual(
      show(readSheet(page('<h1>绩效目标表</h1><table><tr><td>甲<td>乙</table><p>填报说明</p>'))),
      ['A1=绩效目标表', 'A2=甲', 'B2=乙', 'A3=填报说明']
    ))
  it('leaves out scripts, styles and comments, even when the head is never closed', () =>
    assert.deepEqual(
      show(
        readSheet(
          '<html><head><meta><style>td{}</style><script>x()</script><!-- no --><table><tr><td>甲</table>'
        )
      ),
      ['A1=甲']
    ))
  it('takes a non-breaking blank for an empty cell', () =>
    assert.deepEqual(show(readSheet(page('<table><tr><td>&nbsp;<td>甲&#160;乙</table>'))), ['B1=甲\u00a0乙']))
  it('reads line breaks and entities', () =>
    assert.deepEqual(show(readSheet(page('<table><tr><td>甲<br>乙 <b>&ge;</b>80%</table>'))), [
      'A1=甲\n乙 ≥80%'
    ]))
  it('reads a table inside a cell as lines of that cell', () =>
    assert.deepEqual(
      show(readSheet(page('<table><tr><td>甲<table><tr><td>1<td>2<tr><td>3</table><td>乙</table>'))),
      ['A1=甲\n1 2\n3', 'B1=乙']
    ))
  it('reads cells without rows', () =>
    assert.deepEqual(show(readSheet(page('<table><td>甲<td>乙</table><table><td>丙</table>'))), [
      'A1=甲',
      'B1=乙',
      'A2=丙'
    ]))
  it('prefers the byte order mark to what the page says', () =>
    assert.deepEqual(show(readSheet(encodeUtf16('<meta charset=gb2312><table><tr><td>甲</table>'))), [
      'A1=甲'
    ]))
  it('refuses spans that would take for ever', () =>
    refused(
      strToU8(`<table><tr>${'<td colspan=1000 rowspan=60000>'.repeat(16)}${'<tr>'.repeat(60_000)}</table>`),
      'too-large',
      3000
    ))
  it('refuses a table wider than Excel', () =>
    refused(strToU8(`<table><tr>${'<td colspan=60000>x'.repeat(3)}</table>`), 'too-large'))
  it('refuses a page without a table', () => refused(strToU8(page('请先登录')), 'not-a-workbook'))
})

describe('reading Word documents', () => {
  const table = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`
  const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
  const read = (body: string): string[] => show(readSheet(wordDocument(body)))

  it('reads paragraphs and tables below each other', () =>
    assert.deepEqual(
      read(
        wordParagraph('绩效目标表') +
          wordParagraph('') +
          table(row(wordCell('甲'), wordCell('乙'))) +
          wordParagraph('说明')
      ),
      ['A1=绩效目标表', 'A2=甲', 'B2=乙', 'A3=说明']
    ))
  it('reads spans of columns and merges of rows', () =>
    assert.deepEqual(
      read(
        table(
          row(wordCell('甲', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), wordCell('乙')),
          row(wordCell('', '<w:gridSpan w:val="2"/><w:vMerge/>'), wordCell('丙')),
          row(wordCell('丁'), wordCell('戊', '<w:gridSpan w:val="2"/>'))
        )
      ),
      ['A1=甲', 'C1=乙', 'C2=丙', 'A3=丁', 'B3=戊', 'A1:B2', 'B3:C3']
    ))
  it('takes the continuation of a merge that nothing began for a cell', () =>
    assert.deepEqual(
      read(
        table(
          row(wordCell('甲', '<w:vMerge/>'), wordCell('乙')),
          row(wordCell('丙'), wordCell('丁', '<w:vMerge/>'))
        )
      ),
      ['A1=甲', 'B1=乙', 'A2=丙', 'B2=丁']
    ))
  it('does not go on with a merge of another width', () =>
    assert.deepEqual(
      read(
        table(
          row(wordCell('甲', '<w:vMerge w:val="restart"/>'), wordCell('乙')),
          row(wordCell('丙', '<w:gridSpan w:val="2"/><w:vMerge/>'))
        )
      ),
      ['A1=甲', 'B1=乙', 'A2=丙', 'A2:B2']
    ))
  it('leaves grid columns free before a row that says so', () =>
    assert.deepEqual(
      read(
        table(
          row(wordCell('甲'), wordCell('乙')),
          row('<w:trPr><w:gridBefore w:val="1"/></w:trPr>', wordCell('丙'))
        )
      ),
      ['A1=甲', 'B1=乙', 'B2=丙']
    ))
  it('joins cells merged in the old way', () =>
    assert.deepEqual(
      read(
        table(row(wordCell('甲', '<w:hMerge w:val="restart"/>'), wordCell('', '<w:hMerge/>'), wordCell('乙')))
      ),
      ['A1=甲', 'C1=乙', 'A1:B1']
    ))
  it('leaves out deleted text, rows and cells, and reads inserted ones', () =>
    assert.deepEqual(
      read(
        table(
          row(
            '<w:tc><w:p><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p></w:tc>',
            wordCell('删', '<w:cellDel w:id="1"/>'),
            wordCell('留')
          ),
          row('<w:trPr><w:del w:id="2"/></w:trPr>', wordCell('甲')),
          row('<w:trPr><w:ins w:id="3"/></w:trPr>', wordCell('乙'))
        )
      ),
      ['A1=新', 'B1=留', 'A2=乙']
    ))
  it('reads a table inside a cell as lines of that cell, without its spans', () =>
    assert.deepEqual(
      read(
        table(
          row(
            `<w:tc>${table(row(wordCell('1', '<w:gridSpan w:val="5"/>')), row(wordCell('2', '<w:vMerge w:val="restart"/>')))}${wordParagraph('甲')}</w:tc>`,
            wordCell('乙')
          )
        )
      ),
      ['A1=1\n2\n甲', 'B1=乙']
    ))
  it('reads controls, line breaks, tabs and hyphens, each text once', () =>
    assert.deepEqual(
      read(
        table(
          `<w:sdt><w:sdtContent>${row(
            '<w:tc><w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:t>图</w:t></mc:Choice><mc:Fallback><w:t>图</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p><w:p/><w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p></w:tc>'
          )}</w:sdtContent></w:sdt>`
        )
      ),
      ['A1=甲\n乙\t1-2图']
    ))
  it('reads many merged rows at once', () => {
    const started = performance.now()
    const rows = row(wordCell('甲', '<w:vMerge/>')).repeat(20_000)
    const sheet = readSheet(wordDocument(table(row(wordCell('甲', '<w:vMerge w:val="restart"/>')), rows)))
    assert.deepEqual(show(sheet), ['A1=甲', 'A1:A20001'])
    assert.ok(performance.now() - started < 1500)
  })
})

describe('reading OpenDocument spreadsheets', () => {
  const ods = (rows: string, styles = '', attributes = ''): Uint8Array =>
    zipParts(odsParts(`<table:table table:name="表"${attributes}>${rows}</table:table>`, styles))
  const cell = (text: string, attributes = ''): string =>
    `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`
  const row = (content: string, attributes = ''): string =>
    `<table:table-row ${attributes}>${content}</table:table-row>`

  it('repeats cells and rows that hold something, and skips the others', () =>
    assert.deepEqual(
      show(
        readSheet(
          ods(
            row(
              cell('甲', 'table:number-columns-repeated="2"') +
                '<table:table-cell table:number-columns-repeated="3"/>' +
                cell('乙')
            ) +
              row(
                '<table:table-cell table:number-columns-repeated="16384"/>',
                'table:number-rows-repeated="5"'
              ) +
              row(cell('丙'), 'table:number-rows-repeated="2"') +
              row('<table:table-cell/>', 'table:number-rows-repeated="1048000"')
          )
        )
      ),
      ['A1=甲', 'B1=甲', 'F1=乙', 'A7=丙', 'A8=丙']
    ))
  it('refuses millions of repeated cells before making any', () => {
    const before = process.memoryUsage().heapUsed
    refused(
      ods(row(cell('甲', 'table:number-columns-repeated="1000000"'), 'table:number-rows-repeated="1000000"')),
      'too-large'
    )
    refused(ods(row(cell('甲', 'table:number-columns-repeated="16000"')).repeat(400)), 'too-large')
    assert.ok(process.memoryUsage().heapUsed - before < 200 * 2 ** 20)
  })
  it('refuses millions of repeated notes and merges', () => {
    refused(
      ods(
        row(
          '<table:table-cell><office:annotation><text:p>注</text:p></office:annotation></table:table-cell>',
          'table:number-rows-repeated="1000000"'
        )
      ),
      'too-large'
    )
    refused(
      ods(row('<table:table-cell table:number-columns-spanned="2"/>', 'table:number-rows-repeated="900000"')),
      'too-large'
    )
  })
  it('takes nonsense in counts for one', () =>
    assert.deepEqual(
      show(
        readSheet(
          ods(
            row(
              cell('甲', 'table:number-columns-repeated="-5"') +
                cell('乙', 'table:number-columns-repeated="x"') +
                cell('丙', 'table:number-columns-spanned="1e99"')
            )
          )
        )
      ).slice(0, 3),
      ['A1=甲', 'B1=乙', 'C1=丙']
    ))
  it('keeps covered cells, merges, notes, and hidden rows, columns and sheets', () => {
    const sheet = readSheet(
      ods(
        '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>' +
          row(
            '<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"><office:annotation><dc:creator>审核员</dc:creator><text:p>请补充</text:p></office:annotation><text:p>甲</text:p></table:table-cell><table:covered-table-cell><text:p>藏</text:p></table:covered-table-cell>'
          ) +
          `<table:table-row-group>${row(cell('乙'), 'table:visibility="filter"')}</table:table-row-group>`,
        '<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>',
        ' table:style-name="ta1"'
      )
    )
    assert.deepEqual(show(sheet), ['A1=甲', 'B1=藏', 'A2=乙', 'A1:B2'])
    assert.deepEqual(sheet.notes, [{row: 1, column: 1, text: '请补充', author: '审核员'}])
    assert.deepEqual(
      [sheet.hiddenRows, sheet.hiddenColumns, sheet.visibility],
      [[[2, 2]], [[2, 3]], 'hidden']
    )
  })
  it('reads values of every type with a format of their kind', () => {
    const value = (type: string, rest: string, text: string): string =>
      cell(text, `office:value-type="${type}" ${rest}`)
    const {cells} = readSheet(
      ods(
        row(
          value('percentage', 'office:value="0.955"', '95.5%') +
            value('float', 'office:value="12000"', '12,000.00') +
            value('date', 'office:date-value="2024-12-31"', '2024年12月31日') +
            value('boolean', 'office:boolean-value="true"', 'TRUE') +
            value('string', '', '001') +
            value('float', 'office:value="3" table:formula="of:=[.A1]+2"', '3') +
            cell('#DIV/0!', 'table:formula="of:=1/0"') +
            '<table:table-cell table:formula="of:=X()"/>'
        )
      )
    )
    assert.deepEqual(
      cells.map(({value: content, format, formula}) => [content, format, formula]),
      [
        [0.955, '0.0%', undefined],
        [12000, '#,##0.00', undefined],
        [45657, 'yyyy"年"m"月"d"日"', undefined],
        [true, undefined, undefined],
        ['001', undefined, undefined],
        [3, undefined, '[.A1]+2'],
        [{error: '#DIV/0!'}, undefined, '1/0'],
        [null, undefined, 'X()']
      ]
    )
    assert.equal(cells[7]?.unknown, true)
  })
  it('reads paragraphs, spans, blanks and line breaks, but not the text of shapes', () =>
    assert.deepEqual(
      show(
        readSheet(
          ods(
            row(
              '<table:table-cell><draw:custom-shape><text:p>形</text:p></draw:custom-shape><text:p>甲<text:span>乙</text:span><text:s text:c="2"/>丙</text:p><text:p>丁<text:line-break/>戊</text:p></table:table-cell>'
            )
          )
        )
      ),
      ['A1=甲乙  丙\n丁\n戊']
    ))
  it('leaves out what is kept of sheets in other files', () =>
    assert.deepEqual(
      readWorkbook(
        zipParts(
          odsParts(
            `<table:table table:name="表">${row(cell('甲'))}</table:table><table:table table:name="'file:///x.ods'#$Sheet1">${row(cell('乙'))}</table:table>`
          )
        )
      ).sheets.map(({name}) => name),
      ['表']
    ))
})

describe('reading Excel 2003 XML', () => {
  it('reads values, formats, merges, notes and what is hidden', () => {
    const workbook = readWorkbook(
      strToU8(
        excelXml(
          `<Worksheet ss:Name="目标"><Table><Column ss:Index="2" ss:Hidden="1" ss:Span="1"/><Row ss:Index="2"><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">甲&#10;乙</Data><Comment ss:Author="审核员"><ss:Data xmlns="http://www.w3.org/TR/REC-html40"><B>请</B>补充</ss:Data></Comment></Cell><Cell ss:StyleID="p"><Data ss:Type="Number">0.95</Data></Cell><Cell ss:Index="6" ss:StyleID="d"><Data ss:Type="DateTime">2024-12-31T00:00:00.000</Data></Cell></Row><Row ss:Hidden="1"><Cell ss:Index="3" ss:Formula="=R1C1"/><Cell><Data ss:Type="Error">#N/A</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row></Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>`,
          '<Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style><Style ss:ID="d"><NumberFormat ss:Format="Long Date"/></Style>'
        )
      )
    )
    const [sheet] = workbook.sheets
    assert.ok(sheet)
    assert.deepEqual(show(sheet), [
      'A2=甲\n乙',
      'C2=95%',
      'F2=2024年12月31日',
      'C3=',
      'D3=#N/A',
      'E3=TRUE',
      'A2:B3'
    ])
    assert.deepEqual(sheet.notes, [{row: 2, column: 1, text: '请补充', author: '审核员'}])
    assert.deepEqual(
      [sheet.hiddenRows, sheet.hiddenColumns, sheet.visibility],
      [[[3, 3]], [[2, 3]], 'hidden']
    )
    assert.equal(sheet.cells[3]?.unknown, true)
  })
  it('reads GBK where the file says so', () =>
    assert.deepEqual(
      show(
        readSheet(
          encodeGbk(
            '<?xml version="1.0" encoding="gb2312"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet Name="x"><Table><Row><Cell><Data>甲</Data></Cell></Row></Table></Worksheet></Workbook>'
          )
        )
      ),
      ['A1=甲']
    ))
  it('refuses places beyond the grid', () => {
    for (const place of [
      '<Row ss:Index="99999999"><Cell><Data>x</Data></Cell></Row>',
      '<Row><Cell ss:Index="20000"><Data>x</Data></Cell></Row>'
    ])
      refused(strToU8(excelXml(`<Worksheet ss:Name="x"><Table>${place}</Table></Worksheet>`)), 'too-large')
  })
})

describe('reading old binary workbooks', () => {
  const write = (sheet: sheetjs.WorkSheet, bookType: sheetjs.BookType): Uint8Array => {
    const book = sheetjs.utils.book_new()
    sheetjs.utils.book_append_sheet(book, sheet, '表')
    return new Uint8Array(sheetjs.write(book, {bookType, type: 'array'}) as ArrayBuffer)
  }

  it('reads errors, truth values and dates as Excel shows them in China', () => {
    const sheet: sheetjs.WorkSheet = {
      '!ref': 'A1:D1',
      A1: {t: 'e', v: 0x07},
      B1: {t: 'b', v: true},
      C1: {t: 'n', v: 45657, z: 'yyyy"年"m"月"d"日"'},
      D1: {t: 'n', v: 45657, z: 'yyyy/m/d'}
    }
    for (const type of ['biff8', 'xlsb'] as const)
      assert.deepEqual(show(readSheet(write(sheet, type))), [
        'A1=#DIV/0!',
        'B1=TRUE',
        'C1=2024年12月31日',
        'D1=2024/12/31'
      ])
  })
  it('tells the formulas of an .xlsb, whose text is not read', () => {
    const parts = unzipSync(write({'!ref': 'A1:B1', A1: {t: 'n', v: 0.95}, B1: {t: 'n', v: 0.95}}, 'xlsb'))
    const sheet = parts['xl/worksheets/sheet1.bin']
    assert.ok(sheet)
    const scanner = new RecordScanner(sheet, 'sheet1.bin')
    let at = 0
    const [real, realOfFormula] = [5, 9]
    // The first number becomes the result of a formula; what would follow it is not read.
    while (scanner.next() && scanner.type !== real) at += scanner.size + (scanner.type > 127 ? 3 : 2)
    assert.equal(sheet[at], real)
    sheet[at] = realOfFormula
    assert.deepEqual(
      readSheet(zipSync(parts)).cells.map(({text, formula}) => [text, formula]),
      [
        ['0.95', unknownFormula],
        ['0.95', undefined]
      ]
    )
  })
  it('does not carry number formats over from the file before', () => {
    const first = write({'!ref': 'A1', A1: {t: 'n', v: 1, z: '0.00"甲"'}}, 'biff8')
    const second = write({'!ref': 'A1', A1: {t: 'n', v: 1, z: '0.000"乙"'}}, 'biff8')
    for (const [bytes, text] of [
      [first, '1.00甲'],
      [second, '1.000乙'],
      [first, '1.00甲']
    ] as const)
      assert.deepEqual(show(readSheet(bytes)), [`A1=${text}`])
  })
  it('reads the GBK of Excel 95', () => {
    const record = (type: number, ...content: number[]): number[] => [
      ...[type & 255, type >> 8, content.length & 255, content.length >> 8],
      ...content
    ]
    const label = (column: number, text: string): number[] => {
      const bytes = [...encodeGbk(text)]
      return record(0x204, 0, 0, column, 0, 0, 0, bytes.length, 0, ...bytes)
    }
    const name = [...encodeGbk('目标')]
    const begin = (kind: number): number[] => record(0x809, 0, 5, kind, 0, 0, 0, 0, 0)
    const globalsSize = 12 + 6 + (4 + 7 + name.length) + 4
    const stream = [
      ...begin(5),
      ...record(0x42, 936 & 255, 936 >> 8),
      ...record(0x85, globalsSize, 0, 0, 0, 0, 0, name.length, ...name),
      ...record(0x0a),
      ...begin(16),
      ...label(0, '项目名称'),
      ...label(1, '≥80％'),
      ...record(0x0a)
    ]
    const sheet = readSheet(makeCompound({Book: Uint8Array.from(stream)}))
    assert.equal(sheet.name, '目标')
    assert.deepEqual(show(sheet), ['A1=项目名称', 'B1=≥80％'])
  })
  it('is not misled by a document embedded in a workbook', () => {
    const file = openCompoundFile(write({'!ref': 'A1', A1: {t: 's', v: '甲'}}, 'biff8'))
    const bytes = makeCompound({
      'MBD0001/WordDocument': 'x',
      'MBD0001/EncryptedPackage': 'x',
      Workbook: file.read('Workbook')
    })
    assert.deepEqual(show(readSheet(bytes)), ['A1=甲'])
  })
  it('says that a workbook is damaged without the words of the library', () => {
    const bytes = write({'!ref': 'A1:B2', A1: {t: 's', v: '甲'}, B2: {t: 'n', v: 1}}, 'biff8')
    const stream = openCompoundFile(bytes).read('Workbook')
    let refusals = 0
    for (let at = 200; at < stream.length; at += 7) {
      const broken = stream.slice()
      broken.fill(0xff, at, at + 5)
      try {
        readWorkbook(makeCompound({Workbook: broken}))
      } catch (error) {
        assert.ok(error instanceof ReadError, String(error))
        assert.doesNotMatch(error.text.zh + error.text.en, /undefined|propert|Unrecognized|Bad |Error/)
        refusals++
      }
    }
    assert.ok(refusals > 0)
  })
})
