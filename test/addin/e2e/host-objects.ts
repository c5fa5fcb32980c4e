import {
  contains,
  formatAddress,
  formatColumn,
  formatRange,
  parseRange
} from '../../../shared/workbook/address.js'
import type {Range} from '../../../shared/workbook/workbook.js'
import {
  BookError,
  overlaps,
  usedRange,
  type Book,
  type BookCell,
  type BookConditionalFormat,
  type BookNote,
  type BookSheet
} from './book.js'

/**
 * The objects of Excel's API as the emulated host has them: class and member names are Excel's (in JavaScript notation),
 * what they do to the workbook is ours. A member that is not here does not exist for the page, and touching it fails
 * loudly, see bridge.ts.
 */
export abstract class HostObject {
  abstract readonly className: string
  /** Key for `getItem` of a collection. */
  id?: string
}

/** What `…OrNullObject` gives when there is nothing. */
export class NullObject extends HostObject {
  constructor(readonly className: string) {
    super()
  }
}

/** What objects may ask of the host around them. */
export interface HostServices {
  readonly book: Book
  /** Notes that cells changed, for events. */
  changed(sheet: BookSheet, range: string): void
  sheetAdded(sheet: BookSheet): void
  activated(sheet: BookSheet): void
  register(event: string, target: string): void
  unregister(event: string, target: string): void
  setEvents(enabled: boolean): void
  readonly eventsEnabled: boolean
}

const lastRow = 1048576
const lastColumn = 16384

export class WorkbookObject extends HostObject {
  readonly className = 'Workbook'
  readonly worksheets: WorksheetCollectionObject
  readonly customXmlParts: CustomXmlPartCollectionObject
  // The page's `context.runtime`.
  readonly _Runtime: RuntimeObject

  constructor(private readonly host: HostServices) {
    super()
    this.worksheets = new WorksheetCollectionObject(host)
    this.customXmlParts = new CustomXmlPartCollectionObject(host)
    this._Runtime = new RuntimeObject(host)
  }

  get name(): string {
    return this.host.book.fileName
  }
}

class RuntimeObject extends HostObject {
  readonly className = 'Runtime'

  constructor(private readonly host: HostServices) {
    super()
  }

  get enableEvents(): boolean {
    return this.host.eventsEnabled
  }

  set enableEvents(enabled: boolean) {
    this.host.setEvents(enabled)
  }
}

class WorksheetCollectionObject extends HostObject {
  readonly className = 'WorksheetCollection'

  constructor(private readonly host: HostServices) {
    super()
  }

  get items(): WorksheetObject[] {
    return this.host.book.sheets.map((sheet) => new WorksheetObject(this.host, sheet))
  }

  getItem(key: string): WorksheetObject {
    const sheet = this.host.book.find(key)
    if (!sheet) throw new BookError('ItemNotFound', `There is no worksheet ${key}.`)
    return new WorksheetObject(this.host, sheet)
  }

  getItemOrNullObject(key: string): HostObject {
    return this.host.book.find(key) ? this.getItem(key) : new NullObject('Worksheet')
  }

  getActiveWorksheet(): WorksheetObject {
    return new WorksheetObject(this.host, this.host.book.active)
  }

  add(name: string): WorksheetObject {
    const {book} = this.host
    if (book.structureProtected) throw new BookError('AccessDenied', 'The workbook is protected.')
    if (name === '' || name.length > 31 || /[[\]:*?/\\]/.test(name) || /^'|'$/.test(name) || book.find(name))
      throw new BookError('InvalidArgument', `${name} is no name for a new worksheet.`)
    const sheet = book.addSheet(name)
    this.host.sheetAdded(sheet)
    return new WorksheetObject(this.host, sheet)
  }

  _RegisterDataChangedEvent(): void {
    this.host.register('changed', '')
  }
  _UnregisterDataChangedEvent(): void {
    this.host.unregister('changed', '')
  }
  _RegisterActivatedEvent(): void {
    this.host.register('activated', '')
  }
  _UnregisterActivatedEvent(): void {
    this.host.unregister('activated', '')
  }
  _RegisterAddedEvent(): void {
    this.host.register('added', '')
  }
  _UnregisterAddedEvent(): void {
    this.host.unregister('added', '')
  }
  _RegisterDeletedEvent(): void {
    this.host.register('deleted', '')
  }
  _UnregisterDeletedEvent(): void {
    this.host.unregister('deleted', '')
  }
  _RegisterEventNameChanged(): void {
    this.host.register('nameChanged', '')
  }
  _UnregisterEventNameChanged(): void {
    this.host.unregister('nameChanged', '')
  }
}

