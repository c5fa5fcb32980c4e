import {defineRule} from '../../lint/define-rule.js'
import type {Form, Indicator} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {contentsOf} from '../support/contents-of.js'
import {
  evaluationBlocks,
  fundsCell,
  groupByCell,
  isBlank,
  isCutOff,
  isStarted,
  totalRowOf
} from '../support/evaluation-blocks.js'
import {formatPoints, readPoints} from '../support/points.js'

export default defineRule({
  id: 'missing-score',
  group: 'evaluation',
  severity: 'error',
  title: {zh: '没有填写得分', en: 'Score missing'},
  why: {
    zh: '自评表里有分值的每一行（含预算执行的 10 分）都要打分，合计行要有总分，否则自评结论和等级无从谈起。没有完成的填 0，并说明原因。',
    en: 'Every row that carries points, the 10 points for budget execution included, needs a score, and the total row a total; otherwise there is no result and no grade. Enter 0 where nothing was reached, and say why.'
  },
  basis: ['财预〔2020〕10号：绩效自评采用定量评分，总分 100 分，其中预算执行率 10 分'],
  traps: {
    zh: '还没有开始自评的表、没有分值的行、表格被截断处的最后一行不报；得分合并填写的算已填；预算执行的分数填在财政资金行的算已填。',
    en: 'Silent for tables not yet evaluated, rows without points, the last row of a table that is cut off, scores merged over several rows, and execution scores entered in another row of the funds.'
  },
  messages: {
    zh: {
      indicator: '“{name}”有 {weight} 分，得分没有填。请按完成情况打分，没有完成的填 0。',
      execution: '预算执行有 {weight} 分，得分没有填。请按预算执行率打分。',
      total: '“{name}”行没有总得分。请填写各项得分之和。'
    },
    en: {
      indicator:
        '"{name}" carries {weight} points but has no score. Score it, with 0 if nothing was reached.',
      execution: 'Budget execution carries {weight} points but has no score. Score it by the execution rate.',
      total: 'The row "{name}" has no total score. Enter the sum of the scores.'
    }
  },
  examples: [
    {
      wrong: sheet`
        项目支出绩效自评表
        （2023年度）
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        ^ | 年度资金总额 | #60 | #60 | #60 | #10 | 100% |
        ^ | 其中：财政拨款 | #60 | #60 | #60 | — | 100% | —
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
        产出指标 | 数量指标 | 巡护林地面积 | ≥5000亩 | 5200亩 | #30 | #30 |
        ^ | 质量指标 | 巡护记录完整率 | ≥95% | 96% | #20 | |
        效益指标 | 生态效益指标 | 森林火灾受害率 | ≤0.5‰ | 0.2‰ | #30 | #30 |
        满意度指标 | 服务对象满意度指标 | 林农满意度 | ≥90% | 93% | #10 | #10 |
        合计 | | | | | #100 | |
      `,
      finds: ['H4', 'G8', 'G11']
    },
    {
      right: sheet`
        项目支出绩效自评表
        （2023年度）
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        ^ | 年度资金总额 | #60 | #60 | #60 | #10 | 100% | #10
        ^ | 其中：财政拨款 | #60 | #60 | #60 | — | 100% | —
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
        产出指标 | 数量指标 | 巡护林地面积 | ≥5000亩 | 5200亩 | #30 | #30 |
        ^ | ^ | 其中：公益林面积 | 3000亩 | 3000亩 | | |
        ^ | 质量指标 | 巡护记录完整率 | ≥95% | 96% | #20 | #20 |
        ^ | ^ | 火情上报及时率 | 100% | 100% | ^ | ^ |
        效益指标 | 生态效益指标 | 森林火灾受害率 | ≤0.5‰ | 0.2‰ | #30 | #30 |
        满意度指标 | 服务对象满意度指标 | 林农满意度 | ≥90% | 93% | #10 | #10 |
        合计 | | | | | #100 | #100 |
      `
    },
    {
      title: {zh: '还没有自评的表', en: 'A table not yet evaluated'},
      right: sheet`
        2024年林业巡护项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 巡护林地面积 | ≥5000亩 | | 50 |
        效益指标 | 生态效益指标 | 森林火灾受害率 | ≤0.5‰ | | 30 |
        满意度指标 | 服务对象满意度指标 | 林农满意度 | ≥90% | | 10 |
      `
    }
  ],
  create: (context) => {
    function checkExecution(form: Form): void {
      for (const block of contentsOf(form).others) {
        if (block.type !== 'funds') continue
        const row = totalRowOf(block)
        const score = row && fundsCell(row, 'score')
        if (!row || score?.plain !== '') continue
        const weight = fundsCell(row, 'weight')
        const points = readPoints(weight)
        if (!points) continue
        const isSpent = row.amounts.some(({column, part}) => column === 'executed' && !isBlank(part))
        const isElsewhere = block.children.some(
          (other) => readPoints(fundsCell(other, 'score')) !== undefined
        )
        if (!isSpent || isElsewhere) continue
        context.report({
          node: row,
          part: score,
          messageId: 'execution',
          data: {weight: formatPoints(points)},
          ...(weight && {related: [{part: weight}]})
        })
      }
    }

    function checkRows(form: Form, rows: Indicator[]): void {
      for (const group of groupByCell(rows, 'weight')) {
        const [row] = group
        const points = readPoints(row?.weight)
        if (!row?.score || !points || group.some(({score}) => score?.plain !== '')) continue
        if (isCutOff(form, row)) continue
        context.report({
          node: row,
          part: row.score,
          messageId: 'indicator',
          data: {name: quoteText(row.name?.text ?? ''), weight: formatPoints(points)},
          ...(row.weight && {related: [{part: row.weight}]})
        })
      }
    }

    return {
      form(form) {
        checkExecution(form)
        for (const {block, rows, totals} of evaluationBlocks(form)) {
          if (!form.headings[block]?.score || !isStarted(form, rows)) continue
          checkRows(form, rows)
          for (const {role, label, weight, score} of totals) {
            if (role === 'heading' || score?.plain !== '' || readPoints(weight) === undefined) continue
            context.report({
              node: form,
              part: score,
              messageId: 'total',
              severity: 'warning',
              data: {name: quoteText(label.text)}
            })
          }
        }
      }
    }
  }
})
