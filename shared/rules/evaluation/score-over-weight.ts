import {defineRule} from '../../lint/define-rule.js'
import type {FundsRow, Indicator, Part} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {evaluationBlocks, fundsCell, groupByCell, sumPoints} from '../support/evaluation-blocks.js'
import {formatPoints, readPoints} from '../support/points.js'

export default defineRule({
  id: 'score-over-weight',
  group: 'evaluation',
  severity: 'error',
  title: {zh: '得分超过分值', en: 'Score above the points'},
  why: {
    zh: '每一行的得分最多等于分值，最少为 0。超过分值或为负数的，总分就错了。请核对分值和得分是不是填反了、填错了行。',
    en: 'A row can score at most its points and at least 0; anything else makes the total wrong. Check whether points and score were exchanged or entered in the wrong row.'
  },
  basis: ['财预〔2020〕10号：各项指标得分不超过分值'],
  traps: {
    zh: '权重按小数填写（0.2 即 20 分）的先换算；按百分制逐项打分再乘权重的表（多数行得分都高于权重）不报；合并单元格按合计比较。',
    en: 'Weights given as fractions (0.2 for 20 points) are converted first; silent where every row is scored out of 100 and weighted afterwards; merged cells are compared by their sum.'
  },
  messages: {
    zh: {
      over: '“{name}”分值 {weight}，得分却是 {score}。得分不能超过分值，请核对。',
      negative: '“{name}”的得分是 {score}。得分不能是负数，没有完成的填 0。'
    },
    en: {
      over: '"{name}" scores {score} of {weight} points. A score cannot exceed its points; check both.',
      negative: '"{name}" scores {score}. A score cannot be negative; enter 0 where nothing was reached.'
    }
  },
  examples: [
    {
      wrong: sheet`
        项目支出绩效自评表
        （2023年度）
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        ^ | 年度资金总额 | #60 | #60 | #60 | #10 | 100% | #100
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
        产出指标 | 数量指标 | 更新图书册数 | ≥8000册 | 8200册 | #20 | #30 |
        ^ | 质量指标 | 图书完好率 | ≥95% | 97% | #30 | #30 |
        效益指标 | 社会效益指标 | 到馆读者人次 | ≥5万人次 | 4万人次 | #30 | #-6 | 闭馆改造两个月
        满意度指标 | 服务对象满意度指标 | 读者满意度 | ≥90% | 95% | #10 | #10 |
      `,
      finds: ['H4', 'G6', 'G8']
    },
    {
      right: sheet`
        2023年图书馆服务项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 更新图书册数 | ≥8000册 | 8200册 | 20 | 20
        ^ | 质量指标 | 图书完好率 | ≥95% | 97% | 15 | 30
        ^ | ^ | 编目准确率 | ≥98% | 99% | 15 | ^
        效益指标 | 社会效益指标 | 到馆读者人次 | ≥5万人次 | 5.2万人次 | 30 | 30分
        满意度指标 | 服务对象满意度指标 | 读者满意度 | ≥90% | 95% | 10 | 10
      `
    },
    {
      title: {zh: '权重按小数填写', en: 'Weights as fractions'},
      right: sheet`
        2023年图书馆服务项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 权重 | 年度指标值 | 实际完成值 | 得分
        产出指标 | 数量指标 | 更新图书册数 | 0.5 | ≥8000册 | 8200册 | 50
        效益指标 | 社会效益指标 | 到馆读者人次 | 0.3 | ≥5万人次 | 5.2万人次 | 30
        满意度指标 | 服务对象满意度指标 | 读者满意度 | 0.2 | ≥90% | 95% | 20
      `
    }
  ],
  create: (context) => {
    function check(node: Indicator | FundsRow, name: string, score: Part, reached: number, points: number) {
      const isNegative = reached < 0
      if (!isNegative && reached <= points + 1e-6) return
      context.report({
        node,
        part: score,
        messageId: isNegative ? 'negative' : 'over',
        data: {name: quoteText(name), weight: formatPoints(points), score: formatPoints(reached)}
      })
    }

    return {
      fundsRow(row) {
        const score = fundsCell(row, 'score')
        if (!score) return
        const points = readPoints(fundsCell(row, 'weight'))
        const reached = readPoints(score)
        if (points !== undefined && points > 1 && reached !== undefined)
          check(row, row.label.text, score, reached, points)
      },
      form(form) {
        if (form.headings.every(({score}) => !score)) return
        for (const {rows} of evaluationBlocks(form)) {
          const groups = groupByCell(rows, 'score').flatMap((group) => {
            const [row] = group
            const reached = readPoints(row?.score)
            const weights = sumPoints(groupByCell(group, 'weight').flatMap(([first]) => first?.weight ?? []))
            return row?.score && reached !== undefined && weights
              ? [{row, score: row.score, reached, points: weights.sum}]
              : []
          })
          const total = groups.reduce((sum, {points}) => sum + points, 0)
          const scale = total > 0 && total <= 1.001 ? 100 : 1
          const over = groups.filter(({reached, points}) => reached > points * scale)
          // Every row scored out of 100, to be weighted afterwards.
          if (over.length >= 3 && over.length * 2 > groups.length) continue
          for (const {row, score, reached, points} of groups)
            check(row, row.name?.text ?? '', score, reached, points * scale)
        }
      }
    }
  }
})
