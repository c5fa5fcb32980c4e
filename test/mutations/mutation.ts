import type {CleanWorkbook} from '../clean/clean-workbook.js'
import type {Site} from './site.js'

export interface Place {
  sheet: string
  row: number
  column: number
}

/** A cell gets another content; an empty text empties it. */
export interface CellEdit extends Place {
  to: string | number
}

/** One defect put into a clean workbook. */
export interface Defect {
  edits: CellEdit[]
  /** The cells where a reader would point; the finding must cover one of them. */
  at: Place[]
}

/** A way to spoil workbooks. It edits cells and knows nothing of how the rule looks for them. */
export interface Operator {
  /** The rule that must speak. */
  rule: string
  /** What is put in, in a few words. */
  does: string
  /** Rules that rightly speak as well, since the defect is theirs too. */
  also?: string[]
  spoil: (site: Site) => Defect[]
}

export interface Mutant {
  operator: Operator
  origin: CleanWorkbook
  defect: Defect
}
