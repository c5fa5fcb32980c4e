import type {Page} from 'puppeteer-core'
import {HostError, type HostErrorCode} from '../../../addin/host/host-error.js'
import type {
  AppliedChange,
  Capabilities,
  Change,
  EditOutcome,
  HostInfo,
  Mark,
  ReadOptions,
  ReportTable,
  RevertOutcome,
  SheetInfo,
  Unsubscribe,
  WorkbookChange,
  WorkbookHost
} from '../../../addin/host/workbook-host.js'
import type {Sheet, Workbook} from '../../../shared/workbook/workbook.js'
import type {ExcelPage} from './open-page.js'
import type {ProbeAnswer} from './probe.js'

/** The host that lives in a page, called from a test as if it were here. */
export class RemoteHost implements WorkbookHost {
  private readonly listeners = new Set<(change: WorkbookChange) => void>()

  private constructor(
    private readonly page: Page,
    readonly capabilities: Capabilities,
    readonly info: HostInfo
  ) {}

  /** Opens a host on a page that has loaded the probe. */
  static async open({page, changes}: ExcelPage): Promise<RemoteHost> {
    const opened = await page.evaluate(() => window.probe.open())
    if (!opened) throw new Error('office.js does not take the page to be open in Excel')
    const host = new RemoteHost(page, opened.capabilities, opened.info)
    changes.tell = (change) => {
      for (const listener of host.listeners) listener(change)
    }
    return host
  }

  readWorkbook(options: ReadOptions = {}): Promise<Workbook> {
    return this.read('readWorkbook', [], options)
  }
  readSheet(name: string, options: ReadOptions = {}): Promise<Sheet | undefined> {
    return this.read('readSheet', [name], options)
  }
  listSheets(): Promise<SheetInfo[]> {
    return this.call('listSheets')
  }
  fileName(): Promise<string | undefined> {
    return this.call('fileName')
  }
  select(sheet: string, range: string): Promise<void> {
    return this.call('select', sheet, range)
  }
  applyEdits(changes: Change[]): Promise<EditOutcome> {
    return this.call('applyEdits', changes)
  }
  revertEdits(applied: AppliedChange[]): Promise<RevertOutcome> {
    return this.call('revertEdits', applied)
  }
  highlight(marks: Mark[]): Promise<Mark[]> {
    return this.call('highlight', marks)
  }
  clearHighlights(): Promise<void> {
    return this.call('clearHighlights')
  }
  loadState(): Promise<unknown> {
    return this.call('loadState')
  }
  saveState(state: unknown): Promise<void> {
    // An argument that is undefined would arrive as null.
    return state === undefined ? this.call('saveState') : this.call('saveState', state)
  }
  writeReportSheet(report: ReportTable): Promise<string> {
    return this.call('writeReportSheet', report)
  }
  insertSheet(sheet: Sheet): Promise<string> {
    return this.call('insertSheet', sheet)
  }

  onChange(listener: (change: WorkbookChange) => void): Unsubscribe {
    this.listeners.add(listener)
    void this.page.evaluate(() => window.probe.listen())
    return () => {
      this.listeners.delete(listener)
      void this.page.evaluate(() => window.probe.unlisten())
    }
  }

  close(): Promise<void> {
    return this.call('close')
  }

  private async call<T>(method: string, ...args: unknown[]): Promise<T> {
    return unwrap(
      await this.page.evaluate((name, values) => window.probe.call(name, values), method, args)
    ) as T
  }

  private async read<T>(
    method: 'readWorkbook' | 'readSheet',
    args: unknown[],
    {progress, signal, live}: ReadOptions
  ): Promise<T> {
    const abortAt = signal?.aborted ? 0 : -1
    const answer = await this.page.evaluate(
      (name, values, at) => window.probe.read(name, values, at),
      method,
      [...args, {live: live ?? false}],
      abortAt
    )
    for (const step of answer.progress ?? []) progress?.(step)
    return unwrap(answer) as T
  }
}

function unwrap({value, error}: ProbeAnswer): unknown {
  if (!error) return value
  if (error.text) throw new HostError(error.code as HostErrorCode, error.text)
  throw Object.assign(new Error(error.message), {name: error.name})
}
