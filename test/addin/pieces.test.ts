import assert from 'node:assert/strict'
import fc from 'fast-check'
import {freeName} from '../../addin/host/content/free-name.js'
import {layReport} from '../../addin/host/content/lay-report.js'
import {capabilitiesOf, probeLevel} from '../../addin/host/excel/api-level.js'
import {planBatches} from '../../addin/host/excel/plan-batches.js'
import {shiftMerges} from '../../addin/host/excel/shift-merges.js'
import {appendCells} from '../../addin/host/excel/to-cells.js'
import {toTypedText} from '../../addin/host/excel/typed-text.js'
import {limitationsOf} from '../../addin/host/limitations.js'
import {decodeState, encodeState} from '../../shared/workbook/document-state.js'
import type {Cell} from '../../shared/workbook/workbook.js'

describe('batches of cells', () => {
  const range = (bottom: number, right: number) => ({top: 1, left: 1, bottom, right})

  it('is one for everything that fits, however many sheets', () => {
    const ranges = Array.from({length: 40}, (_, owner) => ({owner, range: range(100, 12)}))
    assert.equal(planBatches(ranges, 50_000).length, 1)
  })

  it('cuts a large sheet between rows and fills up with the next', () => {
    const batches = planBatches(
      [
        {owner: 'a', range: range(25, 4)},
        {owner: 'b', range: range(3, 4)}
      ],
      60
    )
    assert.deepEqual(
      batches.map((batch) => batch.map(({owner, range: {top, bottom}}) => [owner, top, bottom])),
      [
        [['a', 1, 15]],
        [
          ['a', 16, 25],
          ['b', 1, 3]
        ]
      ]
    )
  })

  it('covers every row once within the limit', () => {
    const sizes = fc.array(fc.tuple(fc.integer({min: 1, max: 300}), fc.integer({min: 1, max: 30})), {
      maxLength: 8
    })
    fc.assert(
      fc.property(sizes, fc.integer({min: 30, max: 500}), (shapes, limit) => {
        const batches = planBatches(
          shapes.map(([rows, columns], owner) => ({owner, range: range(rows, columns)})),
          limit
        )
        for (const batch of batches) {
          const cells = batch.map(({range: {top, bottom, right}}) => (bottom - top + 1) * right)
          assert.ok(cells.reduce((sum, count) => sum + count, 0) <= limit)
        }
        shapes.forEach(([rows], owner) => {
          const pieces = batches.flat().filter((piece) => piece.owner === owner)
          let next = 1
          for (const {range: piece} of pieces) {
            assert.equal(piece.top, next)
            next = piece.bottom + 1
          }
          assert.equal(next, rows + 1)
        })
      })
    )
  })
})

describe('merged areas while rows and columns come and go', () => {
  const merges = [
    {top: 1, left: 1, bottom: 1, right: 6},
    {top: 4, left: 1, bottom: 8, right: 1}
  ]

  it('move, grow and shrink as in Excel', () => {
    assert.deepEqual(shiftMerges(merges, 'RowInserted', '2:3')[1], {top: 6, left: 1, bottom: 10, right: 1})
    assert.deepEqual(shiftMerges(merges, 'RowInserted', '5:5')[1], {top: 4, left: 1, bottom: 9, right: 1})
    assert.deepEqual(shiftMerges(merges, 'RowDeleted', '3:5')[1], {top: 3, left: 1, bottom: 5, right: 1})
    assert.deepEqual(shiftMerges(merges, 'ColumnDeleted', 'B:C')[0], {top: 1, left: 1, bottom: 1, right: 4})
    assert.deepEqual(shiftMerges(merges, 'ColumnInserted', 'A:A')[1], {top: 4, left: 2, bottom: 8, right: 2})
  })

  it('go with their last row, and are no merge as a single cell', () => {
    assert.deepEqual(shiftMerges(merges, 'RowDeleted', '4:8').length, 1)
    assert.deepEqual(shiftMerges(merges, 'RowDeleted', '5:8').length, 1)
  })

  it('stay at any other change', () => {
    assert.equal(shiftMerges(merges, 'RangeEdited', 'A1:C9'), merges)
    assert.equal(shiftMerges(merges, 'RowInserted', '看不懂'), merges)
  })
})

