import {classifyLevelOne, classifyLevelTwo} from '../vocabulary/levels.js'
import type {BlockColumn, BlockHeading} from './find-indicator-headings.js'
import {emptySlot, toPart, type Grid, type Slot} from './grid.js'
import type {HeadingKey, Indicator} from './nodes.js'
import {readClassifiedText} from './read-classified-text.js'
import {readIndicators, type IndicatorBlock} from './read-indicators.js'
import {splitIndicators, type ProseClass} from './read-prose.js'

/** What an indicator table without a heading row gave: rows of names and targets, or texts beside labels of classes. */
export interface UnheadedIndicators {
  indicators: Indicator[]
  block?: IndicatorBlock
}

/** A row of a class and the cells behind its label. */
interface ClassRow {
  row: number
  one?: Slot
  two?: Slot
  /** Cells right of the labels. */
  cells: Slot[]
}

/** A target with a sign or a unit; a number alone may be points. */
const clearTarget =
  /^(?:[≥≤<>=≧≦]|不少于|不低于|不超过|大于|小于|达到?)\d|^\d[\d,.]*(?:[%‰]|[\u4e00-\u9fff/·㎡]{1,6}$)|^(?:20\d\d年)?\d{1,2}月/

/**
 * Reads indicators under a form without a row 一级指标 | 二级指标 | …: labels of classes below each other, and beside them
 * the names with their targets, or one text that lists several (数量指标 | 培训≥6期；印发资料≥500份).
 */
export function readUnheadedIndicators(
  grid: Grid,
  top: number,
  bottom: number
): UnheadedIndicators | undefined {
  const rows = findClassRows(grid, top, bottom)
  const [first] = rows
  const last = rows.at(-1)
  if (!first || !last || new Set(rows.map(classOf)).size < 2) return undefined
  const single = rows.filter(({cells}) => cells.length === 1)
  const pairs = rows.filter(({cells}) => cells.length >= 2)
  if (pairs.length >= 3 && single.length === 0) return readTable(grid, rows, first, last)
  return pairs.length === 0 ? readTexts(grid, single) : undefined
}

const classOf = ({one, two}: ClassRow): string | undefined => two?.label ?? one?.label

function findClassRows(grid: Grid, top: number, bottom: number): ClassRow[] {
  const rows: ClassRow[] = []
  let one: Slot | undefined
  let two: Slot | undefined
  for (const row of grid.rows) {
    if (row < top) continue
    if (row > bottom) break
    const slots = grid.freeInRow(row)
    let found: Slot | undefined
    // 群众满意度 is a name where the names stand, though it may be a class elsewhere.
    const names = rows[0]?.cells[0]?.range.left ?? Infinity
    for (const slot of slots) {
      if (slot.range.left >= names || (found && found === two)) break
      if (slot.label.length < 2 || !/[标出量效益意响本]/.test(slot.label)) continue
      if (
        classifyLevelTwo(slot.label) &&
        !(found === undefined && classifyLevelOne(slot.label) && isOuter(slot))
      )
        two = slot
      else if (classifyLevelOne(slot.label)) {
        one = slot
        two = undefined
      } else continue
      found = slot
    }
    // A label merged over several rows, or written once, stands beside all of them.
    const continues = two !== undefined && slots[0]?.range.left === rows[0]?.cells[0]?.range.left
    const label = found ?? (two && (continues || covers(two, row)) ? two : undefined)
    if (!label) {
      // Labels that run down over several rows stand beside all of them; any other row is something else.
      if (rows.length > 0 && slots.length > 0) break
      continue
    }
    const cells = slots.filter((slot) => slot.range.left > label.range.right)
    if (cells.length === 0 || (found && cells[0]?.range.left !== found.range.right + 1)) {
      if (rows.length > 0 && cells.length > 0) break
      continue
    }
    rows.push({row, ...(one && {one}), ...(two && {two}), cells})
  }
  return rows

  /** Before another label of a class, or below one of the first level, 成本指标 and 满意度指标 are of the first level too. */
  function isOuter(slot: Slot): boolean {
    if (slot.range.left === one?.range.left) return true
    const right = grid.at(slot.range.top, slot.range.right + 1)
    return classifyLevelTwo(right.label) !== undefined
  }
}

const covers = ({range}: Slot, row: number): boolean => range.top < row && range.bottom >= row

function readTexts(grid: Grid, rows: ClassRow[]): UnheadedIndicators | undefined {
  const indicators = rows.flatMap(({one, two, cells: [cell]}): Indicator[] => {
    if (!cell || cell.plain.length < 3 || !/\d|[零一二三四五六七八九十百]/.test(cell.plain)) return []
    const classes: ProseClass = {
      ...(one && {level1: toPart(one)}),
      ...(two && {level2: toPart(two)}),
      ...levelsOf(one, two)
    }
    const listed = readClassifiedText(cell, classes)
    return listed.length > 0 ? listed : splitIndicators(toPart(cell), 0, cell.text.length, classes)
  })
  if (indicators.filter(({target}) => target !== undefined).length < 2) return undefined
  for (const {one, two, cells} of rows) {
    grid.take(...cells)
    if (one) grid.take(one)
    if (two) grid.take(two)
  }
  return {indicators}
}

function levelsOf(one?: Slot, two?: Slot): ProseClass {
  const levelOne = one && classifyLevelOne(one.label)
  const levelTwo = two && classifyLevelTwo(two.label)
  const own = levelTwo === 'satisfaction' && levelOne === undefined ? 'satisfaction' : levelOne
  return {
    ...(own && {levelOne: own}),
    ...(levelTwo ? {levelTwo} : levelOne === 'satisfaction' ? {levelTwo: 'satisfaction' as const} : {})
  }
}

/** Names in the column right of the labels, targets in the next; anything further right is left alone. */
function readTable(
  grid: Grid,
  rows: ClassRow[],
  first: ClassRow,
  last: ClassRow
): UnheadedIndicators | undefined {
  const nameAt = first.cells[0]?.range.left
  const targetAt = first.cells[1]?.range.left
  if (nameAt === undefined || targetAt === undefined) return undefined
  const aligned = rows.every(
    ({cells: [name, target]}) => name?.range.left === nameAt && target?.range.left === targetAt
  )
  const clear = rows.filter(
    ({cells: [name, target]}) => clearTarget.test(target?.plain ?? '') && !clearTarget.test(name?.plain ?? '')
  )
  if (!aligned || clear.length * 3 < rows.length * 2) return undefined
  const column = (key: HeadingKey, left: number, right: number, heading?: Slot): BlockColumn => ({
    key,
    heading: heading ?? emptySlot({top: first.row, left, bottom: first.row, right}),
    left,
    right
  })
  const inner = rows.find(({two}) => two)?.two
  const outer = rows.find(
    ({one, two}) => one && one !== two && one.range.left < (inner?.range.left ?? nameAt)
  )?.one
  const heading: BlockHeading = {
    row: first.row,
    lastRow: first.row - 1,
    columns: [
      ...(outer ? [column('level1', outer.range.left, outer.range.right)] : []),
      ...(inner ? [column('level2', inner.range.left, inner.range.right)] : []),
      column('name', nameAt, targetAt - 1),
      column('target', targetAt, targetAt)
    ]
  }
  const block = readIndicators(grid, heading, last.row, 0)
  return {indicators: block.indicators, block}
}
