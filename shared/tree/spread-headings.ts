import {classifyHeading} from '../vocabulary/headings.js'
import type {BlockColumn} from './find-indicator-headings.js'
import type {Grid, Slot} from './grid.js'
import type {HeadingKey} from './nodes.js'

/** A second heading row under a spanning heading (年度指标值 → one column per district). */
export function splitBySubheadings(
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

/** ≥ | 5 | 期 below one wide heading of targets: the sign, the number and the unit in columns of their own. */
export function splitBySigns(grid: Grid, row: number, columns: BlockColumn[]): BlockColumn[] {
  return columns.flatMap((column, index) => {
    if (column.key !== 'target' || column.subheading) return [column]
    // The merge of the heading may be lost: what follows has no heading of its own.
    const end = (columns[index + 1]?.left ?? grid.lastColumn + 1) - 1
    const cells = grid.inRow(row).filter(({range}) => range.left >= column.left && range.left <= end)
    const [sign, number, unit] = cells
    if (!sign || !number || cells.length > 3 || !/^[≥≤<>=≧≦＞＜＝]{1,2}$/.test(sign.plain)) return [column]
    const at = (key: HeadingKey, from: Slot, to?: Slot): BlockColumn => ({
      ...column,
      key,
      left: from.range.left,
      right: to ? to.range.left - 1 : Math.max(from.range.right, column.right)
    })
    return [at('comparator', sign, number), at('target', number, unit), ...(unit ? [at('unit', unit)] : [])]
  })
}

/** 指标值 above a lone 目标值: words of headings again, under columns that hold no names. */
export function repeatsHeading(grid: Grid, row: number, columns: BlockColumn[]): boolean {
  const slots = grid.inRow(row)
  const first = columns.find(({key}) => key === 'name')
  return (
    slots.length > 0 &&
    slots.every(({label, range}) => {
      const key = classifyHeading(label)
      return key !== undefined && key !== 'name' && range.left > (first?.right ?? 0)
    })
  )
}

/** A row 1 | 2 | 3 | … that numbers the columns of a statistical table. */
export function countsColumns(grid: Grid, row: number): boolean {
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
