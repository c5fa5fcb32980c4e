import path from 'node:path'
import type {Bilingual} from '../../shared/lint/define-rule.js'
import {say} from '../../shared/locale/texts.js'
import {readBaseline, updateBaseline, writeBaseline} from '../run/baseline.js'
import type {CheckOptions} from '../run/check-files.js'
import {ResultCache} from '../run/result-cache.js'
import type {RunResult} from '../run/result.js'
import {UsageError} from '../run/usage-error.js'
import type {CheckFlags} from './check-flags.js'
import type {RunPlan} from './check-run.js'
import type {Console} from './console.js'
import {isSameFile, putReport} from './write-reports.js'

/** Opens the cache; says why when there can be none. */
export function openCache(given: string, options: CheckOptions, console: Console): ResultCache | undefined {
  const cache = ResultCache.open(path.resolve(console.cwd, given), options)
  if (cache instanceof ResultCache) return cache
  const reasons: Record<typeof cache, Bilingual> = {
    foreign: {
      zh: `“${given}”不是本工具的缓存文件，没有使用，也没有改动`,
      en: `"${given}" is no cache of this tool; it was neither used nor changed`
    },
    plugins: {
      zh: '插件引用了无法核对的内容，本次不用缓存',
      en: 'a plugin imports what cannot be checked for changes; no cache is used'
    }
  }
  console.writeError(`! ${say(reasons[cache], options.locale)}\n`)
  return undefined
}

/** Writes the cache. The check is done by then: that the next one takes longer is no failure. */
export async function saveCache({cache, console, options}: RunPlan): Promise<void> {
  try {
    await cache?.save()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const text = say(
      {zh: '缓存没有写成：{reason}', en: 'the cache was not written: {reason}'},
      options.locale,
      {
        reason
      }
    )
    console.writeError(`! ${text}\n`)
  }
}

/** Reads the baseline that the command line names. Throws {@link UsageError}. */
export async function openBaseline(
  {baseline: given, updateBaseline: update}: CheckFlags,
  console: Console
): Promise<RunPlan['baseline']> {
  if (given === undefined) return undefined
  const file = path.resolve(console.cwd, given)
  const baseline = await readBaseline(file)
  if (baseline) return {...baseline, given}
  if (update) return {file, given, entries: []}
  throw new UsageError({
    zh: `找不到基线文件“${given}”。第一次请加上 --update-baseline 生成。`,
    en: `There is no baseline "${given}". Make it with --update-baseline first.`
  })
}

/** Writes the baseline anew with what a run found; gives it. */
export async function renewBaseline(
  run: RunResult,
  {baseline, options, console}: RunPlan,
  reason: string | undefined
): Promise<RunPlan['baseline']> {
  if (!baseline) return undefined
  const {entries, added, removed} = updateBaseline(run.results, baseline, options, reason)
  await putReport(baseline.file, baseline.given, writeBaseline(entries))
  console.writeError(
    say(
      {
        zh: '基线已写入 {file}：共 {n} 条，新增 {added} 条，删去 {removed} 条\n',
        en: 'baseline written to {file}: {n} findings, {added} added, {removed} removed\n'
      },
      options.locale,
      {file: baseline.given, n: entries.reduce((sum, {count}) => sum + count, 0), added, removed}
    )
  )
  return {...baseline, entries}
}

/** Throws {@link UsageError} when a file that the program keeps for itself is one of the workbooks. */
export function refuseAsInput(inputs: string[], kept: (string | undefined)[], cwd: string): void {
  for (const file of kept) {
    if (file === undefined) continue
    if (!inputs.some((input) => isSameFile(path.resolve(cwd, input), path.resolve(cwd, file)))) continue
    throw new UsageError({
      zh: `“${file}”正是被检查的文件，不会覆盖。请换一个文件名。`,
      en: `"${file}" is one of the checked files and is not overwritten. Choose another name.`
    })
  }
}
