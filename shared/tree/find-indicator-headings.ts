import {classifyHeading} from '../vocabulary/headings.js'
import type {Grid, Slot} from './grid.js'
import type {HeadingKey} from './nodes.js'

/** One column of an indicator block: what it holds and the sheet columns it spans. */
export interface BlockColumn {
  key: HeadingKey
  heading: Slot
  /** Own heading below a shared one, e.g. a district. */
  subheading?: Slot
  left: number
  right: number
}

/** The heading of an indicator block: its row (or two) and its columns, left to right. */
export interface BlockHeading {
  row: number
  /** Last row of the heading: `row`, or one below for two-row headings. */
  lastRow: number
  columns: BlockColumn[]
  /** Where the rows of the block begin when columns of other matters stand left of the indicators. */
  left?: number
}

/** Recognises a row as the heading of an indicator block by its words, wherever it begins. */
export function findIndicatorHeading(grid: Grid, row: number): BlockHeading | undefined {
  const slots = grid.inRow(row)
  if (slots.length < 3) return undefined
  const found: {key: HeadingKey; slot: Slot}[] = []
  let block: Slot | undefined
  for (const slot of slots) {
    if (slot.plain.length > 26) continue
    const key = classifyHeading(slot.label)
    if (key) found.push({key, slot})
    else if (/绩效指标|年度指标|长期指标/.test(slot.label)) block ??= slot
  }
  if (found.length < 2) return undefined
  const keys = new Set(found.map(({key}) => key))
  const isHeading =
    (keys.has('name') && (keys.has('level1') || keys.has('level2')) && keys.size >= 3) ||
    (keys.has('name') && keys.has('target') && keys.size >= 2) ||
    (keys.has('level1') &&
      keys.has('level2') &&
      (keys.has('target') || keys.has('actual') || keys.has('description'))) ||
    (keys.has('name') && keys.has('description') && keys.has('deviation')) ||
    (block !== undefined && keys.has('level2') && keys.has('target'))
  if (!isHeading) return undefined
  return arrange(grid, row, chooseSet(grid, row, found), block)
}

/**
 * 二级指标（长期） | 三级指标（长期） | 指标值（长期） | 二级指标（年度） | 三级指标（年度） | 指标值（年度）: of two sets side by
 * side the one with more indicators is read, of equal ones the last, the yearly one.
 */
function chooseSet(
  grid: Grid,
  row: number,
  found: {key: HeadingKey; slot: Slot}[]
): {key: HeadingKey; slot: Slot}[] {
  const [first, second, third] = found.filter(({key}) => key === 'name')
  const targets = found.filter(({key}) => key === 'target')
  const [left, right] = targets
  if (!first || !second || third || !left || !right || targets.length !== 2) return found
  const at = ({slot}: {slot: Slot}): number => slot.range.left
  if (!(at(first) < at(left) && at(left) < at(second) && at(second) < at(right))) return found
  const filled = (entry: {slot: Slot}): number =>
    grid.rows.filter((below) => below > row && below <= row + 30 && grid.at(below, at(entry)).plain !== '')
      .length
  const isLast = filled(second) >= filled(first)
  return found.filter((entry) => {
    if (at(entry) < at(first)) return !(isLast && entry.key === 'level2' && hasLaterLevel(found, entry))
    return isLast ? at(entry) > at(left) : at(entry) <= at(left)
  })
}

function hasLaterLevel(found: {key: HeadingKey; slot: Slot}[], entry: {slot: Slot}): boolean {
  return found.some(({key, slot}) => key === 'level2' && slot.range.left > entry.slot.range.left)
}

function arrange(
  grid: Grid,
  row: number,
  found: {key: HeadingKey; slot: Slot}[],
  block?: Slot
): BlockHeading {
  settleNames(found, block)
  found.sort((a, b) => a.slot.range.left - b.slot.range.left)
  const lastSheetColumn = Math.max(grid.lastColumn, ...found.map(({slot}) => slot.range.right))
  const all = grid.inRow(row)
  const columns: BlockColumn[] = found.map(({key, slot}) => {
    const next = all.find((other) => other.range.left > slot.range.left)
    const right = next
      ? next.range.left - 1
      : Math.max(slot.range.right, Math.min(lastSheetColumn, slot.range.right))
    return {key, heading: slot, left: slot.range.left, right: Math.max(slot.range.right, right)}
  })
  const lastHeadingRow = Math.max(
    row,
    ...found.map(({slot}) => (slot.range.bottom - row <= 2 ? slot.range.bottom : row))
  )
  const sub = splitBySubheadings(grid, lastHeadingRow > row ? row : row, columns)
  const lastRow = Math.max(lastHeadingRow, sub.lastRow)
  return {row, lastRow: lastRow + (countsColumns(grid, lastRow + 1) ? 1 : 0), columns: sub.columns}
}

