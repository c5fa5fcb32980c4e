import {activate, applySuppressions} from '../../../shared/lint/suppressions.js'
import type {Bilingual} from '../../../shared/lint/define-rule.js'
import type {Workbook} from '../../../shared/workbook/workbook.js'
import {HostError} from '../../host/host-error.js'
import type {WorkbookChange, WorkbookHost} from '../../host/workbook-host.js'
import type {Checker, CheckReport} from '../check/checker.js'
import {describeProblem} from './describe-problem.js'
import {noteStep} from './note-step.js'
import type {PaneState} from './pane-state.js'
import type {Store} from './store.js'

export interface CheckTiming {
  /** Milliseconds of quiet after an edit before it is checked. */
  debounce: number
  /** Milliseconds to wait while the user is typing in a cell. */
  retry: number
}

/**
 * Keeps the outcome in step with the workbook: whole checks when asked, and after edits only what changed is read again.
 * There is one run at a time; what changes during a run makes its result stale, and it is done again instead of shown.
 */
export class CheckSession {
  /** The whole workbook must be read. */
  private wantsWorkbook = false
  /** Sheets that must be read again. */
  private readonly dirty = new Set<string>()
  private wantsCheck = false
  /** Asked for by the user: shown as busy, and its failure as a problem. */
  private asked = false
  private loaded = false
  private running: Promise<void> | undefined
  private abort: AbortController | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private report: CheckReport | undefined
  private facts = {
    sheets: 0,
    cellsBySheet: new Map<string, number>(),
    warnings: [] as Bilingual[],
    partial: false
  }
  private file: string | undefined

  constructor(
    private readonly host: WorkbookHost,
    private readonly checker: Checker,
    private readonly store: Store<PaneState>,
    private readonly timing: CheckTiming
  ) {}

  /** Reads the whole workbook and checks it. */
  check(): Promise<void> {
    this.wantsWorkbook = true
    this.asked = true
    return this.start()
  }

  /** Checks what is already read, with other settings or in another language. */
  recheck(): Promise<void> {
    if (!this.loaded) return Promise.resolve()
    this.wantsCheck = true
    return this.start()
  }

  /** Reads some sheets again, after we wrote to them. */
  recheckSheets(names: Iterable<string>): Promise<void> {
    if (!this.loaded) return Promise.resolve()
    for (const name of names) this.dirty.add(name)
    return this.start()
  }

  /** Stops the running check; the last outcome stays. */
  cancel(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.wantsWorkbook = false
    this.wantsCheck = false
    this.asked = false
    this.dirty.clear()
    this.abort?.abort()
  }

  /** Takes note of a change in the workbook and checks it shortly after. */
  notice(change: WorkbookChange): void {
    if (change.kind === 'active-sheet') {
      this.showActive(change.sheet)
      return
    }
    if (!this.loaded || !this.store.get().live) return
    if (change.kind === 'sheets') this.wantsWorkbook = true
    else this.dirty.add(change.sheet)
    this.startLater(this.timing.debounce)
  }

  /** Applies the document's suppressions anew to what was found. */
  applySuppressions(): void {
    const {outcome, suppressions} = this.store.get()
    if (!this.report || !outcome) return
    const {findings, uses} = applySuppressions(
      this.report.findings,
      suppressions.map((suppression) => activate(suppression, 'document'))
    )
    this.store.set({outcome: {...outcome, findings, suppressionUses: uses}})
  }

  /** Resolves when nothing is running and nothing is waiting to run. */
  async settled(): Promise<void> {
    for (;;) {
      if (this.running) await this.running
      else if (this.timer !== undefined) await new Promise((resolve) => setTimeout(resolve, 1))
      else return
    }
  }

  close(): void {
    this.cancel()
    this.checker.close()
  }

