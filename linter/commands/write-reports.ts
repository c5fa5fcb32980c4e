import {closeSync, openSync, readSync, realpathSync, statSync} from 'node:fs'
import path from 'node:path'
import {findNearest} from '../../shared/lint/nearest-word.js'
import {say} from '../../shared/locale/texts.js'
import {binaryFormats, parseFormat, renderReport, type WantedFormat} from '../format/index.js'
import {formatNames, type FormatName} from '../format/names.js'
import {isOwnReport, ownReportBeginning} from '../format/own-report.js'
import type {RunResult} from '../run/result.js'
import {UsageError} from '../run/usage-error.js'
import {putFile} from '../write/put-file.js'
import {toWriteError} from '../write/write-error.js'
import type {Console} from './console.js'

export interface ReportFlags {
  /** `NAME` or `NAME:FILE`, several. */
  format?: string[]
  output?: string
  quiet?: boolean
}

/**
 * The formats asked for: `--output` names the file of the one that has none; without any, the terminal's. Throws
 * {@link UsageError}.
 */
export function toFormats({format = ['stylish'], output}: ReportFlags): WantedFormat[] {
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
  const unshown = wanted.find(({name, file}) => file === undefined && binaryFormats.includes(name))
  if (unshown) {
    throw new UsageError({
      zh: `${unshown.name} 格式不能显示在屏幕上，请写明文件，例如 --format ${unshown.name}:审核意见表.${unshown.name}。`,
      en: `The format ${unshown.name} cannot go to the screen; name a file, e.g. --format ${unshown.name}:review.${unshown.name}.`
    })
  }
  return wanted
}

/**
 * Leaves out what an earlier run of the same command wrote among the files to check, and throws {@link UsageError} when a
 * report would overwrite one of the others.
 */
export function protectInputs(
  files: string[],
  named: string[],
  wanted: WantedFormat[],
  cwd: string
): string[] {
  let kept = files
  for (const {name, file} of wanted) {
    if (file === undefined) continue
    const output = path.resolve(cwd, file)
    const same = kept.filter((input) => isSameFile(path.resolve(cwd, input), output))
    if (same.length > 0 && (same.some((input) => named.includes(input)) || !isOurs(output, name))) {
      throw new UsageError({
        zh: `结果文件“${file}”正是被检查的文件，不会覆盖。请换一个文件名。`,
        en: `The report "${file}" is one of the checked files and is not overwritten. Choose another name.`
      })
    }
    if (same.length === 0 && binaryFormats.includes(name) && exists(output) && !isOurs(output, name)) {
      throw new UsageError({
        zh: `“${file}”已经存在，而且不是本工具写出的原样报告（可能有人填过），不会覆盖。请换一个文件名。`,
        en: `"${file}" exists and is no report as this tool wrote it (somebody may have worked on it); it is not overwritten. Choose another name.`
      })
    }
    kept = kept.filter((input) => !same.includes(input))
  }
  return kept
}

/** Writes all reports of a run: to the screen, or each file whole or not at all. Throws {@link UsageError}. */
export async function writeReports(
  run: RunResult,
  wanted: WantedFormat[],
  flags: ReportFlags,
  console: Console
): Promise<void> {
  for (const {name, file} of wanted) {
    const shown = flags.quiet && name !== 'stylish' ? onlyErrors(run) : run
    const content = await renderReport(name, shown, {
      width: console.width,
      color: console.color && file === undefined,
      ...(flags.quiet && {quiet: true})
    })
    if (file === undefined)
      console.write(typeof content === 'string' ? content : new TextDecoder().decode(content))
    else {
      await putReport(path.resolve(console.cwd, file), file, content)
      console.writeError(
        say({zh: '结果已写入 {file}\n', en: 'report written to {file}\n'}, run.locale, {file})
      )
    }
  }
}

/** Writes a file of the user's choice, whole or not at all. Throws {@link UsageError}. */
export async function putReport(target: string, file: string, content: string | Uint8Array): Promise<void> {
  try {
    // A link stays a link: the file that it leads to is written.
    const real = exists(target) ? realpathSync(target) : target
    await putFile(real, typeof content === 'string' ? new TextEncoder().encode(content) : content)
  } catch (error) {
    const {text} = toWriteError(error)
    throw new UsageError({zh: `无法写入“${file}”：${text.zh}`, en: `Cannot write "${file}": ${text.en}`})
  }
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

function isOurs(file: string, format: FormatName): boolean {
  try {
    const beginning = new Uint8Array(ownReportBeginning)
    const handle = openSync(file, 'r')
    try {
      return isOwnReport(format, beginning.subarray(0, readSync(handle, beginning)))
    } finally {
      closeSync(handle)
    }
  } catch {
    return false
  }
}

/** Whether two paths lead to one file: by links, or by a system that knows no capitals. */
export function isSameFile(one: string, other: string): boolean {
  if (one === other) return true
  const [a, b] = [one, other].map((file) => statSync(file, {throwIfNoEntry: false}))
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev && a.ino !== 0
}

function exists(file: string): boolean {
  return statSync(file, {throwIfNoEntry: false}) !== undefined
}
