import type {Indicator} from '../../tree/nodes.js'
import {bareName} from './bare-name.js'

/**
 * Rates that compare what was done with a plan: doing more than planned gives more than 100 %. Not those about
 * punctuality, which share the ending.
 */
const overachieves =
  /(?<!按时|按期|及时|按时限|按期限|准时|整改|预算|资金)(?:完成|达成|实现|兑现|任务|计划|采购执行|增长|提升|保值)率$/

/** A rate or satisfaction that cannot be more than 100 % on any reading. */
export function isBoundedRate({profile, name}: Indicator, confidence: number): boolean {
  if (profile.kind !== 'rate' && profile.kind !== 'satisfaction') return false
  return profile.bound === 100 && profile.confidence >= confidence && !overachieves.test(bareName(name))
}

/** A rate that is bounded in most readings, but where doing more than planned may count. */
export function isOverachievable({profile, name}: Indicator): boolean {
  return profile.kind === 'rate' && overachieves.test(bareName(name))
}

const grade =
  /(?:及时|准时|准确|完整|合规|合法|规范|真实|安全|时效)性$|(?:执行|落实|到位|发放|及时)情况$|是否(?:及时|按时|准时)/

/** Names like 及时性 or 执行情况 that, answered in percent, mean the share done as it should be. */
export function isShareInDisguise({name}: Indicator): boolean {
  return grade.test(bareName(name))
}

/** Rates of spending against the budget: 预算执行率, 资金支付率, 预算完成率 … */
export function isExecutionRate(bare: string): boolean {
  return (bare.endsWith('率') || bare.endsWith('进度')) && executionRate.test(bare)
}

const executionRate =
  /(?:预算|资金|经费|支出|财政|款项).{0,8}(?:执行|完成|支付|使用|到位|支出|拨付|下达)(?:率|进度)$|(?:预算|资金)支出(?:率|进度)$|^(?:年度|全年|当年)?(?:执行率|支付率|支付进度|支出进度|执行进度)$/
