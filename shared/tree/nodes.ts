/**
 * The target tree (unist): workbook → sheet → form → fields, goals, funds, spending plans, indicators, tasks; and
 * paragraphs for prose. `position` follows unist with line = row and column = column number, both 1-based; the end
 * is inclusive of its cell.
 */
import type {Cell, Range, Sheet, Workbook} from '../workbook/workbook.js'
import type {IndicatorProfile} from '../vocabulary/indicator-profile.js'
import type {TargetValue} from '../value/target-value.js'

export interface Point {
  line: number
  column: number
}

export interface Position {
  start: Point
  end: Point
}

/**
 * A piece of a cell that plays a role: a label, a name, a target. A part of a merged area has the whole area as its
 * range. A part split out of running text (several indicators in one cell) keeps where it begins in that text.
 */
export interface Part {
  /** The text a person sees, unchanged. */
  text: string
  /** The text for comparison: NFKC, without white space. */
  plain: string
  range: Range
  /** The cell the text stands in; absent when the place is known but the cell is empty. */
  cell?: Cell
  /** Offset of `text` in the cell's text when the part is only a piece of it. */
  offset?: number
}

interface Base {
  position: Position
}

/** First-level classes of indicators. */
export type LevelOne = 'cost' | 'output' | 'benefit' | 'satisfaction'

/** Second-level classes of indicators, old (财预〔2015〕88号) and new (财预〔2021〕101号) generation. */
export type LevelTwo =
  | 'quantity'
  | 'quality'
  | 'timeliness'
  | 'cost'
  | 'economic-cost'
  | 'social-cost'
  | 'environmental-cost'
  | 'economic-benefit'
  | 'social-benefit'
  | 'environmental-benefit'
  | 'sustainability'
  | 'satisfaction'

export interface Indicator extends Base {
  type: 'indicator'
  /** 'table' = a row of an indicator block; 'prose' = split out of a 绩效指标 sentence. */
  source: 'table' | 'prose'
  level1?: Part
  level2?: Part
  /** What the labels mean, when they are known words. */
  levelOne?: LevelOne
  levelTwo?: LevelTwo
  name?: Part
  description?: Part
  comparator?: Part
  /** The target column's cell; present (with empty text) when the column exists and the cell is empty. */
  target?: Part
  /** Further target columns (districts, 年初/调整), in column order; `target` is the first. */
  targets: {heading: string; part: Part}[]
  unit?: Part
  basis?: Part
  weight?: Part
  actual?: Part
  /** What was reached in a part of the year, in a monitoring form. */
  progress?: Part
  score?: Part
  deviation?: Part
  direction?: Part
  history?: Part
  remark?: Part
  /** The target cell read together with the comparator and unit columns. */
  value: TargetValue
  /** What kind of indicator the name says it is, and how sure that is. */
  profile: IndicatorProfile
  /** The block (heading row) it belongs to, counted from 0 in its form; -1 for prose. */
  block: number
  /** A sub-row (其中…) that bears no points of its own. */
  subordinate?: boolean
}

/** A label and its value, e.g. 项目名称 → 普法经费. `key` is the canonical name of the label if it is known. */
export interface Field extends Base {
  type: 'field'
  key?: FieldKey
  label: Part
  /** Absent when there is no value cell; with empty text when the cell is there and empty. */
  value?: Part
}

export type FieldKey =
  | 'project-name'
  | 'project-code'
  | 'unit-name'
  | 'unit-code'
  | 'department'
  | 'implementer'
  | 'amount'
  | 'purpose'
  | 'period'
  | 'attribute'
  | 'year'
  | 'money-unit'
  | 'basis'
  | 'contact'
  | 'staff'
  | 'total-score'
  | 'grade'
  | 'other'

/** A goal text (年度绩效目标, 总体目标, 长期目标 …). */
export interface Goal extends Base {
  type: 'goal'
  term: 'annual' | 'long-term' | 'overall'
  label?: Part
  text: Part
  /** The 实际完成情况 beside it, in a self-evaluation. */
  actual?: Part
}

export type FundsKey =
  | 'total'
  | 'fiscal'
  | 'superior'
  | 'local'
  | 'carried-over'
  | 'special-account'
  /** 政府性基金, 国有资本经营预算, 债券: beside 财政拨款 in some forms, within it in others. */
  | 'other-public'
  | 'own'
  | 'other'
  | 'basic'
  | 'project'
  | 'unknown'

/** Which amount a column of a funds block holds. */
export type FundsColumn =
  'budget' | 'initial' | 'adjusted' | 'executed' | 'rate' | 'weight' | 'score' | 'reason' | 'medium-term'

