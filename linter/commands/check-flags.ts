import {statSync} from 'node:fs'
import path from 'node:path'
import type {Severity} from '../../shared/lint/finding.js'
import {workbookEndings} from '../run/find-files.js'
import type {CheckingFlags} from '../run/settle-options.js'
import {UsageError} from '../run/usage-error.js'

export interface CheckFlags extends CheckingFlags {
  /** `NAME` or `NAME:FILE`, several. */
  format?: string[]
  output?: string
  quiet?: boolean
  maxWarnings?: number
  jobs?: number
  failOn?: Severity
  baseline?: string
  updateBaseline?: boolean
  /** Given to new entries of the baseline. */
  reason?: string
  /** `true` = the usual file. */
  cache?: string | true
  watch?: boolean
  /** `1/4`. */
  shard?: string
  timing?: boolean
  stdin?: boolean
  stdinName?: string
}

export interface SortedOut {
  paths: string[]
  /** File of the cache; absent = none wanted. */
  cache?: string
}

const usualCache = '.jixiao-cache'

/** What follows `--cache` may be its file or already the first path to check. */
export function sortOut(paths: string[], {cache}: CheckFlags, cwd: string): SortedOut {
  if (cache === undefined) return {paths}
  if (cache === true) return {paths, cache: usualCache}
  const isInput =
    statSync(path.resolve(cwd, cache), {throwIfNoEntry: false})?.isDirectory() ||
    /[*?]/.test(cache) ||
    workbookEndings.includes(path.extname(cache).slice(1).toLowerCase())
  return isInput ? {paths: [cache, ...paths], cache: usualCache} : {paths, cache}
}

/** Throws {@link UsageError} for flags that make no sense together, and when there is nothing to check. */
export function refuseCombinations(paths: string[], flags: CheckFlags): void {
  const refuse = (zh: string, en: string): never => {
    throw new UsageError({zh, en})
  }
  if (flags.stdin) {
    if (paths.length > 0) refuse('--stdin 不能与路径一起用。', '--stdin cannot be used together with paths.')
    if (flags.watch)
      refuse('--stdin 不能与 --watch 一起用。', '--stdin cannot be used together with --watch.')
    if (flags.shard !== undefined)
      refuse('--stdin 不能与 --shard 一起用。', '--stdin cannot be used together with --shard.')
  } else if (paths.length === 0) {
    refuse(
      '请给出要检查的文件或文件夹（用 --help 查看用法）。',
      'Name files or folders to check (see --help).'
    )
  } else if (flags.stdinName !== undefined) {
    refuse('--stdin-name 要与 --stdin 一起用。', '--stdin-name needs --stdin.')
  }
  if (flags.updateBaseline) {
    if (flags.baseline === undefined)
      refuse(
        '--update-baseline 要写明基线文件，例如 --baseline 基线.json --update-baseline。',
        '--update-baseline needs the file, e.g. --baseline baseline.json --update-baseline.'
      )
    if (flags.watch)
      refuse(
        '--update-baseline 不能与 --watch 一起用。',
        '--update-baseline cannot be used together with --watch.'
      )
  } else if (flags.reason !== undefined) {
    refuse('--reason 要与 --update-baseline 一起用。', '--reason needs --update-baseline.')
  }
}
