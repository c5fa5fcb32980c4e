import {defineRule} from '../../lint/define-rule.js'
import type {Form, Indicator, Part, PointTotal} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {
  distinctParts,
  evaluationBlocks,
  executionOf,
  fundsCell,
  isCutOff,
  sumPoints,
  totalRowOf,
  type EvaluationBlock
} from '../support/evaluation-blocks.js'
import {announcedPoints, formatPoints, readPoints, roundingOf} from '../support/points.js'

/** Totals that the schemes in use give to the indicators; execution and the goal have their own points beside them. */
const usual = [80, 90, 100]

export default defineRule({
  id: 'weight-total',
  group: 'evaluation',
  severity: 'error',
  title: {zh: '分值加总不对', en: 'Points do not add up'},
  why: {
    zh: '各指标分值之和应当等于表上印的分数（如“产出指标（50分）”“绩效指标（90分）”、合计行）；没有印的，指标分值一般合计 90 分，加上预算执行率 10 分共 100 分。加总不对，得分就没有意义。请核对各行分值。',
    en: 'The points of the indicators must add up to what the form prints (产出指标（50分）, 绩效指标（90分）, the total row); where nothing is printed they usually total 90, and 100 with the 10 points of budget execution. Check the points of each row.'
  },
  basis: [
    '财预〔2020〕10号：自评总分 100 分，其中预算执行率 10 分',
    '财预〔2021〕101号：绩效指标分值权重设置'
  ],
  traps: {
    zh: '以表头印的分数为准；没有印的，80、90、100 分都认，加上预算执行等正好 100 分的也认；“（40-50）分”之类按范围比较；权重写成小数或百分数的先换算；表格可能被截断的只查是否超出。',
    en: 'What the form prints counts; else 80, 90 and 100 are accepted, and whatever makes 100 with budget execution; ranges such as (40-50)分 are read as such; fractions and percentages are converted; where a table may be cut off only an excess is reported.'
  },
  messages: {
    zh: {
      class: '“{label}”下各指标分值之和是 {sum}，与印的 {printed} 分不符。请核对各行分值。',
      heading: '表上写“{label}”，各指标分值之和却是 {sum}。请核对各行分值。',
      total: '“{label}”行的分值是 {printed}，各行分值之和是 {sum}。请核对。',
      totalWithExecution:
        '“{label}”行的分值是 {printed}，指标分值之和是 {sum}，加上预算执行 {execution} 分是 {all}。请核对。',
      over: '各指标分值之和是 {sum}，超过了 100 分。请核对各行分值。',
      executionTwice:
        '预算执行的分值已在资金总额行，“{label}”行又填了 {weight} 分。建议这里填“—”，以免重复计分。',
      unusual: '各指标分值之和是 {sum}，既不是 90 分，也不是 80 或 100 分。请核对各行分值，或注明总分。'
    },
    en: {
      class:
        'The points of the indicators under "{label}" add up to {sum}, not to the {printed} printed there.',
      heading: 'The form says "{label}", but the points of the indicators add up to {sum}.',
      total: 'The row "{label}" gives {printed} points, but the rows add up to {sum}.',
      totalWithExecution:
        'The row "{label}" gives {printed} points; the indicators add up to {sum}, with the {execution} points of budget execution to {all}.',
      over: 'The points of the indicators add up to {sum}, more than 100.',
      executionTwice:
        'The points of budget execution stand in the row of the total; "{label}" gives {weight} again. Better enter a dash here, so that they are not counted twice.',
      unusual:
        'The points of the indicators add up to {sum}, which is neither 90 nor 80 or 100. Check the rows, or state the total.'
    }
  },
  examples: [
    {
      wrong: sheet`
        项目支出绩效自评表
        （2023年度）
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标（50分） | 数量指标 | 栽植苗木数量 | ≥6000株 | 6100株 | #20 | #20
        ^ | 质量指标 | 苗木成活率 | ≥90% | 92% | #20 | #20
        效益指标（30分） | 生态效益指标 | 新增绿地面积 | ≥1.5万平方米 | 1.6万平方米 | #30 | #30
        满意度指标（10分） | 服务对象满意度指标 | 居民满意度 | ≥90% | 93% | #10 | #10
        合计 | | | | | #90 | #80
      `,
      finds: ['A4:A5', 'F8']
    },
    {
      title: {zh: '表头写明 90 分', en: '90 points in the heading'},
      wrong: sheet`
        部门预算项目支出绩效目标表（2024年度）
        绩效指标（90分） | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 权重
        ^ | 产出指标 | 数量指标 | 开展执法检查次数 | ≥ | #24 | 次 | #60
        ^ | 效益指标 | 社会效益指标 | 投诉办结率 | ≥ | #98 | % | #30
        ^ | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥ | #90 | % | #10
      `,
      finds: ['A2:A5']
    },
    {
      title: {zh: '没有印总分', en: 'No total printed'},
      wrong: sheet`
        2024年执法检查项目支出绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值 | 分值
        产出指标 | 数量指标 | 开展执法检查次数 | ≥24次 | 40
        效益指标 | 社会效益指标 | 投诉办结率 | ≥98% | 25
        满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 10
        注：预算执行率 10 分另计。
      `,
      finds: ['E2']
    },
    {
      title: {zh: '预算执行的分值填了两次', en: 'Points of budget execution given twice'},
      wrong: sheet`
        绩效目标自评表
        （2023年度）
        资金情况（万元） | | 全年预算数（A） | 全年执行数（B） | 分值 | 执行率（B/A） | 得分
        ^ | 年度资金总额： | #30 | #30 | #10 | 100% | #10
        ^ | 其中：本年财政拨款 | #30 | #30 | #10 | 100% | #10
        一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 全年实际值 | 得分
        产出指标（50分） | 数量指标 | 开展执法检查次数 | #50 | 24次 | 24次 | #50
        效益指标（30分） | 社会效益指标 | 投诉办结率 | #30 | 98% | 98% | #30
        满意度指标（10分） | 服务对象满意度指标 | 群众满意度 | #10 | 90% | 92% | #10
      `,
      finds: ['E5']
    },
    {
      right: sheet`
        项目支出绩效自评表
        （2023年度）
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        ^ | 年度资金总额 | #60 | #60 | #60 | #10 | 100% | #10
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
        产出指标（50分） | 数量指标 | 栽植苗木数量 | ≥6000株 | 6100株 | #30 | #30 |
        ^ | 质量指标 | 苗木成活率 | ≥90% | 92% | #20 | #20 |
        ^ | 小计 | | | | #50 | #50 |
        效益指标（30分） | 生态效益指标 | 新增绿地面积 | ≥1.5万平方米 | 1.6万平方米 | #30 | #30 |
        满意度指标（10分） | 服务对象满意度指标 | 居民满意度 | ≥90% | 93% | #10 | #10 |
        合计 | | | | | #100 | #100 |
      `
    },
    {
      title: {zh: '目标另占 20 分，各级都有权重', en: 'Points for the goal beside, weights on every level'},
      right: sheet`
        2021年专项资金绩效自评表
        资金情况（万元）（20分） | | 预算数 | 执行数 | 执行率 | 得分
        ^ | 资金总额 | #300 | #291 | 97% | #19.4
        一级指标 | 权重 | 二级指标 | 权重 | 三级指标 | 分值 | 年度指标值 | 实际完成值 | 得分
        产出指标 | 50 | 数量指标 | 50 | 改造户数 | #30 | ≥300户 | 305户 | #30
        ^ | ^ | ^ | ^ | 新建水窖数 | #20 | ≥40口 | 41口 | #20
        满意度指标 | 10 | 服务对象满意度指标 | 10 | 农户满意度 | #10 | ≥90% | 95% | #10
        合计 | | | | | #100 | | | #99.4
      `
    },
    {
      title: {zh: '权重按百分数填写', en: 'Weights in percent'},
      right: sheet`
        2024年执法检查项目支出绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值 | 权重（%）
        产出指标 | 数量指标 | 开展执法检查次数 | ≥24次 | 40%
        效益指标 | 社会效益指标 | 投诉办结率 | ≥98% | 40%
        满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 10%
      `
    },
    {
      title: {zh: '成本分值按范围印出', en: 'A range of points printed'},
      right: sheet`
        2024年厂房改造项目支出绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值 | 分值
        成本指标（0-20）分 | 经济成本指标 | 厂房改造成本 | ≤65万元 | 10
        产出指标（40-50）分 | 数量指标 | 改造厂房面积 | ≥300平方米 | 50
        效益指标（20-30）分 | 社会效益指标 | 带动就业人数 | ≥15人 | 20
        满意度指标（10）分 | 服务对象满意度指标 | 用户满意度 | ≥90% | 10
      `
    }
  ],
  create: (context) => ({
    form(form) {
      if (form.headings.every(({weight}) => !weight)) return
      checkExecution()
      for (const block of evaluationBlocks(form)) {
        const points = sumPoints(distinctParts(block.rows, 'weight'))
        if (!points) continue
        const scale = points.sum <= 1.001 ? 100 : 1
        const isOff = checkClasses(block, scale)
        const isPrinted = checkTotals(block, scale)
        if (!isOff && !isPrinted) checkSum(block, points.sum * scale)
      }

      /** The points of budget execution belong to the total alone. */
      function checkExecution(): void {
        for (const block of form.children) {
          if (block.type !== 'funds') continue
          const total = totalRowOf(block)
          const printed = total && fundsCell(total, 'weight')
          if (!printed || !readPoints(printed)) continue
          for (const row of block.children) {
            const weight = row === total ? undefined : fundsCell(row, 'weight')
            if (!weight || weight.range.top === printed.range.top || !readPoints(weight)) continue
            context.report({
              node: row,
              part: weight,
              messageId: 'executionTwice',
              severity: 'info',
              data: {label: quoteText(row.label.text), weight: quoteText(weight.text)},
              related: [{part: printed}]
            })
          }
        }
      }

      /** Points printed in the label of a class, first or second level. */
      function checkClasses({rows}: EvaluationBlock, scale: number): boolean {
        let isOff = false
        for (const {label, members} of classesOf(rows)) {
          const printed = announcedPoints(label)
          const points = sumPoints(distinctParts(members, 'weight'))
          if (!printed || !points) continue
          const sum = points.sum * scale
          const mayBeCut = points.empty > 0 || members.at(-1) === rows.at(-1)
          if (sum <= printed.most + 0.01 && (sum >= printed.least - 0.01 || (mayBeCut && isOpen(form))))
            continue
          isOff = true
          context.report({
            node: form,
            part: label,
            messageId: 'class',
            data: {
              label: quoteText(label.text),
              sum: formatPoints(sum),
              printed:
                printed.least === printed.most
                  ? formatPoints(printed.most)
                  : `${formatPoints(printed.least)}–${formatPoints(printed.most)}`
            },
            related: distinctParts(members, 'weight').map((part) => ({part}))
          })
        }
        return isOff
      }

      /** Points announced in the heading, and the rows of totals; whether the form prints any. */
      function checkTotals({rows, totals}: EvaluationBlock, scale: number): boolean {
        let isPrinted = false
        let from = 0
        for (const total of totals) {
          if (total.role === 'heading') {
            const printed = announcedPoints(total.label)
            const points = sumPoints(distinctParts(rows, 'weight'))
            if (!printed || !points || printed.most < 40) continue
            isPrinted = true
            const sum = points.sum * scale
            if (sum <= printed.most + 0.01 && (sum >= printed.least - 0.01 || isOpen(form))) continue
            context.report({
              node: form,
              part: total.label,
              messageId: 'heading',
              data: {label: quoteText(total.label.text), sum: formatPoints(sum)}
            })
            continue
          }
          const above = rows.filter(({position: {start}}) => start.line < total.label.range.top)
          if (checkRow(total, above, from, scale)) isPrinted = true
          if (total.role === 'subtotal') from = total.label.range.top
        }
        return isPrinted
      }

      function checkRow(total: PointTotal, above: Indicator[], from: number, scale: number): boolean {
        const {role, label, weight} = total
        const printed = readPoints(weight)
        if (printed === undefined || !weight) return false
        const sumOf = (members: Indicator[]): number =>
          (sumPoints(distinctParts(members, 'weight'))?.sum ?? 0) * scale
        const sum = sumOf(
          role === 'subtotal' ? above.filter(({position: {start}}) => start.line > from) : above
        )
        const execution = executionOf(form)?.points
        const fits = (value: number): boolean =>
          Math.abs(value - printed * (printed <= 1 ? scale : 1)) <= roundingOf(weight) / 10 + 0.011
        const readings = role === 'subtotal' ? [sum, sumOf(lastClass(above))] : [sum, sum + (execution ?? 0)]
        // Points for the goal, or an execution that stands elsewhere, may make up the hundred.
        if (role === 'total' && printed === 100)
          readings.push(sum + 10, sum + 20, sum + (execution ?? 0) + 20)
        if (readings.some(fits) || sum === 0) return true
        const isWithExecution = role === 'total' && execution !== undefined
        context.report({
          node: form,
          part: weight,
          messageId: isWithExecution ? 'totalWithExecution' : 'total',
          data: {
            label: quoteText(label.text),
            printed: formatPoints(printed),
            sum: formatPoints(sum),
            ...(isWithExecution && {execution: formatPoints(execution), all: formatPoints(sum + execution)})
          }
        })
        return true
      }

      function checkSum({block, rows}: EvaluationBlock, sum: number): void {
        const heading = form.headings[block]?.weight
        const [first] = rows
        if (!heading || !first) return
        const isOver = sum > 100.01
        if (!isOver) {
          if (isOpen(form) || form.headings.length > 1) return
          const execution = executionOf(form)?.points ?? 10
          if ([...usual, 100 - execution].some((total) => Math.abs(total - sum) <= 0.01)) return
        }
        context.report({
          node: first,
          part: heading,
          messageId: isOver ? 'over' : 'unusual',
          ...(!isOver && {severity: 'warning' as const}),
          data: {sum: formatPoints(sum)}
        })
      }
    }
  })
})

