import type {Form} from '../../tree/nodes.js'
import {perForm} from './per-form.js'

export interface FiscalYears {
  first: number
  last: number
  /** Years that the form may also speak of: its title or project name carries them (a project carried over). */
  readonly carried: Set<number>
}

/**
 * The years a form is about: its fiscal year, or its stated period. `undefined` where the year is not known, or known
 * only from a project code, which carries the year in which the project began.
 */
export const fiscalYearsOf = perForm(resolve)

function resolve(form: Form): FiscalYears | undefined {
  const {year, period} = form
  if (!year || year.source === 'code') return undefined
  let carried: Set<number> | undefined
  return {
    first: Math.min(year.value, period?.first ?? year.value),
    last: Math.max(year.value, period?.last ?? year.value),
    // Few forms name another year.
    get carried() {
      return (carried ??= carriedBy(form))
    }
  }
}

function carriedBy({title, projectName, projectCode}: Form): Set<number> {
  const carried = new Set<number>()
  addYears(carried, title?.text)
  addYears(carried, projectName?.value)
  const code = projectCode && /^\d{6}(\d{2})[A-Z]/.exec(projectCode.value)
  if (code) carried.add(2000 + Number(code[1]))
  return carried
}

function addYears(years: Set<number>, text: string | undefined): void {
  if (!text?.includes('20')) return
  for (const [found] of text.matchAll(/20\d\d/g)) years.add(Number(found))
}
