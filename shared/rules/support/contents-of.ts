import type {FormChild, Indicator} from '../../tree/nodes.js'
import {perForm} from './per-form.js'

/** The children of a form, told apart once for all rules that need only some of them; each list in reading order. */
export interface FormContents {
  /** Indicators that are rows of a table. */
  rows: Indicator[]
  /** Indicators split out of sentences. */
  prose: Indicator[]
  /** Indicators whose result is filled in: none but in self-evaluations. */
  reported: Indicator[]
  /** Whether an indicator has a cell for the reason of a deviation. */
  asksReasons: boolean
  /** Fields, goals, funds …: what is no indicator. */
  others: Exclude<FormChild, Indicator>[]
}

/** What stands in a form, by what rules look for. */
export const contentsOf = perForm((form): FormContents => {
  const rows: Indicator[] = []
  const prose: Indicator[] = []
  const reported: Indicator[] = []
  const others: FormContents['others'] = []
  let asksReasons = false
  for (const child of form.children) {
    if (child.type !== 'indicator') {
      others.push(child)
      continue
    }
    if (child.source === 'table') rows.push(child)
    else prose.push(child)
    if (child.actual?.plain) reported.push(child)
    asksReasons ||= child.deviation !== undefined
  }
  return {rows, prose, reported, asksReasons, others}
})
