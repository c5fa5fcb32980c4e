import {defineRule} from '../../lint/define-rule.js'
import type {Form, Indicator, Part} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {distinctParts, evaluationBlocks, executionOf, sumPoints} from '../support/evaluation-blocks.js'
import {formatPoints, readPoints, roundingOf} from '../support/points.js'

export default defineRule({
  id: 'score-total',
  group: 'evaluation',
  severity: 'error',
  title: {zh: '总得分与各项得分之和不符', en: 'Total score differs from its parts'},
  why: {
    zh: '总分应当等于各指标得分之和，表中有预算执行得分的再加上它，最高 100 分。对不上说明有一处填错，等级也可能跟着错。请重新加总。',
    en: 'The total must equal the sum of the scores of the indicators, plus the score of budget execution where the form has one, at most 100. A difference means that one figure is wrong, and perhaps the grade too. Add up again.'
  },
  basis: ['财预〔2020〕10号：自评总分由各项指标得分汇总形成，满分 100 分'],
  traps: {
    zh: '含不含预算执行得分都算对；百分制里另有分值不在本表的，差额在其分值以内不报；总分四舍五入的不报；有得分没填或认不出的不比较；表格不完整的只查总分小于已有得分的情形。',
    en: 'With or without the score of budget execution is right; where some of the hundred points stand elsewhere a difference of as much is accepted; rounding is ignored; nothing is compared while a score is missing or unreadable; in an incomplete table only a total below the visible scores is reported.'
  },
  messages: {
    zh: {
      total: '“{label}”是 {printed} 分，各项得分之和是 {sum} 分。请重新加总。',
      withExecution:
        '“{label}”是 {printed} 分，各项得分之和是 {sum} 分，加上预算执行得分 {execution} 分是 {all} 分。请重新加总。',
      over: '“{label}”是 {printed} 分，超过了满分 100 分。请核对。'
    },
    en: {
      total: '"{label}" is {printed} points, but the scores add up to {sum}. Add up again.',
      withExecution:
        '"{label}" is {printed} points, but the scores add up to {sum}, with the {execution} points of budget execution to {all}. Add up again.',
      over: '"{label}" is {printed} points, more than the full 100. Check it.'
    }
  },
  examples: [
    {
      wrong: sheet`
        项目支出绩效自评表
        （2023年度）
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        ^ | 年度资金总额 | #60 | #60 | #54 | #10 | 90% | #9
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
        产出指标 | 数量指标 | 修缮校舍面积 | ≥3000平方米 | 3000平方米 | #50 | #50 |
        效益指标 | 社会效益指标 | 受益学生人数 | ≥800人 | 760人 | #30 | #28.5 | 生源减少，下年按在校人数测算
        满意度指标 | 服务对象满意度指标 | 师生满意度 | ≥90% | 92% | #10 | #10 |
        总分 | | | | | #100 | #99.5 |
      `,
      finds: ['G9']
    },
    {
      title: {zh: '总分单独填写', en: 'Total in a field of its own'},
      wrong: sheet`
        2023年校舍修缮项目支出绩效自评表
        项目名称 | 校舍修缮 | 自评总分 | 106
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 修缮校舍面积 | ≥3000平方米 | 3000平方米 | #60 | #60
        效益指标 | 社会效益指标 | 受益学生人数 | ≥800人 | 820人 | #30 | #30
        满意度指标 | 服务对象满意度指标 | 师生满意度 | ≥90% | 92% | #10 | #10
      `,
      finds: ['D2']
    },
    {
      right: sheet`
        项目支出绩效自评表
        （2023年度）
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        ^ | 年度资金总额 | #60 | #60 | #54 | #10 | 90% | #9
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
        产出指标 | 数量指标 | 修缮校舍面积 | ≥3000平方米 | 3000平方米 | #50 | #50 |
        效益指标 | 社会效益指标 | 受益学生人数 | ≥800人 | 760人 | #30 | #28.5 | 生源减少，下年按在校人数测算
        满意度指标 | 服务对象满意度指标 | 师生满意度 | ≥90% | 92% | #10 | #10 |
        总分 | | | | | #100 | #97.5 |
      `
    },
    {
      title: {zh: '合计只含指标得分，总分取整', en: 'A total of the indicators only, a rounded total'},
      right: sheet`
        2023年校舍修缮项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 修缮校舍面积 | ≥3000平方米 | 3000平方米 | #50 | #50
        效益指标 | 社会效益指标 | 受益学生人数 | ≥800人 | 790人 | #30 | #29.63
        满意度指标 | 服务对象满意度指标 | 师生满意度 | ≥90% | 92% | #10 | #10
        合计 | | | | | #90 | #89.63
        总分 | | | | | #100 | #100
      `
    }
  ],
  create: (context) => ({
    form(form) {
      if (form.headings.every(({score}) => !score)) return
      const blocks = evaluationBlocks(form)
      for (const {rows, totals} of blocks) {
        let from = 0
        for (const {role, label, score} of totals) {
          const above = rows.filter(({position: {start}}) => start.line < label.range.top)
          if (role === 'subtotal') {
            const own = above.filter(({position: {start}}) => start.line > from)
            const {level1} = above.at(-1) ?? {}
            const ofClass = above.filter((row) => row.level1?.plain === level1?.plain)
            if (score) check(label, score, [own, ofClass], true)
            from = label.range.top
          } else if (role === 'total' && score) check(label, score, [above], false)
        }
      }
      const [only] = blocks
      if (!only || blocks.length > 1) return
      for (const child of form.children) {
        if (child.type === 'field' && child.key === 'total-score' && child.value)
          check(child.label, child.value, [only.rows], false, !form.complete)
      }

      function check(
        label: Part,
        cell: Part,
        readings: Indicator[][],
        isSubtotal: boolean,
        isOpen = false
      ): void {
        const printed = readPoints(cell)
        if (printed === undefined || /%$/.test(cell.plain)) return
        const report = (messageId: string, data: Record<string, string> = {}): void => {
          context.report({
            node: form,
            part: cell,
            messageId,
            data: {label: quoteText(label.text), printed: formatPoints(printed), ...data}
          })
        }
        if (printed > 100.01 && printed <= 200) {
          report('over')
          return
        }
        const sums = readings.flatMap((rows) => scoresOf(rows) ?? [])
        const [sum] = sums
        if (sum === undefined || sums.length < readings.length) return
        const execution = isSubtotal ? undefined : executionOf(form)?.score
        const tolerance = roundingOf(cell) + 0.011
        const fits = (value: number): boolean => Math.abs(printed - value) <= tolerance
        if (sums.some((value) => fits(value) || (execution !== undefined && fits(value + execution)))) return
        // Execution or the goal may be scored where this table does not show it.
        const elsewhere = isSubtotal ? 0 : pointsElsewhere(form, readings[0] ?? [])
        const least = sum + (execution ?? 0) - tolerance
        if (printed >= least && (isOpen || printed <= least + elsewhere + 2 * tolerance)) return
        if (execution === undefined) report('total', {sum: formatPoints(sum)})
        else
          report('withExecution', {
            sum: formatPoints(sum),
            execution: formatPoints(execution),
            all: formatPoints(sum + execution)
          })
      }
    }
  })
})

/** The sum of the scores; `undefined` while a row with points has none. */
function scoresOf(rows: Indicator[]): number | undefined {
  const isMissing = rows.some(({weight, score}) => readPoints(weight) && score?.plain === '')
  return isMissing ? undefined : sumPoints(distinctParts(rows, 'score'))?.sum
}

/** Points of the hundred that neither the indicators nor the row of budget execution bear. */
function pointsElsewhere(form: Form, rows: Indicator[]): number {
  const own = sumPoints(distinctParts(rows, 'weight'))?.sum
  const execution = executionOf(form)?.points ?? 0
  return own === undefined || own <= 1.001 ? 20 : Math.max(0, 100 - own - execution)
}
