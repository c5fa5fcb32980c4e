import assert from 'node:assert/strict'
import {
  profileIndicator,
  type Direction,
  type IndicatorKind
} from '../../shared/vocabulary/indicator-profile.js'

/** Names of our own with what they measure. */
const table: [string, IndicatorKind | undefined, Direction?][] = [
  ['普法宣传活动次数', 'count', 'up'],
  ['培训人次', 'count', 'up'],
  ['法律援助案件办理数', 'count', 'up'],
  ['资料印制份数', 'count', 'up'],
  ['安全事故发生次数', 'count', 'down'],
  ['重大舆情发生起数', 'count', 'down'],
  ['道路养护面积', 'measure', 'up'],
  ['管网铺设长度', 'measure', 'up'],
  ['验收合格率', 'rate', 'up'],
  ['资金发放及时率', 'rate', 'up'],
  ['政策知晓率', 'rate', 'up'],
  ['群众投诉率', 'rate', 'down'],
  ['再犯罪率', 'rate', 'down'],
  ['差错率', 'rate', 'down'],
  ['能耗降低率', 'change-rate', 'up'],
  ['税收增长率', 'change-rate', 'up'],
  ['群众满意度', 'satisfaction', 'up'],
  ['受益对象满意率', 'satisfaction', 'up'],
  ['人均培训成本', 'cost', 'down'],
  ['设备购置成本', 'cost', 'down'],
  ['补贴标准', 'cost', 'equal'],
  ['带动投资', 'amount', 'up'],
  ['节约成本', 'amount', 'up'],
  ['项目完成时间', 'deadline'],
  ['完成时限', 'deadline'],
  ['设备使用年限', 'duration', 'up'],
  ['免费开放天数', 'duration', 'up'],
  ['考核得分', 'score', 'up'],
  ['指标1：办案数量（件）', 'count', 'up'],
  ['★受益人口数(≥**人)', 'count', 'up'],
  ['资金支付率（%）', 'rate', 'up']
]

describe('what an indicator measures', () => {
  for (const [name, kind, direction] of table) {
    it(`${name}: ${kind ?? 'unknown'}${direction ? `, ${direction}` : ''}`, () => {
      const profile = profileIndicator({name})
      assert.equal(profile.kind, kind)
      if (direction) assert.equal(profile.direction, direction)
    })
  }

  it('does not take 效率, 频率, 利率 for rates', () => {
    for (const name of ['工作效率', '办事效率', '检查频率', '贷款利率']) {
      const {kind, confidence} = profileIndicator({name})
      assert.ok(kind !== 'rate' || confidence < 0.7, name)
    }
  })

  it('bounds rates that cannot exceed 100 %, and only those', () => {
    assert.equal(profileIndicator({name: '验收合格率'}).bound, 100)
    assert.equal(profileIndicator({name: '税收增长率'}).bound, undefined)
    assert.equal(profileIndicator({name: '政府采购执行率'}).bound, undefined)
  })

  it('takes the unit written into a name', () => {
    assert.equal(profileIndicator({name: '提供咨询数量（件）'}).unitHint, '件')
    assert.equal(profileIndicator({name: '完成率(%)'}).unitHint, '%')
  })

  it('is unsure where name and description measure different things', () => {
    assert.ok(profileIndicator({name: '覆盖率', description: '办理案件数量'}).confidence < 0.7)
  })

  it('is not sure of wishes', () => {
    for (const name of ['提高群众法律意识', '促进社会和谐稳定', '保障工作开展']) {
      assert.ok(profileIndicator({name}).confidence < 0.7, name)
    }
  })
})
