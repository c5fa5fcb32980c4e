import type {Bilingual} from '../../../shared/lint/define-rule.js'
import type {DocumentSettings} from '../../../shared/lint/document-decisions.js'
import type {Finding, Locale} from '../../../shared/lint/finding.js'
import type {NoteProblem} from '../../../shared/lint/note-suppressions.js'
import type {FormSummary} from '../../../shared/lint/summarise-forms.js'
import type {Suppression} from '../../../shared/lint/suppressions.js'
import type {UnusedNote} from '../check/unused-notes.js'
import type {RuleTable} from '../options/rule-choices.js'
import type {AppliedChange, ReadProgress, SheetInfo} from '../../host/workbook-host.js'

/** What the last finished check found. */
export interface Outcome {
  /** In the order of the workbook; suppressed ones carry `suppressed`. */
  findings: Finding[]
  /** Findings that each suppression of the document hit, in their order. */
  suppressionUses: number[]
  /** Suppressions in notes that hit nothing, and notes meant as suppressions that are none. */
  notes: {unused: UnusedNote[]; problems: NoteProblem[]}
  forms: FormSummary[]
  /** What could not be read, and notes without effect. */
  warnings: Bilingual[]
  /** Something could not be read, so that mistakes may have been missed. */
  partial: boolean
  /** Ids of the rules that ran. */
  rules: string[]
  sheets: number
  cells: number
  /** When it was finished. */
  at: Date
  /** Milliseconds that checking took, without reading. */
  milliseconds: number
}

/** Something that went wrong, for the user and for whoever helps. */
export interface Problem {
  text: Bilingual
  /** For copying: what, where, with which versions. */
  details: string
}

/** What the pane has to say about the last action. */
export interface Notice {
  intent: 'success' | 'info' | 'warning' | 'error'
  text: Bilingual
  /** One by one, e.g. why edits were refused. */
  details?: Bilingual[]
  /** It can be taken back by undo. */
  undoable?: boolean
  /** What was ignored before; it can be again. */
  suppressionsBefore?: Suppression[]
}

/** Changes that were applied together and are taken back together. */
export interface UndoStep {
  title: Bilingual
  applied: AppliedChange[]
}

export type Activity =
  | {kind: 'none'}
  /** Reading or checking; `progress` while cells are read. */
  | {kind: 'checking'; progress?: ReadProgress; quiet: boolean}
  | {kind: 'writing'}

export interface PaneState {
  /** The document's own state has been read. */
  opened: boolean
  locale: Locale
  activity: Activity
  /** The last check failed. */
  problem?: Problem
  outcome?: Outcome
  scope: 'sheet' | 'workbook'
  sheets: SheetInfo[]
  /** Edits are watched and checked at once. */
  live: boolean
  /** Places of findings are marked in the sheets. */
  highlighted: boolean
  suppressions: Suppression[]
  settings: DocumentSettings
  /** What was set for rules that are switched off. */
  resting: RuleTable
  undo: UndoStep[]
  notice?: Notice
}

export function initialState(locale: Locale, live: boolean): PaneState {
  return {
    opened: false,
    locale,
    activity: {kind: 'none'},
    scope: 'workbook',
    sheets: [],
    live,
    highlighted: false,
    suppressions: [],
    settings: {},
    resting: {},
    undo: []
  }
}

/** Decisions kept in the document whose rules ran and found nothing left for them. */
export function unusedSuppressions({suppressions, outcome}: PaneState): Suppression[] {
  if (!outcome) return []
  return suppressions.filter(
    ({rule}, index) => outcome.suppressionUses[index] === 0 && (rule === '*' || outcome.rules.includes(rule))
  )
}

/** A finding is the same one after another check when these agree. */
export function keyOf({ruleId, sheet, range, messageId, message}: Finding): string {
  return [ruleId, sheet, range, messageId, message].join('\n')
}
