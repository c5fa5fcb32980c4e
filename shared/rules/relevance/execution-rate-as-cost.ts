import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {bareName} from '../support/bare-name.js'
import {isExecutionRate} from '../support/rate-names.js'

export default defineRule({
  id: 'execution-rate-as-cost',
  group: 'relevance',
  severity: 'warning',
  title: {zh: '预算执行率充当成本指标', en: 'Execution rate given as cost'},
  why: {
    zh: '预算执行率说的是钱花得快不快，不是花得省不省，而且在自评时已经单独占 10 分。放在成本指标里既重复计分，又使成本没有约束。请改为单位成本（元/人、元/平方米）或分项支出的控制数。',
    en: 'The execution rate says how quickly money is spent, not how well it is saved, and the self-evaluation already gives it 10 points of its own. As a cost indicator it is scored twice and leaves costs without a limit. Use a unit cost (元/人, 元/平方米) or the ceiling of an item of expenditure.'
  },
  basis: ['财预〔2021〕101号：成本指标的设置', '财预〔2020〕10号：预算执行率单独计分'],
  traps: {
    zh: '成本节约率、成本控制率和价格政策执行率一类不是预算执行率，不报。',
    en: 'Silent for cost savings or cost control rates and for rates of price policy, which are no execution rates.'
  },
  messages: {
    zh: {cost: '“{name}”反映支出进度，不是成本。请改为单位成本或分项控制数，例如“人均培训成本 ≤…元/人”。'},
    en: {
      cost: '"{name}" shows the progress of spending, not a cost. Use a unit cost or the ceiling of an item, e.g. "人均培训成本 ≤…元/人".'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年司机培训经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 培训司机人数 | 全年参加培训的司机 | ≥90人 | 培训计划
        ^ | 成本指标 | 预算执行率（%） | 支出占年初预算的比例 | ≥95% | 培训计划
      `,
      finds: ['C4']
    },
    {
      wrong: sheet`
        2024年司机培训经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        成本指标 | 经济成本指标 | 项目资金支付率 | 100%
      `,
      finds: ['C3']
    },
    {
      right: sheet`
        2024年司机培训经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        成本指标 | 经济成本指标 | 人均培训成本 | ≤450元/人
        ^ | ^ | 采购成本节约率 | ≥3%
        产出指标 | 数量指标 | 培训司机人数 | ≥90人
      `
    }
  ],
  create: (context) => ({
    indicator(node) {
      const {name, level2, levelOne, levelTwo} = node
      if (!name) return
      const isCost = levelTwo === 'cost' || levelTwo === 'economic-cost' || (!levelTwo && levelOne === 'cost')
      if (!isCost || !isExecutionRate(bareName(name))) return
      context.report({
        node,
        part: 'name',
        messageId: 'cost',
        data: {name: quoteText(name.text)},
        ...(level2 && {related: [{part: level2}]})
      })
    }
  })
})
