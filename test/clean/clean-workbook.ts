import type {WorkbookLiteral} from '../../shared/workbook/sheet-literal.js'

/** A workbook as a careful unit would hand it in: no rule has anything to say above advice. */
export interface CleanWorkbook {
  /** Name, as of the file it would be. */
  title: string
  /** What is special about its layout. */
  layout: string
  book: WorkbookLiteral
  /** Indicators of each form in reading order, so that an unread form cannot pass as a clean one. */
  indicators: number[]
}
