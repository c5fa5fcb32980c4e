/** How a target compares: at least, at most, exactly, more than, less than. */
export type Comparator = '≥' | '≤' | '=' | '>' | '<'

/** What a target text turned out to be. */
export type TargetKind =
  | 'empty'
  | 'number'
  | 'percent'
  | 'range'
  | 'date'
  | 'duration'
  | 'frequency'
  | 'money'
  | 'qualitative'
  | 'graded'
  | 'placeholder'

/** A target cell read together with its comparator and unit columns. Ratios: 95 % has `number` 95 and `kind` percent. */
export interface TargetValue {
  kind: TargetKind
  /** The original text of the target cell. */
  text: string
  comparator?: Comparator
  /** The comparator's original spelling, e.g. `大于等于`. */
  comparatorText?: string
  number?: number
  /** Upper bound of a range; `number` is the lower one. */
  upper?: number
  /** The unit as written, e.g. `元/人`, `%`, `件`; from the unit column when the cell has none. */
  unit?: string
  /** Where the unit came from. */
  unitSource?: 'cell' | 'column' | 'name'
  /** What stands in the cell besides comparator, number and unit. */
  rest?: string
}
