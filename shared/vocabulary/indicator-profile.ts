/** Kinds of indicators, by what their name measures. */
export type IndicatorKind =
  | 'count'
  | 'measure'
  | 'rate'
  | 'change-rate'
  | 'satisfaction'
  | 'cost'
  | 'amount'
  | 'deadline'
  | 'duration'
  | 'frequency'
  | 'score'
  | 'qualitative'

export type Direction = 'up' | 'down' | 'equal'

/** What an indicator's name (with unit hint, description and class) says it measures. */
export interface IndicatorProfile {
  kind?: IndicatorKind
  direction?: Direction
  /** Largest sensible value in percent of a bounded rate (100); absent when it may be exceeded. */
  bound?: number
  /** Units that fit, e.g. ['件'] or ['%']; empty when unknown. */
  units: string[]
  /** Unit written into the name, e.g. `（件）` or `(%)`. */
  unitHint?: string
  /** The keyword of the lexicon that decided. */
  keyword?: string
  /** 0 = no idea, 1 = certain (a long exact suffix and agreeing evidence). Rules speak from 0.7. */
  confidence: number
}
