import {classifyHeading} from '../vocabulary/headings.js'
import type {Grid, Slot} from './grid.js'
import type {HeadingKey} from './nodes.js'
import {countsColumns, repeatsHeading, splitBySigns, splitBySubheadings} from './spread-headings.js'

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
  /** Last row of the heading: `row`, or one below for two-row headings; the row before where the table has no heading. */
  lastRow: number
  columns: BlockColumn[]
  /** Where the rows of the block begin when columns of other matters stand left of the indicators. */
  left?: number
}

/** Recognises a row as the heading of an indicator block by its words, wherever it begins. */
export function findIndicatorHeading(grid: Grid, row: number): BlockHeading | undefined {
  const slots = grid.inRow(row)
  if (slots.length < 3 || !slots.some(headsIndicators)) return undefined
  const found: Found[] = []
  let block: Slot | undefined
  for (const slot of slots) {
    if (slot.plain.length > 26) continue
    const key = classifyHeading(slot.label)
    if (key) found.push({key, slot})
    else if (/绩效指标|年度指标|长期指标/.test(slot.label)) block ??= slot
  }
  if (found.length < 2) return undefined
  dropLabels(found)
  if (block) settleBlock(grid, row, found, block)
  addTargets(grid, row, slots, found)
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

function headsIndicators({heads, plain}: Slot): boolean {
  return heads && plain.length <= 26
}

interface Found {
  key: HeadingKey
  slot: Slot
}

/** 四、年度绩效指标完成情况 | 一级指标 | …: what stands left of the levels is the label of the table. */
function dropLabels(found: Found[]): void {
  const first = found.find(({key}) => key === 'level1' || key === 'level2' || key === 'name')
  const [label] = found
  if (first && label !== first && (label?.key === 'actual' || label?.key === 'progress')) found.shift()
}

/**
 * 活动 | 绩效指标 | 指标性质 | 绩效指标值: without any other column of names the indicators stand below 绩效指标; 指标 | 一级指标 | …:
 * before the levels 指标 is the label of the whole table.
 */
function settleBlock(grid: Grid, row: number, found: Found[], block: Slot): void {
  if (found.some(({key}) => key === 'name' || key === 'level1' || key === 'level2' || key === 'description'))
    return
  const target = found.find(({key}) => key === 'target')
  const below = grid.at(block.range.bottom + 1, block.range.left)
  if (
    target &&
    block.range.bottom === row &&
    target.slot.range.left > block.range.right &&
    below.plain !== ''
  )
    found.push({key: 'name', slot: block})
}

const targetPhrase = /^(?:年度|当年|本年|全年|半年|年初|实施期|中期|总体)?(?:绩效)?目标$/
const targetText =
  /^(?:[≥≤<>=≧≦]|不少于|不低于|不超过|大于|小于)?-?\d[\d,.]*(?:[%‰]|[\u4e00-\u9fff/·㎡]{0,6}$|$)/

/**
 * Columns of targets whose headings say nothing of it, where no other column of targets is: 全年（程）目标, or the names of
 * districts above cells that read like targets.
 */
function addTargets(grid: Grid, row: number, slots: Slot[], found: Found[]): void {
  const name = found.findLast(({key}) => key === 'name')
  if (!name || found.some(({key}) => key === 'target' || key === 'comparator')) return
  const isEvaluated = found.some(({key}) => key === 'actual')
  if (!found.some(({key}) => key === 'level1' || key === 'level2')) return
  for (const slot of slots) {
    if (slot.range.left <= name.slot.range.right || slot.plain.length > 16) continue
    if (found.some((entry) => entry.slot === slot)) continue
    if (targetPhrase.test(slot.label) || (!isEvaluated && holdsTargets(grid, row, slot)))
      found.push({key: 'target', slot})
  }
}

/** Most of the first cells below a heading are numbers with a sign or a unit. */
function holdsTargets(grid: Grid, row: number, {range}: Slot): boolean {
  let filled = 0
  let targets = 0
  for (const below of grid.rows) {
    if (below <= row) continue
    if (below > row + 12) break
    const cell = grid.between(below, range.left, range.right)
    if (!cell) continue
    filled++
    if (targetText.test(cell.plain)) targets++
  }
  return targets >= 2 && targets * 3 >= filled * 2
}

/**
 * 二级指标（长期） | 三级指标（长期） | 指标值（长期） | 二级指标（年度） | 三级指标（年度） | 指标值（年度）: of two sets side by
 * side the one with more indicators is read, of equal ones the last, the yearly one.
 */
function chooseSet(grid: Grid, row: number, found: Found[]): Found[] {
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

function hasLaterLevel(found: Found[], entry: {slot: Slot}): boolean {
  return found.some(({key, slot}) => key === 'level2' && slot.range.left > entry.slot.range.left)
}

/** Columns that may stand left of the indicators without being about other matters. */
const leadHeading =
  /^(?:序号|编号|活动|(?:工作|重点|主要|年度)*任务|(?:任务|活动|目标)名称|指标维度|考核维度)$/

function arrange(grid: Grid, row: number, found: Found[], block?: Slot): BlockHeading {
  settleNames(found, block)
  found.sort((a, b) => a.slot.range.left - b.slot.range.left)
  const lastSheetColumn = Math.max(grid.lastColumn, ...found.map(({slot}) => slot.range.right))
  const all = grid.inRow(row)
  const spread: BlockColumn[] = found.map(({key, slot}) => {
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
  let sub = splitBySubheadings(grid, row, spread)
  // 指标值 above 近两年指标值 | 当年实现值 above 前年 | 上年
  if (sub.lastRow > row) sub = splitBySubheadings(grid, sub.lastRow, sub.columns)
  let lastRow = Math.max(lastHeadingRow, sub.lastRow)
  if (repeatsHeading(grid, lastRow + 1, spread)) lastRow++
  if (countsColumns(grid, lastRow + 1)) lastRow++
  const columns = splitBySigns(grid, lastRow + 1, sub.columns)
  const lead = all.find((slot) => slot.range.left < (columns[0]?.left ?? 0) && leadHeading.test(slot.label))
  return {
    row,
    lastRow,
    columns,
    ...(lead && {left: lead.range.left})
  }
}

/** 指标内容 is the name where no other column is, else the description; 评价指标 and 评价内容 are levels. */
function settleNames(found: Found[], block?: Slot): void {
  const names = found.filter(({key}) => key === 'name')
  if (names.length > 1) {
    const best =
      names.find(({slot}) => /三级|指标名称/.test(slot.label)) ??
      names.find(({slot}) => slot.label !== '指标') ??
      names[0]
    for (const entry of names) {
      if (entry === best) continue
      // 三级指标 | 四级指标: the finest is the indicator, and where it is empty the one before.
      if (entry.slot.label === '四级指标' && best?.slot.label.startsWith('三级')) continue
      // 指标 | 一级指标 | 二级指标 | 指标内容: the label of the table.
      if (entry.slot.label === '指标' && found.some(({key}) => key === 'level1')) {
        found.splice(found.indexOf(entry), 1)
        continue
      }
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
  const isBehind = (entry: Found): boolean => entry.slot.range.left > nameAt
  if (found.some((entry) => entry.key === 'weight' && isBehind(entry))) {
    for (let index = found.length - 1; index >= 0; index--) {
      const entry = found[index]
      if (entry?.key === 'weight' && !isBehind(entry)) found.splice(index, 1)
    }
  }
  const units = found.filter(({key}) => key === 'unit')
  if (units.length > 1) for (const entry of units.slice(1)) entry.key = 'remark'
  for (const key of ['level1', 'level2', 'name'] as const) {
    const repeated = found.filter((entry) => entry.key === key && entry.slot.label !== '四级指标')
    for (const entry of repeated.slice(1)) entry.key = 'remark'
  }
}
