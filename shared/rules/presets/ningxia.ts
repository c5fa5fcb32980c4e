import {hebeiCodesOnly} from './hebei-codes-only.js'
import type {PresetDefinition} from './preset.js'

/** 宁夏项目支出绩效目标表: 绩效值 holds number and unit in one cell; exported from the system with empty optional classes. */
export const ningxia: PresetDefinition = {
  title: {zh: '宁夏', en: 'Ningxia'},
  about: {
    zh: '项目支出绩效目标表（“绩效值”一栏同时写数值和单位；由系统导出，未设的二级指标留空行）。',
    en: 'Targets of projects: one column 绩效值 with number and unit, exported from the system with empty rows for classes that are not used.'
  },
  changes: [
    hebeiCodesOnly,
    {
      rules: ['missing-unit'],
      to: 'error',
      reason: {
        zh: '没有单独的单位栏，“绩效值”里不写单位，别处也无从得知。',
        en: 'There is no column for the unit: if it is not in the value it is nowhere.'
      }
    },
    {
      rules: ['missing-comparator'],
      to: 'warning',
      reason: {
        zh: '没有单独的符号栏，成本只写“35万元”，看不出是上限还是定额。',
        en: 'There is no column for the comparator: a bare cost does not say whether it is a limit or a fixed amount.'
      }
    },
    {
      rules: ['template-residue'],
      to: 'error',
      reason: {
        zh: '“<p>”之类出自系统导出，不可能是填报内容，公开前必须清理。',
        en: 'Marks such as <p> come from the export and are never content; they must go before publication.'
      }
    },
    {
      rules: ['decimal-noise'],
      to: 'off',
      reason: {
        zh: '系统导出的“项目年度金额”一律是六位小数，不是填报人写的。',
        en: 'The export writes amounts with six decimals; it is not the unit that does.'
      }
    }
  ]
}