/** Whether the table may go on behind its last row, or lacks points in some of its rows. */
function isOpen(form: Form): boolean {
  const rows = form.children.filter((child): child is Indicator => child.type === 'indicator')
  const last = rows.at(-1)
  if (!form.complete || (last && isCutOff(form, last) && last.target?.plain === '')) return true
  return form.emptyClasses.some(({part}) => part.range.top > (last?.position.start.line ?? 0))
}

/** Rows under the same label of the first, and of the second level. */
function classesOf(rows: Indicator[]): {label: Part; members: Indicator[]}[] {
  const classes = new Map<string, {label: Part; members: Indicator[]}>()
  for (const row of rows) {
    const {level1, level2} = row
    const keys: [string, Part | undefined][] = [
      [level1?.plain ?? '', level1],
      [`${level1?.plain ?? ''}\n${level2?.plain ?? ''}`, level2]
    ]
    for (const [key, label] of keys) {
      if (!label || !/\d/.test(label.plain)) continue
      const known = classes.get(key)
      if (known) known.members.push(row)
      else classes.set(key, {label, members: [row]})
    }
  }
  return [...classes.values()]
}

/** The rows at the end that share the first-level class of the last one. */
function lastClass(rows: Indicator[]): Indicator[] {
  const label = rows.at(-1)?.level1?.plain
  return rows.filter(({level1}) => level1?.plain === label)
}
