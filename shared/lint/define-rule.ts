import type {z} from 'zod'
import type {Form, NodeOf, NodeType, Part, SheetNode, TargetNode, WorkbookNode} from '../tree/nodes.js'
import type {WorkbookLiteral} from '../workbook/sheet-literal.js'
import type {Locale, RuleGroup, Severity} from './finding.js'

/** A text in both languages. */
export interface Bilingual {
  zh: string
  en: string
}

/** What fills the `{name}` places of a message. Language neutral: no Chinese phrases. */
export type MessageData = Record<string, string | number>

/** An edit of one part's cell: the whole cell text becomes `to`. */
export interface PartEdit {
  part: Part
  to: string
  /** Sheet of the part when it is not the reported node's own. */
  sheet?: string
}

/** A suggestion of a rule: the message that offers it, and what it would change. */
export interface Proposal {
  messageId: string
  data?: MessageData
  edits: PartEdit[]
}

/** What a rule says of a node. */
export interface Report {
  /** The node the finding is about; its place is used unless `part` says better. */
  node: TargetNode
  /** A part, or the name of one of the node's parts (e.g. `'target'`). */
  part?: Part | string
  messageId: string
  data?: MessageData
  /** Overrides the rule's severity downwards or upwards for this one finding. */
  severity?: Severity
  related?: {part: Part; sheet?: string; note?: string}[]
  /** Texts that would have been right. */
  expected?: string[]
  /** A safe fix: notation only. */
  fix?: PartEdit[]
  /** Fixes that need a person's judgement. */
  suggest?: Proposal[]
}

/** What a rule is given for one workbook. */
export interface RuleContext<Options = unknown> {
  readonly options: Options
  /** For rules of the scope `'workbook'`; others may find only their own sheet in it. */
  readonly workbook: WorkbookNode
  /** The sheet being walked. */
  readonly sheet: SheetNode
  /** The form being walked; only inside a form. */
  readonly form: Form
  /** Path or name of the file, when there is one. */
  readonly file?: string
  report(report: Report): void
}

/** Handlers by node type; `'form:exit'` runs when all of the form's children have been visited. */
export type Handlers = {[T in NodeType]?: (node: NodeOf<T>) => void} & {
  [T in NodeType as `${T}:exit`]?: (node: NodeOf<T>) => void
}

/** An example of a rule: its test, and what its page and the demo workbooks show. */
export interface Example<Options = unknown> {
  /** What this example shows, shown above it on the rule's page. */
  title?: Bilingual
  options?: Partial<Options>
  /** A workbook with the mistake … */
  wrong?: WorkbookLiteral
  /** … and exactly the cells the rule reports there: `'E5'`, or `'表2!E5'` when there are several sheets. */
  finds?: string[]
  /** A workbook the rule says nothing about. */
  right?: WorkbookLiteral
}

/** Names of presets; `recommended` holds every rule unless it says otherwise. */
export type PresetName =
  'recommended' | 'strict' | 'teaching' | 'hebei' | 'guangdong' | 'ningxia' | 'sichuan' | 'central-2021'

/**
 * How far a rule looks. `'sheet'`: what it says of a sheet follows from that sheet, the options and the file's name alone; it
 * need not run again while another sheet is edited. `'workbook'`: it compares sheets, reads `context.workbook`, has a
 * handler of `workbook`, or keeps something from one sheet for the next. Left out it is `'sheet'` for built-in rules and
 * `'workbook'` for rules of plugins, which nobody has proved.
 */
export type RuleScope = 'sheet' | 'workbook'

/** Everything about a rule. */
export interface RuleDefinition<Options = undefined> {
  /** Kebab-case, also the name of the file. */
  id: string
  group: RuleGroup
  /** Its level in the preset `recommended`. */
  severity: Severity
  fix?: 'safe' | 'suggestion'
  /** How far it looks, see {@link RuleScope}. */
  scope?: RuleScope
  title: Bilingual
  /** What, why, what to do: shown in the pane, the docs and `explain`. Markdown paragraphs. */
  why: Bilingual
  /** Address of its page, for rules that are not built in. */
  url?: string
  /** Policy documents, standards or arithmetic the rule rests on. */
  basis: string[]
  /** Readings of the sheet on which the rule would be wrong and so stays silent. */
  traps?: Bilingual
  /** Options with defaults. The schema is a function so that zod is loaded only when somebody sets options. */
  options?: {
    schema: (zod: typeof z) => z.ZodType
    default: Options
    /** What the options, and the words that they may hold, are called in forms. */
    names?: Record<string, Bilingual>
  }
  messages: {zh: Record<string, string>; en: Record<string, string>}
  examples: Example<Options>[]
  create: (context: RuleContext<Options>) => Handlers
}

/** A rule whose option type is no longer of interest to the engine. */
export type Rule = RuleDefinition<never> | RuleDefinition<unknown>

/**
 * Declares a rule. The file that calls it is the only source about that rule: its check, its messages in both
 * languages, its basis, its examples (which are its tests), its page and its place in the demo workbooks.
 */
export function defineRule<Options = undefined>(
  definition: RuleDefinition<Options>
): RuleDefinition<unknown> {
  return definition as unknown as RuleDefinition<unknown>
}

/** Fills `{name}` places of a message. A place without data is left, so that tests see it. */
export function fillMessage(template: string, data: MessageData = {}): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => (name in data ? String(data[name]) : place))
}

/** Picks the language of a bilingual text. */
export function pick(text: Bilingual, locale: Locale): string {
  return locale === 'en' ? text.en : text.zh
}
