import assert from 'node:assert/strict'
import fc from 'fast-check'
import {builtinFormats, formatNumber, isDateFormat, toCalendar} from '../../shared/workbook/number-format.js'

const examples: [value: number, code: string, text: string][] = [
  [0.95, 'General', '0.95'],
  [0.1 + 0.2, 'General', '0.3'],
  [1e-7, 'General', '1E-07'],
  [1e21, 'General', '1E+21'],
  [95, 'G/通用格式"分"', '95分'],
  [0.95, '0%', '95%'],
  [0.145, '0%', '15%'],
  [0.07, '0.0%', '7.0%'],
  [1.005, '0.00', '1.01'],
  [-1.005, '0.00', '-1.01'],
  [2.5, '0', '3'],
  [-0.4, '0', '0'],
  [1234567.891, '#,##0.00', '1,234,567.89'],
  [0, '#,##0', '0'],
  [0, '#', ''],
  [0.5, '#.##', '.5'],
  [1.5, '0.##', '1.5'],
  [12.3, '0.00万元', '12.30万元'],
  [12.3, '0.00"万元"', '12.30万元'],
  [12.3, '0.00\\万\\元', '12.30万元'],
  [123456, '0\\.0,', '12.3'],
  [123456, '0!.0,"万元"', '12.3万元'],
  [123456789, '0,,"百万"', '123百万'],
  [-5, '0;(0)', '(5)'],
  [0, '0;-0;"—"', '—'],
  [20000, '[>=10000]0!.0,"万";0', '2.0万'],
  [9000, '[>=10000]0!.0,"万";0', '9000'],
  [-12, '[Red]-0', '--12'],
  [12.5, '[$¥-804]#,##0.00', '¥12.50'],
  [12345, '0.00E+00', '1.23E+04'],
  [45292, 'yyyy年m月d日', '2024年1月1日'],
  [45292, 'yyyy"年"m"月"', '2024年1月'],
  [45292, 'yyyy\\-mm\\-dd;@', '2024-01-01'],
  [45292, 'aaaa', '星期一'],
  [45292.75, 'yyyy/m/d h:mm', '2024/1/1 18:00'],
  [45292.75, 'h:mm AM/PM', '6:00 PM'],
  [45292.25, '上午/下午h"时"mm"分"', '上午6时00分'],
  [45292.75, '[$-804]上午/下午h"时"mm"分"ss"秒"', '下午6时00分00秒'],
  [1.5, '[h]:mm', '36:00'],
  [60, 'yyyy-mm-dd', '1900-02-29'],
  [61, 'yyyy-mm-dd', '1900-03-01']
]