class WorksheetObject extends HostObject {
  readonly className = 'Worksheet'
  override readonly id: string

  constructor(
    private readonly host: HostServices,
    private readonly sheet: BookSheet
  ) {
    super()
    this.id = sheet.id
  }

  get name(): string {
    return this.sheet.name
  }

  get visibility(): string {
    const {visibility} = this.sheet
    return visibility === 'visible' ? 'Visible' : visibility === 'hidden' ? 'Hidden' : 'VeryHidden'
  }

  get protection(): HostObject {
    return new WorksheetProtectionObject(this.sheet)
  }

  get notes(): NoteCollectionObject {
    return new NoteCollectionObject('NoteCollection', 'Note', this.host, this.sheet, this.sheet.notes)
  }

  get comments(): NoteCollectionObject {
    return new NoteCollectionObject(
      'CommentCollection',
      'Comment',
      this.host,
      this.sheet,
      this.sheet.comments
    )
  }

  get freezePanes(): HostObject {
    return new WorksheetFreezePanesObject(this.sheet)
  }

  activate(): void {
    if (this.sheet.visibility !== 'visible')
      throw new BookError('InvalidOperation', 'The worksheet is hidden.')
    this.host.book.active = this.sheet
    this.host.activated(this.sheet)
  }

  getRange(address?: string): RangeObject {
    const range = address ? parseRange(address) : {top: 1, left: 1, bottom: lastRow, right: lastColumn}
    if (!range || range.bottom > lastRow || range.right > lastColumn)
      throw new BookError('InvalidArgument', `${address ?? ''} is no range.`)
    return new RangeObject(this.host, this.sheet, range)
  }

  getRanges(address: string): RangeAreasObject {
    if (address.length > 8192) throw new BookError('InvalidArgument', 'The address is too long.')
    const ranges = address.split(',').map((part) => this.getRange(part).range)
    return new RangeAreasObject(this.host, this.sheet, ranges)
  }

  getUsedRange(valuesOnly?: boolean | null): RangeObject {
    const range = usedRange(this.sheet, valuesOnly === true)
    // Documented for a blank sheet only: a sheet that has formats but no values is another matter.
    if (!range && usedRange(this.sheet, false))
      throw new BookError('ItemNotFound', 'There are no cells with values.')
    return new RangeObject(this.host, this.sheet, range ?? {top: 1, left: 1, bottom: 1, right: 1})
  }

  getUsedRangeOrNullObject(valuesOnly?: boolean | null): HostObject {
    const range = usedRange(this.sheet, valuesOnly === true)
    return range ? new RangeObject(this.host, this.sheet, range) : new NullObject('Range')
  }

  _RegisterDataChangedEvent(): void {
    this.host.register('changed', this.sheet.id)
  }
  _UnregisterDataChangedEvent(): void {
    this.host.unregister('changed', this.sheet.id)
  }
}

class WorksheetProtectionObject extends HostObject {
  readonly className = 'WorksheetProtection'

  constructor(private readonly sheet: BookSheet) {
    super()
  }

  get protected(): boolean {
    return this.sheet.protected
  }
}

class WorksheetFreezePanesObject extends HostObject {
  readonly className = 'WorksheetFreezePanes'

  constructor(private readonly sheet: BookSheet) {
    super()
  }

  freezeRows(count: number): void {
    this.sheet.frozenRows = count
  }
}

class NoteCollectionObject extends HostObject {
  constructor(
    readonly className: string,
    private readonly itemClass: string,
    private readonly host: HostServices,
    private readonly sheet: BookSheet,
    private readonly notes: BookNote[]
  ) {
    super()
  }

  get items(): NoteObject[] {
    return this.notes.map((note, index) => new NoteObject(this.itemClass, this.host, this.sheet, note, index))
  }

