import type {DocumentSettings} from '../../../shared/lint/document-decisions.js'
import type {Finding, Fix, Locale} from '../../../shared/lint/finding.js'
import type {Suppression} from '../../../shared/lint/suppressions.js'
import type {Sheet} from '../../../shared/workbook/workbook.js'
import type {WorkbookHost} from '../../host/workbook-host.js'
import type {Checker, ExampleToCheck} from '../check/checker.js'
import {fill, texts} from '../texts.js'
import {CheckSession, type CheckTiming} from './check-session.js'
import {textOf} from './describe-problem.js'
import {EditSession} from './edit-session.js'
import {decodeState, encodeState} from './kept-state.js'
import {initialState, type Notice, type PaneState} from './pane-state.js'
import {reportOf} from './report-table.js'
import {Store} from './store.js'

/** How far a decision to ignore a finding reaches. */
export type Extent = 'place' | 'rule-on-sheet' | 'rule'

/** Everything the user can do in the pane, over a state to look at. Failures become notices in the state. */
export class Pane {
  readonly store: Store<PaneState>
  private readonly checks: CheckSession
  private readonly edits: EditSession
  private readonly stopListening: () => void

  constructor(
    readonly host: WorkbookHost,
    private readonly checker: Checker,
    {locale, timing = {debounce: 100, retry: 1000}}: {locale: Locale; timing?: CheckTiming}
  ) {
    this.store = new Store(initialState(locale, host.capabilities.changeEvents))
    this.checks = new CheckSession(host, checker, this.store, timing)
    this.edits = new EditSession(host, this.store, (sheets) => this.afterWriting(sheets))
    this.stopListening = host.onChange((change) => this.checks.notice(change))
  }

  /** Reads what the document keeps of earlier sessions. */
  async open(): Promise<void> {
    await this.attempt(async () => {
      const {suppressions, settings, resting} = decodeState(await this.host.loadState())
      this.store.set({suppressions, settings, resting, sheets: await this.host.listSheets()})
      if (Object.values({...resting, ...settings.rules}).some(Array.isArray)) await this.checkOptions()
    })
    this.store.set({opened: true})
  }

  async check(): Promise<void> {
    this.store.set({notice: undefined})
    await this.checks.check()
    await this.refreshHighlights()
  }

  cancel(): void {
    this.checks.cancel()
  }

  /** Resolves when no check is running or waiting. */
  settled(): Promise<void> {
    return this.checks.settled()
  }

  /** Shows a place in the sheet. */
  goTo({sheet, range}: {sheet: string; range: string}): Promise<void> {
    return this.attempt(() => this.host.select(sheet, range))
  }

  applyFix(fix: Fix): Promise<void> {
    return this.attempt(() => this.edits.applyFix(fix))
  }

  applySafeFixes(findings: Finding[]): Promise<void> {
    return this.attempt(() => this.edits.applySafeFixes(findings))
  }

  undo(): Promise<void> {
    return this.attempt(() => this.edits.undo())
  }

  /** Decides that a finding, or all of its rule, does not count, and keeps that in the document. */
  async ignore(finding: Finding, extent: Extent, reason: string): Promise<void> {
    const suppression = toSuppression(finding, extent, reason)
    const before = this.store.get().suppressions
    this.store.set({notice: {intent: 'info', text: texts.ignored, suppressionsBefore: before}})
    await this.changeSuppressions([...before, suppression])
  }

  /** Takes decisions to ignore back. */
  async restore(suppressions: Suppression[]): Promise<void> {
    const before = this.store.get().suppressions
    const count = suppressions.length
    // The reasons would be lost by a slip of the hand.
    this.store.set({
      notice: {intent: 'info', text: fill(texts.restored, {count}), suppressionsBefore: before}
    })
    await this.changeSuppressions(before.filter((suppression) => !suppressions.includes(suppression)))
  }

  /** Takes back what a notice tells of. */
  async takeBack({suppressionsBefore}: Notice): Promise<void> {
    if (!suppressionsBefore) return this.undo()
    this.dismissNotice()
    await this.changeSuppressions(suppressionsBefore)
  }

  async changeSettings(settings: DocumentSettings, resting = this.store.get().resting): Promise<void> {
    this.store.set({settings, resting})
    await this.attempt(() => this.save())
    await this.checks.recheck()
    await this.refreshHighlights()
  }

