import {classifyFunds} from '../vocabulary/funds-labels.js'
import {classifyField, classifyGoal, classifyTaskHeading} from '../vocabulary/labels.js'
import {classifyLevelOne, classifyLevelTwo, parentsOf} from '../vocabulary/levels.js'
import {enclose, toPart, toPosition, type Grid, type Slot} from './grid.js'
import type {Field, Indicator, MoneyUnit} from './nodes.js'
import {readClassifiedText} from './read-classified-text.js'
import {isProjectHeading, readLeads, type ListColumns, type ListedProject} from './read-project-list.js'
import {splitIndicators, type ProseClass} from './read-prose.js'

/** A column of a list that holds indicators as text: of one class, or of all under labels of their own. */
interface TextColumn {
  heading: Slot
  classes: ProseClass
}

interface RowList extends ListColumns {
  lastHeadingRow: number
  texts: TextColumn[]
}

const amountHeading =
  /^(?:年度|项目)*(?:预算|资金|项目|财政)*(?:数|金额|总额|安排|资金|经费)$|^(?:资金|预算)?(?:总额|合计)$/
const unitHeading = /^(?:预算|项目|填报)?(?:单位|部门)(?:名称)?$/
const indicatorHeading = /^(?:年度|主要|项目)*(?:绩效)?(?:绩效|考核)指标(?:内容|及指标值|情况|和指标值)?$/
const listHeading =
  /^(?:序号|编号|备注|单位|(?:项目|单位|部门|预算)?(?:代码|编码|编号|名称)|.{0,6}(?:内容|依据|期限|周期|处室|科室|主管部门|类别|类型|属性|用途|概况))$/

/**
 * Reads lists that give each project a row and its indicators as text: in one column under labels of classes, or in a
 * column for each class (产出指标 | 效益指标, 数量指标 | 质量指标 …). Gives nothing where the rows are no such list.
 */
export function readRowList(
  grid: Grid,
  top: number,
  bottom: number,
  unit?: MoneyUnit
): {top: number; left: number; projects: ListedProject[]} | undefined {
  const list = findRowList(grid, top, bottom)
  if (!list) return undefined
  const projects: ListedProject[] = []
  for (const row of grid.rows) {
    if (row <= list.lastHeadingRow || row > bottom) continue
    const cell = grid.between(row, list.project.range.left, list.project.range.right)
    if (!cell || /^(?:合计|总计|小计)$/.test(cell.plain)) continue
    const indicators = readCells(grid, list, row)
    if (indicators.length === 0) continue
    const leads = readLeads(grid, list, cell, row, unit)
    projects.push({
      top: row,
      bottom: row,
      children: [...(isUnit(list) ? leads.map(asUnit) : leads)],
      block: {
        indicators,
        leftovers: [],
        emptyClasses: [],
        headings: {},
        totals: [],
        lastRow: row,
        closed: true
      }
    })
  }
  if (projects.length === 0) return undefined
  for (let row = list.top; row <= list.lastHeadingRow; row++) grid.take(...grid.inRow(row))
  return {top: list.top, left: list.left, projects}
}

const isUnit = ({project}: RowList): boolean => unitHeading.test(project.label)

/** In a list of units the first column names no project. */
function asUnit<T extends ListedProject['children'][number]>(child: T): T | Field {
  return child.type === 'field' && child.key === 'project-name'
    ? {...child, key: 'unit-name' as const}
    : child
}

function findRowList(grid: Grid, top: number, bottom: number): RowList | undefined {
  for (const row of grid.rows) {
    if (row < top) continue
    if (row > bottom || row > top + 30) return undefined
    const slots = grid.inRow(row)
    if (slots.length < 3) continue
    const project =
      slots.find((slot) => isProjectHeading(slot)) ?? slots.find((slot) => unitHeading.test(slot.label))
    if (!project) continue
    const lastHeadingRow = findLastHeadingRow(grid, row, project)
    const texts = findTexts(grid, row, lastHeadingRow, bottom)
    if (texts.length === 0 || !slots.every((slot) => isListHeading(slot, texts))) continue
    // Below a heading stands an answer, beside a label of a form another label.
    const answer = grid.at(lastHeadingRow + 1, project.range.left)
    if (answer.plain === '' || classifyField(answer.label) !== undefined) continue
    const goal = slots.find((slot) => classifyGoal(slot.label) !== undefined)
    const amount = findAmount(grid, row, lastHeadingRow)
    return {
      project,
      ...(goal && {goal}),
      ...(amount && {amount}),
      left: slots[0]?.range.left ?? 1,
      top: row,
      lastHeadingRow,
      texts
    }
  }
  return undefined
}