describe('number formats', () => {
  for (const [value, code, text] of examples) {
    it(`shows ${value} as ${code}: ${text || 'nothing'}`, () => assert.equal(formatNumber(value, code), text))
  }

  it('shows the dates of the 1904 system 1462 days later', () => {
    assert.equal(formatNumber(0, 'yyyy-mm-dd', true), '1904-01-01')
    assert.equal(formatNumber(43830, 'yyyy年m月d日', true), '2024年1月1日')
  })

  it('knows which formats show dates', () => {
    for (const code of ['yyyy年m月d日', 'h:mm', '[h]:mm:ss', '0;yyyy', 'aaaa'])
      assert.equal(isDateFormat(code), true, code)
    for (const code of ['General', '0%', '0.00"day"', '#,##0\\d', '@', '[Red]0', '0.00E+00'])
      assert.equal(isDateFormat(code), false, code)
  })

  it('shows the built-in Chinese date formats with Chinese units', () => {
    for (const id of [27, 31, 36, 50, 52, 57])
      assert.match(formatNumber(45292, builtinFormats[id] ?? ''), /^2024年1月/)
  })

  const builtIn: [id: number, value: number, text: string][] = [
    [5, 1234.5, '¥1,235'],
    [7, -1234.5, '¥-1,234.50'],
    [30, 45292, '1-1-24'],
    [32, 45292.75, '18时00分'],
    [34, 45292.75, '下午6时00分'],
    [41, 1234.5, ' 1,235 '],
    [42, -1234.5, ' ¥-1,235 '],
    [43, 1234.5, ' 1,234.50 '],
    [43, -0.5, ' -0.50 '],
    [43, 0, ' - '],
    [44, 1234.5, ' ¥1,234.50 '],
    [55, 45292.25, '上午6时00分'],
    [56, 45292.25, '上午6时00分00秒'],
    [58, 45292, '1月1日']
  ]
  for (const [id, value, text] of builtIn)
    it(`shows ${value} in the built-in format ${id} as Chinese programs do: ${text.trim()}`, () =>
      assert.equal(formatNumber(value, builtinFormats[id] ?? ''), text))

  it('gives back every day it is asked for', () => {
    fc.assert(
      fc.property(fc.integer({min: 61, max: 2958465}), (serial) => {
        const day = toCalendar(serial)
        assert.ok(day)
        assert.equal(Date.UTC(day.year, day.month - 1, day.day) / 864e5 + 25569, serial)
        assert.deepEqual(toCalendar(serial - 1462, true), day)
      })
    )
  })

  it('shows a number with n places within half a unit of the last place', () => {
    fc.assert(
      fc.property(
        fc.double({min: -1e9, max: 1e9, noNaN: true}),
        fc.integer({min: 0, max: 5}),
        (value, places) => {
          const code = places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`
          const shown = Number(formatNumber(value, code).replace(/,/g, ''))
          assert.ok(
            Math.abs(shown - value) <= 0.5 * 10 ** -places + 1e-6 * 10 ** -places + Math.abs(value) * 1e-14
          )
        }
      )
    )
  })

  it('rounds the same whether a pattern is shown quickly or digit by digit', () => {
    // With an optional place, numbers are put together digit by digit.
    const pairs = [
      ['0', '0.#'],
      ['0.00', '0.00#'],
      ['#,##0', '#,##0.#'],
      ['#,##0.000', '#,##0.000#']
    ] as const
    fc.assert(
      fc.property(
        fc.integer({min: -2_000_000_000, max: 2_000_000_000}),
        fc.constantFrom(0, 2, 3),
        fc.constantFrom(...pairs),
        (units, places, [quick, slow]) => {
          const value = Number(`${units}e-${places}`)
          const decimals = quick.split('.')[1]?.length ?? 0
          if (places > decimals) return
          const tidy = (text: string): string => text.replace(/\.$/, '')
          assert.equal(tidy(formatNumber(value, quick)), tidy(formatNumber(value, slow)))
        }
      )
    )
  })

  it('shows a percent as the number times a hundred', () => {
    fc.assert(
      fc.property(fc.integer({min: -100000, max: 100000}), (hundredths) => {
        assert.equal(Number(formatNumber(hundredths / 10000, '0.00%').slice(0, -1)), hundredths / 100)
      })
    )
  })

  it('never throws, is quick and gives text for any number and any code', () => {
    const piece = fc.constantFrom(
      '0',
      '#',
      '?',
      ',',
      '.',
      '%',
      ';',
      '[',
      ']',
      '"',
      '\\',
      '!',
      '_',
      '*',
      '@',
      'E+',
      '/',
      'yyyy',
      'm',
      'd',
      'h',
      's',
      'AM/PM',
      'General',
      '年',
      '万',
      '>',
      '=',
      '1',
      '$-804',
      ' '
    )
    const code = fc.oneof(
      fc.string({unit: 'binary', maxLength: 40}),
      fc.array(piece, {maxLength: 30}).map((pieces) => pieces.join(''))
    )
    fc.assert(
      fc.property(fc.double(), code, fc.boolean(), (value, format, date1904) => {
        assert.equal(typeof formatNumber(value, format, date1904), 'string')
      }),
      {numRuns: 1000}
    )
    const started = performance.now()
    for (const long of [
      '0'.repeat(100000),
      `0.${'0'.repeat(1000)}E+00`,
      '"'.repeat(100001),
      `#,${'0'.repeat(1000)}`
    ])
      formatNumber(1.5, long)
    assert.ok(performance.now() - started < 200)
  })
})
