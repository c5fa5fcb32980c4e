import {parseRange} from '../../../shared/workbook/address.js'
import type {Sheet, Workbook} from '../../../shared/workbook/workbook.js'
import {badAddress, cannotHighlight, hiddenSheet, missingSheet} from '../host-errors.js'
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
} from '../workbook-host.js'
import {capabilitiesOf} from './api-level.js'
import {ChangeEvents} from './change-events.js'
import {loadPart, loadSetting, savePart, saveSetting} from './document-state.js'
import type * as writing from './writing.js'
import type {Writing} from './edit-cells.js'
import {readAllSheets, readOneSheet} from './read-sheets.js'
import type {Known, Reading} from './reading.js'
import {excelCode, runExcel} from './run-excel.js'

/**
 * Cells in one message. Excel on the web allows 5 MB, and a cell takes about 100 bytes; on the desktop it is the time to
 * parse a message, in which the pane stands still.
 */
const cellsPerBatch = {web: 20_000, desktop: 100_000}

type Writers = typeof writing

const loadWriting = (): Promise<Writers> => import('./writing.js')

/** The workbook that is open in Excel, through Office.js. */
export class ExcelHost implements WorkbookHost {
  readonly capabilities: Capabilities
  private readonly known: Known = {merges: new Map()}
  private readonly listeners = new Set<(change: WorkbookChange) => void>()
  private readonly events: ChangeEvents
  /** Conversations follow one another, so that no reading sees half a writing. */
  private last: Promise<unknown> = Promise.resolve()

  constructor(
    readonly info: HostInfo,
    /** Highest set ExcelApi 1.n, as n. */
    private readonly level: number,
    private readonly onTheWeb: boolean
  ) {
    this.capabilities = capabilitiesOf(level, 'notes' in Excel.Worksheet.prototype)
    this.events = new ChangeEvents(level, this.known.merges, (change) => {
      for (const listener of this.listeners) listener(change)
    })
  }

  readWorkbook(options: ReadOptions = {}): Promise<Workbook> {
    if (!options.live) this.listen()
    return this.converse((context) => {
      options.signal?.throwIfAborted()
      return readAllSheets(context, this.reading(options))
    }).finally(() => {
      // Ready for the first fix; whoever writes loads it again if it failed.
      loadWriting().catch(() => undefined)
    })
  }

  async readSheet(name: string, options: ReadOptions = {}): Promise<Sheet | undefined> {
    try {
      return await this.converse((context) => {
        options.signal?.throwIfAborted()
        return readOneSheet(context, name, this.reading(options))
      })
    } catch (error) {
      if (excelCode(error) === 'ItemNotFound') return undefined
      throw error
    }
  }

  listSheets(): Promise<SheetInfo[]> {
    return this.converse(async (context) => {
      const {worksheets} = context.workbook
      const knowsProtection = this.level >= 2
      worksheets.load(`items/name,items/visibility${knowsProtection ? ',items/protection/protected' : ''}`)
      const active = worksheets.getActiveWorksheet()
      active.load('name')
      await context.sync()
      return worksheets.items.map((sheet): SheetInfo => ({
        name: sheet.name,
        visibility:
          sheet.visibility === 'Hidden'
            ? 'hidden'
            : sheet.visibility === 'VeryHidden'
              ? 'veryHidden'
              : 'visible',
        active: sheet.name === active.name,
        ...(knowsProtection && {protected: sheet.protection.protected})
      }))
    })
  }

  fileName(): Promise<string | undefined> {
    if (this.level < 7) {
      return Promise.resolve(lastPart(Office.context.document.url))
    }
    return this.converse(async (context) => {
      const {workbook} = context
      workbook.load('name')
      await context.sync()
      return workbook.name || undefined
    })
  }

