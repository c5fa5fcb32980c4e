import {sheet, workbook} from '../../shared/workbook/sheet-literal.js'
import type {CleanWorkbook} from './clean-workbook.js'

export const rowsVillageWorks: CleanWorkbook = {
  title: '容江县乡村振兴局2024年项目绩效目标公开',
  layout: 'one project a row, its indicators as text under labels of classes',
  indicators: [6, 5],
  book: workbook({
    项目绩效目标: sheet`
      2024年项目支出绩效目标公开表
      序号 | 项目名称 | 预算金额（万元） | 年度绩效目标 | 绩效指标
      #1 | 农村公路养护 | #120.00 #0.00 | 养护县乡公路80公里，路面验收合格率达到98%以上。 | 【产出指标-数量指标】养护公路里程：≥80公里；养护作业次数：≥5次⏎【产出指标-质量指标】路面验收合格率：≥98%⏎【产出指标-成本指标】每公里养护成本：≤1.5万元⏎【效益指标-社会效益指标】受益村数量：≥30个⏎【满意度指标-服务对象满意度指标】沿线群众满意度：≥90%
      #2 | 村庄路灯维护 | #35.00 #0.00 | 维护村庄路灯2000盏，亮灯率达到98%以上。 | 【产出指标-数量指标】维护路灯数量：≥2000盏⏎【产出指标-质量指标】亮灯率：≥98%⏎【产出指标-时效指标】故障修复时间：≤24小时⏎【效益指标-社会效益指标】受益人口数量：≥6000人⏎【满意度指标-服务对象满意度指标】村民满意度：≥92%
    `
  })
}
