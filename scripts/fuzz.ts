import {parseArgs} from 'node:util'
import {ReadError} from '../linter/read/read-error.js'
import {lintWorkbook} from '../shared/lint/lint-workbook.js'
import {makeCase, readCase} from '../test/read/fuzz-cases.js'

/**
 * Reads and checks broken files for a while: `npm run fuzz -- --seconds 60 [--from SEED]`. Prints the seed of each that ends
 * in anything but a workbook or a refusal, that takes longer than a second, or that a rule stumbles over. Without --from it
 * begins where no run has been.
 */
const {values} = parseArgs({options: {seconds: {type: 'string', default: '60'}, from: {type: 'string'}}})
const first = values.from === undefined ? Date.now() % 2 ** 31 : Number(values.from)
const end = performance.now() + 1000 * Number(values.seconds)
const counts = {workbooks: 0, refusals: 0, failures: 0, slow: 0}
let slowest = {milliseconds: 0, seed: first}
let peak = 0
let seed = first
for (; performance.now() < end; seed++) {
  const {name, bytes} = makeCase(seed)
  const started = performance.now()
  try {
    const outcome = readCase(bytes)
    if (outcome instanceof ReadError) counts.refusals++
    else {
      counts.workbooks++
      // Rules are tried on what a person could have written; large repeats are another matter.
      const cells = outcome.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0)
      const crashed = cells < 5000 && lintWorkbook(outcome).crashed
      if (crashed) throw new Error('a rule crashed')
    }
  } catch (error) {
    counts.failures++
    console.log(`seed ${seed} (${name}): ${error instanceof Error ? error.stack : String(error)}`)
  }
  const milliseconds = performance.now() - started
  if (milliseconds > slowest.milliseconds) slowest = {milliseconds, seed}
  if (milliseconds > 1000) {
    counts.slow++
    console.log(`seed ${seed} (${name}): ${Math.round(milliseconds)} ms`)
  }
  peak = Math.max(peak, process.memoryUsage.rss())
}
console.log(
  `seeds ${first} to ${seed - 1}: ${counts.workbooks} workbooks, ${counts.refusals} refusals, ${counts.failures} failures, ${counts.slow} slower than 1 s; slowest ${Math.round(slowest.milliseconds)} ms (seed ${slowest.seed}); peak ${Math.round(peak / 2 ** 20)} MB`
)
process.exitCode = counts.failures + counts.slow > 0 ? 1 : 0
