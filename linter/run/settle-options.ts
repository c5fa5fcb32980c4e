import type {Locale} from '../../shared/lint/finding.js'
import {findNearest} from '../../shared/lint/nearest-word.js'
import type {ChosenRule} from '../../shared/lint/resolve-rules.js'
import {rules as builtInRules} from '../../shared/rules/index.js'
import type {CheckOptions} from './check-files.js'
import {findPreset} from './find-preset.js'
import {loadConfiguration} from './load-configuration.js'
import {UsageError} from './usage-error.js'

/** What the command line says about how to check. */
export interface CheckingFlags {
  config?: string | false
  year?: number
  division?: string
  rule?: string[]
  preset?: string
  locale?: Locale
  /** `--no-suppressions`. */
  suppressions?: boolean
}

/**
 * Loads the configuration and lets the command line overrule it; `fresh` = modules as they are now. Throws
 * {@link UsageError} for mistakes in either.
 */
export async function settleOptions(cwd: string, flags: CheckingFlags, fresh = false): Promise<CheckOptions> {
  const loaded = await loadConfiguration({
    cwd,
    ...(typeof flags.config === 'string' && {file: flags.config}),
    none: flags.config === false,
    fresh
  })
  const {configuration} = loaded
  if (flags.year !== undefined) configuration.year = flags.year
  if (flags.division !== undefined) configuration.division = flags.division
  if (flags.preset !== undefined) configuration.preset = findPreset(flags.preset)
  const ids = [...builtInRules, ...loaded.pluginRules].map(({id}) => id)
  const chosen = flags.rule?.map((written) => toChosenRule(written, ids))
  return {
    cwd,
    loaded,
    locale: flags.locale ?? configuration.locale ?? 'zh-CN',
    ...(chosen && {chosen}),
    ...(flags.suppressions === false && {trustWorkbooks: false})
  }
}

function toChosenRule(written: string, ids: string[]): ChosenRule {
  const [id = '', severity] = written.split(':')
  requireRule(id, ids)
  if (severity === undefined) return {id}
  if (severity !== 'error' && severity !== 'warning' && severity !== 'info') {
    throw new UsageError({
      zh: `规则级别“${severity}”不对，应为 error、warning 或 info。`,
      en: `"${severity}" is no severity; use error, warning or info.`
    })
  }
  return {id, severity}
}

/** Throws {@link UsageError}, with the nearest right word, when no rule has that id. */
export function requireRule(id: string, ids: string[]): void {
  if (ids.includes(id)) return
  const nearest = findNearest(id, ids)
  throw new UsageError({
    zh: `没有叫“${id}”的规则。${nearest ? `是不是“${nearest}”？` : '用 rules 命令查看全部规则。'}`,
    en: `There is no rule "${id}". ${nearest ? `Did you mean "${nearest}"?` : 'See the command "rules".'}`
  })
}
