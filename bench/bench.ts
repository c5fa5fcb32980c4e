import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {makeLarge, makeTypical} from './make-workbooks.js'

/**
 * Measures whole processes in one run, our bundled command line against SheetJS that only reads: ratios hold where
 * single times depend on the machine. Needs `npm run build` first.
 */
const program = path.resolve('dist/linter/jixiao-lint.cjs')
if (!existsSync(program)) {
  console.error('run `npm run build` first')
  process.exit(2)
}
const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-bench-'))
const sheetjs = path.resolve('node_modules/@e965/xlsx')
const reader = path.join(folder, 'read.cjs')
writeFileSync(
  reader,
  `const X = require(${JSON.stringify(sheetjs)}), fs = require('fs'), path = require('path')
for (const f of fs.readdirSync(process.argv[2])) X.read(fs.readFileSync(path.join(process.argv[2], f)), {dense: true, cellNF: true})`
)

function makeFolder(name: string, files: [string, Uint8Array][]): string {
  const made = path.join(folder, name)
  spawnSync('mkdir', ['-p', made])
  for (const [file, bytes] of files) writeFileSync(path.join(made, file), bytes)
  return made
}

function time(args: string[]): number {
  const start = performance.now()
  const {status, stderr} = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {...process.env, CI: 'true'}
  })
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} gave ${status}: ${String(stderr)}`)
  return performance.now() - start
}

/** Medians of several rounds, A and B in turn. */
function compare(name: string, ours: string[], theirs: string[], rounds: number): void {
  const a: number[] = []
  const b: number[] = []
  time(ours)
  for (let round = 0; round < rounds; round++) {
    a.push(time(ours))
    b.push(time(theirs))
  }
  const median = (list: number[]): number => [...list].sort((x, y) => x - y)[Math.floor(list.length / 2)] ?? 0
  console.log(
    `${name.padEnd(48)} ${median(a).toFixed(0).padStart(6)} ms  against ${median(b).toFixed(0).padStart(6)} ms  ratio ${(median(a) / median(b)).toFixed(2)}`
  )
}

const one = makeFolder('one', [['typical.xlsx', makeTypical()]])
const many = makeFolder(
  'many',
  Array.from({length: 300}, (_, index): [string, Uint8Array] => [`t${index}.xlsx`, makeTypical(index)])
)
const large = makeFolder('large', [['large.xlsx', makeLarge()]])
const json = ['--format', 'json', '--no-config']
compare(
  'one typical workbook / bare node',
  [program, path.join(one, 'typical.xlsx'), ...json],
  ['-e', '0'],
  9
)
compare('300 typical workbooks / SheetJS reading', [program, many, ...json], [reader, many], 3)
compare(
  '300 unchanged workbooks, cache / SheetJS reading',
  [program, many, ...json, '--cache', path.join(folder, 'cache')],
  [reader, many],
  3
)
compare('one sheet of 50,000 × 20 / SheetJS reading', [program, large, ...json], [reader, large], 3)

const {lintWorkbook} = await import('../shared/lint/lint-workbook.js')
const {readWorkbook} = await import('../linter/read/read-workbook.js')
const {formatJson} = await import('../linter/format/json.js')
const {summarise} = await import('../linter/run/result.js')
const bytes = Array.from({length: 100}, (_, index) => makeTypical(index))
const stages = {read: 0, recognise: 0, rules: 0, report: 0}
for (const warm of [true, false]) {
  for (const file of bytes) {
    const start = performance.now()
    const workbook = readWorkbook(file)
    const read = performance.now()
    const {findings, forms, timing} = lintWorkbook(workbook, {file: '2024.xlsx'})
    const linted = performance.now()
    const results = [
      {file: 'x', status: 'checked' as const, findings, forms, stats: {sheets: 0, cells: 0, milliseconds: 0}}
    ]
    formatJson({results, summary: summarise(results), locale: 'zh-CN', milliseconds: 0})
    if (warm) continue
    stages.read += read - start
    stages.recognise += timing.recognise
    stages.rules += timing.rules
    stages.report += performance.now() - linted
  }
}
const all = Object.values(stages).reduce((sum, part) => sum + part, 0)
console.log(
  `share of time, warm: ${Object.entries(stages)
    .map(([name, part]) => `${name} ${((part / all) * 100).toFixed(0)} %`)
    .join(', ')} (${(all / bytes.length).toFixed(1)} ms a workbook)`
)
rmSync(folder, {recursive: true, force: true})