  getItem(key: string): NoteObject {
    const note = this.items.find(({id}) => id === key)
    if (!note) throw new BookError('ItemNotFound', `There is no note ${key}.`)
    return note
  }

  getItemAt(index: number): NoteObject {
    const note = this.items[index]
    if (!note) throw new BookError('ItemNotFound', `There is no note ${index}.`)
    return note
  }
}

class NoteObject extends HostObject {
  override readonly id: string

  constructor(
    readonly className: string,
    private readonly host: HostServices,
    private readonly sheet: BookSheet,
    private readonly note: BookNote,
    index: number
  ) {
    super()
    this.id = `note-${index}`
  }

  get content(): string {
    return this.note.content
  }

  get authorName(): string {
    return this.note.authorName
  }

  getLocation(): RangeObject {
    const {row, column} = this.note
    return new RangeObject(this.host, this.sheet, {top: row, left: column, bottom: row, right: column})
  }
}

export class RangeObject extends HostObject {
  readonly className = 'Range'

  constructor(
    private readonly host: HostServices,
    private readonly sheet: BookSheet,
    readonly range: Range
  ) {
    super()
  }

  get address(): string {
    return `${this.sheet.name}!${formatRange(this.range)}`
  }
  get rowIndex(): number {
    return this.range.top - 1
  }
  get columnIndex(): number {
    return this.range.left - 1
  }
  get rowCount(): number {
    return this.range.bottom - this.range.top + 1
  }
  get columnCount(): number {
    return this.range.right - this.range.left + 1
  }

  get values(): unknown[][] {
    return this.map((cell) => {
      if (!cell) return ''
      return typeof cell.value === 'object' ? cell.value.error : cell.value
    })
  }

  set values(grid: (string | number | boolean)[][]) {
    this.enter(grid)
  }

  get formulas(): unknown[][] {
    return this.map((cell) => {
      if (!cell) return ''
      return cell.formula ?? (typeof cell.value === 'object' ? cell.value.error : cell.value)
    })
  }

  set formulas(grid: (string | number | boolean)[][]) {
    this.enter(grid)
  }

  get text(): string[][] {
    return this.map((cell) => this.host.book.textOf(cell))
  }

  get numberFormat(): string[][] {
    return this.map((cell) => cell?.format ?? 'General')
  }

  set numberFormat(grid: string[][]) {
    this.forEach((address, row, column) => {
      const format = this.at(grid, row, column)
      const cell = this.sheet.cells.get(address)
      if (this.sheet.protected && (cell?.locked ?? true))
        throw new BookError('AccessDenied', 'The worksheet is protected.')
      if (cell) cell.format = format
      else if (format !== 'General')
        this.sheet.cells.set(address, {value: '', format, locked: true, richText: false})
    })
  }

  get rowHidden(): boolean | null {
    return uniform(this.range.top, this.range.bottom, this.sheet.hiddenRows)
  }

  get columnHidden(): boolean | null {
    return uniform(this.range.left, this.range.right, this.sheet.hiddenColumns)
  }

  get format(): RangeFormatObject {
    return new RangeFormatObject(this.sheet, this)
  }

  get conditionalFormats(): ConditionalFormatCollectionObject {
    return new ConditionalFormatCollectionObject(this.host, this.sheet, [this.range])
  }

  getRow(index: number): RangeObject {
    const row = this.range.top + index
    return new RangeObject(this.host, this.sheet, {...this.range, top: row, bottom: row})
  }

  getColumn(index: number): RangeObject {
    const column = this.range.left + index
    return new RangeObject(this.host, this.sheet, {...this.range, left: column, right: column})
  }

  select(): void {
    const {book} = this.host
    if (book.active !== this.sheet) throw new BookError('InvalidOperation', 'The worksheet is not active.')
    book.selection = {sheet: this.sheet.name, range: formatRange(this.range)}
  }

  clear(): void {
    this.refuseOnProtected()
    for (const [address] of this.sheet.cells) {
      const place = parseRange(address)
      if (place && contains(this.range, place.top, place.left)) this.sheet.cells.delete(address)
    }
    this.sheet.conditionalFormats = this.sheet.conditionalFormats.filter(
      ({ranges}) => !ranges.some((range) => overlaps(range, this.range))
    )
  }

