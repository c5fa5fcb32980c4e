import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import path from 'node:path'
import type {Finding, Locale} from '../../shared/lint/finding.js'
import {say} from '../../shared/locale/texts.js'
import {quoteText} from '../../shared/workbook/plain-text.js'
import {toolName} from '../version.js'
import {fingerprint} from './fingerprint.js'
import {formAround} from './form-around.js'
import type {FileResult} from './result.js'
import {UsageError} from './usage-error.js'
import {groupBy} from './group-by.js'

/** Findings that were there when the baseline was made, alike in rule, form and row. */
export interface BaselineEntry {
  /** Path from the folder of the baseline, with `/`. */
  file: string
  sheet: string
  /** Name of the project or unit, for readers. */
  form?: string
  rule: string
  /** Text of the cell, for readers. */
  text?: string
  count: number
  /** Why they are left; to be filled in by a person. */
  reason: string
  fingerprint: string
}

export interface Baseline {
  /** Absolute path. */
  file: string
  entries: BaselineEntry[]
}

/** What a run needs to know about a baseline. */
export interface BaselineScope {
  cwd: string
  locale: Locale
  /** Only these rules ran; absent = all. */
  chosen?: {id: string}[]
}

/** Reads a baseline; one that is not there is `undefined`. Throws {@link UsageError} for a file that is something else. */
export async function readBaseline(file: string): Promise<Baseline | undefined> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new UsageError({
      zh: `读不了基线文件“${file}”：${(error as Error).message}`,
      en: `The baseline "${file}" cannot be read: ${(error as Error).message}`
    })
  }
  const entries = parseEntries(text)
  if (!entries) {
    throw new UsageError({
      zh: `“${file}”不是本工具写出的基线文件，没有使用，也没有改动。请换一个文件名，用 --update-baseline 生成。`,
      en: `"${file}" is no baseline written by this tool; it was neither used nor changed. Choose another name and make one with --update-baseline.`
    })
  }
  return {file, entries}
}

function parseEntries(text: string): BaselineEntry[] | undefined {
  try {
    const {tool, version, entries} = Object(JSON.parse(text.replace(/^\ufeff/, ''))) as Record<
      string,
      unknown
    >
    if (tool !== toolName || version !== 1 || !Array.isArray(entries)) return undefined
    return entries.every(isEntry) ? entries : undefined
  } catch {
    return undefined
  }
}

function isEntry(value: unknown): value is BaselineEntry {
  const {file, sheet, rule, count, reason, fingerprint} = Object(value) as Record<string, unknown>
  return (
    [file, sheet, rule, reason, fingerprint].every((text) => typeof text === 'string') &&
    Number.isInteger(count) &&
    (count as number) > 0
  )
}

/** The baseline as readable text; the same findings give the same text. */
export function writeBaseline(entries: BaselineEntry[]): string {
  const sorted = [...entries].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      compare(a.sheet, b.sheet) ||
      compare(a.rule, b.rule) ||
      compare(a.text ?? '', b.text ?? '') ||
      compare(a.fingerprint, b.fingerprint)
  )
  return JSON.stringify({tool: toolName, version: 1, entries: sorted}, null, 2) + '\n'
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Marks the findings that the baseline knows as suppressed, as many of a kind as it counts; gives what it lists and the
 * checked files no longer have. A file that was renamed is recognised by its findings.
 */
export function applyBaseline(
  results: FileResult[],
  baseline: Baseline,
  scope: BaselineScope
): {results: FileResult[]; unused: BaselineEntry[]} {
  const left = new Map(baseline.entries.map((entry) => [entry, entry.count]))
  const byKey = groupBy(baseline.entries, ({file, fingerprint}) => `${file}\0${fingerprint}`)
  const gone = baseline.entries.filter(({file}) => !existsSync(fromBaseline(baseline, file)))
  const byPrint = groupBy(gone, ({fingerprint}) => fingerprint)
  const take = (entries: BaselineEntry[] = []): BaselineEntry | undefined => {
    const entry = entries.find((candidate) => (left.get(candidate) ?? 0) > 0)
    if (entry) left.set(entry, (left.get(entry) ?? 0) - 1)
    return entry
  }
  const marked = results.map((result) => {
    const file = toBaseline(baseline.file, result.file, scope.cwd)
    const findings = result.findings.map((finding) => {
      if (!counts(finding)) return finding
      const print = printOf(finding, result)
      const entry = take(byKey.get(`${file}\0${print}`)) ?? take(byPrint.get(print))
      if (!entry) return finding
      return {...finding, suppressed: {by: 'baseline', reason: entry.reason}}
    })
    return {...result, findings}
  })
  const checked = checkedFiles(results, baseline.file, scope.cwd)
  const unused = baseline.entries.flatMap((entry) => {
    const count = left.get(entry) ?? 0
    if (count === 0 || !hasRun(entry.rule, scope)) return []
    return checked.has(entry.file) || gone.includes(entry) ? [{...entry, count}] : []
  })
  return {results: marked, unused}
}

