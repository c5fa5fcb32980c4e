import {profileIndicator} from '../vocabulary/indicator-profile.js'
import {classifyBothLevels, classifyLevelOne, classifyLevelTwo, parentsOf} from '../vocabulary/levels.js'
import {endsBlock, isTotalLabel} from '../vocabulary/labels.js'
import {isFormTitle} from '../vocabulary/titles.js'
import {parseTargetValue} from '../value/target-value.js'
import {toPart, toPosition, type Grid, type Slot} from './grid.js'
import type {BlockColumn, BlockHeading} from './find-indicator-headings.js'
import {splitLines} from './split-lines.js'
import {readAnnouncedPoints, readTotalRow} from './read-totals.js'
import type {Range} from '../workbook/workbook.js'
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
  one?: Slot
  two?: Slot
  levelOne?: LevelOne
  levelTwo?: LevelTwo
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
  const left = heading.left ?? Math.min(...heading.columns.map((column) => column.left))
  const result: IndicatorBlock = {
    indicators: [],
    leftovers: [],
    emptyClasses: [],
    headings: {},
    totals: readAnnouncedPoints(grid, heading, block),
    lastRow: heading.lastRow,
    closed: false
  }
  for (let row = heading.row; row <= heading.lastRow; row++) grid.take(...grid.inRow(row))
  for (const column of heading.columns)
    result.headings[column.key] ??= toPart(column.subheading ?? column.heading)
  let levels: Levels = {}
  let pending: Slot | undefined
  for (const row of grid.rows) {
    if (row <= heading.lastRow) continue
    if (row > end) break
    const slots = grid.inRow(row)
    const first = slots[0]
    if (!first) continue
    const kind = judgeRow(slots, left, heading)
    if (kind === 'end' || (kind !== 'total' && isBehindTotal(grid, heading, row, left, result.totals))) {
      result.closed = true
      break
    }
    result.lastRow = row
    if (kind === 'total') {
      result.totals.push(...readTotalRow(grid, heading, row, block))
      grid.take(...slots)
      result.closed = true
      continue
    }
    const before = levels
    levels = readLevels(grid, heading, row, levels)
    const parts = readParts(grid, heading, row)
    const {name, target, actual} = parts.by
    const own = [name, target, actual, parts.by.description, parts.by.weight].filter(
      (slot): slot is Slot => slot !== undefined && slot.plain !== '' && slot.range.top === row
    )
    grid.take(...slots)
    if (own.length === 0) {
      if ((levels.two && levels.two !== before.two) || (levels.one && levels.one !== before.one)) {
        const label = levels.two && levels.two !== before.two ? levels.two : levels.one
        if (label && !isEllipsis(label.plain)) {
          result.emptyClasses.push({
            part: toPart(label),
            levelOne: levels.levelOne,
            levelTwo: levels.levelTwo
          })
        }
        for (const slot of slots) if (isEllipsis(slot.plain)) result.leftovers.push(toLeftover(slot))
      }
      continue
    }
    pending = undefined
    if (own.every((slot) => isEllipsis(slot.plain))) {
      for (const slot of slots) if (isEllipsis(slot.plain)) result.leftovers.push(toLeftover(slot))
      continue
    }
    // The label of a class stood alone above its indicators: it is not empty after all.
    for (;;) {
      const range = result.emptyClasses.at(-1)?.part.range
      if (!range || (range !== levels.two?.range && range !== levels.one?.range)) break
      result.emptyClasses.pop()
    }
    const indicator = toIndicator(row, slots, levels, parts, block)
    result.indicators.push(...(splitLines(indicator) ?? [indicator]))
  }
  if (pending) grid.take(pending)
  return result
}

