import {parseRange} from '../../../shared/workbook/address.js'
import {formatNumber} from '../../../shared/workbook/number-format.js'
import type {Cell, Range, Sheet, Workbook} from '../../../shared/workbook/workbook.js'
import {freeName} from '../content/free-name.js'
import {isReportOf, layReport} from '../content/lay-report.js'
import {planChanges, type CurrentCell} from '../content/plan-changes.js'
import {toContent, toStored} from '../content/to-content.js'
import {badAddress, cannotHighlight, hiddenSheet, missingSheet} from '../host-errors.js'
import type {
  AppliedChange,
  Capabilities,
  CellContent,
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

export interface MemoryOptions {
  /** Names of sheets nobody may write to. */
  protectedSheets?: string[]
  locale?: string
  fileName?: string
  /** What {@link WorkbookHost.loadState} gives at first. */
  state?: unknown
  /** Abilities to do without, to see what the pane says then. */
  without?: (keyof Capabilities)[]
}

/** A workbook of plain data behind {@link WorkbookHost}: for tests, and for the pane opened as a web page. */
export class MemoryHost implements WorkbookHost {
  readonly capabilities: Capabilities
  readonly info: HostInfo
  /** What is selected, for tests and for a page that draws the sheet. */
  selection: {sheet: string; range: string} | undefined
  marks: Mark[] = []

  private readonly workbook: Workbook
  private readonly protectedSheets: Set<string>
  private readonly listeners = new Set<(change: WorkbookChange) => void>()
  private activeSheet: string
  private state: string | undefined

  constructor(
    workbook: Workbook,
    private readonly options: MemoryOptions = {}
  ) {
    this.workbook = structuredClone(workbook)
    this.protectedSheets = new Set(options.protectedSheets)
    this.activeSheet = workbook.sheets.find(({visibility}) => visibility === 'visible')?.name ?? ''
    this.state = JSON.stringify(options.state)
    const can = (capability: keyof Capabilities): boolean => !options.without?.includes(capability)
    this.capabilities = {
      merges: can('merges'),
      notes: can('notes'),
      comments: can('comments'),
      hidden: can('hidden'),
      changeEvents: can('changeEvents'),
      highlight: can('highlight'),
      documentState: can('documentState'),
      nativeUndo: false
    }
    this.info = {kind: 'memory', product: 'jixiao-lint', locale: options.locale ?? 'zh-CN'}
  }

  readWorkbook({progress, signal}: ReadOptions = {}): Promise<Workbook> {
    return answer(() => {
      signal?.throwIfAborted()
      const total = this.workbook.sheets.reduce((count, {cells}) => count + cells.length, 0)
      progress?.({done: 0, total})
      const copy = structuredClone(this.workbook)
      progress?.({done: total, total})
      signal?.throwIfAborted()
      return copy
    })
  }

  readSheet(name: string, {signal}: ReadOptions = {}): Promise<Sheet | undefined> {
    return answer(() => {
      signal?.throwIfAborted()
      return structuredClone(this.find(name))
    })
  }

  listSheets(): Promise<SheetInfo[]> {
    return answer(() =>
      this.workbook.sheets.map(({name, visibility}) => ({
        name,
        visibility,
        active: name === this.activeSheet,
        protected: this.protectedSheets.has(name)
      }))
    )
  }

  fileName(): Promise<string | undefined> {
    return answer(() => this.options.fileName)
  }

  select(sheet: string, range: string): Promise<void> {
    return answer(() => {
      const found = this.find(sheet)
      if (!found) throw missingSheet(sheet)
      if (found.visibility !== 'visible') throw hiddenSheet(sheet)
      if (!parseRange(range)) throw badAddress(sheet, range)
      this.activeSheet = found.name
      this.selection = {sheet: found.name, range}
    })
  }

  applyEdits(changes: Change[]): Promise<EditOutcome> {
    return answer(() => {
      const {accepted, refused} = planChanges(
        changes,
        ({edits}) => edits.map(({sheet, cell, from}) => ({sheet, cell, expected: from})),
        (sheet, cell) => this.currentCell(sheet, cell)
      )
      const applied = accepted.map((change): AppliedChange => {
        const before: CellContent[] = []
        for (const {sheet, cell, to} of change.edits) {
          const current = this.currentCell(sheet, cell)
          if (current === 'missing-sheet') continue
          before.push({sheet, cell, value: toStored(current), format: current.format})
          this.write(sheet, cell, toContent(current, to, this.workbook.date1904), current.format)
        }
        return {change, before}
      })
      return {applied, refused}
    })
  }

  revertEdits(applied: AppliedChange[]): Promise<RevertOutcome> {
    return answer(() => {
      const {accepted, refused} = planChanges(
        [...applied].reverse(),
        ({change}) => change.edits.map(({sheet, cell, to}) => ({sheet, cell, expected: to})),
        (sheet, cell) => this.currentCell(sheet, cell)
      )
      for (const {before} of accepted)
        for (const {sheet, cell, value, format} of before) this.write(sheet, cell, value, format)
      return {reverted: accepted, refused}
    })
  }

  highlight(marks: Mark[]): Promise<Mark[]> {
    return answer(() => {
      if (!this.capabilities.highlight) throw cannotHighlight()
      const possible = (mark: Mark): boolean =>
        this.find(mark.sheet) !== undefined &&
        !this.protectedSheets.has(mark.sheet) &&
        !!parseRange(mark.range)
      this.marks = marks.filter(possible)
      return marks.filter((mark) => !possible(mark))
    })
  }

  clearHighlights(): Promise<void> {
    return answer(() => {
      this.marks = []
    })
  }

  loadState(): Promise<unknown> {
    return answer((): unknown => (this.state === undefined ? undefined : JSON.parse(this.state)))
  }

  saveState(state: unknown): Promise<void> {
    return answer(() => {
      this.state = JSON.stringify(state)
    })
  }

  writeReportSheet(report: ReportTable): Promise<string> {
    return answer(() => {
      const earlier = this.workbook.sheets.findIndex(
        ({name, cells}) =>
          !this.protectedSheets.has(name) &&
          isReportOf(report, name, cells.find(({row, column}) => row === 1 && column === 1)?.text ?? '')
      )
      if (earlier < 0) return this.add(layReport(report))
      const {name} = this.workbook.sheets[earlier] ?? {name: report.name}
      this.workbook.sheets[earlier] = {...layReport(report), name}
      this.activeSheet = name
      return name
    })
  }

  insertSheet(sheet: Sheet): Promise<string> {
    return answer(() => this.add(sheet))
  }

  onChange(listener: (change: WorkbookChange) => void): Unsubscribe {
    if (!this.capabilities.changeEvents) return () => undefined
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  close(): Promise<void> {
    return answer(() => this.listeners.clear())
  }

  /** What a user does in the sheet: types into a cell. Everybody who listens is told. */
  type(sheet: string, cell: string, value: string | number | boolean): void {
    const current = this.currentCell(sheet, cell)
    if (current === 'missing-sheet') throw missingSheet(sheet)
    this.write(sheet, cell, value, current.format)
    for (const listener of this.listeners) listener({kind: 'cells', sheet, range: cell})
  }

  /** Protects a sheet against writing, or lifts the protection. */
  protect(sheet: string, on: boolean): void {
    if (on) this.protectedSheets.add(sheet)
    else this.protectedSheets.delete(sheet)
  }

  private find(name: string): Sheet | undefined {
    return this.workbook.sheets.find((sheet) => sheet.name === name)
  }

  private add(sheet: Sheet): string {
    const name = freeName(
      sheet.name,
      this.workbook.sheets.map((existing) => existing.name)
    )
    this.workbook.sheets.push({...structuredClone(sheet), name, visibility: 'visible'})
    this.activeSheet = name
    return name
  }

  private currentCell(sheetName: string, address: string): CurrentCell | 'missing-sheet' {
    const sheet = this.find(sheetName)
    if (!sheet) return 'missing-sheet'
    const place = placeOf(address)
    const cell = sheet.cells.find(({row, column}) => row === place.top && column === place.left)
    return {
      text: cell?.text ?? '',
      value: cell?.value ?? null,
      format: cell?.format ?? 'General',
      ...(cell?.formula !== undefined && {formula: cell.formula}),
      richText: cell?.richText ?? false,
      locked: this.protectedSheets.has(sheet.name)
    }
  }

  private write(sheetName: string, address: string, value: string | number | boolean, format: string): void {
    const sheet = this.find(sheetName)
    if (!sheet) return
    const {top: row, left: column} = placeOf(address)
    const at = sheet.cells.findIndex((cell) => cell.row > row || (cell.row === row && cell.column >= column))
    const index = at < 0 ? sheet.cells.length : at
    const there = sheet.cells[index]
    const exists = there?.row === row && there.column === column
    const written: Cell[] = value === '' ? [] : [toCell(row, column, value, format, this.workbook.date1904)]
    sheet.cells.splice(index, exists ? 1 : 0, ...written)
  }
}

function toCell(
  row: number,
  column: number,
  value: string | number | boolean,
  format: string,
  date1904: boolean
): Cell {
  const text =
    typeof value === 'number'
      ? formatNumber(value, format, date1904)
      : typeof value === 'boolean'
        ? String(value).toUpperCase()
        : value
  return {row, column, text, value, ...(format !== 'General' && {format})}
}

function placeOf(address: string): Range {
  const range = parseRange(address)
  if (!range) throw badAddress('', address)
  return range
}

/** Answers later, as a real host does, and turns what is thrown into a rejection. */
async function answer<T>(work: () => T): Promise<T> {
  await Promise.resolve()
  return work()
}