  merge(): void {
    this.refuseOnProtected()
    this.unmerge()
    const anchor = formatAddress(this.range.top, this.range.left)
    this.forEach((address) => {
      if (address !== anchor) this.sheet.cells.delete(address)
    })
    this.sheet.merges.push({...this.range})
  }

  unmerge(): void {
    this.refuseOnProtected()
    this.sheet.merges = this.sheet.merges.filter((merge) => !overlaps(merge, this.range))
  }

  getMergedAreasOrNullObject(): HostObject {
    const merges = this.sheet.merges.filter((merge) => overlaps(merge, this.range))
    if (merges.length > 512) throw new BookError('InvalidOperation', 'There are too many merged areas.')
    return merges.length > 0
      ? new RangeAreasObject(this.host, this.sheet, merges)
      : new NullObject('RangeAreas')
  }

  /** Cells of the range that hold something, for formats. */
  ensureCells(): BookCell[] {
    const cells: BookCell[] = []
    this.forEach((address) => {
      let cell = this.sheet.cells.get(address)
      if (!cell) {
        cell = {value: '', format: 'General', locked: true, richText: false}
        this.sheet.cells.set(address, cell)
      }
      cells.push(cell)
    })
    return cells
  }

  existingCells(): (BookCell | undefined)[] {
    const cells: (BookCell | undefined)[] = []
    this.forEach((address) => cells.push(this.sheet.cells.get(address)))
    return cells
  }

  private enter(grid: (string | number | boolean)[][]): void {
    if (grid.length !== this.rowCount || grid.some((line) => line.length !== this.columnCount))
      throw new BookError('InvalidArgument', 'The array does not have the size of the range.')
    this.forEach((_, row, column) => {
      this.host.book.enter(this.sheet, row, column, this.at(grid, row, column))
    })
    this.host.changed(this.sheet, formatRange(this.range))
  }

  private at<T>(grid: T[][], row: number, column: number): T {
    const found = grid[row - this.range.top]?.[column - this.range.left]
    if (found === undefined || found === null)
      throw new BookError('InvalidArgument', 'The array does not have the size of the range.')
    return found
  }

  private map<T>(toValue: (cell: BookCell | undefined) => T): T[][] {
    const {top, left, bottom, right} = this.range
    if ((bottom - top + 1) * (right - left + 1) > 5_000_000)
      throw new BookError('InvalidOperation', 'The range is too large.')
    const letters = Array.from({length: right - left + 1}, (_, index) => formatColumn(left + index))
    const rows: T[][] = []
    for (let row = top; row <= bottom; row++)
      rows.push(letters.map((letter) => toValue(this.sheet.cells.get(letter + String(row)))))
    return rows
  }

  private forEach(visit: (address: string, row: number, column: number) => void): void {
    const {top, left, bottom, right} = this.range
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) visit(formatAddress(row, column), row, column)
  }

  private refuseOnProtected(): void {
    if (this.sheet.protected) throw new BookError('AccessDenied', 'The worksheet is protected.')
  }
}

function uniform(first: number, last: number, hidden: Set<number>): boolean | null {
  let count = 0
  for (const number of hidden) if (number >= first && number <= last) count++
  return count === 0 ? false : count === last - first + 1 ? true : null
}

class RangeAreasObject extends HostObject {
  readonly className = 'RangeAreas'

  constructor(
    private readonly host: HostServices,
    private readonly sheet: BookSheet,
    private readonly ranges: Range[]
  ) {
    super()
  }

  get areas(): HostObject {
    return new RangeCollectionObject(
      this.ranges.map((range) => new RangeObject(this.host, this.sheet, range))
    )
  }

  get conditionalFormats(): ConditionalFormatCollectionObject {
    return new ConditionalFormatCollectionObject(this.host, this.sheet, this.ranges)
  }
}

class RangeCollectionObject extends HostObject {
  readonly className = 'RangeCollection'

  constructor(readonly items: RangeObject[]) {
    super()
  }

  getItemAt(index: number): RangeObject {
    const range = this.items[index]
    if (!range) throw new BookError('ItemNotFound', `There is no area ${index}.`)
    return range
  }
}

