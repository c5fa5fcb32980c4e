import {say} from '../../shared/locale/texts.js'
import {keepCode} from '../code-cache.js'
import {checkFile} from '../run/check-file.js'
import {gatherRun, settingsFor} from '../run/check-files.js'
import {findFiles} from '../run/find-files.js'
import {ResultCache} from '../run/result-cache.js'
import type {RunResult} from '../run/result.js'
import {settleOptions} from '../run/settle-options.js'
import {listSettingsFiles} from '../run/settings-files.js'
import {parseShard, takeShard} from '../run/shard.js'
import {UsageError} from '../run/usage-error.js'
import {refuseCombinations, sortOut, type CheckFlags, type SortedOut} from './check-flags.js'
import {checkAll, describeWork, reportRun, useBaseline, type RunPlan} from './check-run.js'
import type {Console} from './console.js'
import {exitStatus} from './exit-status.js'
import {openBaseline, openCache, refuseAsInput, renewBaseline, saveCache} from './kept-files.js'
import {watch} from './watch.js'
import {protectInputs, toFormats} from './write-reports.js'

export type {CheckFlags} from './check-flags.js'

/** Checks workbooks and reports; gives the exit status: 0 nothing at the fail level, 1 findings, 2 something went wrong. */
export async function check(paths: string[], flags: CheckFlags, console: Console): Promise<number> {
  const options = await settleOptions(console.cwd, flags)
  const wanted = toFormats(flags)
  const {locale} = options
  const sorted = sortOut(paths, flags, console.cwd)
  refuseCombinations(sorted.paths, flags)
  const plan: RunPlan = {options, wanted, flags, console}
  const setUpCache = (): void => {
    plan.cache = sorted.cache === undefined ? undefined : openCache(sorted.cache, plan.options, console)
    // Between two runs results are kept in any case.
    if (flags.watch) plan.cache ??= new ResultCache(console.cwd)
  }
  setUpCache()

  const runOnce = async (): Promise<number> => {
    plan.baseline = await openBaseline(flags, console)
    const {run: checked, problems} = flags.stdin
      ? {run: await checkInput(plan, flags), problems: 0}
      : await checkPaths(sorted, plan, flags)
    if (flags.updateBaseline) plan.baseline = await renewBaseline(checked, plan, flags.reason)
    const run = useBaseline(checked, plan)
    await reportRun(run, plan)
    if (run.results.some(({status}) => status === 'checked')) keepCode()
    const failOn = flags.failOn ?? plan.options.loaded.configuration.failOn ?? 'error'
    return exitStatus(run, problems > 0, {...flags, failOn})
  }
  if (!flags.watch) return runOnce()
  const written = [...wanted.map(({file}) => file), flags.baseline, sorted.cache]
  return watch(
    {
      paths: sorted.paths,
      written: written.flatMap((file) => file ?? []),
      listSettings: () => listSettingsFiles(plan.options.loaded, console.cwd, flags.config === false),
      renew: async () => {
        plan.options = await settleOptions(console.cwd, flags, true)
        setUpCache()
      },
      runOnce
    },
    locale,
    console
  )
}

async function checkPaths(
  {paths, cache}: SortedOut,
  plan: RunPlan,
  flags: CheckFlags
): Promise<{run: RunResult; problems: number}> {
  const {console, options, wanted} = plan
  const {locale, loaded} = options
  const {files: found, problems} = await findFiles(paths, {
    cwd: console.cwd,
    ignores: loaded.configuration.ignores
  })
  for (const problem of problems) console.writeError(`✗ ${say(problem, locale)}\n`)
  const inputs = protectInputs(found, paths, wanted, console.cwd)
  refuseAsInput(inputs, [flags.baseline, cache], console.cwd)
  const files = flags.shard === undefined ? inputs : takeShard(inputs, parseShard(flags.shard))
  const run = await checkAll(files, plan)
  await saveCache(plan)
  return {run, problems: problems.length}
}

/** Checks the workbook that comes on the standard input, under the name given. */
async function checkInput(plan: RunPlan, {stdinName = 'stdin'}: CheckFlags): Promise<RunResult> {
  const start = performance.now()
  const {console, options, wanted} = plan
  protectInputs([stdinName], [stdinName], wanted, console.cwd)
  if (!console.readInput) {
    throw new UsageError({zh: '这里没有标准输入。', en: 'There is no standard input here.'})
  }
  const bytes = await console.readInput()
  const result = checkFile(stdinName, console.cwd, settingsFor(stdinName, options), {
    ...describeWork(plan),
    bytes
  })
  return gatherRun([result], options.locale, start)
}