/**
 * The baseline that knows all findings of these results: reasons are kept, what is gone is dropped, and files and rules
 * that were not checked keep their entries. `reason` is given to new entries.
 */
export function updateBaseline(
  results: FileResult[],
  old: Baseline,
  scope: BaselineScope,
  reason?: string
): {entries: BaselineEntry[]; added: number; removed: number} {
  const newReason =
    reason ?? say({zh: '建立基线时已有', en: 'there when the baseline was made'}, scope.locale)
  const known = new Map<string, string>()
  for (const {file, fingerprint, reason: own} of old.entries) {
    known.set(`${file}\0${fingerprint}`, own)
    // A file that was renamed takes its reasons along.
    if (!existsSync(fromBaseline(old, file))) known.set(fingerprint, own)
  }
  const fresh = new Map<string, BaselineEntry>()
  for (const result of results) {
    if (result.status === 'failed') continue
    const file = toBaseline(old.file, result.file, scope.cwd)
    for (const finding of result.findings) {
      if (!counts(finding)) continue
      const print = printOf(finding, result)
      const key = `${file}\0${print}`
      const entry = fresh.get(key)
      if (entry) entry.count++
      else {
        const form = formAround(finding, result)
        const name = form?.projectName ?? form?.unit
        fresh.set(key, {
          file,
          sheet: finding.sheet,
          ...(name !== undefined && {form: name}),
          rule: finding.ruleId,
          ...(finding.actual !== undefined && {text: quoteText(finding.actual, 60)}),
          count: 1,
          reason: known.get(key) ?? known.get(print) ?? newReason,
          fingerprint: print
        })
      }
    }
  }
  const checked = checkedFiles(results, old.file, scope.cwd)
  const kept = old.entries.filter(({file, rule}) =>
    checked.has(file) ? !hasRun(rule, scope) : existsSync(fromBaseline(old, file))
  )
  const entries = [...kept, ...fresh.values()]
  const before = total(old.entries)
  const counted = new Map(old.entries.map(({file, fingerprint, count}) => [`${file}\0${fingerprint}`, count]))
  const stayed = [...fresh].reduce(
    (sum, [key, {count}]) => sum + Math.min(count, counted.get(key) ?? 0),
    total(kept)
  )
  return {entries, added: total(entries) - stayed, removed: before - stayed}
}

function total(entries: BaselineEntry[]): number {
  return entries.reduce((sum, {count}) => sum + count, 0)
}

/** Findings that somebody already decided on, and crashed rules, are no matter of a baseline. */
function counts({suppressed, group}: Finding): boolean {
  return !suppressed && group !== 'internal'
}

function printOf(finding: Finding, result: FileResult): string {
  return finding.fingerprint ?? fingerprint(finding, result)
}

function hasRun(rule: string, {chosen}: BaselineScope): boolean {
  return chosen?.some(({id}) => id === rule) ?? true
}

function checkedFiles(results: FileResult[], baseline: string, cwd: string): Set<string> {
  return new Set(
    results.flatMap(({file, status}) => (status === 'checked' ? [toBaseline(baseline, file, cwd)] : []))
  )
}

function toBaseline(baseline: string, file: string, cwd: string): string {
  return path.relative(path.dirname(baseline), path.resolve(cwd, file)).split(path.sep).join('/')
}

function fromBaseline({file: baseline}: Baseline, file: string): string {
  return path.resolve(path.dirname(baseline), file)
}