class RangeFormatObject extends HostObject {
  readonly className = 'RangeFormat'
  wrapText = false
  verticalAlignment = 'Bottom'

  constructor(
    private readonly sheet: BookSheet,
    private readonly owner: RangeObject
  ) {
    super()
  }

  get fill(): HostObject {
    return new RangeFillObject(this.owner)
  }
  get font(): HostObject {
    return new RangeFontObject(this.owner)
  }
  get protection(): HostObject {
    return new FormatProtectionObject(this.owner)
  }
  get borders(): HostObject {
    return new RangeBorderCollectionObject()
  }

  set columnWidth(width: number) {
    const {left, right} = this.owner.range
    for (let column = left; column <= right; column++) this.sheet.columnWidths.set(column, width)
  }
  get columnWidth(): number {
    return this.sheet.columnWidths.get(this.owner.range.left) ?? 48
  }
}

class RangeFillObject extends HostObject {
  readonly className = 'RangeFill'

  constructor(private readonly owner: RangeObject) {
    super()
  }

  get color(): string {
    return this.owner.existingCells()[0]?.fill ?? '#FFFFFF'
  }
  set color(color: string) {
    for (const cell of this.owner.ensureCells()) cell.fill = color
  }
  clear(): void {
    for (const cell of this.owner.existingCells()) if (cell) delete cell.fill
  }
}

class RangeFontObject extends HostObject {
  readonly className = 'RangeFont'
  italic = false
  underline = 'None'
  name = '宋体'
  superscript = false
  subscript = false
  strikethrough = false
  private ownSize = 11
  private ownBold = false

  constructor(private readonly owner: RangeObject) {
    super()
  }

  get bold(): boolean | null {
    return this.isMixed() ? null : this.ownBold
  }
  set bold(bold: boolean | null) {
    this.ownBold = bold === true
  }
  get size(): number {
    return this.ownSize
  }
  set size(size: number) {
    this.ownSize = size
  }
  get color(): string | null {
    return this.isMixed() ? null : '#000000'
  }

  private isMixed(): boolean {
    return this.owner.existingCells().some((cell) => cell?.richText)
  }
}

class FormatProtectionObject extends HostObject {
  readonly className = 'FormatProtection'

  constructor(private readonly owner: RangeObject) {
    super()
  }

  get locked(): boolean | null {
    const cells = this.owner.existingCells()
    const locked = cells.filter((cell) => cell?.locked ?? true).length
    return locked === cells.length ? true : locked === 0 ? false : null
  }
}

class RangeBorderCollectionObject extends HostObject {
  readonly className = 'RangeBorderCollection'

  getItem(index: string): HostObject {
    if (!/^(?:Edge(?:Top|Bottom|Left|Right)|Inside(?:Horizontal|Vertical))$/.test(index))
      throw new BookError('InvalidArgument', `${index} is no border.`)
    return new RangeBorderObject()
  }
}

class RangeBorderObject extends HostObject {
  readonly className = 'RangeBorder'
  color = '#000000'
  style = 'None'
}

class ConditionalFormatCollectionObject extends HostObject {
  readonly className = 'ConditionalFormatCollection'

  constructor(
    private readonly host: HostServices,
    private readonly sheet: BookSheet,
    private readonly ranges: Range[]
  ) {
    super()
  }

  get items(): ConditionalFormatObject[] {
    return this.sheet.conditionalFormats
      .filter((format) => format.ranges.some((one) => this.ranges.some((other) => overlaps(one, other))))
      .map((format) => new ConditionalFormatObject(this.sheet, format))
  }

  add(type: string): ConditionalFormatObject {
    if (this.sheet.protected) throw new BookError('AccessDenied', 'The worksheet is protected.')
    if (type !== 'Custom') throw new BookError('EmulatorGap', `conditional format of type ${type}`)
    const format = {id: this.host.book.newId(), ranges: this.ranges, type, formula: '', fill: ''}
    // A new one is put before the others.
    this.sheet.conditionalFormats.unshift(format)
    return new ConditionalFormatObject(this.sheet, format)
  }

  getItem(id: string): ConditionalFormatObject {
    const found = this.items.find((format) => format.id === id)
    if (!found) throw new BookError('ItemNotFound', `There is no conditional format ${id}.`)
    return found
  }
}

