import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {bareName} from '../support/bare-name.js'

export default defineRule({
  id: 'rate-under-quantity',
  group: 'relevance',
  severity: 'warning',
  title: {zh: '比率放在数量指标下', en: 'Rate under the quantity class'},
  why: {
    zh: '数量指标要说明做了多少（件、人、公里），比率说的是做得怎样或快不快。数量类里只有比率，就看不出资金究竟要办多少事。请在数量指标写件数、人数，把比率移到质量或时效指标。',
    en: 'Quantity indicators say how much is done (cases, persons, kilometres); a rate says how well or how quickly. With a rate alone nobody sees how much the money is to achieve. Give the count here and move the rate to quality or timeliness.'
  },
  basis: ['财预〔2021〕101号：数量指标反映预期提供的产品或服务数量', '财预〔2015〕88号：绩效指标分类'],
  traps: {
    zh: '“完成率”在一些地方的共性指标库里就列在数量类，只作提示；名称含义拿不准时不报。',
    en: 'Only a hint for 完成率, which some common libraries list under quantity; silent when the kind of the name is not sure.'
  },
  messages: {
    zh: {rate: '“{name}”是比率，却放在数量指标下。请在这里写明数量，把比率移到质量或时效指标。'},
    en: {
      rate: '"{name}" is a rate but stands under quantity. Give the count here and move the rate to quality or timeliness.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年劳动仲裁经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 劳动争议结案率（%） | 结案数占受理数的比例 | ≥95% | 年度工作计划
        ^ | 质量指标 | 裁决文书合格率 | 合格文书占比 | ≥98% | 年度工作计划
      `,
      finds: ['C3']
    },
    {
      right: sheet`
        2024年劳动仲裁经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 对比符号 | 指标值 | 计量单位
        01-产出指标 | 01-数量指标 | 受理劳动争议案件数量 | >= | 300 | 件
        01-产出指标 | 02-质量指标 | 劳动争议结案率 | >= | 95 | %
      `
    }
  ],
  create: (context) => ({
    indicator(node) {
      const {name, level2, levelTwo, profile} = node
      if (!name || levelTwo !== 'quantity' || profile.kind !== 'rate' || profile.confidence < 0.7) return
      const bare = bareName(name)
      if (!/(?:率|比例|占比|比重)$/.test(bare)) return
      const related = level2 ? {related: [{part: level2}]} : {}
      const severity = /完成率$/.test(bare) ? ('info' as const) : ('warning' as const)
      context.report({
        node,
        part: 'name',
        messageId: 'rate',
        severity,
        data: {name: quoteText(name.text)},
        ...related
      })
    }
  })
})
