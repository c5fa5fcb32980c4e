import assert from 'node:assert/strict'
import {reportOf} from '../../addin/pane/state/report-table.js'
import {layReport} from '../../addin/host/content/lay-report.js'
import {isOwnSheet} from '../../shared/tree/own-sheets.js'
import {readLiteral, sheet} from '../../shared/workbook/sheet-literal.js'

const isOwn = (literal: ReturnType<typeof sheet>): boolean => readLiteral(literal).sheets.some(isOwnSheet)

describe('sheets that earlier checks wrote', () => {
  it('are known by their headings, in either language, lines above them or not', () => {
    assert.ok(
      isOwn(sheet`
      审核意见
      序号 | 级别 | 工作表 | 单元格 | 内容 | 问题、原因和建议 | 依据 | 规则
    `)
    )
    assert.ok(
      isOwn(sheet`
      Reviewed by the office
      Unit | Cell | Kind | Basis | Severity
    `)
    )
  })
  it('include the list that the pane writes', () => {
    for (const locale of ['zh-CN', 'en'] as const) assert.ok(isOwnSheet(layReport(reportOf([], locale))))
  })
  it('are no forms that merely have some of the words', () =>
    assert.ok(
      !isOwn(sheet`
      2024年普法经费绩效目标表
      序号 | 指标名称 | 内容 | 指标值 | 依据
    `)
    ))
})
