import {sheet, workbook} from '../../shared/workbook/sheet-literal.js'
import type {CleanWorkbook} from './clean-workbook.js'

export const unheadedOutreach: CleanWorkbook = {
  title: '云川县农业农村局2024年项目绩效目标申报',
  layout: 'labels of classes with names and targets beside them, without a heading row',
  indicators: [7],
  book: workbook({
    绩效目标: sheet`
      项目支出绩效目标申报表
      （2024年度） | < | < | < | <
      项目名称 | 农业技术推广 | < | < | <
      主管部门 | 云川县农业农村局 | 实施单位 | 云川县农技推广中心 | <
      项目资金（万元） | 年度资金总额 | #60.00 #0.00 | 其中：财政拨款 | #60.00 #0.00
      年度目标 | 举办农业技术培训班6期，培训农民500人次，推广良种1.2万亩。 | < | < | <
      绩效指标 | 产出指标 | 数量指标 | 举办技术培训班期数 | ≥6期
      ^ | ^ | 数量指标 | 培训农民人次 | ≥500人次
      ^ | ^ | 质量指标 | 培训考核合格率 | ≥95%
      ^ | ^ | 时效指标 | 培训完成时间 | 2024年11月底前
      ^ | 效益指标 | 经济效益指标 | 良种每亩增收金额 | ≥120元
      ^ | ^ | 社会效益指标 | 良种推广面积 | ≥1.2万亩
      ^ | 满意度指标 | 服务对象满意度指标 | 受训农民满意度 | ≥90%
    `
  })
}
