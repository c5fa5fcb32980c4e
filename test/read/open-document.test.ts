import assert from 'node:assert/strict'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import {odsParts} from './make-other-formats.js'
import {zipParts} from './make-xlsx.js'
import {readSheet, refused, showSheet} from './read-one.js'

describe('reading OpenDocument spreadsheets', () => {
  const ods = (rows: string, styles = '', attributes = ''): Uint8Array =>
    zipParts(odsParts(`<table:table table:name="表"${attributes}>${rows}</table:table>`, styles))
  const cell = (text: string, attributes = ''): string =>
    `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`
  const row = (content: string, attributes = ''): string =>
    `<table:table-row ${attributes}>${content}</table:table-row>`

  it('repeats cells and rows that hold something, and skips the others', () =>
    assert.deepEqual(
      showSheet(
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
      showSheet(
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
    assert.deepEqual(showSheet(sheet), ['A1=甲', 'B1=藏', 'A2=乙', 'A1:B2'])
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
      showSheet(
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
