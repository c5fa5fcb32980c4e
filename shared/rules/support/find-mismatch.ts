import type {Severity} from '../../lint/finding.js'
import type {Indicator} from '../../tree/nodes.js'
import type {TargetValue} from '../../value/target-value.js'
import {bareName} from './bare-name.js'
import {countPattern, isClassifier} from './known-classifiers.js'
import {isBlankTarget, isOpenTarget, isPlaceholder} from './placeholders.js'

/** How a target fails to answer its name: a message of the rule `target-kind-mismatch`. */
export interface Mismatch {
  messageId: string
  severity: Severity
}

/** Whether a target answers what its name asks; `undefined` when it does, or when that is not sure. Takes plain text. */
export function findMismatch(node: Indicator, value: TargetValue, plain: string): Mismatch | undefined {
  const found = compare(node, value, plain, bareName(node.name))
  // Asked last, because few targets are at odds with their names.
  return found && (isPlaceholder(plain) || isBlankTarget(plain) || isOpenTarget(plain)) ? undefined : found
}

function compare(node: Indicator, value: TargetValue, plain: string, bare: string): Mismatch | undefined {
  const {profile, levelTwo} = node
  if (
    levelTwo === 'quality' &&
    isFrequency(value, plain) &&
    profile.kind !== 'frequency' &&
    !/频|次数|周期|时间|时限/.test(bare)
  ) {
    return {messageId: 'frequencyForQuality', severity: 'error'}
  }
  const {kind} = value
  if (
    (kind === 'percent' || kind === 'number') &&
    isWish(bare) &&
    /\d/.test(plain) &&
    (kind === 'percent' || isClassifier(value.unit))
  ) {
    return {messageId: 'numberForWish', severity: 'warning'}
  }
  if (kind === 'percent') {
    if (isAim(bare)) return {messageId: 'numberForWish', severity: 'warning'}
    if (isDated(bare)) return {messageId: 'percentForTime', severity: 'warning'}
    if (isPrevention(bare)) return {messageId: 'percentForPrevention', severity: 'warning'}
    if (asksPromptness(bare)) return {messageId: 'percentForPromptness', severity: 'info'}
  }
  const {confidence} = profile
  if (confidence < 0.7)
    return bare.endsWith('金额') ? judgeMoney(node, value, plain, bare, 'warning') : undefined
  const severity: Severity = confidence >= 0.8 ? 'error' : 'warning'
  switch (profile.kind) {
    case 'rate':
    case 'satisfaction':
      return judgeRate(node, value, plain, severity)
    case 'deadline':
    case 'duration':
      return judgeTime(value, plain, bare, severity)
    case 'count':
    case 'measure':
      return judgeCount(node, value, plain, bare, severity)
    case 'amount':
    case 'cost':
      return judgeMoney(node, value, plain, bare, severity)
    default:
      return undefined
  }
}

/** Words that answer a rate well enough to be checked. */
const checkable =
  /^(?:全|应.尽|百分|百份|零|无|没有|未发生|不发生|达标|合格|通过|优|良|是|否|满意|基本满意|非常满意|较满意)|全覆盖|零投诉|零事故|100/

/** 低于上年, 不高于全省平均水平: no number, but one that everybody can look up. */
const comparison =
  /^(?:不?[低高]于|不?[大小]于|优于|[≤≥<>])[^，。]*(?:上年|去年|同期|平均|水平|限值|标准|[选准]值|全[国省市县区])/

/** Rates per amount of something else: 万公里责任事故率 in 次. */
const perAmount = /(?:每|[百千万])(?:公里|车|人|台|户|件|吨|单|次|例)|百万|十万/

const trend = /提升|提高|增长|增加|增强|减少|降低|下降|上升|改善|稳定|持平|逐年|逐步|高于|低于|不低于|不高于/

