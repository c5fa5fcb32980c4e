import {hebeiCodesOnly} from './hebei-codes-only.js'
import type {PresetDefinition} from './preset.js'

/** 四川项目支出绩效目标（自评）表: 指标性质, 指标值, 度量单位, 权重; the project name begins with its code. */
export const sichuan: PresetDefinition = {
  title: {zh: '四川', en: 'Sichuan'},
  about: {
    zh: '项目支出绩效目标申报表和自评表（指标性质、指标值、度量单位、权重各占一栏；项目名称写作“代码-名称”）。',
    en: 'Targets and self-evaluations of projects: comparator (指标性质), number, unit and weight in columns of their own, the name of the project begins with its code.'
  },
  changes: [
    hebeiCodesOnly,
    {
      rules: ['missing-unit'],
      to: 'error',
      reason: {
        zh: '表样专设“度量单位”一栏，除指标性质为“定性”外都要填。',
        en: 'The form has a column for the unit, to be filled in unless the comparator says 定性.'
      }
    },
    {
      rules: ['project-code-year'],
      to: 'info',
      reason: {
        zh: '公开的自评表里见到比预算年度晚一年入库的编码，只宜提示核对。',
        en: 'Published self-evaluations hold codes entered a year after the budget, so a hint is enough.'
      }
    },
    {
      rules: ['wrong-parent-class'],
      to: 'error',
      reason: {
        zh: '表样已按财预〔2021〕101号把成本单列为一级指标，二级指标挂错一级，权重就会算到别处。',
        en: 'The form follows 财预〔2021〕101号, with cost as a class of its own; under a wrong class the weight counts elsewhere.'
      }
    },
    {
      rules: ['reason-missing'],
      to: 'error',
      reason: {
        zh: '自评表的“未完成原因分析”必填：执行率偏低、没有完成或者扣了分的都要写。',
        en: 'The self-evaluation demands a reason for low execution, missed targets and lost points.'
      }
    },
    {
      rules: ['mixed-taxonomy'],
      to: 'warning',
      reason: {
        zh: '表样已把成本单列为一级指标，又在产出下设成本指标，权重就会重复或者落空。',
        en: 'Cost is a class of its own in this form; cost under output as well counts twice or not at all.'
      }
    }
  ]
}
