import {isAllocationTitle, isFormTitle, isLooseTitle, isMonitoringTitle} from '../vocabulary/titles.js'
import type {Range, Sheet, Workbook} from '../workbook/workbook.js'
import {findIndicatorHeading, type BlockHeading} from './find-indicator-headings.js'
import {Grid, toPart, toPosition, type Slot} from './grid.js'
import {isOwnSheet} from './own-sheets.js'
import type {Form, FormChild, FormKind, MoneyUnit, SheetNode, WorkbookNode} from './nodes.js'
import {readClassifiedText} from './read-classified-text.js'
import {partSheet} from './part-sheet.js'
import {readColumnIndicators} from './read-column-indicators.js'
import {readFields, readPurposes} from './read-fields.js'
import {readFunds} from './read-funds.js'
import {readGoals} from './read-goals.js'
import {readIndicators} from './read-indicators.js'
import {findListColumns, readProjectList, type ListedProject} from './read-project-list.js'
import {readProse, toParagraph} from './read-prose.js'
import {readRowList} from './read-row-list.js'
import {readSpendingPlan} from './read-spending-plan.js'
import {readTasks} from './read-tasks.js'
import {readUnheadedIndicators} from './read-unheaded-indicators.js'
import {commonYear, inferYear, resolveFacts, stateYears, type Hints} from './resolve-form.js'

/**
 * Turns a workbook into the target tree. Forms are found by their words, not by place or province; every non-empty
 * cell of a form ends up in one node, and a sheet without a form gives a sheet node without children.
 */
export function recognise(workbook: Workbook, hints: Hints = {}): WorkbookNode {
  const drafts = workbook.sheets.map((sheet) => draftSheet(sheet, hints))
  const year = yearOf(drafts)
  return joinSheets(
    workbook,
    drafts.map((draft) => completeSheet(draft, year, hints))
  )
}

/** Recognises one sheet as far as it speaks for itself: forms that state no year of their own have none. */
export function draftSheet(sheet: Sheet, hints: Hints): SheetNode {
  const grid = new Grid(sheet)
  const parts = isOwnSheet(sheet) ? [] : (partSheet(grid, sheet)?.map((part) => new Grid(part)) ?? [grid])
  const children = parts.flatMap((part) => {
    const found = recogniseSheet(part, sheet, hints)
    for (const form of found) stateYears(form, part)
    return found
  })
  return {
    type: 'sheet',
    name: sheet.name,
    sheet,
    position: toPosition({top: 1, left: 1, bottom: Math.max(1, grid.lastRow), right: grid.lastColumn}),
    children
  }
}

/** The fiscal year that the sheets of a workbook agree on. */
export function yearOf(drafts: SheetNode[]): number | undefined {
  return commonYear(drafts.flatMap(({children}) => children))
}

/**
 * A drafted sheet with what its forms take from elsewhere: the year of the other sheets, the caller's, the file's. This is
 * all that recognition takes from other sheets. The draft is left as it is, and given back when there is nothing to add.
 */
export function completeSheet(draft: SheetNode, year: number | undefined, hints: Hints): SheetNode {
  if (draft.children.every((form) => form.year)) return draft
  const children = draft.children.map((form): Form => {
    const inferred = form.year ? undefined : inferYear(form, draft.name, year, hints)
    return inferred ? {...form, year: inferred} : form
  })
  return {...draft, children}
}

/** The tree of a workbook over its recognised sheets. */
export function joinSheets(workbook: Workbook, children: SheetNode[]): WorkbookNode {
  return {
    type: 'workbook',
    workbook,
    position: toPosition({top: 1, left: 1, bottom: 1, right: 1}),
    children
  }
}

/** A stretch of rows that belongs to one form. */
interface Segment {
  top: number
  bottom: number
  title?: Slot
  headings: BlockHeading[]
  allocation: boolean
}

