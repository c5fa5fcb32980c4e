import {classifyGoal} from './labels.js'

/** Titles of the forms this product is about. */
export function isFormTitle(plain: string): boolean {
  if (plain.length > 90 || plain.length < 4) return false
  if (/[。；;]/.test(plain)) return false
  return (
    /(?:绩效|目标|自评|申报|评价|监控|审批).{0,14}(?:表|申报书|审批表|情况表|汇总表|登记表)(?:[(（].{0,14}[)）])?$/.test(
      plain
    ) ||
    /^(?:.{0,24})部门整体(?:支出)?绩效目标(?:表)?$/.test(plain) ||
    /绩效(?:自评|评价|监控)?(?:工作)?报告$/.test(plain) ||
    /绩效目标申报$/.test(plain)
  )
}

/** Titles without 表 that only stand for one in the first row: 2024年市级专项资金绩效目标. */
export function isLooseTitle(plain: string): boolean {
  const bare = plain.replace(/[(][^()]{0,14}[)]$/, '')
  return (
    bare.length >= 7 &&
    bare.length <= 60 &&
    /(?:绩效目标|绩效自评|绩效指标|绩效信息|预算绩效)(?:及指标)?(?:公开|情况|清单|汇总|批复|一览|结果)?(?:说明)?$/.test(
      bare
    ) &&
    !/[。；;:：,，]|^(?:[一二三四五六七八九十]+、|[(])/.test(bare) &&
    classifyGoal(plain) === undefined
  )
}

/** Titles of forms that follow the targets through the year: what is reached in them is not final. */
export function isMonitoringTitle(plain: string): boolean {
  return /监控|监测|跟踪/.test(plain) && !/自评|评价/.test(plain)
}

/** Titles of tables that go with the forms but are not about targets: allocations, task lists. */
export function isAllocationTitle(plain: string): boolean {
  return (
    plain.length <= 90 &&
    /(?:分配|安排|明细|汇总|计划|拨付|下达)表(?:[(（].{0,14}[)）])?$|任务清单$/.test(plain) &&
    !/目标|自评/.test(plain)
  )
}
