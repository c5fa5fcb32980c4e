import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'

export default defineRule({
  id: 'graded-target',
  group: 'measurability',
  severity: 'warning',
  title: {zh: '用评分档次充当指标值', en: 'Grade table in place of a target'},
  why: {
    zh: '“≥95%为优，≥90%为良”是评价时打分的档次，不是今年要达到的目标，怎样都能落在某一档里。请只写一个要达到的值，档次放到评分标准里。',
    en: '"≥95%为优，≥90%为良" are grades for scoring, not what is to be reached this year: every result falls into one of them. Give one value to reach and keep the grades for the scoring standard.'
  },
  basis: ['财预〔2021〕101号：指标值与评分标准分别设置'],
  traps: {
    zh: '评分标准、备注等其他栏里的档次不报；“优良”“合格”等单一等次不报。',
    en: 'Silent for grades in scoring or remark columns, and for a single grade such as 优良 or 合格.'
  },
  messages: {
    zh: {graded: '指标值“{target}”写的是评分档次。请只写一个要达到的值。'},
    en: {graded: 'The target "{target}" is a table of grades. Give one value to reach.'}
  },
  examples: [
    {
      wrong: sheet`
        2024年社工服务绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 入户探访次数 | ≥600次
        ^ | 质量指标 | 个案结案率 | ≥95%为优；≥90%为良；<90%为差
      `,
      finds: ['D4']
    },
    {
      right: sheet`
        2024年社工服务绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值 | 评分标准
        产出指标 | 数量指标 | 入户探访次数 | ≥600次 | 每少1次扣0.1分
        ^ | 质量指标 | 个案结案率 | ≥95% | ≥95%为优；≥90%为良
      `
    }
  ],
  create: (context) => {
    const reported = new Set<unknown>()
    return {
      indicator(node) {
        const {target, name} = node
        if (node.value.kind !== 'graded' || !target || reported.has(target.range)) return
        if (!/[为是得][优良差]/.test(target.plain + (name?.plain ?? ''))) return
        reported.add(target.range)
        context.report({node, part: target, messageId: 'graded', data: {target: quoteText(target.text)}})
      }
    }
  }
})
