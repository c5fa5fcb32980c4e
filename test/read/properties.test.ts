import assert from 'node:assert/strict'
import fc from 'fast-check'
import {ReadError} from '../../linter/read/read-error.js'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import {formatNumber} from '../../shared/workbook/number-format.js'
import type {Cell, Workbook} from '../../shared/workbook/workbook.js'
import {makeXlsx, oneSheet, worksheet, zipParts} from './make-xlsx.js'

// Without lone surrogates and the characters that XML cannot carry; a carriage return is read as a line break.
const text = fc
  .string({unit: 'binary', minLength: 1, maxLength: 30})
  .map((raw) => raw.replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, '指'))
const value: fc.Arbitrary<string | number | boolean> = fc.oneof(
  text,
  fc.constantFrom('_x000D_', '_x005F_', ']]>', '&amp;', '<c r="A1">', '　全角　', '\u200b'),
  fc.double({noNaN: true, noDefaultInfinity: true}).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.integer(),
  fc.boolean()
)
const format = fc.option(fc.constantFrom('0%', '#,##0.00', '0.00"万元"', 'yyyy年m月d日'), {nil: undefined})
const place = fc.tuple(fc.integer({min: 1, max: 40}), fc.constantFrom(1, 2, 3, 26, 27, 702, 703, 16384))

const workbooks = fc
  .uniqueArray(fc.record({place, value, format}), {
    selector: ({place: [row, column]}) => row * 20000 + column,
    maxLength: 25
  })
  .map((drafts): Workbook => {
    const cells = drafts.map(({place: [row, column], value, format}): Cell => {
      const kept = typeof value === 'number' ? format : undefined
      const text =
        typeof value === 'number'
          ? formatNumber(value, kept ?? 'General')
          : typeof value === 'boolean'
            ? String(value).toUpperCase()
            : String(value)
      return {row, column, text, value, ...(kept && {format: kept})}
    })
    cells.sort((a, b) => a.row - b.row || a.column - b.column)
    const sheet = {
      name: '表',
      visibility: 'visible' as const,
      cells,
      merges: [],
      notes: [],
      hiddenRows: [],
      hiddenColumns: []
    }
    return {format: 'xlsx', date1904: false, sheets: [sheet], warnings: []}
  })

/** Reads and takes a refusal for an answer; anything else thrown fails the test. */
/** The workbook, or nothing for what is refused as it should be. */
function readOrRefuse(bytes: Uint8Array): Workbook | undefined {
  try {
    return readWorkbook(bytes)
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    return undefined
  }
}

const sample = makeXlsx({
  format: 'xlsx',
  date1904: false,
  warnings: [],
  sheets: [
    {
      name: '绩效目标表',
      visibility: 'visible',
      cells: [
        {row: 1, column: 1, text: '宣传次数', value: '宣传次数'},
        {row: 1, column: 2, text: '95%', value: 0.95, format: '0%'},
        {row: 2, column: 2, text: '3', value: 3, formula: '1+2'}
      ],
      merges: [{top: 1, left: 1, bottom: 2, right: 1}],
      notes: [{row: 1, column: 1, text: '注', author: '甲'}],
      hiddenRows: [[4, 5]],
      hiddenColumns: [[7, 8]]
    }
  ]
})

describe('reading any workbook', () => {
  it('gives back every text, number and boolean as it was written, inline or shared', () => {
    fc.assert(
      fc.property(workbooks, fc.constantFrom('inline' as const, 'shared' as const), (workbook, strings) => {
        assert.deepEqual(readWorkbook(makeXlsx(workbook, {strings})), workbook)
      }),
      {numRuns: 150}
    )
  })

  it('reads a package with changed bytes or refuses it properly', () => {
    const change = fc.tuple(fc.nat({max: sample.length - 1}), fc.nat({max: 255}))
    fc.assert(
      fc.property(fc.array(change, {minLength: 1, maxLength: 5}), (changes) => {
        const bytes = sample.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        readOrRefuse(bytes)
      }),
      {numRuns: 150}
    )
  })

  it('refuses a package cut off anywhere', () => {
    fc.assert(
      fc.property(fc.nat({max: sample.length - 1}), (length) => {
        assert.throws(() => readWorkbook(sample.slice(0, length)), ReadError)
      }),
      {numRuns: 150}
    )
  })

  it('reads a sheet of any text, markup or not, or refuses it properly', () => {
    const piece = fc.constantFrom(
      '<row r="2">',
      '</row>',
      '<c r="B2" t="s">',
      '<c>',
      '</c>',
      '<v>',
      '</v>',
      '1',
      '<is>',
      '</is>',
      '<t>',
      '</t>',
      '<f/>',
      '<c/>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?x',
      '?>',
      '&#xD800;',
      '&#0;',
      '&lt',
      '<',
      '>',
      '"',
      '=',
      '/>',
      '<mergeCell ref="A1:B2"/>',
      '<col min="1" max="2" hidden="1"/>',
      '甲'
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 25}), (pieces) => {
        readOrRefuse(zipParts(oneSheet(worksheet(pieces.join('')))))
      }),
      {numRuns: 150}
    )
  })

  it('refuses any bytes that are no package, unless they are a table of text', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 200}), fc.boolean(), (bytes, isZip) => {
        if (isZip) bytes.set([0x50, 0x4b, 3, 4].slice(0, bytes.length))
        const workbook = readOrRefuse(bytes)
        assert.ok(workbook === undefined || /^[ct]sv$/.test(workbook.format))
      }),
      {numRuns: 150}
    )
  })
})
