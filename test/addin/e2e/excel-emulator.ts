import type {Workbook} from '../../../shared/workbook/workbook.js'
import {Book, insertRows, type BookSheet} from './book.js'
import {Bridge, type Batch, type BatchAnswer} from './bridge.js'
import {WorkbookObject, type HostServices} from './host-objects.js'

/** Numbers of the events on the wire. */
const eventTypes = {changed: 10, activated: 11, added: 13, deleted: 15, nameChanged: 25} as const
type EventName = keyof typeof eventTypes

export interface EmulatorOptions {
  /** ExcelApi 1.n. */
  level: number
  fileName?: string
  locale?: string
  /** The user chose the black theme. */
  dark?: boolean
}

interface BridgeMessage {
  id: number
  type: number
  flags: number
  message: {body: Batch}
}

export interface LoggedBatch {
  actions: number
  /** Office.js itself says whether a batch writes and whether what it writes can be undone. */
  writes: boolean
  /** Only releases references or announces the library: nothing that Excel would have to do. */
  housekeeping: boolean
  milliseconds: number
}

/** An Excel of our own below Microsoft's office.js: answers batches, keeps an undo list, tells of changes. */
export class ExcelEmulator implements HostServices {
  readonly book: Book
  readonly level: number
  readonly locale: string
  readonly dark: boolean
  readonly bridge: Bridge
  readonly batches: LoggedBatch[] = []
  /** What the user could take back. Batches that write empty it where Excel cannot undo them. */
  undoList: string[] = ['用户先前的输入']
  /** The user is typing in a cell. */
  editing = false
  /** Most characters of an answer; 5 MB in Excel on the web. */
  answerLimit = Infinity
  eventsEnabled = true
  /** Keys and values of the add-in's settings in the document. */
  settings: [string, string][] = []
  /** Sends an event to the page. */
  send: (message: string) => void = () => undefined
  private readonly registered = new Set<string>()
  private queued: string[] = []
  private origin: 'ThisLocalAddin' | 'Unknown' = 'Unknown'

  constructor(
    workbook: Workbook,
    {level, fileName = '工作簿1.xlsx', locale = 'zh-CN', dark = false}: EmulatorOptions
  ) {
    this.book = new Book(workbook, fileName)
    this.level = level
    this.locale = locale
    this.dark = dark
    this.bridge = new Bridge(new WorkbookObject(this), level)
  }

  /** Answers one message of office.js. */
  answer(text: string): string {
    const {id, flags, message} = JSON.parse(text) as BridgeMessage
    const start = performance.now()
    let answer = this.editing
      ? refusal('InvalidOperationInCellEditMode', 'Excel is in cell-editing mode.')
      : this.carryOut(message.body, flags)
    if (JSON.stringify(answer).length > this.answerLimit)
      answer = refusal('ResponsePayloadSizeLimitExceeded', 'The answer is too large.')
    this.batches.push({
      actions: message.body.Actions.length,
      writes: (flags & 1) !== 0,
      housekeeping: message.body.Actions.every(
        ({ActionType, Name}) =>
          ActionType === 1 || Name === '_RemoveReference' || Name === 'NotifyActionHandlerReady'
      ),
      milliseconds: performance.now() - start
    })
    return JSON.stringify({
      id,
      type: 2,
      flags,
      message: {statusCode: 200, headers: {}, body: {...answer, TraceIds: []}}
    })
  }

  /** Events that have come up since; sent after the answer, as Excel does. */
  sendEvents(): void {
    for (const message of this.queued.splice(0)) this.send(message)
  }

  /** The user types into a cell. */
  type(sheetName: string, row: number, column: number, typed: string | number, address: string): void {
    const sheet = this.sheetNamed(sheetName)
    this.book.enter(sheet, row, column, typed)
    this.undoList.push(`${sheetName}!${address}`)
    this.changed(sheet, address)
    this.sendEvents()
  }

