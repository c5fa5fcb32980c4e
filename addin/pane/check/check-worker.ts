import type {Sheet, Workbook} from '../../../shared/workbook/workbook.js'
import {runCheck, runExample} from './run-check.js'
import type {Answer, Order} from './worker-messages.js'

/** Checks beside the page, so that the page stays alive whatever the workbook. */
let workbook: Workbook = {format: 'excel', date1904: false, sheets: [], warnings: []}

addEventListener('message', ({data}: MessageEvent<Order>) => {
  if (data.kind === 'workbook') workbook = data.workbook
  else if (data.kind === 'sheet') replaceSheet(data.sheet)
  else if (data.kind === 'cells') {
    const sheet = workbook.sheets.find(({name}) => name === data.sheet)
    for (const cell of data.cells) sheet?.cells.push(cell)
  } else {
    const {id} = data
    answer(id, () => (data.kind === 'check' ? runCheck(workbook, data.settings) : runExample(data.example)))
  }
})

function replaceSheet(sheet: Sheet): void {
  const at = workbook.sheets.findIndex(({name}) => name === sheet.name)
  if (at >= 0) workbook.sheets[at] = sheet
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
