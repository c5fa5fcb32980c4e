import {profileIndicator} from '../vocabulary/indicator-profile.js'
import {classifyBothLevels, classifyLevelOne, classifyLevelTwo, parentsOf} from '../vocabulary/levels.js'
import {endsBlock, isTotalLabel} from '../vocabulary/labels.js'
import {isFormTitle} from '../vocabulary/titles.js'
import {parseTargetValue} from '../value/target-value.js'
import {toPart, toPosition, type Grid, type Slot} from './grid.js'
import type {BlockColumn, BlockHeading} from './find-indicator-headings.js'
import {readRowCells, type Columns, type RowCells} from './read-row-cells.js'
import {splitLines} from './split-lines.js'
import {readAnnouncedPoints, readTotalRow} from './read-totals.js'
import type {HeadingKey, Indicator, LevelOne, LevelTwo, Paragraph, Part, PointTotal} from './nodes.js'

export interface IndicatorBlock {
  indicators: Indicator[]
  /** Rows that are filled with `……` or other marks of the form instead of an indicator. */
  leftovers: Paragraph[]
  /** Labels of classes without any indicator. */
  emptyClasses: {part: Part; levelOne?: LevelOne; levelTwo?: LevelTwo}[]
  headings: Partial<Record<HeadingKey, Part>>
  totals: PointTotal[]
  lastRow: number
  /** The block ended at its own end (a note, a total, a signature, another block), not with the sheet. */
  closed: boolean
}

interface Levels {
  one: Slot | undefined
  two: Slot | undefined
  levelOne: LevelOne | undefined
  levelTwo: LevelTwo | undefined
}

/** What a heading says of all rows below it. */
interface Block {
  /** Where the rows begin. */
  left: number
  /** Up to here stand labels, of classes or of totals. */
  lastLabel: number
  one: BlockColumn | undefined
  two: BlockColumn | undefined
  name: BlockColumn | undefined
  columns: Columns
}

/**
 * Reads the rows under an indicator heading until the block ends: at another heading, a title, a note, a signature
 * line or the end of the sheet. Level labels that are merged, repeated or written once are filled down.
 */
export function readIndicators(
  grid: Grid,
  heading: BlockHeading,
  end: number,
  block: number
): IndicatorBlock {
  const result: IndicatorBlock = {
    indicators: [],
    leftovers: [],
    emptyClasses: [],
    headings: {},
    totals: readAnnouncedPoints(grid, heading, block),
    lastRow: heading.lastRow,
    closed: false
  }
  for (let row = heading.row; row <= heading.lastRow; row++) grid.takeRow(row)
  for (const column of heading.columns)
    result.headings[column.key] ??= toPart(column.subheading ?? column.heading)
  const own = toBlock(heading)
  let levels: Levels = {one: undefined, two: undefined, levelOne: undefined, levelTwo: undefined}
  for (let index = grid.indexFrom(heading.lastRow + 1); index < grid.rows.length; index++) {
    const row = grid.rows[index] ?? 0
    if (row > end) break
    const slots = grid.inRow(row)
    const kind = judgeRow(slots, own)
    if (kind === 'end' || (kind !== 'total' && isBehindTotal(grid, own, row, slots, result.totals))) {
      result.closed = true
      break
    }
    result.lastRow = row
    grid.takeRow(row)
    if (kind === 'total') {
      result.totals.push(...readTotalRow(grid, heading, row, block))
      result.closed = true
      continue
    }
    const before = levels
    levels = readLevels(grid, own, row, levels)
    const cells = readRowCells(grid, own.columns, row, slots)
    const content = judgeContent(cells, row)
    if (content === 'indicator') {
      keepClass(result, levels)
      const indicator = toIndicator(cells, levels, block)
      const split = splitLines(indicator)
      if (split) result.indicators.push(...split)
      else result.indicators.push(indicator)
      continue
    }
    if (content === 'nothing') {
      const label = newClass(levels, before)
      if (!label) continue
      if (!isEllipsis(label.plain))
        result.emptyClasses.push({
          part: toPart(label),
          levelOne: levels.levelOne,
          levelTwo: levels.levelTwo
        })
    }
    for (const slot of slots) if (isEllipsis(slot.plain)) result.leftovers.push(toLeftover(slot))
  }
  return result
}

