import {lintWorkbook} from '../../shared/lint/lint-workbook.js'
import type {Finding} from '../../shared/lint/finding.js'
import {contains, parseRange} from '../../shared/workbook/address.js'
import type {CleanWorkbook} from '../clean/clean-workbook.js'
import type {Relayout} from '../clean/relayout.js'
import {applyEdits} from './apply-edits.js'
import type {Mutant, Operator, Place} from './mutation.js'
import {openSite, type Site} from './site.js'

export interface Outcome {
  mutant: Mutant
  /** The rule spoke at one of the cells a reader would point at. */
  caught: boolean
  /** The rule spoke, but elsewhere. */
  misplaced: Finding[]
  /** New findings of error or warning from rules that have no part in the defect. */
  others: Finding[]
}

export interface Extent {
  /** At most so many defects of an operator in one workbook. */
  each?: number
  /** At most so many defects of an operator in all. */
  total?: number
  /** Lay the workbooks out another way before. */
  relayout?: Relayout
}

/** Puts every defect, one at a time, into the workbooks and says what was found. */
export function* runMutations(
  operators: Operator[],
  workbooks: CleanWorkbook[],
  {each = Infinity, total = Infinity, relayout}: Extent = {}
): Generator<Outcome> {
  const grounds = workbooks.map((origin) => {
    const site = openSite(origin, relayout)
    return {origin, site, before: new Set(lintWorkbook(site.workbook, site.hints).findings.map(keyOf))}
  })
  for (const [index, operator] of operators.entries()) {
    let made = 0
    // Every operator begins with another workbook, so that a small run sees all of them.
    for (let step = 0; step < grounds.length && made < total; step++) {
      const ground = grounds[(index + step) % grounds.length]
      if (!ground) continue
      const {origin, site, before} = ground
      for (const defect of spread(operator.spoil(site), Math.min(each, total - made))) {
        made++
        yield judge({operator, origin, defect}, site, before)
      }
    }
  }
}

/** Evenly chosen members, so that a small run reaches the last form too. */
function spread<T>(all: T[], most: number): T[] {
  if (all.length <= most) return all
  return Array.from({length: most}, (_, index) => all[Math.floor((index * all.length) / most)]).filter(
    (member) => member !== undefined
  )
}

function judge(mutant: Mutant, site: Site, before: Set<string>): Outcome {
  const {operator, defect} = mutant
  const findings = lintWorkbook(applyEdits(site.workbook, defect.edits), site.hints).findings.filter(
    (finding) => !before.has(keyOf(finding))
  )
  const own = findings.filter(({ruleId}) => ruleId === operator.rule)
  return {
    mutant,
    caught: own.some((finding) => defect.at.some((place) => covers(finding, place))),
    misplaced: own,
    others: findings.filter(
      ({ruleId, severity}) =>
        severity !== 'info' && ruleId !== operator.rule && !operator.also?.includes(ruleId)
    )
  }
}

function covers({sheet, range, related = []}: Finding, place: Place): boolean {
  return [{sheet, range}, ...related].some((area) => {
    const cells = parseRange(area.range)
    return area.sheet === place.sheet && cells !== undefined && contains(cells, place.row, place.column)
  })
}

function keyOf({ruleId, sheet, range, message}: Finding): string {
  return [ruleId, sheet, range, message].join('\n')
}
