import type {Bilingual} from '../../shared/lint/define-rule.js'
import type {Edit, Severity} from '../../shared/lint/finding.js'
import type {Sheet, Visibility, Workbook} from '../../shared/workbook/workbook.js'

/**
 * The open workbook as the pane sees it: the only door between the user interface and Excel. Everything that goes in
 * and out is plain data; addresses are A1, sheets go by name, as in findings. Calls are answered one after another.
 * Whatever cannot be done is a {@link HostError} with a sentence for the user, except edits, which are refused one by
 * one.
 */
export interface WorkbookHost {
  /** What this edition of the host can do; asked once, when the host is opened. */
  readonly capabilities: Capabilities
  /** Where the pane runs. */
  readonly info: HostInfo

  /**
   * Reads the whole workbook, equal to what the command line reads of the saved file as far as rules look. What this
   * edition cannot read stands in `warnings`. Throws the signal's reason when it is aborted.
   */
  readWorkbook(options?: ReadOptions): Promise<Workbook>
  /** Reads one sheet; `undefined` when there is no such sheet (any more). */
  readSheet(name: string, options?: ReadOptions): Promise<Sheet | undefined>
  /** Sheets in the order of their tabs. */
  listSheets(): Promise<SheetInfo[]>
  /** Name of the file, as far as known; the fiscal year may stand in it. */
  fileName(): Promise<string | undefined>

  /** Shows the sheet and selects an A1 range on it. Hidden sheets are refused (`hidden-sheet`), not shown. */
  select(sheet: string, range: string): Promise<void>

  /**
   * Writes new cell texts. Each change (a `Fix` is one) is carried out as a whole or not at all: every cell must still
   * show the text `from`, hold no formula, and be writable.
   */
  applyEdits(changes: Change[]): Promise<EditOutcome>
  /** Takes applied changes back, in reverse order, where the cells still hold what was written. */
  revertEdits(applied: AppliedChange[]): Promise<RevertOutcome>

  /**
   * Marks ranges in colour instead of all earlier marks. The cells' own formats are not touched, so that
   * {@link clearHighlights} leaves exactly what was there, even after marks were saved with the file.
   * Returns the marks that could not be set (protected or missing sheets).
   */
  highlight(marks: Mark[]): Promise<Mark[]>
  /** Removes all our marks from the workbook, also those of earlier sessions. */
  clearHighlights(): Promise<void>

  /** What {@link saveState} kept in the document; `undefined` when nothing was, or when it is unreadable. */
  loadState(): Promise<unknown>
  /** Keeps a JSON value in the document; it is on disk once the user saves the file. `undefined` removes it. */
  saveState(state: unknown): Promise<void>

  /** Writes the table on a sheet of its own (an earlier report of ours is replaced) and shows it. Returns its name. */
  writeReportSheet(report: ReportTable): Promise<string>
  /** Adds a sheet behind the others and shows it; a taken name gets a number. Returns the name it has. */
  insertSheet(sheet: Sheet): Promise<string>

  /** Tells of changes by the user and by others, not of our own. Nothing is told where `changeEvents` is false. */
  onChange(listener: (change: WorkbookChange) => void): Unsubscribe
  /** Releases event handlers; the host is of no use afterwards. */
  close(): Promise<void>
}

export type Unsubscribe = () => void

/** What an edition can do. `limitationsOf()` says what follows for the user where something is missing. */
export interface Capabilities {
  /** Merged areas can be read; without them forms are recognised less well. */
  merges: boolean
  /** Notes (旧式批注) can be read. */
  notes: boolean
  /** Threaded comments can be read. */
  comments: boolean
  /** Hidden rows and columns can be read. */
  hidden: boolean
  /** Edits in the workbook are told. */
  changeEvents: boolean
  /** Places can be marked and unmarked. */
  highlight: boolean
  /** State goes into the file in a part that the command line reads. */
  documentState: boolean
  /** Ctrl+Z takes back what we wrote; without it only our own undo does. */
  nativeUndo: boolean
}

export interface HostInfo {
  /** `excel`: Office.js; `memory`: plain data, in tests and in the pane as a web page. */
  kind: 'excel' | 'memory'
  /** For people and reports: `Excel (PC) 16.0.17932.20190, ExcelApi 1.17`. */
  product: string
  /** Language of the user interface of the host, e.g. `zh-CN`. */
  locale: string
  theme?: HostTheme
}

/** Colours of the host's window, as `#RRGGBB`. */
export interface HostTheme {
  dark: boolean
  background: string
  foreground: string
}

export interface ReadOptions {
  progress?: (progress: ReadProgress) => void
  signal?: AbortSignal
  /**
   * Live re-checking: no call that is known to empty the user's undo list. Merged areas are then those of the last
   * reading without `live`, moved along with inserted and deleted rows and columns; a sheet that was not read before
   * has none.
   */
  live?: boolean
}

export interface ReadProgress {
  /** Cells read so far and to be read; 0 of 0 while the sheets are listed. */
  done: number
  total: number
}

export interface SheetInfo {
  name: string
  visibility: Visibility
  active: boolean
  /** Writing needs the sheet's protection to be lifted; `undefined` when this edition cannot tell. */
  protected?: boolean
}

/** Edits that belong together; a `Fix` is one. */
export interface Change {
  edits: Edit[]
}

/** Content of a cell before we wrote to it: enough to put it back exactly. */
export interface CellContent {
  sheet: string
  cell: string
  /** What stood in the cell as typed: text, number, boolean. */
  value: string | number | boolean
  /** Number format code. */
  format: string
}

export interface AppliedChange {
  change: Change
  before: CellContent[]
}

export type RefusalReason =
  | 'changed' // the cell shows another text by now
  | 'formula'
  | 'protected'
  | 'rich-text' // parts of the text are formatted differently
  | 'missing-sheet'
  | 'conflict' // an earlier change of the same call writes the same cell
  | 'bad-address'
  | 'rejected' // the host refused or wrote something else

export interface Refusal {
  reason: RefusalReason
  /** What, why, what to do. */
  text: Bilingual
  sheet: string
  cell: string
  /** The text found instead of the expected one. */
  found?: string
}

export interface EditOutcome {
  applied: AppliedChange[]
  refused: {change: Change; refusal: Refusal}[]
}

export interface RevertOutcome {
  reverted: AppliedChange[]
  refused: {change: AppliedChange; refusal: Refusal}[]
}

export interface Mark {
  sheet: string
  /** A1 range. */
  range: string
  severity: Severity
}

/** A report as a sheet. Cells are text or numbers; a place becomes a link that jumps to it. */
export interface ReportTable {
  /** Wished name of the sheet, e.g. 体检问题清单. */
  name: string
  /** Stands in the first row. */
  title: string
  columns: {title: string; /** Characters. */ width: number}[]
  rows: ReportCell[][]
}

export type ReportCell = string | number | {text: string; sheet: string; range: string}

export type WorkbookChange =
  /** Cells of a sheet changed: values, or rows and columns came or went. `range` where the host tells it. */
  | {kind: 'cells'; sheet: string; range?: string}
  /** Sheets were added, removed or renamed. */
  | {kind: 'sheets'}
  /** Another sheet is shown now. */
  | {kind: 'active-sheet'; sheet: string}
