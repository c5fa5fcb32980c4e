import assert from 'node:assert/strict'
import fc from 'fast-check'
import {strFromU8, unzipSync} from 'fflate'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import {SheetDraft} from '../../linter/write/sheet-draft.js'
import {writeWorkbook} from '../../linter/write/write-workbook.js'
import {readLiteral, sheet} from '../../shared/workbook/sheet-literal.js'
import type {Workbook} from '../../shared/workbook/workbook.js'

describe('writing a new workbook', () => {
  it('keeps values, formats, merges and names, and gives the same bytes each time', () => {
    const workbook = readLiteral(sheet`
      普法经费绩效目标表
      项目 | #0.95 0% | #1234.5 #,##0.00
      ^ | 合并 | <
    `)
    const bytes = writeWorkbook(workbook)
    assert.deepEqual(writeWorkbook(workbook), bytes)
    const [read] = readWorkbook(bytes).sheets
    assert.deepEqual(
      read?.cells.map(({row, column, text, value}) => [row, column, text, value]),
      [
        [1, 1, '普法经费绩效目标表', '普法经费绩效目标表'],
        [2, 1, '项目', '项目'],
        [2, 2, '95%', 0.95],
        [2, 3, '1,234.50', 1234.5],
        [3, 2, '合并', '合并']
      ]
    )
    assert.ok(read.merges.some(({top, left, bottom}) => top === 2 && left === 1 && bottom === 3))
  })

  it('brings any text back as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({unit: 'grapheme', minLength: 1, maxLength: 20}), {minLength: 1, maxLength: 8}),
        (texts) => {
          const workbook: Workbook = {
            format: 'literal',
            date1904: false,
            warnings: [],
            sheets: [
              {
                name: '表',
                visibility: 'visible',
                cells: texts.map((text, index) => ({row: index + 1, column: 2, text, value: text})),
                merges: [],
                notes: [],
                hiddenRows: [],
                hiddenColumns: []
              }
            ]
          }
          const read = readWorkbook(writeWorkbook(workbook)).sheets[0]?.cells.map(({text}) => text)
          assert.deepEqual(
            read,
            texts.map((text) => text.replace(/\r\n?/g, '\n'))
          )
        }
      ),
      {numRuns: 100}
    )
  })
})

describe('a sheet of very many cells', () => {
  const rows = 130_000
  const row = (number: number): Workbook['sheets'][number]['cells'] => [
    {row: number, column: 1, text: '下乡巡诊', value: '下乡巡诊'},
    {row: number, column: 2, text: `${number}次`, value: `${number}次`}
  ]
  const [blank] = readLiteral(sheet`甲`).sheets
  assert.ok(blank)
  const write = (changes: Partial<Workbook['sheets'][number]>): Workbook['sheets'][number] | undefined => {
    const sheets = [{...blank, ...changes}]
    return readWorkbook(writeWorkbook({format: 'literal', date1904: false, warnings: [], sheets})).sheets[0]
  }

  it('is written whole', () => {
    const read = write({cells: Array.from({length: rows}, (_, index) => row(index + 1)).flat()})
    assert.equal(read?.cells.length, 2 * rows)
    assert.equal(read.cells.at(-1)?.text, `${rows}次`)
  })

  it('is written at once when its few cells stand at the far ends of the grid', () => {
    const start = performance.now()
    const read = write({
      cells: [...row(1), {row: 1_048_576, column: 16_384, text: '完', value: '完'}]
    })
    assert.deepEqual(
      read?.cells.map(({row, column, text}) => [row, column, text]),
      [
        [1, 1, '下乡巡诊'],
        [1, 2, '1次'],
        [1_048_576, 16_384, '完']
      ]
    )
    assert.ok(performance.now() - start < 5000)
  })
})

describe('a sheet with a look of its own', () => {
  const draft = new SheetDraft("说明's", 'hidden')
  draft.setWidth(1, 20)
  draft.put(1, 1, '标题', 'title', 2)
  draft.put(2, 1, '错', 'wrong')
  draft.put(2, 2, {row: 9, column: 9, text: '95%', value: 0.95, format: '0%'}, 'right')
  draft.put(3, 1, '很长的一句话，合并之后程序不会自己加高这一行，所以要量出高度来', 'note', 2)
  draft.put(4, 1, '回去', 'link')
  draft.link(4, 1, "说明's")
  draft.frozenRows = 1
  const {sheet: drawn, look} = draft.finish()
  const other = readLiteral(sheet`甲 | 乙`).sheets
  const bytes = writeWorkbook(
    {format: 'literal', date1904: false, warnings: [], sheets: [...other, drawn]},
    {[drawn.name]: look}
  )
  const part = (name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())

  it('keeps its cells, merges and visibility', () => {
    const read = readWorkbook(bytes).sheets[1]
    assert.equal(read?.visibility, 'hidden')
    assert.deepEqual(
      read.cells.map(({row, column, text}) => [row, column, text]),
      drawn.cells.map(({row, column, text}) => [row, column, text])
    )
    assert.equal(read.merges.length, 2)
  })

  it('has fills, widths, heights, links and frozen rows in the order that the format asks for', () => {
    const xml = part('xl/worksheets/sheet2.xml')
    assert.match(xml, /<pane ySplit="1" topLeftCell="A2"/)
    assert.match(xml, /<col min="1" max="1" width="20"/)
    assert.match(xml, /<row r="3" ht="(3|4)\d" customHeight="1">/)
    assert.match(
      xml,
      /<\/mergeCells><hyperlinks><hyperlink ref="A4" location="'说明''s'!A1"\/><\/hyperlinks><pageMargins/
    )
    assert.match(part('xl/styles.xml'), /<fgColor rgb="FFFFC7CE"\/>/)
    assert.match(part('xl/styles.xml'), /formatCode="0%"/)
  })

  it('uses only styles that are there', () => {
    const count = Number(/<cellXfs count="(\d+)"/.exec(part('xl/styles.xml'))?.[1])
    const used = [1, 2].flatMap((number) =>
      [...part(`xl/worksheets/sheet${number}.xml`).matchAll(/ s="(\d+)"/g)].map(([, style]) => Number(style))
    )
    assert.ok(used.length > 0 && Math.max(...used) < count)
  })
})