describe('cells as Excel tells them', () => {
  const read = (value: unknown, formula: unknown = value, format: unknown = 'General'): Cell | undefined => {
    const cells: Cell[] = []
    appendCells(
      {row: 3, column: 2, values: [[value]], formulas: [[formula]], formats: [[format]]},
      false,
      cells
    )
    return cells[0]
  }

  it('are empty, text, numbers, errors and formulas', () => {
    assert.equal(read(''), undefined)
    assert.deepEqual(read('甲\n乙'), {row: 3, column: 2, text: '甲\n乙', value: '甲\n乙'})
    assert.deepEqual(read(0.95, 0.95, '0%'), {row: 3, column: 2, text: '95%', value: 0.95, format: '0%'})
    assert.deepEqual(read('#DIV/0!', '=1/0')?.value, {error: '#DIV/0!'})
    assert.deepEqual(read('', '=""'), {row: 3, column: 2, text: '', value: '', formula: '""'})
    assert.equal(read('=不是公式', '=不是公式')?.formula, undefined)
  })

  it('show dates as the saved file does, whatever the language of Excel', () => {
    assert.equal(read(45352, 45352, 'm/d/yyyy')?.text, '2024/3/1')
    assert.equal(read(-1234.5, -1234.5, '#,##0.00_);(#,##0.00)')?.text, '-1,234.50')
  })
})

describe('text handed to Excel', () => {
  it('is guarded where typing it would make something else of it', () => {
    for (const text of [
      '50%',
      '2024-05',
      '2024年5月',
      '=1',
      '+1',
      '-',
      '001',
      'TRUE',
      '1,000',
      "'x",
      '五月',
      '1e5'
    ])
      assert.equal(toTypedText(text, 'General'), `'${text}`)
  })

  it('is left as it is where nothing can be misread', () => {
    for (const text of ['', '≥95%', '≥2000人次', '群众满意度', '2024年12月底前完成'])
      assert.equal(toTypedText(text, 'General'), text)
    assert.equal(toTypedText('=1', '@'), '=1')
  })
})

describe('levels of Excel', () => {
  it('are found by asking', () => {
    for (const level of [1, 7, 14, 19])
      assert.equal(
        probeLevel((version) => Number(version.slice(2)) <= level),
        level
      )
  })

  it('say what is missing, in both languages, and nothing when all is there', () => {
    assert.deepEqual(limitationsOf(capabilitiesOf(99, true)), [])
    const missing = limitationsOf(capabilitiesOf(1, true))
    assert.ok(missing.some(({capability}) => capability === 'merges'))
    for (const {text} of missing) assert.ok(text.zh.length > 10 && text.en.length > 20)
    assert.deepEqual(
      limitationsOf(capabilitiesOf(14, true)).map(({capability}) => capability),
      ['notes', 'nativeUndo']
    )
  })
})

describe('state in the document', () => {
  it('comes back whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (state) => {
        assert.deepEqual(decodeState(encodeState(state)), JSON.parse(JSON.stringify(state)))
      })
    )
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => assert.equal(decodeState(encodeState(text)), text))
    )
  })

  it('is nothing when the part is damaged or of others', () => {
    assert.equal(decodeState('<state xmlns="urn:jixiao-lint:state">{"a":</state>'), undefined)
    assert.equal(decodeState('<state xmlns="urn:other">1</state>'), undefined)
    assert.equal(decodeState(''), undefined)
  })

  it('is read with a prefix, a declaration and character references too', () => {
    const xml =
      '<?xml version="1.0"?>\n<j:state xmlns:j="urn:jixiao-lint:state">{&quot;a&quot;:&#34;&#x6e05;&#34;}</j:state>'
    assert.deepEqual(decodeState(xml), {a: '清'})
  })
})

describe('names of new sheets', () => {
  it('are legal, free and short enough', () => {
    const taken = ['练习', '练习 (2)']
    assert.equal(freeName('练习', taken), '练习 (3)')
    assert.equal(freeName("'a/b'", []), 'a b')
    assert.equal(freeName('*', []), 'Sheet')
    assert.equal(freeName('History', []), 'History (2)')
    assert.ok(freeName('长'.repeat(60), ['长'.repeat(31)]).length <= 31)
  })
})

describe('the report sheet', () => {
  it('links by formula, with quotes and apostrophes doubled', () => {
    const {cells} = layReport({
      name: '清单',
      title: '清单',
      columns: [{title: '位置', width: 10}],
      rows: [[{text: '他说"好"', sheet: "甲'表", range: 'B2'}]]
    })
    assert.equal(cells.at(-1)?.formula, `HYPERLINK("#'甲''表'!B2","他说""好""")`)
    assert.equal(cells.at(-1)?.text, '他说"好"')
  })
})