function judgeRow(slots: Slot[], left: number, heading: BlockHeading): 'indicator' | 'total' | 'end' {
  const [first] = slots
  if (!first) return 'indicator'
  const name = heading.columns.find(({key}) => key === 'name')
  const lastLabel = Math.max(left + 1, name?.left ?? 0)
  if (isTotal(first, lastLabel) || isTotal(slots[1], lastLabel) || isTotal(slots[2], lastLabel))
    return 'total'
  if (slots.length === 1 && isFormTitle(first.plain) && first.plain.length > 7) return 'end'
  // 分解目标2 | 目标内容 | … or 年度目标1： | …: the next goal, with indicators of its own below.
  if (slots.slice(0, 2).some(({label}) => /^目标(?:内容|描述|说明)$/.test(label))) return 'end'
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

function isTotal(slot: Slot | undefined, lastLabel: number): boolean {
  return slot !== undefined && slot.range.left <= lastLabel && isTotalLabel(slot.label)
}

/** Whether a row below the total has nothing to do with the indicators: its first cell is no class, and it has no name. */
function isBehindTotal(
  grid: Grid,
  {columns}: BlockHeading,
  row: number,
  left: number,
  totals: PointTotal[]
): boolean {
  const [first] = grid.inRow(row)
  if (totals.at(-1)?.role !== 'total' || !first || first.range.left > left) return false
  const name = columns.find(({key}) => key === 'name')
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
    /^(?:指标\d*[:：.．]?)?(?:[….·。]{1,}|\.{2,}|⋯+|-{2,}|—{2,}|\*+)$/.test(plain) ||
    /^指标\d+[:：]?$/.test(plain)
  )
}

function readLevels(grid: Grid, heading: BlockHeading, row: number, previous: Levels): Levels {
  const columnOne = heading.columns.find(({key}) => key === 'level1')
  const columnTwo = heading.columns.find(({key}) => key === 'level2')
  let levels = previous
  if (columnOne) {
    const slot = levelSlot(grid, row, columnOne)
    if (slot && slot !== levels.one) {
      const asOne = classifyLevelOne(slot.label)
      const asTwo = classifyLevelTwo(slot.label)
      const both = asOne || asTwo ? undefined : classifyBothLevels(slot.label)
      if (both) levels = {one: slot, ...both}
      else if (!asOne && asTwo && !columnTwo) {
        levels = {...levels, two: slot, levelTwo: asTwo, levelOne: undefined}
      } else {
        levels = {one: slot, levelOne: asOne ?? (asTwo ? undefined : undefined)}
        if (asTwo && (asTwo === 'satisfaction' || !asOne))
          levels = {...levels, two: undefined, levelTwo: asTwo}
      }
    }
  }
  if (columnTwo) {
    const slot = levelSlot(grid, row, columnTwo)
    if (slot && slot !== levels.two && slot !== levels.one) {
      const asTwo = classifyLevelTwo(slot.label)
      const asOne = asTwo ? undefined : classifyLevelOne(slot.label)
      if (asOne && !columnOne) levels = {one: slot, levelOne: asOne}
      else {
        // 满意度指标 | 家长: whatever stands beside satisfaction is a kind of it.
        const inherited = levels.levelOne === 'satisfaction' ? 'satisfaction' : undefined
        levels = {...levels, two: slot, levelTwo: asTwo ?? inherited}
        // Without a first level above, the second gives it anew.
        if (!columnOne && !levels.one) levels = {...levels, levelOne: undefined}
      }
    }
  }
  if (!levels.levelOne && levels.levelTwo && levels.levelTwo !== 'cost') {
    const [parent] = parentsOf[levels.levelTwo]
    if (!levels.one || classifyLevelOne(levels.one.label) === undefined)
      levels = {...levels, levelOne: parent}
  }
  return levels
}

/** The label of a level column for this row: written in the row, or of a merge that covers it. */
function levelSlot(grid: Grid, row: number, column: BlockColumn): Slot | undefined {
  const own = grid.between(row, column.left, column.right)
  if (own && own.range.left === column.left) return own
  const covering = grid.at(row, column.left)
  if (covering.plain !== '' && covering.range.top < row) return covering
  return own
}

interface RowParts {
  by: Partial<Record<HeadingKey, Slot>>
  targets: {column: BlockColumn; slot: Slot}[]
}

