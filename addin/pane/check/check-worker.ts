import type {Finding} from '../../../shared/lint/finding.js'
import type {Sheet} from '../../../shared/workbook/workbook.js'
import {shorten} from './findings-update.js'
import {runExample, WorkbookCheck} from './workbook-check.js'
import type {Answer, Order} from './worker-messages.js'

/** Checks beside the page, so that the page stays alive whatever the workbook. */
const check = new WorkbookCheck()
/** A sheet of which cells are still to come. */
let arriving: Sheet | undefined
/** The findings that the page has. */
let sent: Finding[] = []

addEventListener('message', ({data}: MessageEvent<Order>) => {
  if (data.kind === 'workbook') check.load(data.workbook)
  else if (data.kind === 'sheet') take(data.sheet, data.more)
  else if (data.kind === 'cells') {
    if (!arriving) return
    for (const cell of data.cells) arriving.cells.push(cell)
    take(arriving, data.more)
  } else if (data.kind === 'check') {
    answer(data.id, () => {
      const report = check.run(data.settings)
      const findings = shorten(report.findings, sent)
      sent = report.findings
      return {...report, findings}
    })
  } else answer(data.id, () => runExample(data.example))
})

/** A sheet takes its place only when it is whole: what a checker has seen must not change any more. */
function take(sheet: Sheet, more: boolean): void {
  arriving = more ? sheet : undefined
  if (!more) check.replaceSheet(sheet)
}

function answer(id: number, work: () => Extract<Answer, {value: unknown}>['value']): void {
  let message: Answer
  try {
    message = {id, value: work()}
  } catch (error) {
    message = {id, error: error instanceof Error ? error : new Error(String(error))}
  }
  postMessage(message)
}
