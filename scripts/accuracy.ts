import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {checkFiles} from '../linter/run/check-files.js'
import {formatJson} from '../linter/format/json.js'
import {scoreFindings, type Labels} from './score-findings.js'

/**
 * Lints a folder of labelled workbooks and prints recall and confirmed findings by kind and rule, and the findings that
 * no label confirms, to be judged by a reader.
 *
 *     npm run accuracy -- FOLDER [--floor FILE] [--review]
 *
 * FOLDER holds `workbooks/` and `labels.json`. With `--floor`, falling below the figures in FILE is a failure.
 */
const args = process.argv.slice(2)
const folder = args.find((arg) => !arg.startsWith('--') && args[args.indexOf(arg) - 1] !== '--floor')
if (folder === undefined || !existsSync(path.join(folder, 'labels.json'))) {
  console.error(
    'usage: npm run accuracy -- FOLDER [--floor FILE] [--review]; FOLDER holds workbooks/ and labels.json'
  )
  process.exit(2)
}
const workbooks = path.join(folder, 'workbooks')
const files = readdirSync(workbooks)
  .filter((name) => /\.xls[xm]$/i.test(name) && !name.startsWith('~$'))
  .sort()
  .map((name) => path.join(workbooks, name))
const run = checkFiles(files, {
  cwd: process.cwd(),
  loaded: {configuration: {}, base: process.cwd(), pluginRules: []},
  locale: 'zh-CN'
})
mkdirSync('dist', {recursive: true})
writeFileSync('dist/accuracy-report.json', formatJson(run))
const labels = JSON.parse(readFileSync(path.join(folder, 'labels.json'), 'utf8')) as Labels
const score = scoreFindings(labels, run.results)
const percent = ({found, of}: {found: number; of: number}): string =>
  of === 0 ? '–' : `${found}/${of} (${((found / of) * 100).toFixed(1)} %)`

console.log(`${run.results.length} workbooks, ${run.summary.failed} failed`)
console.log(
  `recall of certain labels in scope: ${percent(score.recall)}; of severity error: ${percent(score.errorRecall)}`
)
console.log(
  `findings of error and warning that a label confirms: ${percent(score.confirmed)}; of errors alone: ${percent(score.confirmedErrors)}`
)
console.log('\nrecall by kind')
for (const [kind, share] of score.kinds) console.log(`  ${percent(share).padEnd(18)} ${kind}`)
console.log('\nconfirmed by rule')
for (const [rule, share] of score.rules) console.log(`  ${percent(share).padEnd(18)} ${rule}`)
if (args.includes('--review')) {
  console.log('\nto be judged')
  for (const line of score.unconfirmed) console.log(`  ${line}`)
}

const floorAt = args.indexOf('--floor')
if (floorAt >= 0) {
  const floor = JSON.parse(readFileSync(args[floorAt + 1] ?? '', 'utf8')) as Record<string, number>
  const rates: Record<string, number> = {
    recall: score.recall.found / Math.max(1, score.recall.of),
    errorRecall: score.errorRecall.found / Math.max(1, score.errorRecall.of),
    confirmed: score.confirmed.found / Math.max(1, score.confirmed.of),
    confirmedErrors: score.confirmedErrors.found / Math.max(1, score.confirmedErrors.of)
  }
  const fallen = Object.entries(floor).filter(([name, least]) => (rates[name] ?? 0) < least)
  for (const [name, least] of fallen)
    console.error(`${name} is ${(rates[name] ?? 0).toFixed(3)}, below the floor ${least}`)
  if (fallen.length > 0 || run.summary.failed > 0 || run.results.some(({crashed}) => crashed)) process.exit(1)
}
