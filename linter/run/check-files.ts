import path from 'node:path'
import picomatch from 'picomatch'
import type {ConfigurationOverride} from '../../shared/lint/configuration.js'
import type {LintSettings} from '../../shared/lint/lint-workbook.js'
import type {Locale} from '../../shared/lint/finding.js'
import {resolveRules, toSettingsOverrides, type ChosenRule} from '../../shared/lint/resolve-rules.js'
import {rules as builtInRules} from '../../shared/rules/index.js'
import {checkFile} from './check-file.js'
import {configuredSuppressions} from './configured-suppressions.js'
import type {LoadedConfiguration} from './load-configuration.js'
import {summarise, type FileResult, type RunResult} from './result.js'

export interface CheckOptions {
  cwd: string
  loaded: LoadedConfiguration
  locale: Locale
  chosen?: ChosenRule[]
  /** Whether suppressions that a workbook itself brings count; absent = yes. */
  trustWorkbooks?: boolean
  /** Keep the table around each finding, for formats that draw it. */
  excerpts?: boolean
  /** Give each finding its fingerprint, for reports and baselines. */
  fingerprints?: boolean
  /** Measure the stages and the rules. */
  timing?: boolean
  /** Told before each file is read; `index` counts from 0. */
  onFile?: (file: string, index: number, count: number) => void
  /** Told after each file, whichever thread checked it; `done` counts from 1. */
  onDone?: (file: string, done: number, count: number) => void
}

/** Checks files one after the other; one that cannot be read does not stop the others. */
export function checkFiles(files: string[], options: CheckOptions): RunResult {
  const start = performance.now()
  const check = makeChecker(options)
  const results = files.map((file, index) => {
    options.onFile?.(file, index, files.length)
    const result = check(file)
    options.onDone?.(file, index + 1, files.length)
    return result
  })
  return gatherRun(results, options.locale, start)
}

/** The check of one file under these options. */
export function makeChecker(options: Omit<CheckOptions, 'onFile' | 'onDone'>): (file: string) => FileResult {
  const {overrides = [], suppressions = [], limits} = options.loaded.configuration
  // With nothing said by file, the settings of all files are the same.
  const common = [...overrides, ...suppressions].some(({files}) => files)
    ? undefined
    : settingsFor('x', options)
  const {excerpts = false, fingerprints = false, timing = false} = options
  return (file) =>
    checkFile(file, options.cwd, common ?? settingsFor(file, options), {
      excerpts,
      fingerprints,
      timing,
      limits
    })
}

/** Results of all files as one run that began at `start` (`performance.now()`). */
export function gatherRun(results: FileResult[], locale: Locale, start: number): RunResult {
  return {results, summary: summarise(results), locale, milliseconds: performance.now() - start}
}

/** What holds for one file: preset, configuration, overrides for this file, and the rules named on the command line. */
export function settingsFor(
  file: string,
  {cwd, loaded, locale, chosen, trustWorkbooks}: CheckOptions
): LintSettings {
  const {configuration, base, pluginRules} = loaded
  const relative = path.relative(base, path.resolve(cwd, file)).split(path.sep).join('/')
  const applying = (configuration.overrides ?? []).filter(({files}) => !files || matchAny(files)(relative))
  const isWhole = ({sheets, ranges}: ConfigurationOverride): boolean => !sheets && !ranges
  const defaults = new Map([...builtInRules, ...pluginRules].map((rule) => [rule.id, rule.severity]))
  const rules = resolveRules(configuration, {defaults, chosen, fileOverrides: applying.filter(isWhole)})
  const mentioned = new Set([
    ...Object.keys(configuration.rules ?? {}),
    ...applying.flatMap((override) => Object.keys(override.rules))
  ])
  // A plugin's rules run without being named, unless the configuration or the command line says otherwise.
  if (!chosen?.length) {
    for (const rule of pluginRules) if (!mentioned.has(rule.id)) rules.set(rule.id, {severity: rule.severity})
  }
  return {
    rules,
    extraRules: pluginRules,
    overrides: toSettingsOverrides(
      applying.filter((override) => !isWhole(override)),
      matchAny
    ),
    suppressions: configuredSuppressions(configuration, relative, matchAny),
    ...(trustWorkbooks === false && {trustWorkbook: false}),
    locale,
    ...(configuration.year !== undefined && {year: configuration.year}),
    ...(configuration.division !== undefined && {division: configuration.division})
  }
}

function matchAny(patterns: string[]): (name: string) => boolean {
  const matches = picomatch(patterns, {dot: true, nocase: true})
  return (name) => matches(name)
}