function toBlock(heading: BlockHeading): Block {
  const columns: Columns = {
    level1: undefined,
    level2: undefined,
    name: undefined,
    description: undefined,
    comparator: undefined,
    target: undefined,
    unit: undefined,
    basis: undefined,
    weight: undefined,
    direction: undefined,
    history: undefined,
    actual: undefined,
    progress: undefined,
    score: undefined,
    deviation: undefined,
    remark: undefined
  }
  let left = heading.left ?? Infinity
  for (const column of heading.columns) {
    const list = columns[column.key]
    if (list) list.push(column)
    else columns[column.key] = [column]
    if (heading.left === undefined && column.left < left) left = column.left
  }
  const name = columns.name?.[0]
  return {
    left,
    lastLabel: Math.max(left + 1, name?.left ?? 0),
    one: columns.level1?.[0],
    two: columns.level2?.[0],
    name,
    columns
  }
}

/** What the cells of a row that begin in it say: an indicator, the marks of a form for more of them, or nothing. */
function judgeContent(cells: RowCells, row: number): 'indicator' | 'marks' | 'nothing' {
  let content: 'marks' | 'nothing' = 'nothing'
  const {name} = cells
  if (name && name.plain !== '' && name.range.top === row && !isEllipsis(name.plain)) return 'indicator'
  for (const slot of [name, cells.target, cells.actual, cells.description, cells.weight]) {
    if (slot === undefined || slot.plain === '' || slot.range.top !== row) continue
    if (!isEllipsis(slot.plain)) return 'indicator'
    content = 'marks'
  }
  return content
}

/** The label that a row brings, the second before the first. */
function newClass({one, two}: Levels, before: Levels): Slot | undefined {
  if (two !== before.two && two) return two
  return one === before.one ? undefined : one
}

/** The label of a class stood alone above its indicators: it is not empty after all. */
function keepClass({emptyClasses}: IndicatorBlock, {one, two}: Levels): void {
  for (;;) {
    const range = emptyClasses.at(-1)?.part.range
    if (!range || (range !== two?.range && range !== one?.range)) return
    emptyClasses.pop()
  }
}

function judgeRow(slots: Slot[], {left, lastLabel, name}: Block): 'indicator' | 'total' | 'end' {
  const first = slots[0]
  const second = slots[1]
  if (!first) return 'indicator'
  if (isTotal(first, lastLabel) || isTotal(second, lastLabel) || isTotal(slots[2], lastLabel)) return 'total'
  if (slots.length === 1 && first.plain.length > 7 && isFormTitle(first.plain)) return 'end'
  // 分解目标2 | 目标内容 | … or 年度目标1： | …: the next goal, with indicators of its own below.
  if (goalContents.has(first.label) || (second && goalContents.has(second.label))) return 'end'
  if (
    slots.length === 2 &&
    first.range.left < left &&
    /^(?:年度|长期|中期|绩效|分解)*目标\d*$/.test(first.label)
  )
    return 'end'
  const inName = name && first.range.left >= name.left
  if (!inName && endsBlock(first.plain)) return 'end'
  if (first.range.left < left && !isBlockLabel(first.plain)) return 'end'
  // A wide single cell at the left edge that is no level label: a note or a heading of what follows.
  if (
    slots.length === 1 &&
    first.range.left <= left &&
    first.plain.length > 12 &&
    !classifyLevelOne(first.label) &&
    !classifyLevelTwo(first.label)
  ) {
    return 'end'
  }
  return 'indicator'
}

const goalContents = new Set(['目标内容', '目标描述', '目标说明'])

function isTotal(slot: Slot | undefined, lastLabel: number): boolean {
  if (slot === undefined || slot.range.left > lastLabel) return false
  const {label} = slot
  return '计分数值'.includes(label.charAt(label.length - 1)) && isTotalLabel(label)
}

/** Whether a row below the total has nothing to do with the indicators: its first cell is no class, and it has no name. */
function isBehindTotal(
  grid: Grid,
  {left, name}: Block,
  row: number,
  [first]: Slot[],
  totals: PointTotal[]
): boolean {
  if (totals.at(-1)?.role !== 'total' || !first || first.range.left > left) return false
  return (
    !classifyLevelOne(first.label) &&
    !classifyLevelTwo(first.label) &&
    (!name || grid.between(row, name.left, name.right) === undefined)
  )
}

function isBlockLabel(plain: string): boolean {
  return plain.length <= 2 || /指标|绩效|目标|产出|效益|满意/.test(plain)
}

/** `……`, `…`, `...` or other marks that say "and so on" in a form. */
function isEllipsis(plain: string): boolean {
  return (
    ('….·。⋯-—*'.includes(plain.charAt(0)) || plain.startsWith('指标')) &&
    /^(?:(?:指标\d*[:：.．]?)?(?:[….·。]{1,}|\.{2,}|⋯+|-{2,}|—{2,}|\*+)|指标\d+[:：]?)$/.test(plain)
  )
}

