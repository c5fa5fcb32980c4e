import type {Workbook} from '../../../shared/workbook/workbook.js'
import {readLiteral} from '../../../shared/workbook/sheet-literal.js'
import {lintWorkbook} from '../../../shared/lint/lint-workbook.js'
import {ExcelEmulator} from './excel-emulator.js'
import {makeForms, measureRecheck, stackForms, type Recheck} from './measure-recheck.js'
import {openPage, openStage} from './open-page.js'

/**
 * Our own time of the add-in, in milliseconds: Microsoft's office.js and our host in a browser, above an emulated Excel
 * whose time is taken off. Real Excel's time comes on top and is not known here.
 */
interface Row {
  task: string
  batches: number
  total: number
  /** Of it in the emulated Excel. */
  excel: number
  /** The longest time the page stood still. */
  longest: number
}

const rows: Row[] = []
const stage = await openStage()
for (const [name, workbook] of [
  ['1 sheet', makeWorkbook(1, 200)],
  ['14 sheets', makeWorkbook(14, 200)],
  ['40 sheets', makeWorkbook(40, 200)],
  ['1 sheet of 50,000 rows', makeWorkbook(1, 50_000)]
] as const) {
  const emulator = new ExcelEmulator(workbook, {level: 17})
  const opened = await openPage(stage, emulator, 'probe')
  const {page} = opened
  await page.evaluate(() => window.probe.open())
  const measure = async (task: string, method: string, ...args: unknown[]): Promise<void> => {
    emulator.batches.length = 0
    const [total, longest] = await page.evaluate(
      async (called, values) => {
        let longest = 0
        const observer = new PerformanceObserver((list) => {
          for (const {duration} of list.getEntries()) longest = Math.max(longest, duration)
        })
        observer.observe({type: 'longtask'})
        const start = performance.now()
        await window.probe.call(called, values)
        const total = performance.now() - start
        await new Promise((resolve) => setTimeout(resolve, 50))
        observer.disconnect()
        return [total, longest] as const
      },
      method,
      args
    )
    const asked = emulator.batches.filter(({housekeeping}) => !housekeeping)
    const excel = asked.reduce((sum, {milliseconds}) => sum + milliseconds, 0)
    rows.push({
      task: `${name}: ${task}`,
      batches: asked.length,
      total: Math.round(total),
      excel: Math.round(excel),
      longest: Math.round(longest)
    })
  }
  await measure('read, first time', 'readWorkbook')
  await measure('read', 'readWorkbook')
  await measure('read one sheet again', 'readSheet', '第1张', {live: true})
  await opened.close()
  const start = performance.now()
  lintWorkbook({...workbook, sheets: workbook.sheets.slice(0, 1)})
  rows.push({
    task: `${name}: rules on one sheet (Node)`,
    batches: 0,
    total: Math.round(performance.now() - start),
    excel: 0,
    longest: 0
  })
}
const rechecks: Recheck[] = []
const few = makeForms(20)
const many = makeForms(125)
for (const workbook of [few, stackForms(few, 20), many, stackForms(many, 9), stackForms(many, 125)])
  rechecks.push(await measureRecheck(stage, workbook))
await stage.close()
console.table(rows)
console.log(
  'One cell edited: milliseconds until the findings are drawn, after the wait of 100 (median of 9 edits)'
)
console.table(rechecks)

function makeWorkbook(sheets: number, count: number): Workbook {
  const lines = [
    '2024年清河市民政局项目绩效目标表',
    '一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值确定依据'
  ]
  for (let row = 0; row < count; row++)
    lines.push(`产出指标 | 数量指标 | 走访困难家庭第${row + 1}批户数 | ≥${100 + row}户 | 年度工作计划`)
  const text = lines.join('\n')
  return readLiteral({sheets: Array.from({length: sheets}, (_, index) => ({name: `第${index + 1}张`, text}))})
}
