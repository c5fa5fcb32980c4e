import {readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import type {Edit, Finding, Fix} from '../../shared/lint/finding.js'
import {lintWorkbook, type LintSettings} from '../../shared/lint/lint-workbook.js'
import {say} from '../../shared/locale/texts.js'
import {parseRange} from '../../shared/workbook/address.js'
import type {Workbook} from '../../shared/workbook/workbook.js'
import type {ReadLimits} from '../read/limits.js'
import {readWorkbook} from '../read/read-workbook.js'
import {sniffFormat} from '../read/sniff-format.js'
import {PatchError} from '../write/patch/patch-error.js'
import {findRefusals, patchWorkbook} from '../write/patch/patch-workbook.js'
import type {FileStamp} from '../write/replace-file.js'
import {describeFailure} from './check-file.js'

/** One cell's change from what the file holds to what it would hold. */
export interface CellFix extends Edit {
  /** The rules it comes from, and what each does. */
  rules: {id: string; title: string}[]
}

/** A fix that was not made, with the reason. */
export interface LeftFix {
  sheet: string
  cell: string
  ruleId: string
  reason: string
  /** Fixes of several rules undo each other. */
  conflict: boolean
}

export interface FixedFile {
  file: string
  status: 'fixed' | 'clean' | 'failed'
  error?: {code: string; message: string}
  fixes: CellFix[]
  left: LeftFix[]
  /** The new content, when there are fixes. */
  bytes?: Uint8Array
  /** The file as it was read. */
  readAt?: FileStamp
}

export interface FixOptions {
  cwd: string
  settings: LintSettings
  /** Rules whose suggestions are applied as well. */
  suggestions: ReadonlySet<string>
  limits?: Partial<ReadLimits> | undefined
}

/** So many rounds of checking and fixing; more means that rules undo each other's work. */
const passLimit = 10

/**
 * Applies the safe fixes of one file, again and again until nothing changes, and gives the new content; nothing is
 * written. Never throws for a bad file: what goes wrong is the file's own result.
 */
export function fixFile(file: string, {cwd, settings, suggestions, limits}: FixOptions): FixedFile {
  const locale = settings.locale ?? 'zh-CN'
  try {
    const place = path.resolve(cwd, file)
    const {mtimeMs, size} = statSync(place)
    const bytes = readFileSync(place)
    const workbook = readWorkbook(bytes, {limits})
    const run = new FixRun(bytes, workbook, {...settings, file}, suggestions)
    if (sniffFormat(bytes) !== 'zip' || !/^xls[xm]$/.test(workbook.format)) {
      const count = run.countFixes()
      if (count === 0) return {file, status: 'clean', fixes: [], left: run.left}
      const message = say(
        {
          zh: '有 {count} 处可以改，但只能修改 .xlsx 和 .xlsm。请另存为 .xlsx 后再运行。',
          en: '{count} cells could be changed, but only .xlsx and .xlsm can be written. Save it as .xlsx and run the command again.'
        },
        locale,
        {count}
      )
      return {file, status: 'failed', error: {code: 'unsupported-format', message}, fixes: [], left: []}
    }
    const patched = run.repeat()
    const fixes = run.fixes()
    return {
      file,
      status: fixes.length > 0 ? 'fixed' : 'clean',
      fixes,
      left: run.left,
      readAt: {mtimeMs, size},
      ...(fixes.length > 0 && {bytes: patched})
    }
  } catch (error) {
    const {code, text} = error instanceof PatchError ? error : describeFailure(error)
    return {file, status: 'failed', error: {code, message: say(text, locale)}, fixes: [], left: []}
  }
}

interface Candidate {
  finding: Finding
  fix: Fix
}

/** The rounds over one file: each starts from the original and writes all changes so far in one go. */
class FixRun {
  readonly left: LeftFix[] = []
  private readonly merged = new Map<string, CellFix>()
  /** Texts that a changed cell has had, by cell. */
  private readonly history = new Map<string, Set<string>>()
  private readonly reported = new Set<string>()

  constructor(
    private readonly original: Uint8Array,
    private readonly workbook: Workbook,
    private readonly settings: LintSettings,
    private readonly suggestions: ReadonlySet<string>
  ) {}

  repeat(): Uint8Array {
    let bytes = this.original
    let workbook = this.workbook
    for (let pass = 0; pass < passLimit; pass++) {
      const {findings} = lintWorkbook(workbook, this.settings)
      if (!this.applyRound(this.candidates(findings))) return bytes
      ;({bytes, workbook} = patchWorkbook(this.original, {edits: this.edits()}, this.workbook))
    }
    const {findings} = lintWorkbook(workbook, this.settings)
    for (const {finding, fix} of this.candidates(findings)) {
      this.leave(finding, fix, true, {
        zh: `改了 ${passLimit} 轮仍未稳定，这一处没有再改。请手工核对，并反馈这个问题。`,
        en: `after ${passLimit} rounds there was still something to change here; it was left. Check it by hand, and please report this.`
      })
    }
    return bytes
  }

  /** So many cells would be changed in the first round. */
  countFixes(): number {
    const {findings} = lintWorkbook(this.workbook, this.settings)
    const cells = this.candidates(findings).flatMap(({fix}) => fix.edits.map(keyOf))
    return new Set(cells).size
  }

  fixes(): CellFix[] {
    const order = new Map(this.workbook.sheets.map(({name}, index) => [name, index]))
    return [...this.merged.values()]
      .filter(({from, to}) => from !== to)
      .sort((a, b) => (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) || comparePlaces(a.cell, b.cell))
  }

  private edits(): Edit[] {
    return this.fixes().map(({sheet, cell, from, to}) => ({sheet, cell, from, to}))
  }

  private candidates(findings: Finding[]): Candidate[] {
    return findings.flatMap((finding) => {
      if (finding.suppressed) return []
      const safe = finding.fixes?.find((fix) => fix.safe)
      if (safe) return [{finding, fix: safe}]
      const [only, ...others] = this.suggestions.has(finding.ruleId) ? (finding.fixes ?? []) : []
      if (!only) return []
      if (others.length === 0) return [{finding, fix: only}]
      this.leave(finding, only, false, {
        zh: `有 ${others.length + 1} 种改法（${finding.fixes?.map(({title}) => title).join('；')}），请手工选择。`,
        en: `there are ${others.length + 1} ways to change it (${finding.fixes?.map(({title}) => title).join('; ')}); choose by hand.`
      })
      return []
    })
  }

  /** Takes over what can be applied together; whether anything was. */
  private applyRound(candidates: Candidate[]): boolean {
    const plans = candidates.map(({finding, fix}) => {
      const edits = fix.edits.filter(({from, to}) => from !== to)
      const keys = edits.map(keyOf)
      return {finding, fix, edits, keys, whole: edits.map((edit) => this.fromOriginal(edit))}
    })
    const refusals = findRefusals(
      this.original,
      plans.flatMap(({whole}) => whole),
      this.workbook
    )
    const taken = new Set<string>()
    for (const {finding, fix, edits, keys, whole} of plans) {
      const refusal = whole.map((edit) => refusals.get(edit)).find(Boolean)
      if (refusal) this.leave(finding, fix, false, refusal.text)
      else if (edits.some((edit) => this.history.get(keyOf(edit))?.has(edit.to))) {
        this.leave(finding, fix, true, {
          zh: '几条规则的修改互相抵消，改了又改回去，这一处没有再改。请手工核对，并反馈这个问题。',
          en: 'fixes of several rules undo each other here; it was left. Check it by hand, and please report this.'
        })
      } else if (new Set(keys).size === keys.length && !keys.some((key) => taken.has(key))) {
        // Of two fixes for one cell the second waits for the next round, which sees what the first has done.
        for (const edit of edits) this.take(edit, finding, fix)
        for (const key of keys) taken.add(key)
      }
    }
    return taken.size > 0
  }

  /** The edit as seen from the original file. */
  private fromOriginal(edit: Edit): Edit {
    return {...edit, from: this.merged.get(keyOf(edit))?.from ?? edit.from}
  }

  private take(edit: Edit, {ruleId}: Finding, {title}: Fix): void {
    const key = keyOf(edit)
    const before = this.merged.get(key)
    const rules = (before?.rules ?? []).filter(({id}) => id !== ruleId)
    this.merged.set(key, {
      ...edit,
      from: before?.from ?? edit.from,
      rules: [...rules, {id: ruleId, title}]
    })
    const texts = this.history.get(key) ?? new Set([edit.from])
    this.history.set(key, texts.add(edit.to))
  }

  private leave(finding: Finding, fix: Fix, conflict: boolean, reason: {zh: string; en: string}): void {
    const edit = fix.edits[0]
    const sheet = edit?.sheet ?? finding.sheet
    const cell = edit?.cell ?? finding.range
    const key = `${finding.ruleId} ${sheet}!${cell}`
    if (this.reported.has(key)) return
    this.reported.add(key)
    this.left.push({
      sheet,
      cell,
      ruleId: finding.ruleId,
      reason: say(reason, this.settings.locale ?? 'zh-CN'),
      conflict
    })
  }
}

function comparePlaces(a: string, b: string): number {
  const [one, other] = [parseRange(a), parseRange(b)]
  return one && other ? one.top - other.top || one.left - other.left : 0
}

function keyOf({sheet, cell}: Edit): string {
  return `${sheet}!${cell}`
}