function recogniseSheet(grid: Grid, sheet: Sheet, hints: Hints): Form[] {
  if (grid.rows.length === 0) return []
  // Without a title or a heading, thousands of rows are data, not a form that somebody filled in.
  const segments = findSegments(grid)
    .filter(
      ({title, headings, top, bottom}) => title !== undefined || headings.length > 0 || bottom - top < 2000
    )
    .map((segment) => (isMonitoringTitle(segment.title?.plain ?? sheet.name) ? toInterim(segment) : segment))
  const forms = segments.flatMap(
    (segment) =>
      readList(grid, segment, hints) ??
      readTextList(grid, segment, hints) ?? [readSegment(grid, segment, hints)]
  )
  return forms.filter((form): form is Form => form !== undefined && isAboutTargets(form, sheet))
}

/** In a form of monitoring 完成值 is what was reached so far. */
function toInterim(segment: Segment): Segment {
  const headings = segment.headings.map((heading) => ({
    ...heading,
    columns: heading.columns.map((column) =>
      column.key === 'actual' ? {...column, key: 'progress' as const} : column
    )
  }))
  return {...segment, headings}
}

function findSegments(grid: Grid): Segment[] {
  const segments: Segment[] = []
  let current: Segment = {top: grid.rows[0] ?? 1, bottom: 0, headings: [], allocation: false}
  let rowsOfCurrent = 0
  let attachment: number | undefined
  for (const row of grid.rows) {
    const slots = grid.inRow(row)
    const [first] = slots
    if (!first) continue
    const lone = slots.length === 1 || (slots.length === 2 && (slots[1]?.plain.length ?? 0) <= 12)
    if (lone && /^附(?:件|表)\d*[:：]?$/.test(first.plain)) attachment = row
    const opens = rowsOfCurrent === 0 && segments.length === 0
    const target = lone && (isFormTitle(first.plain) || (opens && isLooseTitle(first.plain)))
    const allocation = lone && !target && isAllocationTitle(first.plain)
    if (target || allocation) {
      const occupied =
        current.headings.length > 0 ||
        current.allocation ||
        (current.title && rowsOfCurrent > 6) ||
        (!current.title && rowsOfCurrent > 4)
      if (occupied) {
        const top = attachment === row - 1 ? attachment : row
        current.bottom = top - 1
        segments.push(current)
        current = {top, bottom: 0, headings: [], allocation: false}
        rowsOfCurrent = 0
      }
      if (!current.title || (target && !current.headings.length)) current.title = first
      current.allocation = allocation
    } else {
      const heading = findIndicatorHeading(grid, row)
      if (heading) {
        current.headings.push(heading)
        current.allocation = false
      }
    }
    rowsOfCurrent++
  }
  current.bottom = grid.lastRow
  segments.push(current)
  return segments
}

/** A sheet with one row of headings and all projects of a unit below: one form a project. */
function readList(grid: Grid, segment: Segment, hints: Hints): Form[] | undefined {
  const [heading] = segment.headings
  const list = heading && segment.headings.length === 1 ? findListColumns(grid, heading) : undefined
  if (!heading || !list) return undefined
  const unit = findMoneyUnit(grid, segment)
  for (let row = list.top; row < heading.row; row++) grid.take(...grid.inRow(row))
  const above = readAboveList(grid, segment, list.top, unit)
  const projects = readProjectList(grid, heading, list, segment.bottom, unit)
  return toForms(grid, segment, hints, {projects, left: list.left, above, unit})
}

/** A list whose indicators are texts, one row a project. */
function readTextList(grid: Grid, segment: Segment, hints: Hints): Form[] | undefined {
  if (segment.headings.length > 0 || segment.allocation) return undefined
  const unit = findMoneyUnit(grid, segment)
  const list = readRowList(grid, segment.top, segment.bottom, unit)
  if (!list) return undefined
  const above = readAboveList(grid, segment, list.top, unit)
  return toForms(grid, segment, hints, {projects: list.projects, left: list.left, above, unit})
}

function readAboveList(grid: Grid, segment: Segment, row: number, unit?: MoneyUnit): FormChild[] {
  const above: FormChild[] = []
  if (segment.title) grid.take(segment.title)
  readRest(grid, {...segment, bottom: row - 1}, above, unit)
  return above
}