  private startLater(milliseconds: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.timer = undefined
      void this.start()
    }, milliseconds)
  }

  private start(): Promise<void> {
    this.running ??= this.runAll().finally(() => {
      this.running = undefined
    })
    return this.running
  }

  private async runAll(): Promise<void> {
    // Whoever called `start` finds the run under way, whatever it does first.
    await Promise.resolve()
    // A check may be asked for while a cancelled one winds down.
    do await this.run()
    while (this.hasWork() && this.timer === undefined)
  }

  private hasWork(): boolean {
    return this.wantsWorkbook || this.wantsCheck || this.dirty.size > 0
  }

  private async run(): Promise<void> {
    const abort = new AbortController()
    this.abort = abort
    try {
      while (this.hasWork()) {
        this.showBusy()
        if (this.wantsWorkbook) await this.readWorkbook(abort.signal)
        while (this.dirty.size > 0 && !this.wantsWorkbook) await this.readDirty(abort.signal)
        if (this.wantsWorkbook) continue
        this.wantsCheck = false
        const {settings, locale} = this.store.get()
        const start = performance.now()
        const report = await unlessAborted(
          this.checker.check({...settings, locale, ...(this.file !== undefined && {file: this.file})}),
          abort.signal
        )
        const {milliseconds, timing} = report
        noteStep('check', start, {milliseconds, ...timing})
        if (!this.hasWork()) this.publish(report)
      }
    } catch (error) {
      this.fail(error, abort.signal)
    } finally {
      if (!this.wantsWorkbook) this.asked = false
      this.abort = undefined
      this.store.set({activity: {kind: 'none'}})
    }
  }

  private async readWorkbook(signal: AbortSignal): Promise<void> {
    this.wantsWorkbook = false
    this.dirty.clear()
    try {
      await this.listSheets()
      this.file = await this.host.fileName()
      const workbook = await this.host.readWorkbook({
        signal,
        live: !this.asked,
        progress: (progress) => this.store.set({activity: {kind: 'checking', progress, quiet: !this.asked}})
      })
      signal.throwIfAborted()
      this.takeFacts(workbook)
      await this.checker.load(workbook)
      this.loaded = true
    } catch (error) {
      if (!signal.aborted) this.wantsWorkbook = true
      throw error
    }
  }

  private async readDirty(signal: AbortSignal): Promise<void> {
    const [name] = this.dirty
    if (name === undefined) return
    this.dirty.delete(name)
    try {
      const start = performance.now()
      const sheet = await this.host.readSheet(name, {signal, live: true})
      signal.throwIfAborted()
      noteStep('read', start)
      // Renamed or removed meanwhile: the sheets are no longer those we know.
      if ((sheet !== undefined) !== this.facts.cellsBySheet.has(name)) this.wantsWorkbook = true
      else if (sheet) {
        this.facts.cellsBySheet.set(name, sheet.cells.length)
        const read = performance.now()
        await this.checker.replaceSheet(sheet)
        noteStep('hand over', read)
      }
    } catch (error) {
      if (!signal.aborted) this.dirty.add(name)
      throw error
    }
  }

  private takeFacts({sheets, warnings}: Workbook): void {
    this.facts = {
      sheets: sheets.length,
      cellsBySheet: new Map(sheets.map(({name, cells}) => [name, cells.length])),
      warnings: warnings.map(({message}) => message),
      partial: warnings.some(({code}) => code === 'no-merges' || code === 'sheet-too-large')
    }
  }

  private publish(report: CheckReport): void {
    const start = performance.now()
    this.report = report
    const {sheets, cellsBySheet, warnings, partial} = this.facts
    const {findings, uses} = applySuppressions(
      report.findings,
      this.store.get().suppressions.map((suppression) => activate(suppression, 'document'))
    )
    this.store.set({
      problem: undefined,
      outcome: {
        findings,
        suppressionUses: uses,
        notes: {unused: report.unusedNotes, problems: report.noteProblems},
        forms: report.forms,
        warnings: [...warnings, ...report.noteProblems.map(({text}) => text)],
        partial,
        rules: report.rules,
        sheets,
        cells: [...cellsBySheet.values()].reduce((sum, count) => sum + count, 0),
        at: new Date(),
        milliseconds: report.milliseconds
      }
    })
    noteStep('publish', start)
  }

  private fail(error: unknown, signal: AbortSignal): void {
    if (signal.aborted) return
    if (error instanceof HostError && error.code === 'cell-editing' && !this.asked) {
      this.startLater(this.timing.retry)
      return
    }
    this.wantsWorkbook = false
    this.wantsCheck = false
    this.dirty.clear()
    this.store.set({problem: describeProblem(error, this.host.info)})
  }

  private async listSheets(): Promise<void> {
    this.store.set({sheets: await this.host.listSheets()})
  }

  private showBusy(): void {
    const {activity} = this.store.get()
    if (activity.kind !== 'checking' || activity.quiet === this.asked)
      this.store.set({
        activity: {kind: 'checking', quiet: !this.asked},
        ...(this.asked && {problem: undefined})
      })
  }

  private showActive(name: string): void {
    const {sheets} = this.store.get()
    if (!sheets.some((sheet) => sheet.name === name)) void this.listSheets()
    else if (sheets.some((sheet) => sheet.active !== (sheet.name === name)))
      this.store.set({sheets: sheets.map((sheet) => ({...sheet, active: sheet.name === name}))})
  }
}

/** Waits for the work, but no longer than until it is given up. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), {once: true})
    work.then(resolve, reject)
  })
}