/** A row 1 | 2 | 3 | … that numbers the columns of a statistical table. */
function countsColumns(grid: Grid, row: number): boolean {
  const slots = grid.inRow(row)
  const [first] = slots
  return (
    first !== undefined &&
    slots.length >= 4 &&
    slots.every(
      (slot, index) => /^\d{1,2}$/.test(slot.plain) && Number(slot.plain) === index + Number(first.plain)
    )
  )
}

/** 指标内容 is the name where no other column is, else the description; 评价指标 and 评价内容 are levels. */
function settleNames(found: {key: HeadingKey; slot: Slot}[], block?: Slot): void {
  const names = found.filter(({key}) => key === 'name')
  if (names.length > 1) {
    const best = names.find(({slot}) => /三级|指标名称/.test(slot.label)) ?? names[0]
    for (const entry of names) {
      if (entry === best) continue
      entry.key =
        entry.slot.label === '指标内容'
          ? 'description'
          : entry.slot.range.left < (best?.slot.range.left ?? 0)
            ? 'level1'
            : 'description'
    }
  }
  if (names.length === 0) {
    const candidate = found.find(({key}) => key === 'description')
    if (candidate) candidate.key = 'name'
    else {
      const level2 = found.find(({key}) => key === 'level2')
      if (level2) level2.key = 'name'
      if (block) found.push({key: 'level1', slot: block})
    }
  }
  // 一级指标 | 权重 | 二级指标 | 权重 | 三级指标 | 分值: the points of an indicator stand behind its name.
  const nameAt = found.find(({key}) => key === 'name')?.slot.range.left ?? 0
  const isBehind = (entry: {key: HeadingKey; slot: Slot}): boolean => entry.slot.range.left > nameAt
  if (found.some((entry) => entry.key === 'weight' && isBehind(entry))) {
    for (let index = found.length - 1; index >= 0; index--) {
      const entry = found[index]
      if (entry?.key === 'weight' && !isBehind(entry)) found.splice(index, 1)
    }
  }
  const units = found.filter(({key}) => key === 'unit')
  if (units.length > 1) for (const entry of units.slice(1)) entry.key = 'remark'
  for (const key of ['level1', 'level2', 'name'] as const) {
    const repeated = found.filter((entry) => entry.key === key)
    for (const entry of repeated.slice(1)) entry.key = 'remark'
  }
}

/** A second heading row under a spanning heading (年度指标值 → one column per district). */
function splitBySubheadings(
  grid: Grid,
  row: number,
  columns: BlockColumn[]
): {columns: BlockColumn[]; lastRow: number} {
  const below = grid.inRow(row + 1)
  const wide = columns.filter(({left, right}) => right > left)
  if (below.length < 2 || wide.length === 0) return {columns, lastRow: row}
  const owner = (slot: Slot): BlockColumn | undefined =>
    wide.find(({left, right}) => slot.range.left >= left && slot.range.right <= right)
  const owners = new Set(below.map(owner))
  if (
    owners.has(undefined) ||
    below.some((slot) => slot.plain.length > 16 || /\d{3,}|[≥≤%]/.test(slot.plain))
  ) {
    return {columns, lastRow: row}
  }
  if (
    [...owners].some(
      (column) => column && (column.key === 'level1' || column.key === 'level2' || column.key === 'name')
    )
  ) {
    return {columns, lastRow: row}
  }
  const split = columns.flatMap((column) => {
    if (!owners.has(column)) return [column]
    const subs = below.filter((slot) => owner(slot) === column)
    return subs.map((slot, index): BlockColumn => {
      const key = classifyHeading(slot.label) ?? column.key
      const next = subs[index + 1]
      return {
        key,
        heading: column.heading,
        subheading: slot,
        left: slot.range.left,
        right: next ? next.range.left - 1 : Math.max(slot.range.right, column.right)
      }
    })
  })
  return {columns: split, lastRow: row + 1}
}
