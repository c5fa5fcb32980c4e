import type {DocumentSettings} from '../../../shared/lint/document-decisions.js'
import type {Finding, Locale} from '../../../shared/lint/finding.js'
import type {NoteProblem} from '../../../shared/lint/note-suppressions.js'
import type {FormSummary} from '../../../shared/lint/summarise-forms.js'
import type {UnusedNote} from './unused-notes.js'
import type {Sheet, Workbook} from '../../../shared/workbook/workbook.js'

/** What a check depends on besides the workbook. */
export interface CheckSettings extends DocumentSettings {
  locale: Locale
  /** Name of the file; the fiscal year may stand in it. */
  file?: string
}

/** What a check gives: plain data. */
export interface CheckReport {
  findings: Finding[]
  forms: FormSummary[]
  noteProblems: NoteProblem[]
  /** Suppressions in notes that hit nothing. */
  unusedNotes: UnusedNote[]
  /** Ids of the rules that ran. */
  rules: string[]
  /** Milliseconds of our own work. */
  milliseconds: number
  /** Of them, by part. */
  timing: {recognise: number; rules: number}
}

export interface ExampleToCheck {
  rule: string
  options?: unknown
  workbook: Workbook
  locale: Locale
}

/** Holds a copy of the workbook and checks it. Calls are carried out in their order. */
export interface Checker {
  load(workbook: Workbook): Promise<void>
  /** Puts a newly read sheet in the place of the one of its name. Sheets handed over must not be changed any more. */
  replaceSheet(sheet: Sheet): Promise<void>
  check(settings: CheckSettings): Promise<CheckReport>
  /** What one rule finds in an example of its page; the loaded workbook is left alone. */
  checkExample(example: ExampleToCheck): Promise<Finding[]>
  close(): void
}
