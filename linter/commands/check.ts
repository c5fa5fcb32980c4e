import {writeFile} from 'node:fs/promises'
import path from 'node:path'
import type {Locale, Severity} from '../../shared/lint/finding.js'
import {say} from '../../shared/locale/texts.js'
import {findNearest} from '../../shared/lint/nearest-word.js'
import {drawingFormats, parseFormat, renderReport, type WantedFormat} from '../format/index.js'
import {formatNames} from '../format/names.js'
import {checkInParallel, chooseJobs} from '../run/check-in-parallel.js'
import {findUnusedSuppressions} from '../run/configured-suppressions.js'
import {findFiles} from '../run/find-files.js'
import type {RunResult} from '../run/result.js'
import {settleOptions, type CheckingFlags} from '../run/settle-options.js'
import {UsageError} from '../run/usage-error.js'
import type {Console} from './console.js'

export interface CheckFlags extends CheckingFlags {
  /** `NAME` or `NAME:FILE`, several. */
  format?: string[]
  output?: string
  quiet?: boolean
  maxWarnings?: number
  jobs?: number
  /** `--no-suppressions`. */
  suppressions?: boolean
  failOn?: Severity
}

/** Checks workbooks and reports; gives the exit status: 0 nothing at the fail level, 1 findings, 2 something went wrong. */
export async function check(paths: string[], flags: CheckFlags, console: Console): Promise<number> {
  const options = await settleOptions(console.cwd, flags)
  const wanted = toFormats(flags)
  const {locale} = options
  const {configuration} = options.loaded
  const {files, problems} = await findFiles(paths, {cwd: console.cwd, ignores: configuration.ignores})
  for (const problem of problems) console.writeError(`✗ ${say(problem, locale)}\n`)
  const run = await checkInParallel(
    files,
    {
      ...options,
      ...(flags.suppressions === false && {trustWorkbooks: false}),
      ...(wanted.some(({name}) => drawingFormats.includes(name)) && {excerpts: true}),
      ...(console.interactive && {onFile: showProgress(console, locale)})
    },
    flags.jobs ?? (await chooseJobs(files, console.cwd))
  )
  if (console.interactive) console.writeError('\r\u001b[K')
  for (const unused of findUnusedSuppressions(run)) console.writeError(`! ${say(unused, locale)}\n`)
  for (const format of wanted) await report(run, format, flags, console)
  return exitStatus(
    run,
    problems.length > 0,
    flags.failOn ?? configuration.failOn ?? 'error',
    flags.maxWarnings
  )
}

function showProgress(
  console: Console,
  locale: Locale
): (file: string, index: number, count: number) => void {
  return (file, index, count) => {
    const name = path.basename(file)
    const text = say({zh: '正在检查 {at}/{count} {name}', en: 'checking {at}/{count} {name}'}, locale, {
      at: index + 1,
      count,
      name
    })
    console.writeError(`\r\u001b[K${[...text].slice(0, Math.floor(console.width / 2)).join('')}`)
  }
}

/** The formats asked for: `--output` names the file of the one that has none; without any, the terminal's. */
function toFormats({format = ['stylish'], output}: CheckFlags): WantedFormat[] {
  const wanted = format.map((written) => {
    const parsed = parseFormat(written)
    if (parsed) return parsed
    const name = written.split(':')[0] ?? ''
    const nearest = findNearest(name, formatNames)
    throw new UsageError({
      zh: `没有叫“${name}”的结果格式。${nearest ? `是不是“${nearest}”？` : ''}可用的有：${formatNames.join('、')}`,
      en: `There is no format "${name}". ${nearest ? `Did you mean "${nearest}"? ` : ''}Known: ${formatNames.join(', ')}`
    })
  })
  const open = wanted.filter(({file}) => file === undefined)
  if (open.length > 1) {
    throw new UsageError({
      zh: `一次只能有一种格式显示在屏幕上，其余请写明文件，例如 --format html:报告.html。`,
      en: `Only one format can go to the screen; give the others a file, e.g. --format html:report.html.`
    })
  }
  if (output !== undefined && open[0]) open[0].file = output
  return wanted
}

async function report(
  run: RunResult,
  format: WantedFormat,
  flags: CheckFlags,
  console: Console
): Promise<void> {
  const {name, file} = format
  const shown = flags.quiet && name !== 'stylish' ? onlyErrors(run) : run
  const content = await renderReport(name, shown, {
    width: console.width,
    color: console.color && file === undefined,
    ...(flags.quiet && {quiet: true})
  })
  if (file === undefined) {
    console.write(typeof content === 'string' ? content : new TextDecoder().decode(content))
    return
  }
  const inputs = run.results.map((result) => path.resolve(console.cwd, result.file))
  const output = path.resolve(console.cwd, file)
  if (inputs.includes(output)) {
    throw new UsageError({
      zh: `结果文件“${file}”正是被检查的文件，不会覆盖。请换一个文件名。`,
      en: `The report "${file}" is one of the checked files and is not overwritten. Choose another name.`
    })
  }
  try {
    await writeFile(output, content)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError({
      zh: `无法写入“${file}”：${reason}`,
      en: `Cannot write "${file}": ${reason}`
    })
  }
  console.writeError(say({zh: '结果已写入 {file}\n', en: 'report written to {file}\n'}, run.locale, {file}))
}

function onlyErrors(run: RunResult): RunResult {
  return {
    ...run,
    results: run.results.map((result) => {
      const kept = result.findings.map(({severity}) => severity === 'error')
      return {
        ...result,
        findings: result.findings.filter((_, index) => kept[index]),
        ...(result.excerpts && {excerpts: result.excerpts.filter((_, index) => kept[index])})
      }
    })
  }
}

const ranks: Record<Severity, number> = {info: 0, warning: 1, error: 2}

function exitStatus(run: RunResult, hasProblems: boolean, failOn: Severity, maxWarnings?: number): number {
  if (hasProblems || run.summary.failed > 0 || run.results.some(({crashed}) => crashed)) return 2
  const failing = run.results.some(({findings}) =>
    findings.some(({severity, suppressed}) => !suppressed && ranks[severity] >= ranks[failOn])
  )
  const tooMany = maxWarnings !== undefined && run.summary.warnings > maxWarnings
  return failing || tooMany ? 1 : 0
}
