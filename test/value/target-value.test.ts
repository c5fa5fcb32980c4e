import assert from 'node:assert/strict'
import fc from 'fast-check'
import {parseTargetValue, type Comparator, type TargetKind} from '../../shared/value/target-value.js'

const read = (text: string, more: {comparator?: string; unit?: string; nameUnit?: string} = {}) =>
  parseTargetValue({text, ...more})

const comparators: [string, Comparator][] = [
  ['≥', '≥'],
  ['≧', '≥'],
  ['>=', '≥'],
  ['＞＝', '≥'],
  ['大于等于', '≥'],
  ['不低于', '≥'],
  ['不少于', '≥'],
  ['至少', '≥'],
  ['≤', '≤'],
  ['<=', '≤'],
  ['小于等于', '≤'],
  ['不超过', '≤'],
  ['不高于', '≤'],
  ['＞', '>'],
  ['高于', '>'],
  ['<', '<'],
  ['低于', '<'],
  ['=', '='],
  ['＝', '='],
  ['等于', '=']
]

describe('reading targets', () => {
  it('understands every comparator with any number and unit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...comparators),
        fc.oneof(
          fc.nat(99999),
          fc.nat(9999).map((number) => number / 100)
        ),
        fc.constantFrom('%', '件', '人次', '万元', '元/人', '平方米', '个', '份', '场'),
        fc.constantFrom('', ' '),
        ([spelling, comparator], number, unit, blank) => {
          const value = read(`${spelling}${blank}${number}${blank}${unit}`)
          assert.deepEqual(
            [value.comparator, value.number, value.unit, value.unitSource],
            [comparator, number, unit, 'cell']
          )
          assert.equal(value.kind, unit === '%' ? 'percent' : unit.includes('元') ? 'money' : 'number')
          assert.equal(value.rest, undefined)
        }
      )
    )
  })

  const cases: [string, TargetKind, Partial<ReturnType<typeof read>>][] = [
    ['95%以上', 'percent', {comparator: '≥', number: 95}],
    ['5%以内', 'percent', {comparator: '≤', number: 5}],
    ['95％', 'percent', {number: 95, unit: '%'}],
    ['百分之九十五', 'percent', {number: 95}],
    ['百分之百', 'percent', {number: 100}],
    ['=100百分比', 'percent', {number: 100, unit: '百分比'}],
    ['大于等于1,200份', 'number', {number: 1200, unit: '份'}],
    ['两次', 'number', {number: 2, unit: '次'}],
    ['一百二十人', 'number', {number: 120, unit: '人'}],
    ['3-5次', 'range', {number: 3, upper: 5, unit: '次'}],
    ['90%~95%', 'percent', {number: 90, upper: 95}],
    ['10 万份', 'number', {number: 10, unit: '万份'}],
    ['≤500元/人年', 'money', {number: 500}],
    ['≤7天', 'duration', {number: 7}],
    ['3个工作日内', 'duration', {comparator: '≤', number: 3}],
    ['2024年12月底前', 'date', {}],
    ['≤12月份', 'date', {comparator: '≤'}],
    ['2024/12/31', 'date', {}],
    ['2024年全年', 'date', {}],
    ['年底前', 'date', {}],
    ['2023.07-2024.01', 'date', {}],
    ['每季度1次', 'frequency', {}],
    ['按月发放', 'frequency', {}],
    ['≥95%为优；≥90%为良', 'graded', {}],
    ['显著提升', 'qualitative', {}],
    ['房屋设备管理到位，环境整洁', 'qualitative', {}],
    ['≥**%', 'placeholder', {}],
    ['≥ %', 'placeholder', {}],
    ['公里', 'placeholder', {}],
    ['……', 'placeholder', {}],
    ['XX', 'placeholder', {}],
    ['', 'empty', {}],
    ['  ', 'empty', {}]
  ]
  for (const [text, kind, wanted] of cases) {
    it(`takes “${text}” for ${kind}`, () => {
      const value = read(text)
      assert.equal(value.kind, kind)
      for (const [key, expected] of Object.entries(wanted))
        assert.equal(value[key as keyof typeof value], expected, key)
      assert.equal(value.text, text)
    })
  }

  it('joins comparator and unit columns, and system codes of comparators', () => {
    const value = read('97.5', {comparator: '>=', unit: '%'})
    assert.deepEqual(
      [value.kind, value.comparator, value.number, value.unitSource],
      ['percent', '≥', 97.5, 'column']
    )
    assert.equal(read('3', {comparator: '5', unit: '次'}).comparator, '≤')
    assert.equal(read('3', {comparator: '定量指标'}).comparator, undefined)
  })

  it('keeps what is left over in a polluted cell', () => {
    assert.match(read('≥3数量，办案数量').rest ?? '', /办案数量/)
  })

  it('never throws, keeps the text, and stays quick on long input', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 60}), (text) => {
        assert.equal(read(text).text, text)
      })
    )
    for (const piece of ['1,', '（', '≥', '年', '每年', '95%', '一二三']) {
      const start = performance.now()
      read(piece.repeat(4000))
      assert.ok(performance.now() - start < 500, piece)
    }
  })
})
