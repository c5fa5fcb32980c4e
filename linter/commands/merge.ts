import type {Locale} from '../../shared/lint/finding.js'
import {say} from '../../shared/locale/texts.js'
import {gatherRun} from '../run/check-files.js'
import {readReport} from '../run/read-report.js'
import type {FileResult, RunResult} from '../run/result.js'
import type {Console} from './console.js'
import {exitStatus, type FailFlags} from './exit-status.js'
import {protectInputs, toFormats, writeReports, type ReportFlags} from './write-reports.js'

export interface MergeFlags extends ReportFlags, FailFlags {
  locale?: Locale
}

/**
 * Puts JSON reports of several machines together and reports them as one run, in any format; gives the status that the
 * whole run would have given. Messages stay in the language in which they were written.
 */
export async function merge(files: string[], flags: MergeFlags, console: Console): Promise<number> {
  const start = performance.now()
  const wanted = toFormats(flags)
  protectInputs(files, files, wanted, console.cwd)
  const reports = await Promise.all(files.map((file) => readReport(file, console.cwd)))
  const locale = flags.locale ?? reports[0]?.locale ?? 'zh-CN'
  const {results, twice} = joinResults(reports.map((report) => report.results))
  for (const file of twice) {
    const text = {
      zh: '! “{file}”在几份报告里的结果不同，都列出',
      en: '! the reports differ on "{file}"; all its results are listed'
    }
    console.writeError(`${say(text, locale, {file})}\n`)
  }
  const baselines = reports.flatMap(({baseline}) => baseline ?? [])
  const run: RunResult = {
    ...gatherRun(results, locale, start),
    ...(baselines[0] && {
      baseline: {
        file: baselines[0].file,
        suppressed: baselines.reduce((sum, {suppressed}) => sum + suppressed, 0),
        unused: baselines.flatMap(({unused}) => unused)
      }
    })
  }
  await writeReports(run, wanted, flags, console)
  return exitStatus(run, false, flags)
}

/** The results of all reports by file; of those that say the same of a file one is kept. */
function joinResults(lists: FileResult[][]): {results: FileResult[]; twice: string[]} {
  const byFile = new Map<string, FileResult[]>()
  for (const result of lists.flat()) {
    const known = byFile.get(result.file) ?? []
    if (!known.some((other) => contentOf(other) === contentOf(result)))
      byFile.set(result.file, [...known, result])
  }
  const collator = new Intl.Collator('zh-CN', {numeric: true})
  const sorted = [...byFile].sort(([a], [b]) => collator.compare(a, b))
  return {
    results: sorted.flatMap(([, results]) => results),
    twice: sorted.flatMap(([file, results]) => (results.length > 1 ? [file] : []))
  }
}

/** A report without the times. */
function contentOf({status, error, findings}: FileResult): string {
  return JSON.stringify([status, error, findings])
}