  async select(sheet: string, range: string): Promise<void> {
    if (!parseRange(range)) throw badAddress(sheet, range)
    try {
      await this.converse(async (context) => {
        const target = context.workbook.worksheets.getItem(sheet)
        target.load('visibility')
        await context.sync()
        if (target.visibility !== 'Visible') throw hiddenSheet(sheet)
        target.activate()
        target.getRange(range).select()
        await context.sync()
      })
    } catch (error) {
      if (excelCode(error) === 'ItemNotFound') throw missingSheet(sheet)
      throw error
    }
  }

  applyEdits(changes: Change[]): Promise<EditOutcome> {
    return this.write((context, {applyChanges}) => applyChanges(context, changes, this.writing()))
  }

  revertEdits(applied: AppliedChange[]): Promise<RevertOutcome> {
    return this.write((context, {revertChanges}) => revertChanges(context, applied, this.writing()))
  }

  async highlight(marks: Mark[]): Promise<Mark[]> {
    if (!this.capabilities.highlight) throw cannotHighlight()
    return this.write(async (context, {removeMarks, setMarks}) => {
      await removeMarks(context)
      return setMarks(context, marks, this.level)
    })
  }

  async clearHighlights(): Promise<void> {
    if (this.capabilities.highlight) await this.write((context, {removeMarks}) => removeMarks(context))
  }

  loadState(): Promise<unknown> {
    return this.capabilities.documentState ? this.converse(loadPart) : Promise.resolve(loadSetting())
  }

  saveState(state: unknown): Promise<void> {
    return this.capabilities.documentState
      ? this.converse((context) => savePart(context, state))
      : saveSetting(state)
  }

  writeReportSheet(report: ReportTable): Promise<string> {
    return this.write((context, {writeReport}) => writeReport(context, report, this.level))
  }

  insertSheet(sheet: Sheet): Promise<string> {
    return this.write((context, {addSheet}) => addSheet(context, sheet, this.level))
  }

  onChange(listener: (change: WorkbookChange) => void): Unsubscribe {
    if (!this.capabilities.changeEvents) return () => undefined
    this.listeners.add(listener)
    this.listen()
    return () => void this.listeners.delete(listener)
  }

  async close(): Promise<void> {
    this.listeners.clear()
    await this.queue(() => this.events.close())
  }

  /**
   * Registers for events if somebody listens. It may fail while a cell is edited, so every check tries again; live
   * checks do not, because Office.js counts registering as writing.
   */
  private listen(): void {
    if (this.listeners.size > 0 && !this.events.running)
      this.queue(() => this.events.start()).catch(() => undefined)
  }

  private reading(options: ReadOptions): Reading {
    return {
      ...options,
      level: this.level,
      capabilities: this.capabilities,
      cellsPerBatch: this.onTheWeb ? cellsPerBatch.web : cellsPerBatch.desktop,
      known: this.known
    }
  }

  private writing(): Writing {
    return {level: this.level, date1904: this.known.date1904 ?? false}
  }

  private converse<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    return this.queue(() => runExcel(work))
  }

  /** A conversation that changes the workbook and tells nobody. Its last batch is one step for Ctrl+Z. */
  private write<T>(work: (context: Excel.RequestContext, writing: Writers) => Promise<T>): Promise<T> {
    const mutes = this.capabilities.changeEvents && this.level < 14
    return this.queue(async () => {
      const writers = await loadWriting()
      if (mutes) await setEvents(false)
      try {
        return await runExcel((context) => work(context, writers))
      } finally {
        if (mutes) await setEvents(true)
      }
    })
  }

  private queue<T>(work: () => Promise<T>): Promise<T> {
    const next = this.last.then(work, work)
    this.last = next.catch(() => undefined)
    return next
  }
}

/** Name of the file in a path or an address; `undefined` for a workbook that was never saved. */
function lastPart(url: string): string | undefined {
  if (!url) return undefined
  const name = url.slice(Math.max(url.lastIndexOf('/'), url.lastIndexOf('\\')) + 1)
  try {
    return /^https?:/.test(url) ? decodeURIComponent(name) : name
  } catch {
    return name
  }
}

function setEvents(enabled: boolean): Promise<void> {
  return runExcel(async (context) => {
    context.runtime.enableEvents = enabled
    await context.sync()
  })
}