  /** The user inserts rows, or deletes them with a negative count. */
  insertRows(sheetName: string, before: number, count: number): void {
    const sheet = this.sheetNamed(sheetName)
    insertRows(sheet, before, count)
    this.undoList.push(`${sheetName}!${before}`)
    const address = `${before}:${before + Math.abs(count) - 1}`
    this.changed(sheet, address, count > 0 ? 'RowInserted' : 'RowDeleted')
    this.sendEvents()
  }

  /** The user gives a sheet another name. */
  rename(from: string, to: string): void {
    const sheet = this.sheetNamed(from)
    sheet.name = to
    this.queue('nameChanged', '', {
      nameBefore: from,
      nameAfter: to,
      source: 'Local',
      worksheetId: sheet.id
    })
    this.sendEvents()
  }

  /** The user deletes a sheet. */
  remove(name: string): void {
    const sheet = this.sheetNamed(name)
    this.book.sheets.splice(this.book.sheets.indexOf(sheet), 1)
    if (this.book.active === sheet) this.show(this.book.sheets[0]?.name ?? '')
    this.queue('deleted', '', {source: 'Local', worksheetId: sheet.id})
    this.sendEvents()
  }

  /** The user goes to another sheet. */
  show(name: string): void {
    const sheet = this.sheetNamed(name)
    this.book.active = sheet
    this.activated(sheet)
    this.sendEvents()
  }

  private sheetNamed(name: string): BookSheet {
    const sheet = this.book.find(name)
    if (!sheet) throw new Error(`the workbook has no sheet ${name}`)
    return sheet
  }

  changed(sheet: BookSheet, range: string, changeType = 'RangeEdited'): void {
    const message = {
      address: range,
      changeType,
      source: 'Local',
      worksheetId: sheet.id,
      shiftDirection: 'None',
      ...(this.level >= 14 && {triggerSource: this.origin})
    }
    this.queue('changed', '', message)
    this.queue('changed', sheet.id, message)
  }

  sheetAdded(sheet: BookSheet): void {
    this.queue('added', '', {source: 'Local', worksheetId: sheet.id})
  }

  activated(sheet: BookSheet): void {
    this.queue('activated', '', {worksheetId: sheet.id})
  }

  register(event: string, target: string): void {
    this.registered.add(`${event} ${target}`)
  }

  unregister(event: string, target: string): void {
    this.registered.delete(`${event} ${target}`)
  }

  setEvents(enabled: boolean): void {
    this.eventsEnabled = enabled
  }

  /** Answer to `window.external.GetContext().GetSupportedMatrix()`. */
  supportedSets(): string {
    return JSON.stringify({
      excelapi: `1.${this.level}`,
      settings: '1.1',
      ...(this.level >= 19 && {excelapiundo: '1.20', richapiruntimeflag: '1.2'})
    })
  }

  private carryOut(batch: Batch, flags: number): ReturnType<Bridge['run']> {
    this.origin = 'ThisLocalAddin'
    try {
      return this.bridge.run(batch)
    } finally {
      this.origin = 'Unknown'
      // From 1.19 on Excel keeps what add-ins write undoable.
      if ((flags & 1) !== 0 && this.level < 19) this.undoList = []
    }
  }

  private queue(event: EventName, target: string, message: Record<string, unknown>): void {
    if (!this.eventsEnabled || !this.registered.has(`${event} ${target}`)) return
    this.queued.push(
      JSON.stringify({
        type: 3,
        message: {
          entries: [
            {
              messageCategory: 65536,
              messageType: eventTypes[event],
              targetId: target === '' ? 'Workbook' : target,
              message: JSON.stringify(message)
            }
          ]
        }
      })
    )
  }
}

/** The answer to a batch of which nothing is carried out. */
function refusal(Code: string, Message: string): BatchAnswer {
  return {Results: [], Error: {Code, Message, Location: '', ActionIndex: 0, HttpStatusCode: 400}}
}
