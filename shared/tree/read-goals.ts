import {classifyLevelOne} from '../vocabulary/levels.js'
import {enclose, meaningOfSlot, toPart, toPosition, type Grid, type Slot} from './grid.js'
import type {Goal} from './nodes.js'

/**
 * Reads the goals that begin in a row: a label with its text to the right (年度绩效目标 | 1. …), a pair of headings with
 * their texts below (预期目标 | 实际完成情况), or both.
 */
export function readGoals(grid: Grid, row: number): Goal[] {
  const slots = grid.freeInRow(row)
  const first = slots.find(isGoalLabel)
  if (!first) return []
  const labels = slots.filter(isGoalLabel)
  const headings = labels.filter((slot) => slot.range.left > first.range.right)
  const outer = first === slots[0] ? first : undefined
  const others = slots.filter(
    (slot) => !labels.includes(slot) && slot.range.left > first.range.right && !isResultHeading(slot.label)
  )
  if (headings.length > 0 && others.length === 0) return readBelow(grid, row, headings, outer)
  if (labels.length === 1 && others.length === 0) return readAlone(grid, row, first)
  const goals: Goal[] = []
  slots.forEach((slot, index) => {
    const kind = meaningOfSlot(slot).goal
    const text = slots[index + 1]
    if (!kind || kind === 'actual' || !text) return
    const {goal, field, task} = meaningOfSlot(text)
    if (goal ?? field ?? task) return
    // 年度目标 | 产出指标: headings of a table.
    if (text.label.endsWith('指标') || (text.label !== '' && classifyLevelOne(text.label))) return
    const other = slots[index + 2]
    const actual = other && meaningOfSlot(other).goal === 'actual' ? slots[index + 3] : undefined
    goals.push(toGoal(kind, slot, text, actual))
    grid.take(slot, text)
    if (actual) grid.take(actual)
  })
  return goals
}

function isGoalLabel(slot: Slot): boolean {
  return meaningOfSlot(slot).goal !== undefined
}

function isLabel(slot: Slot): boolean {
  const {field, goal} = meaningOfSlot(slot)
  return field !== undefined || goal !== undefined
}

/** 年度预期目标 | 具体完成情况 | 总体完成率(%): a column for the share reached, beside the goal. */
function isResultHeading(label: string): boolean {
  return /^(?:总体|目标)*完成率$|^(?:分值|得分|自评得分)$/.test(label)
}

/** Headings side by side, texts in the row below. */
function readBelow(grid: Grid, row: number, headings: Slot[], outer?: Slot): Goal[] {
  const below = Math.max(...headings.map((slot) => slot.range.bottom)) + 1
  const texts = headings.map((heading, index) => {
    const next = headings[index + 1]
    const right = next ? next.range.left - 1 : Math.max(heading.range.right, grid.lastColumn)
    return grid.between(below, heading.range.left, right) ?? grid.at(below, heading.range.left)
  })
  if (texts.some(isLabel)) return []
  const goals: Goal[] = []
  headings.forEach((heading, index) => {
    const kind = meaningOfSlot(heading).goal
    const text = texts[index]
    if (!kind || kind === 'actual' || !text) return
    const actualAt = headings.findIndex((other, at) => at > index && meaningOfSlot(other).goal === 'actual')
    goals.push(toGoal(kind, heading, text, actualAt > index ? texts[actualAt] : undefined))
  })
  if (goals.length > 0) {
    grid.take(...headings, ...texts)
    if (outer) grid.take(outer)
  }
  return goals
}

/** A goal heading that stands alone in its row, its text in the next row. */
function readAlone(grid: Grid, row: number, label: Slot): Goal[] {
  const kind = meaningOfSlot(label).goal
  if (!kind || kind === 'actual') return []
  const next = grid.freeInRow(label.range.bottom + 1)
  const [text] = next
  if (!text || text.plain.length < 6 || next.length > 2) {
    const right = grid.at(row, label.range.right + 1)
    if (label.range.right >= grid.lastColumn || right.plain !== '') return []
    grid.take(label)
    return [toGoal(kind, label, right)]
  }
  if (isLabel(text) || (next[1] && isGoalLabel(next[1]))) return []
  grid.take(label, text)
  return [toGoal(kind, label, text)]
}

function toGoal(kind: 'annual' | 'long-term' | 'overall', label: Slot, text: Slot, actual?: Slot): Goal {
  return {
    type: 'goal',
    position: toPosition(enclose([label.range, text.range, actual?.range ?? text.range])),
    term: kind,
    label: toPart(label),
    text: toPart(text),
    ...(actual && {actual: toPart(actual)})
  }
}
