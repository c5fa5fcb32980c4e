import type {Finding, Locale} from '../../shared/lint/finding.js'
import type {BaselineEntry} from './baseline.js'
import type {Excerpt} from './excerpt.js'
import type {FormSummary} from '../../shared/lint/summarise-forms.js'

/** What is known of one file after the run; an entry of `results` in the JSON report. */
export interface FileResult {
  file: string
  status: 'checked' | 'failed'
  error?: {code: string; message: string}
  warnings?: {code: string; message: string}[]
  forms: FormSummary[]
  findings: Finding[]
  stats: {sheets: number; cells: number; milliseconds: number}
  /** The table around each finding, in the order of `findings`; only when a format draws it. */
  excerpts?: (Excerpt | undefined)[]
  /** The configuration's suppressions that hold for this file, and how many findings each hit. */
  configured?: {index: number; uses: number}[]
  /** A rule threw while this file was checked. */
  crashed?: boolean
  /** Only when times are asked for. */
  timing?: Timing
}

/** Milliseconds by stage and by rule. */
export interface Timing {
  read: number
  recognise: number
  rules: number
  byRule: Record<string, number>
}

export interface Summary {
  files: number
  failed: number
  errors: number
  warnings: number
  infos: number
  suppressed: number
  fixable: number
}

/** What a run over files gives: what every format of the report is made of. */
export interface RunResult {
  results: FileResult[]
  summary: Summary
  locale: Locale
  milliseconds: number
  /** How many threads checked at least one file. */
  threads?: number
  /** What a baseline did; `unused` = what it lists and the checked files no longer have. */
  baseline?: {file: string; suppressed: number; unused: BaselineEntry[]}
  /** How many results were taken from the cache. */
  cached?: number
}

/** The sum of the times of all files. */
export function sumTiming(results: FileResult[]): Timing {
  const sum: Timing = {read: 0, recognise: 0, rules: 0, byRule: {}}
  for (const {timing} of results) {
    if (!timing) continue
    sum.read += timing.read
    sum.recognise += timing.recognise
    sum.rules += timing.rules
    for (const [id, time] of Object.entries(timing.byRule)) sum.byRule[id] = (sum.byRule[id] ?? 0) + time
  }
  return sum
}

/** Counts findings and files; suppressed findings are counted apart. */
export function summarise(results: FileResult[]): Summary {
  const summary: Summary = {
    files: results.length,
    failed: 0,
    errors: 0,
    warnings: 0,
    infos: 0,
    suppressed: 0,
    fixable: 0
  }
  for (const {status, findings} of results) {
    if (status === 'failed') summary.failed++
    for (const {severity, suppressed, fixes} of findings) {
      if (suppressed) summary.suppressed++
      else {
        if (severity === 'error') summary.errors++
        else if (severity === 'warning') summary.warnings++
        else summary.infos++
        if (fixes?.some(({safe}) => safe)) summary.fixable++
      }
    }
  }
  return summary
}
