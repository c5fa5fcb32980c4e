import {defineRule, type MessageData, type RuleContext} from '../../lint/define-rule.js'
import type {Severity} from '../../lint/finding.js'
import {splitProse, toProse} from '../../value/prose-clauses.js'
import {findWrongFormulas, findWrongTotals} from '../../value/prose-formulas.js'
import type {Quantity} from '../../value/prose-quantity.js'
import {findWrongNamedShares, findWrongSurplus} from '../../value/prose-references.js'
import {findWrongAdjustments, findWrongChanges, findWrongRates} from '../../value/prose-ratios.js'
import {findSums, findWrongShares, judgeSum, type ProseSum} from '../../value/prose-sums.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {formatAmount} from '../support/format-amount.js'
import {formatPercent} from '../support/format-percent.js'
import {proseTexts, type ProseText} from '../support/prose-texts.js'

/** Texts without one of these hold no statement that could be checked. */
const hint =
  /追加|调[增减]|每[\u4e00-\u9fff]{1,8}\d|其中|合计|总计|占[^,;。]{0,24}\d|超[^,;。\d]{0,10}\d|(?:率|进度)[^,;。\d]{0,4}\d|[较比与同](?:上|去|前|20\d\d|年初)|[×*xX+]\d[^=]*=\d|\d[^,;。()]{0,8}\([^()]*\d/

export default defineRule({
  id: 'prose-arithmetic',
  group: 'consistency',
  severity: 'error',
  title: {zh: '文字里的数算不对', en: 'Numbers in a sentence do not add up'},
  why: {
    zh: '总数与“其中”各项、占比、完成率、与上年相比的增减，都可以由句子里的数自己算出来。算不对，说明至少有一个数是错的或漏了一项，审核人一算便知。请按原始台账核对。',
    en: 'Totals and their parts, shares, rates and changes against last year follow from the numbers in the sentence itself. If they do not, at least one number is wrong or a part is missing, and every reviewer can see it. Check against the records.'
  },
  basis: ['财预〔2020〕10号：绩效自评结果应当真实、数据准确', '算术：总数等于各部分之和，比率等于两数之商'],
  traps: {
    zh: '有“约、余、以上、等”的数不比较；“其中”只列出一部分的，只查是否超过总数，差得很少时才提醒；交叉的分类（妇女、党员、脱贫户……）不求和；四舍五入的尾差不报；上年结转等任何一种说得通的算法对得上都不报。',
    en: 'Hedged numbers are not compared; a list after "of which" may be incomplete, so it is reported only when a part exceeds the whole, when the list is surely complete, or when only little is missing; overlapping groups are not added; rounding is allowed; any sensible reading that fits keeps the rule silent.'
  },
  messages: {
    zh: {
      partExceeds: '“{part}”是“{total}”的一部分，却比总数还大。请核对。',
      differs: '“{total}”的各项之和是 {sum}（{parts}），与总数对不上。请核对总数和各项。',
      near: '“{total}”与所列各项之和 {sum} 很接近但不相等（{parts}）。如果漏列了一项请补上，否则请核对这几个数。',
      sumExceeds: '所列各项之和 {sum} 超过了总数“{total}”（{parts}）。请核对；有交叉的请说明。',
      share: '“{part}”占“{total}”的 {actual}，文字里写的是 {stated}。请核对。',
      rate: '按“{part}”与“{whole}”计算应为 {actual}，文字里写的是 {stated}。请核对这几个数。',
      surplus: '“{part}”比“{whole}”超出 {actual}，文字里写的是 {stated}。请核对。',
      change: '“{now}”与“{before}”相差 {actual}，文字里写的是“{change}”。请核对。',
      changeRate: '由“{now}”和增减额“{change}”计算，增减幅度应为 {actual}，文字里写的是 {stated}。请核对。',
      adjusted: '年初 {start}、调整 {change}，调整后应为 {actual}，文中写的是 {end}。请核对。',
      formula: '“{formula}”算错了，应当等于 {expected}。请核对算式。'
    },
    en: {
      partExceeds: '"{part}" is a part of "{total}" but larger than it. Check the numbers.',
      differs:
        'The parts of "{total}" add up to {sum} ({parts}), which is not the total. Check the total and its parts.',
      near: '"{total}" is close to, but not the sum {sum} of the listed parts ({parts}). Add what is left out, or check the numbers.',
      sumExceeds:
        'The listed parts add up to {sum}, more than the total "{total}" ({parts}). Check the numbers, or say where parts overlap.',
      share: '"{part}" is {actual} of "{total}", but the text says {stated}. Check the numbers.',
      rate: '"{part}" and "{whole}" give {actual}, but the text says {stated}. Check the numbers.',
      surplus: '"{part}" is {actual} more than "{whole}", but the text says {stated}. Check the numbers.',
      change: '"{now}" and "{before}" differ by {actual}, but the text says "{change}". Check the numbers.',
      changeRate:
        '"{now}" and the change "{change}" give {actual}, but the text says {stated}. Check the numbers.',
      adjusted:
        'With {start} at first and a change of {change} the budget is {actual}, but the text says {end}. Check the numbers.',
      formula: '"{formula}" is wrong; the result is {expected}. Check the calculation.'
    }
  },
  examples: [
    {
      title: {zh: '自评报告', en: 'A self-evaluation report'},
      wrong: sheet`
        清河市民政局2023年度部门整体绩效自评报告
        一、基本情况
        2023年度收入合计860.5万元，其中：财政拨款收入820.3万元，占100%；事业收入0万元，占0%；其他收入0万元，占0%。
        二、工作开展情况
        全年受理救助申请412件，其中临时救助260件，低保申请150件。
        全年排查隐患500处，整改350处，整改率达95%。
        全年支出850万元，较上年增加50万元，增长12.5%。
        基本支出600万元，项目支出250万元。
        对项目支出开展绩效自评，共涉及资金250万元，占一般公共预算项目支出总额的29.41%。
        改造任务数为40户，实际完成改造60户，超任务33%。
      `,
      finds: ['A3', 'A3', 'A5', 'A6', 'A7', 'A9', 'A10']
    },
    {
      title: {zh: '句子断在两行', en: 'A sentence that runs on in the next row'},
      wrong: sheet`
        云川县教育局2023年度部门整体绩效自评报告
        一、基本情况
        2023年度支出合计620.4万元，其中：基本支出400.4万元，项目支出210万元，其
        他支出0万元。
      `,
      finds: ['A3']
    },
    {
      title: {zh: '项目绩效目标', en: 'Goals of a project'},
      wrong: sheet`
        云川县教育局2024年项目支出绩效目标表
        项目名称 | 乡村教师培训
        年度绩效目标 | 培训教师100人，其中小学教师120人。
        测算依据 | 100人×800元=9万元
      `,
      finds: ['B3', 'B4']
    },
    {
      title: {zh: '只列一部分，数有余数、结转、交叉', en: 'Parts, hedges, carry-over, overlaps'},
      right: sheet`
        清河市民政局2023年度部门整体绩效自评报告
        一、工作开展情况
        全年走访困难群众3200余人，其中高龄老人2100人，发放慰问金64万元。
        全年办理救助申请412件，其中重点案件20件。
        培训调解员120人，其中女性65人，党员58人。
        受理投诉120件，上年结转20件，办结130件，办结率92.86%。
        全年支出850万元，较上年增加50万元，增长6.25%。
        项目支出开展自评共涉及资金200万元，占一般公共预算项目支出总额的80%。
        改造任务数为40户，实际完成改造60户，超任务50%。
        在职人员45人(行政38人,事业7人)，全年支出850万元，其中基本支出600万元、项目支出250万元（含培训费20万元）。
        2023年预算收入合计1000万元，其中：财政拨款收入900万元，占90%；事业收入60万元，占6%；其他收入40万元，占4%。
      `
    },
    {
      right: sheet`
        云川县教育局2024年项目支出绩效目标表
        项目名称 | 乡村教师培训
        年度绩效目标 | 举办培训5期400人次，其中线上2期160人次，线下3期240人次。中央资金1.2亿元，其中校舍8000万元、设备4000万元。
        测算依据 | 100人×800元/人=8万元，30人*12月*2000元=72万元
      `
    }
  ],
  create: (context) => ({
    form(form) {
      let quantities: Quantity[] | undefined
      const document = (): Quantity[] => (quantities ??= proseTexts(form, holdsNumber).flatMap(quantitiesOf))
      for (const text of proseTexts(form, mayState)) checkText(context, text, document)
    }
  })
})

function holdsNumber(plain: string): boolean {
  return /\d/.test(plain)
}

/** A statement takes two numbers; how far a task was surpassed may be told far from its numbers. */
function mayState(plain: string): boolean {
  return /\d\D+\d|超/.test(plain) && hint.test(plain)
}

function quantitiesOf({text}: ProseText): Quantity[] {
  return splitProse(toProse(text)).flatMap(({clauses}) => clauses.flatMap((clause) => clause.quantities))
}

function checkText(context: RuleContext, text: ProseText, document: () => Quantity[]): void {
  const prose = toProse(text.text)
  const sentences = splitProse(prose)
  const say = (at: number, messageId: string, data: MessageData, severity: Severity = 'error'): void => {
    context.report({node: text.node, part: partAt(text, at), messageId, data, severity})
  }
  for (const sum of findSums(sentences)) {
    reportSum(sum, say)
    for (const {item, share, total, actual} of findWrongShares(sum)) {
      say(
        share.at,
        'share',
        {part: describe(item), total: describe(total), actual: formatPercent(actual), stated: share.text},
        Math.abs(actual - share.ratio) > 0.01 ? 'error' : 'warning'
      )
    }
  }
  for (const {part, whole, stated, actual, certain} of findWrongRates(sentences)) {
    say(
      stated.at,
      'rate',
      {part: describe(part), whole: describe(whole), actual: formatPercent(actual), stated: stated.text},
      certain ? 'error' : 'warning'
    )
  }
  for (const {now, before, change, stated, actualChange, actualRatio} of findWrongChanges(sentences)) {
    if (!change) continue
    const data = {now: describe(now), change: change.text}
    if (before && actualChange !== undefined)
      say(
        change.at,
        'change',
        {...data, before: before.text, actual: inUnit(Math.abs(actualChange), now)},
        'warning'
      )
    else if (stated && actualRatio !== undefined)
      say(
        stated.at,
        'changeRate',
        {...data, actual: formatPercent(actualRatio), stated: stated.text},
        'warning'
      )
  }
  if (/占[^,;。]*(?:支出|收入)/.test(prose)) {
    for (const {part, whole, stated, actual} of findWrongNamedShares(sentences, document())) {
      const data = {
        part: describe(part),
        total: describe(whole),
        actual: formatPercent(actual),
        stated: stated.text
      }
      say(stated.at, 'share', data, 'warning')
    }
  }
  if (/追加|调[增减]|核减/.test(prose)) {
    for (const {start, change, end, actual} of findWrongAdjustments(sentences)) {
      const data = {start: start.text, change: change.text, end: end.text, actual: inUnit(actual, end)}
      say(end.at, 'adjusted', data, 'warning')
    }
  }
  if (prose.includes('超')) {
    for (const {part, whole, stated, actual} of findWrongSurplus(sentences, document())) {
      const data = {
        part: describe(part),
        whole: describe(whole),
        actual: formatPercent(actual),
        stated: stated.text
      }
      say(stated.at, 'surplus', data, 'warning')
    }
  }
  for (const {text: written, at, expected, unit} of [
    ...findWrongFormulas(text.text),
    ...findWrongTotals(text.text)
  ]) {
    say(at, 'formula', {formula: written, expected: formatAmount(expected) + unit}, 'warning')
  }
}

function reportSum(
  sum: ProseSum,
  say: (at: number, messageId: string, data: MessageData, severity?: Severity) => void
): void {
  const problem = judgeSum(sum)
  if (!problem) return
  const {total, items} = sum
  if (problem.kind === 'part-exceeds') {
    say(total.at, 'partExceeds', {part: describe(problem.item), total: describe(total)})
    return
  }
  const data = {
    total: describe(total),
    sum: inUnit(problem.sum, total),
    parts: items.map(({quantity}) => quantity.text).join(' + ')
  }
  const ids = {differs: 'differs', near: 'near', 'sum-exceeds': 'sumExceeds'}
  say(total.at, ids[problem.kind], data, problem.kind === 'differs' ? 'error' : 'warning')
}

/** Words and number of a quantity: `刑事案件220件`. */
function describe({label, text, tail}: Quantity): string {
  if (label === tail) return text + quoteText(label, 14)
  const words = /[^:]*$/.exec(label)?.[0] ?? label
  return (words.length > 16 ? `…${words.slice(-15)}` : words) + text
}

/** A number in the unit that the text writes it in. */
function inUnit(number: number, like: Quantity): string {
  const [, unit = ''] = /^[\d.]+[余多来]?(.*)$/.exec(like.text) ?? []
  const scale = like.number === 0 ? 1 : like.number / parseFloat(like.text)
  return formatAmount(number / scale) + unit
}

/** The cell that holds an offset of the text; offsets of normalised text are close enough to tell the paragraph. */
function partAt({parts, text}: ProseText, at: number): ProseText['parts'][number]['part'] {
  let before = 0
  for (const {part} of parts) {
    before += toProse(part.text).length
    if (at < before) return part
  }
  return parts.at(-1)?.part ?? {text, plain: text, range: {top: 1, left: 1, bottom: 1, right: 1}}
}
