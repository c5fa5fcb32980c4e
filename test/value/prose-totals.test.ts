import assert from 'node:assert/strict'
import {splitProse, toProse} from '../../shared/value/prose-clauses.js'
import {findWrongTotals} from '../../shared/value/prose-formulas.js'
import {findWrongAdjustments, findWrongRates} from '../../shared/value/prose-ratios.js'

const expected = (text: string): number[] => findWrongTotals(text).map((wrong) => wrong.expected)
const adjusted = (text: string): number[] =>
  findWrongAdjustments(splitProse(toProse(text))).map(({actual}) => actual)

describe('a count, an amount for each and a total', () => {
  it('are multiplied out', () => {
    assert.deepEqual(expected('为80个农家书屋补充图书，每个书屋2500元，共计25万元。'), [20])
    assert.deepEqual(expected('为80个农家书屋补充图书，每个书屋2500元，共计20万元。'), [])
  })

  it('are left alone where another factor stands in between', () => {
    assert.deepEqual(expected('为1200名老人每人每月发放津贴100元，共计144万元。'), [])
    assert.deepEqual(expected('为60个村每村配备器材1套，每套1.5万元，共计90万元。'), [])
  })
})

describe('a budget and its adjustment', () => {
  it('give the budget afterwards', () => {
    assert.deepEqual(adjusted('年初预算500万元，年中追加80万元，调整后预算600万元。'), [5800000])
    assert.deepEqual(adjusted('年初预算500万元，年中追加80万元，调整后预算580万元。'), [])
    assert.deepEqual(adjusted('年初预算500万元，年中调减80万元，调整后预算420万元。'), [])
  })

  it('say nothing where money was carried over as well', () => {
    assert.deepEqual(adjusted('年初预算860万元，年中追加120万元，上年结转20万元，全年预算1000万元。'), [])
  })
})

describe('an execution rate', () => {
  const rates = (text: string): number[] =>
    findWrongRates(splitProse(toProse(text))).map(({actual}) => actual)

  it('is held against the budget of the sentence before', () => {
    assert.deepEqual(rates('部门预算收入500万元。全年支出480万元，预算执行率98%。'), [0.96])
    assert.deepEqual(rates('部门预算收入500万元。全年支出480万元，预算执行率96%。'), [])
  })
})