  async setLocale(locale: Locale): Promise<void> {
    this.store.set({locale})
    await this.checks.recheck()
  }

  setScope(scope: PaneState['scope']): void {
    this.store.set({scope})
  }

  async setLive(live: boolean): Promise<void> {
    this.store.set({live})
    // Edits since it was switched off were not noticed.
    if (live && this.store.get().outcome) await this.check()
  }

  setHighlights(on: boolean): Promise<void> {
    return this.attempt(async () => {
      if (on) {
        this.store.set({highlighted: true})
        await this.mark()
      } else {
        await this.host.clearHighlights()
        this.store.set({highlighted: false})
      }
    })
  }

  /** Writes the findings that count on a sheet of the workbook. */
  writeReport(): Promise<void> {
    return this.attempt(async () => {
      const {outcome, locale} = this.store.get()
      if (!outcome) return
      const name = await this.host.writeReportSheet(reportOf(outcome.findings, locale))
      this.store.set({
        notice: {intent: 'success', text: fill(texts.reportWritten, {name})},
        sheets: await this.host.listSheets()
      })
    })
  }

  /** Adds sheets to practise on. */
  insertExercise(sheets: Sheet[]): Promise<void> {
    return this.attempt(async () => {
      const names: string[] = []
      for (const sheet of sheets) names.push(await this.host.insertSheet(sheet))
      this.store.set({
        notice: {intent: 'success', text: fill(texts.exerciseInserted, {name: names.join('、')})},
        scope: 'sheet'
      })
      await this.checks.check()
    })
  }

  /** What one rule finds in an example of its page. */
  checkExample(example: Omit<ExampleToCheck, 'locale'>): Promise<Finding[]> {
    return this.checker.checkExample({...example, locale: this.store.get().locale})
  }

  dismissNotice(): void {
    this.store.set({notice: undefined})
  }

  async close(): Promise<void> {
    this.stopListening()
    this.checks.close()
    await this.host.close()
  }

  /** A document comes from anywhere: options that would make a rule crash are left out, and said. */
  private async checkOptions(): Promise<void> {
    // Loaded only when somebody has set options.
    const {dropWrongOptions} = await import('../options/drop-wrong-options.js')
    const {settings: kept, resting: rested} = this.store.get()
    const {settings, dropped} = dropWrongOptions(kept)
    this.store.set({settings, resting: dropWrongOptions({rules: rested}).settings.rules ?? {}})
    if (dropped.length === 0) return
    this.store.set({
      notice: {intent: 'warning', text: fill(texts.optionsDropped, {rules: dropped.join('、')})}
    })
  }

  private async afterWriting(sheets: Set<string>): Promise<void> {
    await this.checks.recheckSheets(sheets)
    await this.refreshHighlights()
  }

  private async changeSuppressions(suppressions: Suppression[]): Promise<void> {
    this.store.set({suppressions})
    this.checks.applySuppressions()
    await this.attempt(() => this.save())
    await this.refreshHighlights()
  }

  private save(): Promise<void> {
    return this.host.saveState(encodeState(this.store.get()))
  }

  /** Marks what is found now. Not after live checks: writing formats could empty the user's undo list. */
  private async refreshHighlights(): Promise<void> {
    if (this.store.get().highlighted) await this.attempt(() => this.mark())
  }

  private async mark(): Promise<void> {
    const {outcome} = this.store.get()
    const marks = (outcome?.findings ?? [])
      .filter(({suppressed}) => !suppressed)
      .map(({sheet, range, severity}) => ({sheet, range, severity}))
    const refused = await this.host.highlight(marks)
    if (refused.length === 0) return
    const names = [...new Set(refused.map(({sheet}) => sheet))].join('、')
    this.store.set({notice: {intent: 'warning', text: fill(texts.notMarked, {count: refused.length, names})}})
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.store.set({notice: {intent: 'error', text: textOf(error)}})
    }
  }
}

function toSuppression({ruleId, sheet, range, actual}: Finding, extent: Extent, reason: string): Suppression {
  if (extent === 'rule') return {rule: ruleId, reason}
  if (extent === 'rule-on-sheet') return {rule: ruleId, sheet, reason}
  return {rule: ruleId, sheet, range, ...(actual !== undefined && {text: actual}), reason}
}
