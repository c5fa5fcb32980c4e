import {hebeiCodesOnly} from './hebei-codes-only.js'
import type {PresetDefinition} from './preset.js'

/** 广东部门整体支出绩效目标表: comparator, number and unit in columns of their own. */
export const guangdong: PresetDefinition = {
  title: {zh: '广东', en: 'Guangdong'},
  about: {
    zh: '部门整体支出绩效目标表（三级指标解释，对比符号、指标值、计量单位各占一栏；指标类别带 01- 一类的代码）。',
    en: 'Targets of whole departments: comparator, number and unit in columns of their own, classes with codes such as 01-.'
  },
  changes: [
    hebeiCodesOnly,
    {
      rules: ['missing-unit'],
      to: 'error',
      reason: {
        zh: '表样专设“计量单位”一栏，系统也要求定量指标必填；空着就是漏填。',
        en: 'The form has a column for the unit and the system demands it of every quantity; an empty one was forgotten.'
      }
    },
    {
      rules: ['missing-indicator-class'],
      to: 'info',
      reason: {
        zh: '公开的往往只是产出部分，效益部分另表公布，缺一类不一定是没有填。',
        en: 'Often only the outputs are published and the benefits stand in another table, so a missing class need not be a gap.'
      }
    }
  ]
}
