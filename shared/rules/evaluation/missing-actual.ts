import {defineRule} from '../../lint/define-rule.js'
import type {Indicator} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {evaluationBlocks, isBlank, isCutOff, isStarted} from '../support/evaluation-blocks.js'
import {isBlankTarget, isPlaceholder} from '../support/placeholders.js'
import {formatPoints, readPoints} from '../support/points.js'
import {writtenTarget} from '../support/written-target.js'

export default defineRule({
  id: 'missing-actual',
  group: 'evaluation',
  severity: 'error',
  title: {zh: '没有填写完成值', en: 'Actual value missing'},
  why: {
    zh: '自评就是拿实际完成值与指标值对照。完成值空着，得分就没有依据。请填写全年实际完成的数（未实施的填 0 或“未开展”，并在偏差原因中说明）。',
    en: 'A self-evaluation compares what was reached with the target. Without the actual value a score rests on nothing. Fill in what was reached in the year; if nothing was done, enter 0 or "未开展" and say why.'
  },
  basis: ['财预〔2020〕10号：绩效自评应当填写各项指标的实际完成值'],
  traps: {
    zh: '整张表都还没有自评的只提示一次；只有名称没有指标值也没有得分的行、表格被截断处的最后一行、填“/”或“—”的不报；已说明原因的只作警告。',
    en: 'One hint for a table whose self-evaluation has not been started; silent for rows without target and score, for the last row of a table that is cut off, and for dashes; only a warning where a reason is given.'
  },
  messages: {
    zh: {
      missing: '“{name}”的指标值是“{target}”，完成值没有填。请填写实际完成情况。',
      scored: '“{name}”没有填完成值，却得了 {score} 分。请补填完成值，并核对得分。',
      explained: '“{name}”写了原因，但完成值没有填。请填写实际完成的数，没有完成的填 0。',
      notStarted: '这张表的完成值全部空着，还没有自评。'
    },
    en: {
      missing:
        'The target of "{name}" is "{target}", but its actual value is empty. Fill in what was reached.',
      scored:
        '"{name}" has no actual value but scores {score} points. Fill in what was reached and check the score.',
      explained: '"{name}" gives a reason but no actual value. Fill in what was reached, or 0.',
      notStarted: 'None of the actual values of this table is filled in yet.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2023年农田水利项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
        产出指标 | 数量指标 | 清淤渠道长度 | ≥30公里 | 32公里 | 20 | 20 |
        ^ | ^ | 维修泵站数量 | ≥6座 | | 15 | |
        ^ | 质量指标 | 工程验收合格率 | 100% | | 15 | 15 |
        效益指标 | 社会效益指标 | 新增灌溉受益人口 | ≥3000人 | | 30 | 0 | 配套渠道未完工，2024年5月底前完成
        满意度指标 | 服务对象满意度指标 | 受益农户满意度 | ≥90% | 94% | 10 | 10 |
      `,
      finds: ['E4', 'E5', 'E6']
    },
    {
      title: {zh: '对比符号、指标值、单位分列的表', en: 'Sign, number and unit in columns of their own'},
      wrong: sheet`
        部门预算项目支出绩效自评表（2023年度）
        预算执行情况（10分） | 年度预算数（万元） | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | 权重 | 得分 | 原因
        ^ | 总额 | #50.00 | #48.00 | #48.00 | #1 0.00% | #10 | #10 |
        绩效指标（90分） | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分
        ^ | 产出指标 | 数量指标 | 放映场次 | ≥ | #60 | 场 | | #50 | #50
        ^ | 效益指标 | 社会效益指标 | 观影人次 | ≥ | #9000 | 人次 | #9200 | #40 | #40
      `,
      finds: ['H5']
    },
    {
      title: {zh: '还没有自评的表只提示一次', en: 'One hint for a table not yet evaluated'},
      wrong: sheet`
        2024年农村电影放映项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值
        产出指标 | 数量指标 | 放映场次 | ≥60场 |
        效益指标 | 社会效益指标 | 观影人次 | ≥9000人次 |
        满意度指标 | 服务对象满意度指标 | 观众满意度 | ≥90% |
      `,
      finds: ['E2']
    },
    {
      right: sheet`
        2023年农田水利项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
        产出指标 | 数量指标 | 清淤渠道长度 | ≥30公里 | 32公里 | 30 | 30 |
        ^ | ^ | 维修泵站数量 | ≥6座 | 0座 | 20 | 0 | 泵站维修推迟到2024年3月
        效益指标 | 经济效益指标 | | | | | |
        ^ | 社会效益指标 | 新增灌溉受益人口 | ≥3000人 | 3100人 | 30 | 30 |
        满意度指标 | 服务对象满意度指标 | 受益农户满意度 | ≥90% | 94% | 10 | 10 |
      `
    }
  ],
  create: (context) => {
    function check(row: Indicator): void {
      const {name, target, description, actual, score, deviation} = row
      if (!name || actual?.plain !== '') return
      const points = readPoints(score)
      const isScored = points !== undefined && points > 0
      const isExplained = !isScored && !isBlank(deviation) && deviation?.plain !== '无'
      context.report({
        node: row,
        part: actual,
        messageId: isScored ? 'scored' : isExplained ? 'explained' : 'missing',
        ...((isExplained || row.subordinate) && {severity: 'warning' as const}),
        data: {
          name: quoteText(name.text),
          target: quoteText(target ? writtenTarget(row) : (description?.text ?? '')),
          ...(isScored && {score: formatPoints(points)})
        },
        related: target?.plain ? [{part: target}] : []
      })
    }

    return {
      form(form) {
        for (const {block, rows} of evaluationBlocks(form)) {
          const heading = form.headings[block]?.actual
          if (!heading) continue
          const wanted = rows.filter((row) => isWanted(row) && !isCutOff(form, row))
          if (!wanted.some(({actual}) => actual?.plain === '')) continue
          const [first] = rows
          if (isStarted(form, rows)) wanted.forEach(check)
          else if (first && form.kind === 'evaluation')
            context.report({node: first, part: heading, messageId: 'notStarted', severity: 'info'})
        }
      }
    }
  }
})

/** A row that asks for a result: it has a name, and a target or a score. */
function isWanted({name, target, description, score}: Indicator): boolean {
  if (!name?.plain || isPlaceholder(name.plain)) return false
  // Some forms describe what was to be done instead of a target.
  const asked = target ?? description
  return Boolean(asked?.plain && !isBlankTarget(asked.plain)) || (readPoints(score) ?? 0) > 0
}