/** The lowest row of the headings, also where their merges were lost: no project, and only classes or kinds of money. */
function findLastHeadingRow(grid: Grid, row: number, {range}: Slot): number {
  let last = Math.max(row, ...grid.inRow(row).map((slot) => slot.range.bottom))
  while (last < row + 2) {
    const below = grid.inRow(last + 1)
    const isHeading = ({label}: Slot): boolean =>
      classifyLevelTwo(label) !== undefined ||
      classifyLevelOne(label) !== undefined ||
      classifyFunds(label) !== undefined
    if (below.length === 0 || below.some((slot) => slot.range.left <= range.right) || !below.every(isHeading))
      break
    last++
  }
  return Math.min(row + 2, last)
}

function findAmount(grid: Grid, from: number, to: number): Slot | undefined {
  for (let row = to; row >= from; row--) {
    const slot = grid.inRow(row).find(({label}) => amountHeading.test(label))
    if (slot) return slot
  }
  return undefined
}

function isListHeading(slot: Slot, texts: TextColumn[]): boolean {
  const {label, range} = slot
  return (
    texts.some(({heading}) => heading.range.left >= range.left && heading.range.left <= range.right) ||
    listHeading.test(label) ||
    amountHeading.test(label) ||
    classifyField(label) !== undefined ||
    classifyGoal(label) !== undefined ||
    classifyTaskHeading(label) !== undefined ||
    /资金|预算|金额/.test(label)
  )
}

/** Columns of classes, at least two of them, or one column under whose heading the classes stand in the texts. */
function findTexts(grid: Grid, from: number, to: number, bottom: number): TextColumn[] {
  const classes: TextColumn[] = []
  for (let row = to; row >= from; row--) {
    for (const heading of grid.inRow(row)) {
      const own = classOf(grid, heading, from)
      // 产出指标 above 数量指标 | 质量指标 holds no texts of its own.
      if (own && !classes.some(({heading: {range}}) => covers(heading.range, range)))
        classes.push({heading, classes: own})
    }
  }
  if (classes.length >= 2 && holdTexts(grid, classes, to, bottom)) return classes
  const heading = grid
    .inRow(from)
    .findLast(({label}) => indicatorHeading.test(label) || classifyGoal(label) !== undefined)
  const first = heading && grid.between(to + 1, heading.range.left, heading.range.right)
  return heading && first && listsIndicators(heading, first) ? [{heading, classes: {}}] : []
}

/** Under 绩效指标 a text of several targets lists indicators also without labels of classes. */
function listsIndicators(heading: Slot, text: Slot): boolean {
  if (readClassifiedText(text).length > 0) return true
  if (!indicatorHeading.test(heading.label)) return false
  const stated = splitIndicators(toPart(text), 0).filter(({target}) => target !== undefined)
  return stated.length >= 2
}

const covers = (outer: Slot['range'], inner: Slot['range']): boolean =>
  outer.left <= inner.left && outer.right >= inner.left

function classOf(grid: Grid, heading: Slot, firstRow: number): ProseClass | undefined {
  const levelTwo = classifyLevelTwo(heading.label)
  const levelOne = classifyLevelOne(heading.label)
  if (!levelTwo) return levelOne && {level1: toPart(heading), levelOne}
  const above = heading.range.top > firstRow ? grid.at(heading.range.top - 1, heading.range.left) : undefined
  const outer = above && classifyLevelOne(above.label)
  const one = outer ?? levelOne ?? (levelTwo === 'cost' ? undefined : parentsOf[levelTwo][0])
  return {
    ...(outer && {level1: toPart(above)}),
    level2: toPart(heading),
    ...(one && {levelOne: one}),
    levelTwo
  }
}

/** The cells below columns of classes state targets; names of indicators alone head a table of another kind. */
function holdTexts(grid: Grid, columns: TextColumn[], lastHeadingRow: number, bottom: number): boolean {
  const row = grid.rows.find((at) => at > lastHeadingRow && at <= bottom)
  if (row === undefined) return false
  const texts = columns.flatMap(
    ({heading}) => grid.between(row, heading.range.left, heading.range.right) ?? []
  )
  const stating = texts.filter(({plain}) => /[\u4e00-\u9fff].*(?:\d|百分之)/.test(plain))
  return stating.length >= 2 && stating.length * 2 >= texts.length
}

function readCells(grid: Grid, {texts}: RowList, row: number): Indicator[] {
  return texts.flatMap(({heading, classes}) => {
    const cell = grid.between(row, heading.range.left, heading.range.right)
    if (!cell || /^[-—/\\无\d.]*$/.test(cell.plain)) return []
    const listed = readClassifiedText(cell, classes)
    const isProse = classes.level1 !== undefined || classes.level2 !== undefined
    if (listed.length === 0 && !isProse && !indicatorHeading.test(heading.label)) return []
    const indicators =
      listed.length > 0 ? listed : splitIndicators(toPart(cell), 0, cell.text.length, classes)
    if (!classifyGoal(heading.label)) grid.take(cell)
    return indicators.map((indicator) => ({...indicator, position: toPosition(enclose([cell.range]))}))
  })
}