function judgeRate(
  node: Indicator,
  value: TargetValue,
  plain: string,
  severity: Severity
): Mismatch | undefined {
  if (value.unit === '%' || value.unit === '‰' || /[%‰]|[百千万]分之|百分/.test(plain)) return undefined
  const {profile} = node
  if (value.kind === 'date') return {messageId: 'dateForRate', severity}
  if (isFrequency(value, plain)) return {messageId: 'frequencyForRate', severity: 'warning'}
  if (value.kind === 'duration') return {messageId: 'durationForRate', severity: 'warning'}
  if (value.kind === 'money')
    return {messageId: 'moneyForRate', severity: value.unit?.includes('/') ? 'warning' : severity}
  const count =
    countPattern.exec(plain)?.[1] ??
    (isClassifier(value.unit) && value.number !== undefined ? String(value.number) : undefined)
  if (perAmount.test(node.name?.plain ?? '')) return undefined
  if (count !== undefined && !plain.includes('/') && !value.unit?.includes('/')) {
    if (Number(count) === 0) return undefined
    return {messageId: 'countForRate', severity: profile.direction === 'down' ? 'warning' : severity}
  }
  if (value.number !== undefined || /\d/.test(plain) || !/[\u4e00-\u9fff]/.test(plain)) return undefined
  if (checkable.test(plain) || comparison.test(plain) || /^[一二三四五六七八九十]+成/.test(plain))
    return undefined
  return {
    messageId: 'wordsForRate',
    severity: trend.test(plain) || profile.kind === 'satisfaction' ? 'warning' : severity
  }
}

function judgeTime(
  value: TargetValue,
  plain: string,
  bare: string,
  severity: Severity
): Mismatch | undefined {
  if (value.kind === 'percent' && /(?:时间|时限|日期|期限|工期|年限)$/.test(bare))
    return {messageId: 'percentForTime', severity}
  if (
    value.kind === 'money' ||
    (value.kind === 'number' && isClassifier(value.unit) && !/次/.test(value.unit ?? ''))
  ) {
    if (/(?:时间|时限|日期|期限|工期|年限)$/.test(bare) && !/[日天年月时]/.test(plain)) {
      return {messageId: 'countForTime', severity: 'warning'}
    }
  }
  return undefined
}

function judgeCount(
  {profile}: Indicator,
  value: TargetValue,
  plain: string,
  bare: string,
  severity: Severity
): Mismatch | undefined {
  if (value.kind === 'date' && !/时间|时限|年份|日期/.test(bare)) return {messageId: 'dateForCount', severity}
  if (
    value.kind === 'money' &&
    (/(?:户|人|件|份|次|台|套|个|家|辆|册)数$|人次$/.test(bare) ||
      !/金|费|款|额|值|资|补|收入|成本|标准|投入|经济|价|工资|产|损失|规模|总量/.test(bare))
  ) {
    return {messageId: 'moneyForCount', severity}
  }
  if (
    value.kind === 'percent' &&
    profile.kind === 'measure' &&
    !/[率比]|增|减|提|降|规模|总量|面$/.test(bare) &&
    (/%$/.test(plain) || value.unitSource === 'column')
  ) {
    return {messageId: 'percentForMeasure', severity: 'warning'}
  }
  return undefined
}

function judgeMoney(
  {name, profile, levelTwo}: Indicator,
  value: TargetValue,
  plain: string,
  bare: string,
  severity: Severity
): Mismatch | undefined {
  const isCost = profile.kind === 'cost'
  const inCostClass = levelTwo === 'cost' || levelTwo === 'economic-cost'
  if (value.kind === 'date' && isCost) return {messageId: 'dateForCost', severity}
  if (value.kind === 'percent') {
    if (
      /利率|费率/.test(name?.plain ?? '') ||
      /率|比|控制|节约|节省|增|提高|提升|减|降|标准化|达标|变动|融资|债券|贷款|利息/.test(bare) ||
      isExempt(bare)
    )
      return undefined
    return {messageId: 'percentForCost', severity: 'warning'}
  }
  if (
    isCost &&
    value.kind === 'number' &&
    value.unit !== undefined &&
    isClassifier(value.unit) &&
    /(?:费|费用|成本|支出|造价)$/.test(bare)
  ) {
    return {messageId: 'countForCost', severity}
  }
  if (
    value.number === undefined &&
    !/\d/.test(plain) &&
    /[\u4e00-\u9fff]/.test(plain) &&
    !/[一二三四五六七八九十百千]+[万亿]?元/.test(plain)
  ) {
    if (
      (profile.kind === 'amount' || /金额$/.test(bare)) &&
      /(?:金额|收入|产值|税收|利润|总额|额)$/.test(bare) &&
      !checkable.test(plain) &&
      !/[高低]于.*(?:平均|上年|去年|同期|水平)/.test(plain)
    ) {
      return {messageId: 'wordsForAmount', severity: trend.test(plain) ? 'warning' : severity}
    }
    if (
      isCost &&
      inCostClass &&
      !/预算|评审|中标|概算|控制数|定额|标准|批复|合同|≤|不超|不增|下降|降低|压减/.test(plain)
    )
      return {messageId: 'wordsForCost', severity: 'warning'}
  }
  return undefined
}

