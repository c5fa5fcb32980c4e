import {LocalChecker} from '../../../addin/pane/check/local-checker.js'
import {Pane} from '../../../addin/pane/state/pane.js'
import {MemoryHost, type MemoryOptions} from '../../../addin/host/memory/memory-host.js'
import type {Finding} from '../../../shared/lint/finding.js'
import {readLiteral, sheet, workbook, type WorkbookLiteral} from '../../../shared/workbook/sheet-literal.js'
import type {Workbook} from '../../../shared/workbook/workbook.js'

/** Two forms: one with a percentage for a count and an old document number, one clean. */
export const training = workbook({
  助餐: sheet`
    2024年清财社【2023】18号老年助餐补助绩效目标表
    一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
    产出指标 | 数量指标 | 开展助餐活动次数 | 全年助餐活动的次数 | ≥80% | 年度工作计划
    ^ | 质量指标 | 餐食抽检合格率 | 抽检合格份数占比 | ≥98% | 年度工作计划
    满意度指标 | 服务对象满意度指标 | 老人满意度 | 问卷调查结果 | ≥90% | 实施方案
  `,
  培训: sheet`
    2024年养老护理员培训绩效目标表
    一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
    产出指标 | 数量指标 | 举办培训班次数 | 全年举办的培训班 | ≥80% | 年度工作计划
    满意度指标 | 服务对象满意度指标 | 学员满意度 | 问卷调查结果 | ≥90% | 实施方案
  `
})

export interface OpenedPane {
  pane: Pane
  host: MemoryHost
  /** Findings that count, as `rule sheet!range`. */
  found: () => string[]
  find: (rule: string, sheet?: string) => Finding
}

/** A pane over a workbook of plain data, opened as at the start of a session. */
export async function openPane(
  content: WorkbookLiteral | Workbook = training,
  options: MemoryOptions & {state?: unknown} = {}
): Promise<OpenedPane> {
  const host = new MemoryHost('format' in content ? content : readLiteral(content), options)
  return openPaneOn(host)
}

/** A further session with the same workbook, as after closing and opening the file. */
export async function openPaneOn(host: MemoryHost): Promise<OpenedPane> {
  const pane = new Pane(host, new LocalChecker(), {locale: 'zh-CN', timing: {debounce: 0, retry: 1}})
  await pane.open()
  const all = (): Finding[] => pane.store.get().outcome?.findings ?? []
  return {
    pane,
    host,
    found: () =>
      all()
        .filter(({suppressed}) => !suppressed)
        .map(({ruleId, sheet, range}) => `${ruleId} ${sheet}!${range}`),
    find(rule, name) {
      const finding = all().find(({ruleId, sheet}) => ruleId === rule && (name ?? sheet) === sheet)
      if (!finding) throw new Error(`no finding of ${rule}`)
      return finding
    }
  }
}