function toForms(
  grid: Grid,
  segment: Segment,
  hints: Hints,
  list: {projects: ListedProject[]; left: number; above: FormChild[]; unit?: MoneyUnit}
): Form[] {
  const {projects, left, above, unit} = list
  return projects.map(({top, bottom, children, block}, index): Form => {
    const all: FormChild[] = [
      ...(index === 0 ? above : []),
      ...children,
      ...block.indicators,
      ...block.leftovers
    ]
    for (let at = grid.indexFrom(top); at < grid.rows.length; at++) {
      const row = grid.rows[at] ?? 0
      if (row > bottom) break
      all.push(...readTexts(grid, row, true))
    }
    const headings = Object.keys(block.headings).length > 0 ? [block.headings] : []
    const form: Form = {
      type: 'form',
      kind: kindOf(segment, all, headings),
      position: toPosition({
        top: index === 0 ? segment.top : top,
        left,
        bottom,
        right: grid.lastColumn
      }),
      ...(segment.title && {title: toPart(segment.title)}),
      headings,
      totals: block.totals,
      emptyClasses: block.emptyClasses,
      complete:
        index < projects.length - 1 || block.closed || block.indicators.at(-1)?.levelOne === 'satisfaction',
      children: all
    }
    resolveFacts(form, grid, hints)
    if (unit) form.moneyUnit ??= {value: unit, source: 'header'}
    return form
  })
}

function readSegment(grid: Grid, segment: Segment, hints: Hints): Form | undefined {
  const children: FormChild[] = []
  const headings: Form['headings'] = []
  const emptyClasses: Form['emptyClasses'] = []
  const totals: Form['totals'] = []
  let complete = segment.headings.length > 0
  segment.headings.forEach((heading, index) => {
    const next = segment.headings[index + 1]
    const block = readIndicators(grid, heading, next ? next.row - 1 : segment.bottom, index)
    addAll(children, block.indicators)
    addAll(children, block.leftovers)
    headings.push(block.headings)
    addAll(emptyClasses, block.emptyClasses)
    addAll(totals, block.totals)
    if (!next && !block.closed && !block.indicators.some(({levelOne}) => levelOne === 'satisfaction'))
      complete = false
  })
  if (segment.headings.length === 0 && !segment.allocation) {
    const unheaded = readUnheadedIndicators(grid, segment.top, segment.bottom)
    addAll(children, unheaded?.indicators ?? readColumnIndicators(grid, segment.top, segment.bottom))
    addAll(children, unheaded?.block?.leftovers ?? [])
    if (unheaded?.block) {
      headings.push(unheaded.block.headings)
      addAll(emptyClasses, unheaded.block.emptyClasses)
      addAll(totals, unheaded.block.totals)
    }
  }
  if (segment.title) grid.take(segment.title)
  const unit = findMoneyUnit(grid, segment)
  readRest(grid, segment, children, unit)
  if (children.length === 0 && !segment.title) return undefined
  const range = encloseNodes(children, segment.title)
  children.sort(
    (a, b) =>
      a.position.start.line - b.position.start.line || a.position.start.column - b.position.start.column
  )
  const form: Form = {
    type: 'form',
    kind: kindOf(segment, children, headings),
    position: toPosition({...range, top: Math.min(segment.top, range.top)}),
    ...(segment.title && {title: toPart(segment.title)}),
    headings,
    totals,
    emptyClasses,
    complete,
    children
  }
  resolveFacts(form, grid, hints)
  return form
}

/** The smallest range around the title and the nodes of a form. */
function encloseNodes(children: FormChild[], title?: Slot): Range {
  let {top, left, bottom, right} = title?.range ?? {top: Infinity, left: Infinity, bottom: 1, right: 1}
  for (const {position} of children) {
    const {start, end} = position
    if (start.line < top) top = start.line
    if (start.column < left) left = start.column
    if (end.line > bottom) bottom = end.line
    if (end.column > right) right = end.column
  }
  return {top, left, bottom, right}
}