export interface FundsRow extends Base {
  type: 'fundsRow'
  key: FundsKey
  label: Part
  /** Amounts and other cells by column; several `budget` columns give several entries. */
  amounts: {
    column: FundsColumn
    heading?: Part
    part: Part
    /** In the form's money unit; absent when unreadable. */ amount?: number
  }[]
  /** Introduced by 其中, so it is a part of the nearest total above or before. */
  partOf?: boolean
}

/** A funds block: 预算规模, 资金情况, 部门预算支出 … */
export interface Funds extends Base {
  type: 'funds'
  label?: Part
  children: FundsRow[]
}

/** One instalment of a spending plan: until `deadline` the cumulative `share` is to be spent. */
export interface Installment extends Base {
  type: 'installment'
  deadline: Part
  /** 1–12 when the deadline names the end of a month or quarter. */
  month?: number
  share: Part
  /** Cumulative share as a ratio (1 = 100 %); absent when empty or unreadable. */
  ratio?: number
}

/** 资金支出计划（%）: cumulative shares at dates through the year. */
export interface SpendingPlan extends Base {
  type: 'spendingPlan'
  label: Part
  children: Installment[]
}

/** A task of a department (年度重点工作任务) with the money meant for it. */
export interface Task extends Base {
  type: 'task'
  group?: Part
  number?: Part
  name?: Part
  content?: Part
  expectation?: Part
  amount?: Part
  /** In the form's money unit. */
  money?: number
}

/** A text cell that is neither label nor value: titles, notes, instructions, prose. */
export interface Paragraph extends Base {
  type: 'paragraph'
  /** 'title' of a form, 'heading' of a section, 'note' below a table, or running 'text'. */
  role: 'title' | 'heading' | 'note' | 'text'
  text: Part
}

/** A resolved fact with where it was found, so that messages can say so. */
export interface Resolved<T> {
  value: T
  source: 'title' | 'field' | 'code' | 'file' | 'configuration' | 'sheet' | 'header'
  part?: Part
}

export type MoneyUnit = '元' | '千元' | '万元' | '百万元' | '亿元'

/** Points that the form prints for a whole table: 绩效指标（90分）, a row 合计 or 总分, a row 小计. */
export interface PointTotal {
  /** `heading` announces points before the indicators; `total` and `subtotal` are rows below them. */
  role: 'heading' | 'total' | 'subtotal'
  label: Part
  /** The block (heading row) it belongs to, as in {@link Indicator.block}. */
  block: number
  /** In a row: the cells of the columns of points and scores, also when they are empty. */
  weight?: Part
  score?: Part
}

export type FormKind = 'project' | 'department' | 'evaluation' | 'report' | 'allocation'

export type FormChild = Field | Goal | Funds | SpendingPlan | Indicator | Task | Paragraph

/** One table (or one prose document) on a sheet. */
export interface Form extends Base {
  type: 'form'
  kind: FormKind
  title?: Part
  year?: Resolved<number>
  /** First and last fiscal year when the form states a period of several years. */
  period?: {first: number; last: number}
  division?: Resolved<string>
  moneyUnit?: Resolved<MoneyUnit>
  projectCode?: Resolved<string>
  projectName?: Resolved<string>
  /** Headings of the indicator blocks: canonical column → heading cell. */
  headings: Partial<Record<HeadingKey, Part>>[]
  /** Points printed for whole tables, in reading order. */
  totals: PointTotal[]
  /** Class labels that stand in the form without any indicator; optional ones are legitimate (财预〔2021〕101号). */
  emptyClasses: {part: Part; levelOne?: LevelOne; levelTwo?: LevelTwo}[]
  /** False when the table looks cut off (no indicator block, or it ends inside a class). */
  complete: boolean
  children: FormChild[]
}

export type HeadingKey =
  | 'level1'
  | 'level2'
  | 'name'
  | 'description'
  | 'comparator'
  | 'target'
  | 'unit'
  | 'basis'
  | 'weight'
  | 'direction'
  | 'history'
  | 'actual'
  | 'progress'
  | 'score'
  | 'deviation'
  | 'remark'

export interface SheetNode extends Base {
  type: 'sheet'
  name: string
  sheet: Sheet
  children: Form[]
}

export interface WorkbookNode extends Base {
  type: 'workbook'
  workbook: Workbook
  children: SheetNode[]
}

export type TargetNode =
  | WorkbookNode
  | SheetNode
  | Form
  | Field
  | Goal
  | Funds
  | FundsRow
  | SpendingPlan
  | Installment
  | Indicator
  | Task
  | Paragraph

export type NodeType = TargetNode['type']
export type NodeOf<T extends NodeType> = Extract<TargetNode, {type: T}>
