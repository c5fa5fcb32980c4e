import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {rewritePart} from '../support/rewrite-part.js'

export default defineRule({
  id: 'missing-comparator',
  group: 'measurability',
  severity: 'info',
  fix: 'suggestion',
  title: {zh: '成本指标没有写“≤”', en: 'Cost without a comparator'},
  why: {
    zh: '成本只写“35万元”，节约到 30 万元算完成还是没完成说不清。成本是要控制的上限，请写“≤35万元”。',
    en: 'With a cost of "35万元" alone, nobody can say whether spending 30万元 meets it. A cost is a ceiling: write "≤35万元".'
  },
  basis: ['财预〔2021〕101号：成本指标反映成本控制要求'],
  traps: {
    zh: '补助标准、发放标准等要按标准足额执行的，比较符号另列一栏的，成本类以外的指标不报。',
    en: 'Silent for rates of subsidy that must be paid in full, for tables with a comparator column, and outside the cost classes.'
  },
  messages: {
    zh: {
      cost: '成本“{name}”的指标值“{target}”没有比较符号。成本是控制上限，建议写成“{expected}”。',
      write: '改为“{expected}”'
    },
    en: {
      cost: 'The target "{target}" of the cost "{name}" has no comparator. A cost is a ceiling; better write "{expected}".',
      write: 'Change to "{expected}"'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年部门项目支出预算绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 印制手册数量 | ≥5000册
        ^ | 14-成本指标 | 手册印刷费 | 3.5万元
      `,
      finds: ['D4']
    },
    {
      right: sheet`
        2024年部门项目支出预算绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 印制手册数量 | ≥5000册
        ^ | 14-成本指标 | 手册印刷费 | ≤3.5万元
        ^ | ^ | 临时救助补助标准 | 800元/人
      `
    }
  ],
  create: (context) => ({
    indicator(node) {
      const {value} = node
      if (value.kind !== 'money' || value.comparator || value.upper !== undefined) return
      const {name, target, comparator, profile, levelTwo, levelOne} = node
      if (!name || !target || comparator || node.source === 'prose') return
      if (levelTwo !== 'cost' && levelTwo !== 'economic-cost' && levelOne !== 'cost') return
      if (profile.kind !== 'cost' || profile.direction !== 'down' || profile.confidence < 0.7) return
      if (!/^\d/.test(target.plain)) return
      const expected = `≤${target.text.trim()}`
      context.report({
        node,
        part: 'target',
        messageId: 'cost',
        data: {name: quoteText(name.text), target: quoteText(target.text), expected: quoteText(expected)},
        expected: [expected],
        suggest: [{messageId: 'write', edits: [rewritePart(target, expected)]}]
      })
    }
  })
})