class ConditionalFormatObject extends HostObject {
  readonly className = 'ConditionalFormat'
  override readonly id: string
  readonly custom: HostObject

  constructor(
    private readonly sheet: BookSheet,
    private readonly data: BookConditionalFormat
  ) {
    super()
    this.id = data.id
    this.custom = new CustomConditionalFormatObject(data)
  }

  get type(): string {
    return this.data.type
  }

  delete(): void {
    if (this.sheet.protected) throw new BookError('AccessDenied', 'The worksheet is protected.')
    const index = this.sheet.conditionalFormats.indexOf(this.data)
    if (index < 0) throw new BookError('ItemNotFound', 'The conditional format is gone.')
    this.sheet.conditionalFormats.splice(index, 1)
  }
}

class CustomConditionalFormatObject extends HostObject {
  readonly className = 'CustomConditionalFormat'
  readonly rule: HostObject
  readonly format: HostObject

  constructor(data: BookConditionalFormat) {
    super()
    this.rule = new ConditionalFormatRuleObject(data)
    this.format = new ConditionalRangeFormatObject(data)
  }
}

class ConditionalFormatRuleObject extends HostObject {
  readonly className = 'ConditionalFormatRule'

  constructor(private readonly data: BookConditionalFormat) {
    super()
  }

  get formula(): string {
    return this.data.formula
  }
  set formula(formula: string) {
    this.data.formula = formula
  }
}

class ConditionalRangeFormatObject extends HostObject {
  readonly className = 'ConditionalRangeFormat'
  readonly fill: HostObject

  constructor(data: BookConditionalFormat) {
    super()
    this.fill = new ConditionalRangeFillObject(data)
  }
}

class ConditionalRangeFillObject extends HostObject {
  readonly className = 'ConditionalRangeFill'

  constructor(private readonly data: BookConditionalFormat) {
    super()
  }

  get color(): string {
    return this.data.fill
  }
  set color(color: string) {
    this.data.fill = color
  }
}

class CustomXmlPartCollectionObject extends HostObject {
  readonly className = 'CustomXmlPartCollection'

  constructor(private readonly host: HostServices) {
    super()
  }

  getByNamespace(namespace: string): HostObject {
    return new CustomXmlPartScopedCollectionObject(this.host, namespace)
  }

  add(xml: string): CustomXmlPartObject {
    if (
      !/^<[\w:]+[^>]*>[\s\S]*<\/[\w:]+>$/.test(xml) ||
      /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(xml)
    )
      throw new BookError('InvalidArgument', 'The text is no XML.')
    const id = `{${this.host.book.newId()}}`
    this.host.book.xmlParts.set(id, xml)
    return new CustomXmlPartObject(this.host, id)
  }

  getItem(id: string): CustomXmlPartObject {
    if (!this.host.book.xmlParts.has(id)) throw new BookError('ItemNotFound', `There is no part ${id}.`)
    return new CustomXmlPartObject(this.host, id)
  }
}

class CustomXmlPartScopedCollectionObject extends HostObject {
  readonly className = 'CustomXmlPartScopedCollection'

  constructor(
    private readonly host: HostServices,
    private readonly namespace: string
  ) {
    super()
  }

  get items(): CustomXmlPartObject[] {
    return [...this.host.book.xmlParts]
      .filter(([, xml]) => xml.includes(`"${this.namespace}"`))
      .map(([id]) => new CustomXmlPartObject(this.host, id))
  }

  getItem(id: string): CustomXmlPartObject {
    const found = this.items.find((part) => part.id === id)
    if (!found) throw new BookError('ItemNotFound', `There is no part ${id}.`)
    return found
  }
}

class CustomXmlPartObject extends HostObject {
  readonly className = 'CustomXmlPart'

  constructor(
    private readonly host: HostServices,
    override readonly id: string
  ) {
    super()
  }

  getXml(): string {
    return this.host.book.xmlParts.get(this.id) ?? ''
  }

  delete(): void {
    if (!this.host.book.xmlParts.delete(this.id))
      throw new BookError('ItemNotFound', `There is no part ${this.id}.`)
  }
}