function isExempt(bare: string): boolean {
  return /情况|程度|效果|影响|完成|执行|到位|发放|落实|拨付|支付/.test(bare)
}

function isFrequency(value: TargetValue, plain: string): boolean {
  if (value.kind === 'frequency') return true
  return (plain.startsWith('按') || plain.startsWith('每')) && writesFrequency.test(plain)
}

const writesFrequency =
  /^(?:按|每)(?:个)?(?:日|天|周|旬|月|季度?|半年|学期|年度?)(?:[度份])?(?:发放|支付|拨付|开展|进行|一次|结算|上报|完成|报送)?$/

/** Characters that wishes and aims begin with. */
const beginnings = '进有切不全充提增加促推改优完保确维协执落贯营规深激调带助弘传护丰满缓打巩展'

/** Whether a name begins like a wish or an aim and does not end like a measure. */
function mayBeWish(bare: string): boolean {
  if (!beginnings.includes(bare.charAt(0))) return false
  return !'率度比占数量额'.includes(bare.slice(-1)) || bare.endsWith('效率')
}

/** A wish or a demand, not a measured thing: begins with its verb and ends in an abstraction. */
function isWish(bare: string): boolean {
  return (
    mayBeWish(bare) &&
    /^(?:进一步|有效|切实|不断|全面|充分)?(?:提高|提升|增强|加强|促进|推动|推进|改善|优化|完善|保障|确保|保证|维护|协调|执行|落实|贯彻|营造|规范|深化|激发|调动)/.test(
      bare
    ) &&
    /(?:规定|关系|积极性|意识|稳定|和谐|环境|形象|效率|素质|公信力|秩序|就业|获得感|幸福感|安全感|责任感|精神|氛围)$/.test(
      bare
    )
  )
}

/** An aim that ends in a thing, not in a measure of it: 促进集体经济发展, 弘扬传统文化. */
function isAim(bare: string): boolean {
  return (
    bare.length >= 6 &&
    mayBeWish(bare) &&
    /^(?:进一步|有效|切实|不断|全面|充分)?(?:促进|推动|推进|带动|助力|弘扬|传承|保障|保护|维护|改善|优化|丰富|满足|缓解|打造|营造|巩固|展示|确保|保证|提升|提高|增强|加强)/.test(
      bare
    ) &&
    /(?:发展|运转|运行|卫生|文化|建设|安全|增收|振兴|进步|稳定|和谐|需求|生活|形象|能力|水平|质量|服务|管理|环境|经济|教育|治理|融合|品质|条件|供应|实施|开展|意识)$/.test(
      bare
    ) &&
    !/[率比占数量度额]|指数|增长|标准化/.test(bare.slice(-4))
  )
}

/** A date as a name: 2024年12月完成. */
function isDated(bare: string): boolean {
  return (
    bare.includes('月') &&
    /^(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底)?(?:前|之前|以前)?(?:全部)?(?:完成|完工|竣工|发放|拨付|投用)?$/.test(
      bare
    )
  )
}

/** 防范火灾发生: something that must not happen, so its natural target is a number of 0. */
function isPrevention(bare: string): boolean {
  return (
    '有防预杜避遏'.includes(bare.charAt(0)) &&
    /^(?:有效)?(?:防范|防止|预防|杜绝|避免|遏制)/.test(bare) &&
    /(?:发生|事故|事件|风险|舆情|灾害|火灾|犯罪)/.test(bare) &&
    !/[率比]/.test(bare)
  )
}

function asksPromptness(bare: string): boolean {
  return (
    bare.endsWith('及时性') ||
    bare.endsWith('时效性') ||
    bare.endsWith('是否及时') ||
    bare.endsWith('及时情况')
  )
}
