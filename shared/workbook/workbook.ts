/**
 * The one shape every source of cells is turned into: a file's bytes, the open workbook in Excel, a literal in a
 * test. Plain, serialisable data; rows and columns are 1-based; cells are sparse and stand in row order.
 */

/** A cell's error value, e.g. `#DIV/0!`; never plain text. */
export interface CellError {
  error: string
}

/** What a cell holds: text, number, boolean, an error, or null (nothing, or a formula whose result is unknown). */
export type CellValue = string | number | boolean | CellError | null

/** The formula of a cell that has one whose text is not known: a copy of a shared formula, or a format that keeps none. */
export const unknownFormula = '?'

/** A cell with content. */
export interface Cell {
  /** 1-based row. */
  row: number
  /** 1-based column. */
  column: number
  /** What a person sees, with every original character kept (line breaks as `\n`). */
  text: string
  value: CellValue
  /** Number format code, when it is not `General`. */
  format?: string
  /**
   * Formula without the leading `=`, as its format writes it; absent in cells without one, {@link unknownFormula} where
   * the text is not known, never ''. The further cells of an array formula have none.
   */
  formula?: string
  /** The formula has no cached result: its value is unknown, not 0. */
  unknown?: boolean
  /** The text is made of several differently formatted runs, so it cannot be replaced as a whole. */
  richText?: boolean
}

/** A rectangle of cells; all four bounds 1-based and inclusive. */
export interface Range {
  top: number
  left: number
  bottom: number
  right: number
}

/** A note (批注) at a cell. */
export interface Note {
  row: number
  column: number
  text: string
  author?: string
}

/** How a sheet can be seen; `veryHidden` sheets cannot be unhidden by hand. */
export type Visibility = 'visible' | 'hidden' | 'veryHidden'

/** One worksheet: plain data, sparse. */
export interface Sheet {
  name: string
  visibility: Visibility
  /** Non-empty cells, by row, then by column. Cells covered by a merge but holding a value are kept. */
  cells: Cell[]
  /** Merged areas as ranges, never expanded; the value stands in the top-left cell. */
  merges: Range[]
  notes: Note[]
  /** 1-based, ascending, as [first, last] spans. */
  hiddenRows: [number, number][]
  hiddenColumns: [number, number][]
}

/** Something that could be read only in part; shown to the user, never dropped. */
export interface ReadWarning {
  code: string
  message: {zh: string; en: string}
  sheet?: string
  cell?: string
}

/** A workbook as every reader and host gives it. */
export interface Workbook {
  /** Where it came from: 'xlsx', 'xlsm', 'excel', 'literal', … */
  format: string
  date1904: boolean
  sheets: Sheet[]
  warnings: ReadWarning[]
  /** The JSON value that a front end kept in the document, see `encodeState`. */
  state?: unknown
}