function readLevels(
  grid: Grid,
  {one: columnOne, two: columnTwo}: Block,
  row: number,
  before: Levels
): Levels {
  let levels = before
  const one = columnOne && levelSlot(grid, row, columnOne)
  if (one && one !== levels.one) levels = readFirstLevel(one, columnTwo !== undefined, levels)
  const two = columnTwo && levelSlot(grid, row, columnTwo)
  if (two && two !== levels.two && two !== levels.one)
    levels = readSecondLevel(two, columnOne !== undefined, levels)
  return levels === before ? before : withParent(levels)
}

function readFirstLevel(slot: Slot, hasSecond: boolean, {one}: Levels): Levels {
  const levelOne = classifyLevelOne(slot.label)
  const levelTwo = classifyLevelTwo(slot.label)
  const both = levelOne || levelTwo ? undefined : classifyBothLevels(slot.label)
  if (both) return {one: slot, two: undefined, levelOne: both.levelOne, levelTwo: both.levelTwo}
  if (!levelOne && levelTwo && !hasSecond) return {one, two: slot, levelOne: undefined, levelTwo}
  const isBoth = levelTwo && (levelTwo === 'satisfaction' || !levelOne)
  return {one: slot, two: undefined, levelOne, levelTwo: isBoth ? levelTwo : undefined}
}

function readSecondLevel(slot: Slot, hasFirst: boolean, {one, levelOne: outer}: Levels): Levels {
  const levelTwo = classifyLevelTwo(slot.label)
  const levelOne = levelTwo || hasFirst ? undefined : classifyLevelOne(slot.label)
  if (levelOne) return {one: slot, two: undefined, levelOne, levelTwo: undefined}
  return {
    one,
    two: slot,
    // Without a first level above, the second gives it anew.
    levelOne: hasFirst || one ? outer : undefined,
    // 满意度指标 | 家长: whatever stands beside satisfaction is a kind of it.
    levelTwo: levelTwo ?? (outer === 'satisfaction' ? 'satisfaction' : undefined)
  }
}

/** The first level that the second belongs to, where none is written. */
function withParent(levels: Levels): Levels {
  const {one, two, levelOne, levelTwo} = levels
  if (levelOne || !levelTwo || levelTwo === 'cost' || (one && classifyLevelOne(one.label))) return levels
  return {one, two, levelOne: parentsOf[levelTwo][0], levelTwo}
}

/** The label of a level column for this row: written in the row, or of a merge that covers it. */
function levelSlot(grid: Grid, row: number, column: BlockColumn): Slot | undefined {
  const own = grid.between(row, column.left, column.right)
  if (own && own.range.left === column.left) return own
  const covering = grid.at(row, column.left)
  if (covering.plain !== '' && covering.range.top < row) return covering
  return own
}

function toIndicator(cells: RowCells, levels: Levels, block: number): Indicator {
  const {name, description, comparator, target, unit} = cells
  const {levelOne, levelTwo} = levels
  const profile = profileIndicator({name: name?.text ?? '', description: description?.text})
  const value = parseTargetValue({
    text: target?.text ?? '',
    comparator: comparator?.text,
    unit: unit?.text,
    nameUnit: profile.unitHint
  })
  return {
    type: 'indicator',
    source: 'table',
    position: cells.position,
    level1: partOf(levels.one),
    level2: partOf(levels.two),
    levelOne,
    levelTwo,
    name: partOf(name),
    description: partOf(description),
    comparator: partOf(comparator),
    target: partOf(target),
    targets: cells.targets.map(({column, slot}) => ({
      heading: (column.subheading ?? column.heading).text,
      part: toPart(slot)
    })),
    unit: partOf(unit),
    basis: partOf(cells.basis),
    weight: partOf(cells.weight),
    actual: partOf(cells.actual),
    progress: partOf(cells.progress),
    score: partOf(cells.score),
    deviation: partOf(cells.deviation),
    direction: partOf(cells.direction),
    history: partOf(cells.history),
    remark: partOf(cells.remark),
    value,
    profile,
    block,
    subordinate: (name?.plain.includes('其中') && /^(?:★|\*)*其中/.test(name.plain)) || undefined
  }
}

function partOf(slot: Slot | undefined): Part | undefined {
  return slot && toPart(slot)
}

function toLeftover(slot: Slot): Paragraph {
  return {type: 'paragraph', role: 'note', position: toPosition(slot.range), text: toPart(slot)}
}
