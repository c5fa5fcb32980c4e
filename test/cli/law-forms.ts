import {sheet} from '../../shared/workbook/sheet-literal.js'

/** One mistake: a count given as a percentage. */
export const wrong = sheet`
  2024年法律服务经费绩效目标表
  一级指标 | 二级指标 | 三级指标 | 指标值
  产出指标 | 数量指标 | 法律咨询件数 | ≥80%
`

/** The same form without the mistake. */
export const right = sheet`
  2024年法律服务经费绩效目标表
  一级指标 | 二级指标 | 三级指标 | 指标值
  产出指标 | 数量指标 | 法律咨询件数 | ≥800件
`
