import type {Finding} from '../../../shared/lint/finding.js'
import type {Sheet, Workbook} from '../../../shared/workbook/workbook.js'
import type {Checker, CheckReport, CheckSettings, ExampleToCheck} from './checker.js'
import {complete} from './findings-update.js'
import type {Answer, Order, ShortReport} from './worker-messages.js'

/** Cells in one message: few enough that handing them over takes less than a frame or two. */
const portion = 5_000

interface Waiting {
  resolve: (value: never) => void
  reject: (reason: Error) => void
}

/** Checks in a worker; the page only hands over cells and takes findings. */
export class WorkerChecker implements Checker {
  private readonly waiting = new Map<number, Waiting>()
  private lastId = 0
  /** Findings of the last report, which the next one refers to. */
  private findings: Finding[] = []

  private constructor(private readonly worker: Worker) {
    worker.addEventListener('message', ({data}: MessageEvent<Answer>) => {
      const waiting = this.waiting.get(data.id)
      this.waiting.delete(data.id)
      if ('error' in data) waiting?.reject(data.error)
      else waiting?.resolve(data.value as never)
    })
    worker.addEventListener('error', ({message}) => this.giveUp(new Error(`worker: ${message}`)))
  }

  /** Starts the worker. Throws where the host lets a page have none. */
  static start(): WorkerChecker {
    return new WorkerChecker(new Worker(new URL('./check-worker.ts', import.meta.url)))
  }

  async load(workbook: Workbook): Promise<void> {
    this.send({
      kind: 'workbook',
      workbook: {...workbook, sheets: workbook.sheets.map((sheet) => ({...sheet, cells: []}))}
    })
    for (const sheet of workbook.sheets) await this.replaceSheet(sheet)
  }

  async replaceSheet(sheet: Sheet): Promise<void> {
    const {cells} = sheet
    let more = cells.length > portion
    this.send({kind: 'sheet', sheet: more ? {...sheet, cells: cells.slice(0, portion)} : sheet, more})
    for (let from = portion; more; from += portion) {
      // The page draws and answers between portions.
      await new Promise((resolve) => setTimeout(resolve))
      more = from + portion < cells.length
      this.send({kind: 'cells', cells: cells.slice(from, from + portion), more})
    }
  }

  async check(settings: CheckSettings): Promise<CheckReport> {
    const report = await this.ask<ShortReport>((id) => ({kind: 'check', id, settings}))
    // Reports come in the order in which they were made, so each meets the one it refers to.
    this.findings = complete(report.findings, this.findings)
    return {...report, findings: this.findings}
  }

  checkExample(example: ExampleToCheck): Promise<Finding[]> {
    return this.ask((id) => ({kind: 'example', id, example}))
  }

  close(): void {
    this.worker.terminate()
    this.giveUp(new Error('closed'))
  }

  private ask<T>(order: (id: number) => Order): Promise<T> {
    const id = ++this.lastId
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, {resolve, reject})
      this.send(order(id))
    })
  }

  private send(order: Order): void {
    this.worker.postMessage(order)
  }

  private giveUp(reason: Error): void {
    for (const {reject} of this.waiting.values()) reject(reason)
    this.waiting.clear()
  }
}
