import assert from 'node:assert/strict'
import fc from 'fast-check'
import {readWorkbook} from '../../linter/read/read-workbook.js'
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
