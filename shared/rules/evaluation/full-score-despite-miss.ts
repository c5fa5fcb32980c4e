import {defineRule} from '../../lint/define-rule.js'
import type {Indicator} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {compareActual, isLate} from '../support/compare-actual.js'
import {contentsOf} from '../support/contents-of.js'
import {formatPoints, readPoints} from '../support/points.js'
import {withTargetInForce} from '../support/target-in-force.js'
import {writtenTarget} from '../support/written-target.js'

export default defineRule({
  id: 'full-score-despite-miss',
  group: 'evaluation',
  severity: 'error',
  title: {zh: '没有完成却得满分', en: 'Full score although the target was missed'},
  why: {
    zh: '完成值没有达到指标值（“≥”的低于指标值，“≤”的高于指标值，或者超过了时限），就不能得满分，应当按完成比例扣分并说明原因。请核对完成值，或者调整得分。',
    en: 'When the result misses its target (below a "≥", above a "≤", or after the deadline), the points cannot be full: they are cut in proportion and the reason is stated. Check the result, or correct the score.'
  },
  basis: ['财预〔2020〕10号：未完成指标值的，按照完成值与指标值的比例记分'],
  traps: {
    zh: '越低越好的指标（投诉率、成本、办理时限）方向相反；没有对比符号、名称也看不出方向的，符号与名称矛盾的，单位换算不了的，扣分四舍五入后为零的不报；差距在 1% 以内只作警告。',
    en: 'Where less is better (complaints, costs, time limits) the direction turns; silent when neither sign nor name tells the direction, when they contradict each other, when units cannot be converted, and when the points lost round to none; only a warning within 1 %.'
  },
  messages: {
    zh: {
      below:
        '“{name}”完成值“{actual}”低于指标值“{target}”，却得了满分 {score} 分。请按完成比例扣分并说明原因。',
      above: '“{name}”完成值“{actual}”超过了指标值“{target}”，却得了满分 {score} 分。请扣分并说明原因。',
      late: '“{name}”完成时间“{actual}”晚于指标值“{target}”，却得了满分 {score} 分。请扣分并说明原因。'
    },
    en: {
      below:
        'The result "{actual}" of "{name}" is below its target "{target}", but the score is the full {score}. Cut points in proportion and give the reason.',
      above:
        'The result "{actual}" of "{name}" exceeds its limit "{target}", but the score is the full {score}. Cut points and give the reason.',
      late: 'The result "{actual}" of "{name}" is later than its target "{target}", but the score is the full {score}. Cut points and give the reason.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2023年社会救助项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 全年实际值 | 得分 | 未完成原因及拟采取的改进措施
        产出指标 | 数量指标 | 救助困难群众人数 | 20 | >=1200人 | 1150人 | 20 | 人员动态调整
        ^ | 质量指标 | 资料归档合格率 | 10 | 100% | 96% | 10 |
        ^ | 时效指标 | 救助金发放时限 | 10 | ≤10个工作日 | 14个工作日 | 10 |
        ^ | ^ | 核查完成时间 | 10 | 2023年9月底前 | 2023年11月20日 | 10 |
        ^ | 成本指标 | 人均救助成本 | 10 | <=5000元/人 | 5600元/人 | 10 |
        效益指标 | 社会效益指标 | 救助对象投诉率 | 20 | ≤2% | 3.5% | 20 |
        满意度指标 | 服务对象满意度指标 | 救助对象满意度 | 10 | ≥90% | 92% | 10 |
      `,
      finds: ['G3', 'G4', 'G5', 'G6', 'G7', 'G8']
    },
    {
      title: {zh: '对比符号、指标值、单位分列的表', en: 'Sign, number and unit in columns of their own'},
      wrong: sheet`
        部门预算项目支出绩效自评表（2023年度）
        一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分 | 未完成原因分析
        产出指标 | 数量指标 | 举办就业招聘会场次 | ≥ | #20 | 场 | #18 | #50 | #50 |
        效益指标 | 社会效益指标 | 帮助就业人数 | ≥ | #800 | 人 | #860 | #40 | #40 |
      `,
      finds: ['I3']
    },
    {
      title: {zh: '年中调整过的指标值', en: 'Target adjusted in the year'},
      wrong: sheet`
        2023年项目支出绩效自评表
        绩效指标 | 指标名称 | 计量单位 | 指标性质 | 年初指标值 | 调整指标值 | 全年完成值 | 指标权重（分） | 指标得分（分）
        ^ | 举办就业招聘会场次 | 场 | ≥ | #20 | #16 | #16 | #50 | #50
        ^ | 帮助就业人数 | 人 | ≥ | #800 | #900 | #850 | #40 | #40
      `,
      finds: ['I4']
    },
    {
      right: sheet`
        2023年社会救助项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 全年实际值 | 得分 | 未完成原因及拟采取的改进措施
        产出指标 | 数量指标 | 救助困难群众人数 | 20 | >=1200人 | 1150人 | 19.2 | 人员动态调整，2024年应救尽救
        ^ | ^ | 发放救助资金 | 10 | 0.12亿元 | 1250万元 | 10 |
        ^ | 质量指标 | 资料归档合格率 | 10 | 98% | 97.9% | 10 | 一份资料缺页，已补齐
        ^ | 时效指标 | 救助金发放时限 | 5 | ≤10个工作日 | 8个工作日 | 5 |
        ^ | ^ | 核查完成时间 | 5 | 2023年9月底前 | 2023年9月20日 | 5 |
        ^ | 成本指标 | 人均救助成本 | 10 | <=5000元/人 | 4800元/人 | 10 |
        效益指标 | 社会效益指标 | 救助对象投诉率 | 20 | ≤2% | 1.5% | 20 |
        满意度指标 | 服务对象满意度指标 | 救助对象满意度 | 10 | ≥90% | 92% | 10 |
      `
    }
  ],
  create: (context) => {
    function check(row: Indicator): void {
      const node = withTargetInForce(row)
      if (!node) return
      const {name, actual, target, weight, score} = node
      if (!score?.plain || !actual?.plain || !name?.plain || !target?.plain) return
      const points = readPoints(weight)
      const reached = readPoints(score)
      if (!points || reached === undefined || reached < points) return
      const outcome = compareActual(node)
      const late = outcome === undefined && isLate(node, context.form) === true
      if (!late && outcome?.met !== false) return
      // Points are given to one decimal at most; what is lost below that is rounded away.
      if (!late && outcome && points * outcome.gap < 0.05) return
      context.report({
        node: row,
        part: score,
        messageId: late ? 'late' : outcome?.direction === 'down' ? 'above' : 'below',
        ...(outcome && outcome.gap <= 0.01 && {severity: 'warning' as const}),
        data: {
          name: quoteText(name.text),
          actual: quoteText(actual.text),
          target: quoteText(writtenTarget(node)),
          score: formatPoints(reached)
        },
        related: [{part: actual}, {part: target}]
      })
    }

    return {
      form(form) {
        contentsOf(form).reported.forEach(check)
      }
    }
  }
})
