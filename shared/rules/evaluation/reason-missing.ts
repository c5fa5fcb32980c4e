import {defineRule} from '../../lint/define-rule.js'
import type {Form, Funds, Indicator} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {compareActual, isLate} from '../support/compare-actual.js'
import {contentsOf} from '../support/contents-of.js'
import {fundsCell, isMidYear, totalRowOf} from '../support/evaluation-blocks.js'
import {amountIn} from '../support/execution-rate.js'
import {formatPercent} from '../support/format-percent.js'
import {findInstruction} from '../support/placeholders.js'
import {formatPoints, readPoints} from '../support/points.js'
import {isReason} from '../support/reasons.js'
import {withTargetInForce} from '../support/target-in-force.js'
import {writtenTarget} from '../support/written-target.js'

export default defineRule({
  id: 'reason-missing',
  group: 'evaluation',
  severity: 'warning',
  title: {zh: '扣分或没有完成却没写原因', en: 'Loss of points without a reason'},
  why: {
    zh: '得分低于分值，或者完成值没有达到指标值的，应当在“偏差原因分析及改进措施”里逐条写明原因和下一步措施，不能空着或只写“无”。请补写。',
    en: 'Where points are lost or a target is missed, the column for deviations must name the reason and what will be done; it cannot be empty or say "none". Fill it in.'
  },
  basis: ['财预〔2020〕10号：未完成绩效目标的，应当分析原因并提出改进措施'],
  traps: {
    zh: '没有偏差原因一栏的表不报；扣分不到分值 1% 的、年中监控表不报；表里另有“存在问题及原因分析”等文字的只作提示。',
    en: 'Silent for tables without a column for deviations, for a loss below 1 % of the points, and for mid-year checks; only a hint where the form explains its problems elsewhere.'
  },
  messages: {
    zh: {
      lost: '“{name}”分值 {weight}，得分 {score}，没有写扣分原因。请写明原因和改进措施。',
      lostNone: '“{name}”分值 {weight}，得分 {score}，偏差原因却写“{reason}”。请写明扣分的原因和改进措施。',
      missed: '“{name}”完成值“{actual}”没有达到指标值“{target}”，没有写原因。请写明原因和改进措施。',
      missedNone:
        '“{name}”完成值“{actual}”没有达到指标值“{target}”，偏差原因却写“{reason}”。请写明原因和改进措施。',
      execution: '预算执行率是 {rate}，没有写原因。执行率低于 90% 的，请说明原因。'
    },
    en: {
      lost: '"{name}" scores {score} of {weight} points without a reason. State the reason and what will be done.',
      lostNone:
        '"{name}" scores {score} of {weight} points, but its reason is "{reason}". State why points were lost and what will be done.',
      missed:
        'The result "{actual}" of "{name}" misses its target "{target}" without a reason. State the reason and what will be done.',
      missedNone:
        'The result "{actual}" of "{name}" misses its target "{target}", but the reason is "{reason}". State the reason and what will be done.',
      execution: 'The execution rate is {rate}, without a reason. Say why less than 90 % was spent.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2023年垃圾分类项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
        产出指标 | 数量指标 | 新建分类亭数量 | ≥80座 | 72座 | #20 | #18 |
        ^ | 质量指标 | 分类准确率 | ≥85% | 80% | #15 | #14 | 无
        ^ | 时效指标 | 建设完成时间 | 2023年10月底前 | 2023年10月20日 | #15 | #15 |
        效益指标 | 生态效益指标 | 可回收物回收率 | ≥35% | 36% | #30 | #30 |
        满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | 91% | #10 | #10 |
      `,
      finds: ['H3', 'H4']
    },
    {
      title: {zh: '没有得分栏的自评表', en: 'Self-evaluation without scores'},
      wrong: sheet`
        2023年转移支付区域绩效目标自评表
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 全年完成值 | 未完成原因和改进措施
        产出指标 | 数量指标 | 改造户厕数量 | ≥2000户 | 1680户 |
        ^ | 时效指标 | 改造完成时间 | 11月底前 | 12月 |
        满意度指标 | 服务对象满意度指标 | 农户满意度 | ≥90% | 95% |
      `,
      finds: ['F3', 'F4']
    },
    {
      title: {zh: '预算执行率偏低', en: 'Low execution'},
      wrong: sheet`
        部门预算项目支出绩效自评表（2023年度）
        预算执行情况（10分） | 年度预算数（万元） | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | 权重 | 得分 | 原因
        ^ | 总额 | #50 | #48 | #36 | 75% | #10 | #7.5 |
        ^ | 其中：财政资金 | #50 | #48 | #36 | 75% | / | / |
      `,
      finds: ['I3']
    },
    {
      right: sheet`
        2023年垃圾分类项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
        产出指标 | 数量指标 | 新建分类亭数量 | ≥80座 | 72座 | #10 | #9 | 两个小区选址未定，2024年6月前建成
        ^ | ^ | 投放分类桶数量 | ≥300组 | 285组 | #10 | #9 | 同上
        ^ | 质量指标 | 分类准确率 | ≥85% | 88% | #15 | #15 | 无
        ^ | 时效指标 | 建设完成时间 | 2023年10月底前 | 2023年10月20日 | #15 | #15 |
        效益指标 | 生态效益指标 | 可回收物回收率 | ≥35% | 36% | #30 | #30 |
        满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | 91% | #10 | #10 |
      `
    }
  ],
  create: (context) => {
    function checkFunds(block: Funds, form: Form): void {
      const row = totalRowOf(block)
      const reason = row && fundsCell(row, 'reason')
      if (!row || !reason || isReason(reason)) return
      const executed = amountIn(row, 'executed')
      const budget = amountIn(row, 'adjusted') ?? amountIn(row, 'budget')
      if (!executed || !budget || budget.amount <= 0 || isMidYear(form)) return
      const ratio = executed.amount / budget.amount
      if (ratio < 0 || ratio >= 0.9) return
      context.report({
        node: row,
        part: reason,
        messageId: 'execution',
        ...(explainsElsewhere(form) && {severity: 'info' as const}),
        data: {rate: formatPercent(ratio)},
        related: [{part: executed.part}, {part: budget.part}]
      })
    }

    function checkRow(row: Indicator, form: Form): void {
      const node = withTargetInForce(row) ?? row
      const {name, actual, target, weight, score, deviation} = node
      if (!deviation || !name?.plain) return
      const points = readPoints(weight)
      const reached = readPoints(score)
      const isScored = points !== undefined && reached !== undefined
      // A score tells what was lost; without one the result has to.
      const isLost = isScored && points > 0 && reached < points * 0.99 && reached >= 0
      const isMissed = !isScored && !score?.plain && misses()
      if (!isLost && !isMissed) return
      const kind = isLost ? 'lost' : 'missed'
      context.report({
        node: row,
        part: deviation,
        messageId: deviation.plain === '' ? kind : `${kind}None`,
        ...(explainsElsewhere(form) && {severity: 'info' as const}),
        data: {
          name: quoteText(name.text),
          reason: quoteText(deviation.text),
          ...(isLost && {weight: formatPoints(points), score: formatPoints(reached)}),
          ...(isMissed && {actual: quoteText(actual?.text ?? ''), target: quoteText(writtenTarget(node))})
        },
        related: [isLost ? score : actual, isLost ? weight : target].flatMap((part) => (part ? [{part}] : []))
      })

      function misses(): boolean {
        if (!actual?.plain || isMidYear(form)) return false
        const outcome = compareActual(node)
        return outcome ? outcome.met === false && outcome.gap > 0.01 : isLate(node, form) === true
      }
    }

    return {
      form(form) {
        const {others, asksReasons} = contentsOf(form)
        for (const child of others) if (child.type === 'funds') checkFunds(child, form)
        if (!asksReasons) return
        // 同上 is a reason where the indicator above has one.
        let isExplained = false
        for (const row of form.children) {
          if (row.type !== 'indicator') continue
          const {deviation} = row
          isExplained = isReason(deviation) || (isExplained && /^同上[。.]?$/.test(deviation?.plain ?? ''))
          if (!isExplained) checkRow(row, form)
        }
      }
    }
  }
})

/** Whether the form has a text of its own about problems and reasons, filled with more than its instruction. */
function explainsElsewhere(form: Form): boolean {
  return form.children.some(
    (child) =>
      child.type === 'field' &&
      /原因|存在(?:的|主要)?问题|改进措施/.test(child.label.plain) &&
      (child.value?.plain.length ?? 0) >= 12 &&
      findInstruction(child.value?.plain ?? '') === undefined
  )
}
