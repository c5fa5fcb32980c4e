import {rules} from '../shared/rules/index.js'
import {cleanWorkbooks} from '../test/clean/index.js'
import {relayouts} from '../test/clean/relayout.js'
import {operators} from '../test/mutations/operators/index.js'
import {runMutations, type Outcome} from '../test/mutations/run-mutations.js'

/**
 * Puts known defects, one at a time, into clean workbooks and prints which are found, at which cell, and what else is
 * reported.
 *
 *     npm run mutations [-- --most N] [--only RULE] [--layouts] [--misses]
 *
 * `--most` bounds the defects of an operator in one workbook, `--layouts` lays each workbook out in other ways too,
 * `--misses` lists every defect that is not found and every second finding.
 */
const args = process.argv.slice(2)
const option = (name: string): string | undefined => {
  const at = args.indexOf(name)
  return at >= 0 ? args[at + 1] : undefined
}
const only = option('--only')
const chosen = only === undefined ? operators : operators.filter(({rule}) => rule === only)
const each = Number(option('--most') ?? Infinity)
const layouts = [undefined, ...(args.includes('--layouts') ? relayouts : [])]
const outcomes = layouts.flatMap((relayout) => [...runMutations(chosen, cleanWorkbooks, {each, relayout})])
const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${part}/${whole} (${((part / whole) * 100).toFixed(1)} %)`

for (const operator of chosen) {
  const own = outcomes.filter(({mutant}) => mutant.operator === operator)
  const caught = own.filter((outcome) => outcome.caught)
  const noisy = own.filter(({others}) => others.length > 0)
  const second = noisy.length > 0 ? `   second finding ${percent(noisy.length, own.length)}` : ''
  console.log(`${percent(caught.length, own.length).padEnd(20)} ${operator.rule}: ${operator.does}${second}`)
}
if (args.includes('--misses')) for (const outcome of outcomes) explain(outcome)

const caught = outcomes.filter((outcome) => outcome.caught).length
const noisy = outcomes.filter(({others}) => others.length > 0).length
const covered = new Set(operators.map(({rule}) => rule))
const idle = rules.filter(({id}) => !covered.has(id)).map(({id}) => id)
console.log(
  `\n${operators.length} operators for ${covered.size} of ${rules.length} rules, ${outcomes.length} defects`
)
console.log(`found at the right cell: ${percent(caught, outcomes.length)}`)
console.log(`with a second, unrelated finding: ${percent(noisy, outcomes.length)}`)
if (idle.length > 0) console.log(`rules without an operator: ${idle.join(', ')}`)

function explain({mutant, caught, misplaced, others}: Outcome): void {
  if (caught && others.length === 0) return
  const {operator, origin, defect} = mutant
  const edits = defect.edits
    .slice(0, 4)
    .map(({sheet, row, column, to}) => `${sheet}!R${row}C${column} = ${JSON.stringify(to)}`)
    .join(', ')
  console.log(`\n${caught ? 'second finding' : 'MISSED'}: ${operator.rule}, ${operator.does}`)
  console.log(`  ${origin.title}: ${edits}`)
  for (const finding of caught ? others : [...misplaced, ...others])
    console.log(
      `  ${finding.sheet}!${finding.range} ${finding.ruleId} [${finding.severity}] ${finding.message}`
    )
}
