import path from 'node:path'
import {say} from '../../shared/locale/texts.js'
import {formatTiming} from '../format/timing.js'
import {drawingFormats, fingerprintFormats, type WantedFormat} from '../format/index.js'
import {applyBaseline, type Baseline} from '../run/baseline.js'
import {gatherRun, type CheckOptions} from '../run/check-files.js'
import {checkInParallel, chooseJobs} from '../run/check-in-parallel.js'
import {findUnusedSuppressions} from '../run/configured-suppressions.js'
import type {ResultCache} from '../run/result-cache.js'
import {sumTiming, type FileResult, type RunResult} from '../run/result.js'
import type {Console} from './console.js'
import {clearProgress, showProgress} from './progress.js'
import {writeReports, type ReportFlags} from './write-reports.js'

/** What one run of the check needs beside the files. */
export interface RunPlan {
  options: CheckOptions
  wanted: WantedFormat[]
  flags: ReportFlags & {jobs?: number; timing?: boolean}
  cache?: ResultCache | undefined
  baseline?: (Baseline & {given: string}) | undefined
  console: Console
}

/** The options of a run that follow from the formats wanted. */
export function describeWork(
  plan: Pick<RunPlan, 'wanted' | 'flags' | 'cache' | 'baseline'>
): Partial<CheckOptions> {
  const {wanted, flags, cache, baseline} = plan
  return {
    ...(wanted.some(({name}) => drawingFormats.includes(name)) && {excerpts: true}),
    ...((cache || baseline || wanted.some(({name}) => fingerprintFormats.includes(name))) && {
      fingerprints: true
    }),
    ...(flags.timing && {timing: true})
  }
}

/** Checks files, those whose kept results still hold excepted; the results come in the order of `files`. */
export async function checkAll(files: string[], plan: RunPlan): Promise<RunResult> {
  const start = performance.now()
  const {cache, console, flags} = plan
  const options = {...plan.options, ...describeWork(plan)}
  const known = new Map<string, FileResult>()
  for (const file of cache ? files : []) {
    const result = cache?.take(file, options)
    if (result) known.set(file, result)
  }
  const rest = files.filter((file) => !known.has(file))
  const showing = console.interactive && rest.length > 0
  const run = await checkInParallel(
    rest,
    {...options, ...(showing && {onDone: showProgress(console, options.locale)})},
    flags.jobs ?? (await chooseJobs(rest, console.cwd))
  )
  if (showing) clearProgress(console)
  for (const result of run.results) {
    cache?.keep(withoutTiming(result))
    known.set(result.file, result)
  }
  const results = files.flatMap((file) => known.get(file) ?? [])
  return {
    ...gatherRun(results, options.locale, start),
    ...(run.threads !== undefined && {threads: run.threads}),
    ...(cache && {cached: files.length - rest.length})
  }
}

/** Marks what the baseline knows, and says what it lists in vain. */
export function useBaseline(run: RunResult, plan: RunPlan): RunResult {
  const {baseline, options, console} = plan
  if (!baseline) return run
  const {results, unused} = applyBaseline(run.results, baseline, options)
  const marked = {
    ...run,
    ...gatherRun(results, run.locale, 0),
    milliseconds: run.milliseconds,
    baseline: {
      file: baseline.given.split(path.sep).join('/'),
      suppressed: results
        .flatMap(({findings}) => findings)
        .filter(({suppressed}) => suppressed?.by === 'baseline').length,
      unused
    }
  }
  if (unused.length > 0) {
    const shown = unused.slice(0, 10)
    const data = {n: unused.reduce((sum, {count}) => sum + count, 0), file: baseline.given}
    console.writeError(
      [
        say(
          {
            zh: '! 基线“{file}”中有 {n} 条问题已不再出现，可用 --update-baseline 删去：',
            en: '! {n} findings of the baseline "{file}" no longer occur; remove them with --update-baseline:'
          },
          run.locale,
          data
        ),
        ...shown.map(
          ({file, sheet, rule, text}) => `    ${[file, sheet, rule, text].filter(Boolean).join('  ')}`
        ),
        ...(unused.length > shown.length ? ['    …'] : []),
        ''
      ].join('\n')
    )
  }
  return marked
}

/** Writes the reports, then the times if they were asked for. */
export async function reportRun(run: RunResult, plan: RunPlan): Promise<void> {
  for (const unused of findUnusedSuppressions(run)) plan.console.writeError(`! ${say(unused, run.locale)}\n`)
  await writeReports(run, plan.wanted, plan.flags, plan.console)
  if (plan.flags.timing) plan.console.writeError(formatTiming(sumTiming(run.results), run.locale))
}

/** Times belong to the run in which they were measured. */
function withoutTiming(result: FileResult): FileResult {
  const {timing: _, ...rest} = result
  return rest
}