/** Everything outside the indicator blocks, row by row: plans, tasks, funds, goals, fields; the rest is text. */
function readRest(grid: Grid, segment: Segment, children: FormChild[], unit?: MoneyUnit): void {
  const rows: number[] = []
  for (let index = grid.indexFrom(segment.top); index < grid.rows.length; index++) {
    const row = grid.rows[index] ?? 0
    if (row > segment.bottom) break
    if (grid.hasFree(row)) rows.push(row)
  }
  if (!segment.allocation) {
    for (const row of rows) {
      const plan = readSpendingPlan(grid, row)
      if (plan) children.push(plan)
      const block = readTasks(grid, row, segment.bottom, unit)
      if (block) addAll(children, block.tasks)
    }
    const funds = readFunds(grid, rows, unit)
    addAll(children, funds)
    addAll(children, readPurposes(grid, funds))
    for (const row of rows) if (grid.hasFree(row)) children.push(...readGoals(grid, row))
    for (const row of rows) if (grid.hasFree(row)) children.push(...readFields(grid, row))
  }
  // Beside a table of indicators the same words describe it.
  const isTabled = children.some((child) => child.type === 'indicator' && child.source === 'table')
  if (!isTabled)
    for (const child of [...children]) {
      const text = child.type === 'field' ? child.value : child.type === 'goal' ? child.text : undefined
      if (text) children.push(...readClassifiedText(text))
    }
  for (const row of rows) if (grid.hasFree(row)) children.push(...readTexts(grid, row, isTabled))
}

/** The cells of a row that no reader made anything of. */
function readTexts(grid: Grid, row: number, isTabled: boolean): FormChild[] {
  return grid.freeInRow(row).flatMap((slot) => {
    grid.take(slot)
    const listed = isTabled ? [] : readClassifiedText(slot)
    return listed.length > 0 ? [toParagraph(slot), ...listed] : readProse(slot)
  })
}

function kindOf(segment: Segment, children: FormChild[], headings: Form['headings']): FormKind {
  if (segment.allocation) return 'allocation'
  const title = segment.title?.plain ?? ''
  if (
    segment.headings.length === 0 &&
    children.every(({type}) => type === 'paragraph' || type === 'goal' || type === 'indicator')
  ) {
    if (!children.some((child) => child.type === 'indicator' && child.source === 'table')) return 'report'
  }
  if (
    (/自评|评价表|完成情况/.test(title) && !isMonitoringTitle(title)) ||
    headings.some(({actual, score}) => actual ?? score)
  )
    return 'evaluation'
  if (/整体/.test(title) || children.some(({type}) => type === 'task')) return 'department'
  return 'project'
}

function findMoneyUnit(grid: Grid, segment: Segment): MoneyUnit | undefined {
  for (let index = grid.indexFrom(segment.top); index < grid.rows.length; index++) {
    const row = grid.rows[index] ?? 0
    if (row > segment.bottom) break
    for (const {plain} of grid.inRow(row)) {
      if (plain.length > 40 || !plain.includes('元')) continue
      const match = /(?:单位[:：]?|[(（])(?:人民币)?((?:百万|[千万亿])?元)[)）]?/.exec(plain)
      if (match && /单位|金额|资金|预算|情况|总额/.test(plain)) return match[1] as MoneyUnit
    }
  }
  return undefined
}

/** Sheets that have nothing to do with targets (address lists, drafts) give no forms. */
function isAboutTargets(form: Form, sheet: Sheet): boolean {
  if (
    form.children.some(
      ({type}) => type === 'indicator' || type === 'spendingPlan' || type === 'goal' || type === 'task'
    )
  )
    return true
  const words = /绩效|目标|预算|项目|自评|指标/
  return words.test(form.title?.plain ?? '') || words.test(sheet.name)
}

/** Adds to a list however many there are: a sheet may hold more than a call takes arguments. */
function addAll<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one)
}
