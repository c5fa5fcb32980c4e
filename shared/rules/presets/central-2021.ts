import {hebeiCodesOnly} from './hebei-codes-only.js'
import type {PresetDefinition} from './preset.js'

/** 财预〔2021〕101号, which binds central departments and is copied by the places at different speeds. */
export const central2021: PresetDefinition = {
  title: {zh: '中央部门（财预〔2021〕101号）', en: 'Central departments (财预〔2021〕101号)'},
  about: {
    zh: '《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》：成本单列为一级指标，指标名称、解释和取值都有要求。地方正在参照执行的也可使用。',
    en: 'The guide of 2021 on core targets of central projects: cost is a class of its own, with demands on names, explanations and values. For places that follow it, too.'
  },
  changes: [
    hebeiCodesOnly,
    {
      rules: ['execution-rate-as-cost'],
      to: 'error',
      reason: {
        zh: '指引把预算执行率单列 10 分，成本指标是经济、社会、生态环境成本，执行率不是成本。',
        en: 'The guide gives budget execution 10 points of its own; costs are economic, social and environmental.'
      }
    },
    {
      rules: ['satisfaction-under-benefit', 'wrong-parent-class'],
      to: 'error',
      reason: {
        zh: '指引规定了各类指标的分值权重，放错一级指标，分值就错。',
        en: 'The guide fixes weights by class, so an indicator in a wrong class gives wrong points.'
      }
    },
    {
      rules: ['description-repeats-name'],
      to: 'warning',
      reason: {
        zh: '指引要求指标解释写明概念、计算公式和数据口径，不能照抄名称。',
        en: 'The guide wants the concept, the formula and the scope of the data in the explanation, not a copy of the name.'
      }
    },
    {
      rules: ['name-is-wish'],
      to: 'warning',
      reason: {
        zh: '指引要求名称指明被衡量的事物，简洁明了，不写成愿望。',
        en: 'The guide wants a short name of the thing measured, not a wish.'
      }
    },
    {
      rules: ['missing-comparator'],
      to: 'warning',
      reason: {
        zh: '成本值不得超过预算支出标准，是上限，应当写明“≤”。',
        en: 'A cost may not exceed the spending standard; it is a limit and needs its ≤.'
      }
    },
    {
      rules: ['mixed-taxonomy'],
      to: 'error',
      reason: {
        zh: '指引只有一种分类：成本单列为一级指标，分值按此分配。',
        en: 'The guide knows one taxonomy, with cost as a class of its own, and fixes the weights by it.'
      }
    },
    {
      rules: ['weak-basis'],
      to: 'warning',
      reason: {
        zh: '指引要求取值依据计划标准、行业标准、历史标准或预算支出标准，并能查到来源。',
        en: 'The guide wants values from plans, industry standards, past years or spending standards, with their source.'
      }
    }
  ]
}
