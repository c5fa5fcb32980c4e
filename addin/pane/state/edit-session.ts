import type {Bilingual} from '../../../shared/lint/define-rule.js'
import type {Finding, Fix} from '../../../shared/lint/finding.js'
import type {Change, EditOutcome, WorkbookHost} from '../../host/workbook-host.js'
import {fill, texts} from '../texts.js'
import type {Notice, PaneState, UndoStep} from './pane-state.js'
import type {Store} from './store.js'

/** Applies fixes to the workbook and takes them back, last first. */
export class EditSession {
  constructor(
    private readonly host: WorkbookHost,
    private readonly store: Store<PaneState>,
    /** Called with the names of the sheets that were written to. */
    private readonly onWritten: (sheets: Set<string>) => Promise<void>
  ) {}

  /** Applies one fix. */
  applyFix(fix: Fix): Promise<void> {
    return this.apply([{edits: fix.edits}], {zh: fix.title, en: fix.title})
  }

  /** Applies the safe fixes of all these findings, each cell once. */
  applySafeFixes(findings: Finding[]): Promise<void> {
    const changes = safeChanges(findings)
    return this.apply(changes, fill(texts.safeFixes, {count: changes.length}))
  }

  /** Takes the last step back, as far as the cells still hold what was written. */
  async undo(): Promise<void> {
    const {undo} = this.store.get()
    const step = undo.at(-1)
    if (!step) return
    this.store.set({activity: {kind: 'writing'}})
    try {
      const {reverted, refused} = await this.host.revertEdits(step.applied)
      this.store.set({
        undo: undo.slice(0, -1),
        notice: {
          intent: refused.length > 0 ? 'warning' : 'success',
          text: fill(refused.length > 0 ? texts.undoneInPart : texts.undone, {
            count: cellsOf(reverted.map(({change}) => change)),
            refused: refused.length
          }),
          ...(refused.length > 0 && {details: refused.map(({refusal}) => refusal.text)})
        }
      })
      await this.onWritten(sheetsOf(reverted.map(({change}) => change)))
    } finally {
      this.rest()
    }
  }

  private async apply(changes: Change[], title: Bilingual): Promise<void> {
    if (changes.length === 0) return
    this.store.set({activity: {kind: 'writing'}})
    try {
      const outcome = await this.host.applyEdits(changes)
      const {applied, refused} = outcome
      const step: UndoStep[] = applied.length > 0 ? [{title, applied}] : []
      this.store.set({undo: [...this.store.get().undo, ...step], notice: toNotice(outcome)})
      // What was refused was found on an older state of the sheet: it is read again, too.
      await this.onWritten(
        sheetsOf([...applied.map(({change}) => change), ...refused.map(({change}) => change)])
      )
    } finally {
      this.rest()
    }
  }

  private rest(): void {
    if (this.store.get().activity.kind === 'writing') this.store.set({activity: {kind: 'none'}})
  }
}

/** The safe fixes of findings as changes; of fixes that write the same cell, the first. */
export function safeChanges(findings: Finding[]): Change[] {
  const taken = new Set<string>()
  return findings.flatMap(({fixes, suppressed}) => {
    const fix = suppressed ? undefined : fixes?.find(({safe}) => safe)
    if (!fix) return []
    const cells = fix.edits.map(({sheet, cell}) => `${sheet}!${cell}`)
    if (cells.some((cell) => taken.has(cell))) return []
    for (const cell of cells) taken.add(cell)
    return [{edits: fix.edits}]
  })
}

function toNotice({applied, refused}: EditOutcome): Notice {
  const count = cellsOf(applied.map(({change}) => change))
  if (refused.length === 0) return {intent: 'success', text: fill(texts.applied, {count}), undoable: true}
  const details = refused.map(({refusal}) => refusal.text)
  return applied.length === 0
    ? {intent: 'warning', text: texts.notApplied, details}
    : {
        intent: 'warning',
        text: fill(texts.appliedInPart, {count, refused: refused.length}),
        details,
        undoable: true
      }
}

function cellsOf(changes: Change[]): number {
  return changes.reduce((count, {edits}) => count + edits.length, 0)
}

function sheetsOf(changes: Change[]): Set<string> {
  return new Set(changes.flatMap(({edits}) => edits.map(({sheet}) => sheet)))
}