function readParts(grid: Grid, heading: BlockHeading, row: number): RowParts {
  const by: Partial<Record<HeadingKey, Slot>> = {}
  const targets: RowParts['targets'] = []
  for (const column of heading.columns) {
    if (column.key === 'level1' || column.key === 'level2') continue
    const slot = grid.between(row, column.left, column.right) ?? grid.at(row, column.left)
    if (column.key === 'target') targets.push({column, slot})
    else if (column.key === 'actual' && slot.plain !== '' && wholeYear.test(column.subheading?.label ?? ''))
      by.actual = slot
    else if (!by[column.key]?.plain || (column.key === 'name' && slot.plain !== '')) by[column.key] = slot
  }
  const target = targets.length > 1 ? chooseTarget(targets) : targets[0]
  // 指标方向 may hold 正向, and may hold ≥.
  if (!by.comparator?.plain && /^[≥≤≧≦<>=＝＞＜]{1,2}$/.test(by.direction?.plain ?? '')) {
    by.comparator = by.direction
    delete by.direction
  }
  if (target) by.target = target.slot
  return {by, targets}
}

/**
 * 第一季度 | 上半年 | 第三季度 | 全年: of several filled columns the year counts, also before a period of several years and
 * before half of it.
 */
function chooseTarget(targets: RowParts['targets']): RowParts['targets'][number] | undefined {
  const filled = targets.filter(({slot}) => slot.plain !== '')
  if (filled.length < 2) return filled[0] ?? targets[0]
  const labelOf = ({column: {subheading, heading}}: (typeof targets)[number]): string =>
    (subheading ?? heading).label
  return (
    filled.find((target) => wholeYear.test(labelOf(target))) ??
    filled.find((target) => thisYear.test(labelOf(target))) ??
    filled[0]
  )
}

const wholeYear = /^(?:全年(?:绩效)?(?:目标|指标)?值?|年末|1?-?12月底?)$/
const thisYear =
  /^(?!.*(?:半年|季度|中期|长期|实施期|项目期|总体|三年|上年|前年|历史|调整)).*(?:年度|当年|本年|^20\d\d年)/

function toIndicator(row: number, slots: Slot[], levels: Levels, parts: RowParts, block: number): Indicator {
  const {by, targets} = parts
  const part = (key: HeadingKey): Part | undefined => (by[key] ? toPart(by[key]) : undefined)
  const name = part('name')
  const unit = by.unit?.plain || undefined
  const profile = profileIndicator({
    name: name?.text ?? '',
    description: by.description?.text,
    levelTwo: levels.levelTwo,
    unit
  })
  const value = parseTargetValue({
    text: by.target?.text ?? '',
    value: by.target?.cell?.value,
    comparator: by.comparator?.text,
    unit: by.unit?.text,
    nameUnit: profile.unitHint
  })
  return {
    type: 'indicator',
    source: 'table',
    position: toPosition(rowRange(row, slots, by)),
    ...(levels.one && {level1: toPart(levels.one)}),
    ...(levels.two && {level2: toPart(levels.two)}),
    ...(levels.levelOne && {levelOne: levels.levelOne}),
    ...(levels.levelTwo && {levelTwo: levels.levelTwo}),
    name,
    description: part('description'),
    comparator: part('comparator'),
    target: part('target'),
    targets: targets.map(({column, slot}) => ({
      heading: (column.subheading ?? column.heading).text,
      part: toPart(slot)
    })),
    unit: part('unit'),
    basis: part('basis'),
    weight: part('weight'),
    actual: part('actual'),
    progress: part('progress'),
    score: part('score'),
    deviation: part('deviation'),
    direction: part('direction'),
    history: part('history'),
    remark: part('remark'),
    value,
    profile,
    block,
    ...(/^(?:★|\*)*其中/.test(name?.plain ?? '') && {subordinate: true})
  }
}

/** The cells of an indicator in its own row; merges that run down over several rows are left out of its height. */
function rowRange(row: number, slots: Slot[], by: RowParts['by']): Range {
  const range: Range = {
    top: row,
    left: slots[0]?.range.left ?? 1,
    bottom: row,
    right: slots.at(-1)?.range.right ?? 1
  }
  for (const {range: own} of slots) {
    if (own.bottom > range.bottom && own.bottom - own.top < 3) range.bottom = own.bottom
  }
  for (const slot of Object.values(by)) {
    if (slot.range.left < range.left) range.left = slot.range.left
    if (slot.range.right > range.right) range.right = slot.range.right
  }
  return range
}

function toLeftover(slot: Slot): Paragraph {
  return {type: 'paragraph', role: 'note', position: toPosition(slot.range), text: toPart(slot)}
}
