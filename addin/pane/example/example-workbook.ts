import {mistakenForm} from '../../../shared/demo/mistaken-form.js'
import {readLiteral, sheet, workbook} from '../../../shared/workbook/sheet-literal.js'
import type {Workbook} from '../../../shared/workbook/workbook.js'

/** A workbook to look at when the page is opened outside Excel: mistakes of every kind, and a clean sheet. */
export function exampleWorkbook(): Workbook {
  return readLiteral(
    workbook({
      普法宣传经费: mistakenForm,
      老年助餐: sheet`
        2024年清财社[2023]18号老年助餐补助绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 开展助餐活动次数 | 全年助餐活动的次数 | ≥90% | 清财社（2023）18号
        ^ | 质量指标 | 餐食抽检合格率 | 抽检合格份数占比 | ≥98 | 年度工作计划
        ^ | 时效指标 | 补助发放时间 | 补助发到老人手中的时间 | 2024年11月底前 | 年度工作计划
        满意度指标 | 服务对象满意度指标 | 老人满意度 | 问卷调查结果 | ≥90% | 实施方案
      `,
      护理员培训: sheet`
        2024年养老护理员培训绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 举办培训班次数 | 全年举办的培训班 | ≥4次 | 年度工作计划
        ^ | 质量指标 | 考核合格率 | 考核合格人数占比 | ≥95% | 年度工作计划
        ^ | 时效指标 | 培训完成时间 | 最后一期结业的时间 | 2024年10月底前 | 年度工作计划
        效益指标 | 社会效益指标 | 持证上岗率 | 持证人数占在岗人数的比例 | ≥90% | 上年统计
        满意度指标 | 服务对象满意度指标 | 学员满意度 | 问卷调查结果 | ≥90% | 上年调查
      `
    })
  )
}
