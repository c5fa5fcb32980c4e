import type {Finding, Locale} from '../../../shared/lint/finding.js'
import type {Sheet} from '../../../shared/workbook/workbook.js'
import {shorten} from './findings-update.js'
import {loadMessages} from './load-messages.js'
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
    answerIn(data.settings.locale, data.id, () => {
      const report = check.run(data.settings)
      const findings = shorten(report.findings, sent)
      sent = report.findings
      return {...report, findings}
    })
  } else answerIn(data.example.locale, data.id, () => runExample(data.example))
})

/** A sheet takes its place only when it is whole: what a checker has seen must not change any more. */
function take(sheet: Sheet, more: boolean): void {
  arriving = more ? sheet : undefined
  if (!more) check.replaceSheet(sheet)
}

type Work = () => Extract<Answer, {value: unknown}>['value']

/** Answers as soon as there are messages in the language. */
function answerIn(locale: Locale, id: number, work: Work): void {
  const loading = loadMessages(locale)
  if (!loading) answer(id, work)
  else
    void loading.then(
      () => answer(id, work),
      (error: unknown) =>
        answer(id, () => {
          throw error
        })
    )
}

function answer(id: number, work: Work): void {
  let message: Answer
  try {
    message = {id, value: work()}
  } catch (error) {
    message = {id, error: error instanceof Error ? error : new Error(String(error))}
  }
  postMessage(message)
}
