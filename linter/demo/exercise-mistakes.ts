/** A mistake of the exercise: what stands in the right text's cells instead, and the rule that says so. */
export interface PlantedMistake {
  rule: string
  sheet: string
  /** Cells (A1) and the texts put there; an empty text empties the cell. The first is the one to repair. */
  cells: Record<string, string>
  /** Cell the rule points to, when it is not the first of `cells`. */
  reportedAt?: string
}

const unit = '部门整体'
const allowance = '1.高龄津贴'
const service = '2.居家养老服务'
const station = '3.社区养老服务站'

/** Twenty mistakes that reviewers meet every year, one rule each. */
export const plantedMistakes: PlantedMistake[] = [
  {
    rule: 'stale-year-in-text',
    sheet: unit,
    cells: {
      B5: '2023年为5200名高龄老人按月发放津贴，为1800名特困和经济困难老人提供居家养老服务，新建社区养老服务站12个，服务对象满意度不低于90%。'
    }
  },
  {rule: 'task-sum', sheet: unit, cells: {F10: '120'}, reportedAt: 'C4'},
  {rule: 'count-as-percent', sheet: unit, cells: {E13: '≥90%'}},
  {rule: 'wrong-year', sheet: unit, cells: {E15: '2023年12月20日前'}},
  {
    rule: 'document-number-brackets',
    sheet: allowance,
    cells: {B5: '根据清财社【2023】18号文件，用于发放2024年80周岁以上老年人高龄津贴'}
  },
  {rule: 'spending-plan-incomplete', sheet: allowance, cells: {E7: '90%'}},
  {rule: 'placeholder-text', sheet: allowance, cells: {B8: '目标内容1'}},
  {rule: 'rate-without-percent', sheet: allowance, cells: {E12: '≥99'}},
  {
    rule: 'execution-rate-as-cost',
    sheet: allowance,
    cells: {C14: '预算执行率', D14: '执行数占预算数的比例', E14: '≥95%'}
  },
  {rule: 'template-residue', sheet: allowance, cells: {D16: '<p>电话回访满意人数的比例</p>'}},
  {rule: 'project-code-check', sheet: service, cells: {B3: '13060024P00M12A10072J'}},
  {rule: 'budget-parts', sheet: service, cells: {E4: '207'}, reportedAt: 'C4'},
  {rule: 'missing-target-value', sheet: service, cells: {E10: ''}},
  {rule: 'at-least-100', sheet: service, cells: {E13: '≥100%'}},
  {
    rule: 'satisfaction-under-benefit',
    sheet: service,
    cells: {C15: '老年人家属满意度', D15: '问卷调查满意人数的比例'}
  },
  {rule: 'wrong-direction', sheet: service, cells: {E17: '≥2%'}},
  {rule: 'spending-plan-decreasing', sheet: station, cells: {D7: '20%'}},
  {rule: 'missing-unit', sheet: station, cells: {E11: '≥96'}},
  {rule: 'money-unit', sheet: station, cells: {E14: '≤13万'}},
  {rule: 'target-not-measurable', sheet: station, cells: {E15: '明显提升'}}
]
