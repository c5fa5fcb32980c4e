import {defineRule} from '../../lint/define-rule.js'
import type {Indicator, Part} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {readExplanation, readName} from '../support/explained-name.js'

export default defineRule({
  id: 'description-repeats-name',
  group: 'relevance',
  severity: 'info',
  title: {zh: '指标解释只是重复名称', en: 'Explanation repeats the name'},
  why: {
    zh: '指标解释应当说清考核什么、怎么算、按什么口径取数。把名称再抄一遍，等于没有解释，年底各人有各人的算法。请写明计算公式或取数口径，例如“按期办结案件数÷应办结案件数”。',
    en: 'The explanation should say what is measured, how it is calculated and from which data. A copy of the name explains nothing, and at year end everybody calculates differently. State the formula or the source, e.g. 按期办结案件数÷应办结案件数.'
  },
  basis: ['财预〔2021〕101号：指标解释应当说明指标概念、计算公式和数据口径'],
  traps: {
    zh: '没有解释一栏的表不报；同一张表只报一次，其余单元格列为相关位置。',
    en: 'Silent for tables without an explanation column; reported once a table, the other cells are named as related.'
  },
  messages: {
    zh: {
      one: '指标解释“{text}”只是重复了名称。请写明计算公式或取数口径。',
      several: '这张表有{count}条指标的解释只是重复名称，例如“{text}”。请写明计算公式或取数口径。'
    },
    en: {
      one: 'The explanation "{text}" only repeats the name. State the formula or the source of the data.',
      several:
        '{count} explanations of this table only repeat the name, e.g. "{text}". State the formula or the source of the data.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年血防经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 查病人数（人） | 查病人数 | ≥5000人 | 防治规划
        ^ | 质量指标 | 治疗有效率（%） | 反映治疗有效率情况 | ≥95% | 防治规划
        ^ | 时效指标 | 药品发放及时率 | 用于反映药品的发放及时情况 | ≥95% | 防治规划
      `,
      finds: ['D3']
    },
    {
      right: sheet`
        2024年血防经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 查病人数（人） | 全年接受血清检查的居民 | ≥5000人 | 防治规划
        ^ | 质量指标 | 治疗有效率（%） | 复查转阴人数占治疗人数的比例 | ≥95% | 防治规划
      `
    }
  ],
  create: (context) => {
    let copies: {node: Indicator; part: Part}[] = []
    return {
      form() {
        copies = []
      },
      indicator(node) {
        const {name, description} = node
        if (node.source !== 'table' || !name || !description || description.plain === '') return
        if (repeats(name.plain, description.plain)) copies.push({node, part: description})
      },
      'form:exit'() {
        const [first, ...others] = copies
        if (!first) return
        context.report({
          node: first.node,
          part: first.part,
          messageId: others.length > 0 ? 'several' : 'one',
          data: {text: quoteText(first.part.text), count: copies.length},
          related: others.map(({part}) => ({part}))
        })
      }
    }
  }
})

function repeats(name: string, description: string): boolean {
  const {bare, core} = readName(name)
  return bare.length >= 3 && core.length >= 2 && readExplanation(description).core === core
}
