import type {Range} from '../../../shared/workbook/workbook.js'
import type {WorkbookChange} from '../workbook-host.js'
import {runExcel} from './run-excel.js'
import {shiftMerges} from './shift-merges.js'

type Handler = OfficeExtension.EventHandlerResult<unknown>

/**
 * Listens to all sheets of the workbook. Our own writes are dropped by their origin (ExcelApi 1.14); below that the
 * writer mutes events.
 */
export class ChangeEvents {
  private handlers: Handler[] = []
  private started: Promise<void> | undefined
  private closed = false

  constructor(
    private readonly level: number,
    /** Merged areas by the id of the sheet, moved along with rows and columns that come and go. */
    private readonly merges: Map<string, Range[]>,
    private readonly tell: (change: WorkbookChange) => void
  ) {}

  get running(): boolean {
    return this.started !== undefined
  }

  /** Registers the handlers; later calls wait for the first. What failed can be tried again. */
  async start(): Promise<void> {
    this.started ??= runExcel((context) => this.register(context))
    try {
      await this.started
    } catch (error) {
      this.started = undefined
      this.handlers = []
      throw error
    }
  }

  async close(): Promise<void> {
    this.closed = true
    for (const handler of this.handlers) {
      handler.remove()
      await handler.context.sync()
    }
    this.handlers = []
  }

  private async register(context: Excel.RequestContext): Promise<void> {
    const {worksheets} = context.workbook
    this.handlers.push(
      worksheets.onChanged.add((event) => this.onChanged(event)),
      worksheets.onAdded.add(() => this.answer({kind: 'sheets'})),
      worksheets.onDeleted.add(() => this.answer({kind: 'sheets'})),
      worksheets.onActivated.add(async ({worksheetId}) => {
        const sheet = await nameOf(worksheetId)
        if (sheet !== undefined) this.tellUnlessClosed({kind: 'active-sheet', sheet})
      })
    )
    if (this.level >= 17)
      this.addIfThere(() => worksheets.onNameChanged.add(() => this.answer({kind: 'sheets'})))
    await context.sync()
  }

  /** A copy of office.js that is older than Excel takes some events to be there on the web only, and throws. */
  private addIfThere(add: () => Handler): void {
    try {
      this.handlers.push(add())
    } catch {
      // Renamed sheets are then noticed at the next check.
    }
  }

  private async onChanged(event: Excel.WorksheetChangedEventArgs): Promise<void> {
    if (event.triggerSource === 'ThisLocalAddin') return
    const {worksheetId: id} = event
    const merges = this.merges.get(id)
    if (merges) this.merges.set(id, shiftMerges(merges, event.changeType, event.address))
    const sheet = await nameOf(id)
    if (sheet === undefined) return
    this.tellUnlessClosed({kind: 'cells', sheet, ...(event.address && {range: event.address})})
  }

  private answer(change: WorkbookChange): Promise<void> {
    this.tellUnlessClosed(change)
    return Promise.resolve()
  }

  private tellUnlessClosed(change: WorkbookChange): void {
    if (!this.closed) this.tell(change)
  }
}

/** The name of a sheet by its id; `undefined` when it is gone or Excel is busy. */
async function nameOf(id: string): Promise<string | undefined> {
  try {
    return await runExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id)
      sheet.load('name')
      await context.sync()
      return sheet.isNullObject ? undefined : sheet.name
    })
  } catch {
    return undefined
  }
}
