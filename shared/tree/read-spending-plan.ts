import {emptySlot, enclose, meaningOfSlot, toPart, toPosition, type Grid, type Slot} from './grid.js'
import type {Installment, SpendingPlan} from './nodes.js'

/**
 * Reads a spending plan: a row of deadlines (3月底 …) with cumulative shares below, or deadlines and shares in turn in
 * one row. Returns nothing when the row does not begin one.
 */
export function readSpendingPlan(grid: Grid, row: number): SpendingPlan | undefined {
  const label = grid.freeInRow(row).find(isPlanLabel)
  if (!label) return undefined
  const right: Slot[] = []
  const deadlines: Slot[] = []
  for (const slot of grid.inRow(row)) {
    if (slot.range.left <= label.range.right) continue
    right.push(slot)
    if (monthOf(slot.plain) !== undefined) deadlines.push(slot)
  }
  if (deadlines.length < 2) return undefined
  const inTurn = right.length > deadlines.length
  const installments = inTurn ? readInTurn(right) : readBelow(grid, row, deadlines)
  grid.take(label, ...right)
  const ranges = [label.range]
  for (const {deadline, share} of installments) {
    grid.take(grid.at(share.range.top, share.range.left))
    ranges.push(deadline.range, share.range)
  }
  return {
    type: 'spendingPlan',
    position: toPosition(enclose(ranges)),
    label: toPart(label),
    children: installments
  }
}

function isPlanLabel(slot: Slot): boolean {
  return meaningOfSlot(slot).isPlan
}

function readInTurn(slots: Slot[]): Installment[] {
  const installments: Installment[] = []
  slots.forEach((slot, index) => {
    if (monthOf(slot.plain) === undefined) return
    const next = slots[index + 1]
    const share = next && monthOf(next.plain) === undefined ? next : emptyAfter(slot)
    installments.push(toInstallment(slot, share))
  })
  return installments
}

function emptyAfter({range}: Slot): Slot {
  const column = range.right + 1
  return emptySlot({top: range.top, left: column, bottom: range.bottom, right: column})
}

function readBelow(grid: Grid, row: number, deadlines: Slot[]): Installment[] {
  const below = Math.max(...deadlines.map((slot) => slot.range.bottom)) + 1
  return deadlines.map((deadline, index) => {
    const next = deadlines[index + 1]
    const last = next ? next.range.left - 1 : Math.max(deadline.range.right, grid.lastColumn)
    const share = grid.between(below, deadline.range.left, last) ?? grid.at(below, deadline.range.left)
    return toInstallment(deadline, share)
  })
}

function toInstallment(deadline: Slot, share: Slot): Installment {
  return {
    type: 'installment',
    position: toPosition(enclose([deadline.range, share.range])),
    deadline: toPart(deadline),
    month: monthOf(deadline.plain),
    share: toPart(share),
    ratio: readShare(share)
  }
}

/** Cumulative share as a ratio; a bare number above 1 is taken as percent, as the label (%) says. */
function readShare({plain, cell}: Slot): number | undefined {
  if (plain === '') return undefined
  const written = /^(-?\d+(?:\.\d+)?)%?$/.exec(plain.includes(',') ? plain.replaceAll(',', '') : plain)
  if (!written) return undefined
  const number = Number(written[1])
  if (plain.endsWith('%')) return number / 100
  if (typeof cell?.value === 'number' && cell.format?.includes('%')) return cell.value
  return number <= 1 && number > 0 && plain.includes('.') ? number : number / 100
}

const months = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']
const deadline = /^(?:20\d\d年)?(?:截至|截止|至|到)?(\d{1,2})月(?:份|底|末|\d{1,2}日)?(?:前|止|底)?$/

/** 1–12 for 3月底, 6月30日前, 第一季度, 上半年, 全年 …; undefined for anything that is no date of a plan. */
function monthOf(plain: string): number | undefined {
  if (plain.length > 14) return undefined
  const at = plain.indexOf('月')
  if (at > 0) {
    const bare = plain.endsWith('月底') ? months.indexOf(plain.slice(0, -2)) + 1 : 0
    const number = bare || Number(deadline.exec(plain)?.[1])
    return number >= 1 && number <= 12 ? number : undefined
  }
  if (plain.includes('季度')) {
    const quarter = /^第?([一二三四1-4])季度(?:末|底|前)?$/.exec(plain)
    if (quarter) return ('一二三四'.indexOf(quarter[1] ?? '') + 1 || Number(quarter[1])) * 3
  }
  if (plain === '上半年') return 6
  if (plain === '前三季度') return 9
  return plain === '全年' || plain === '年底' || plain === '下半年' ? 12 : undefined
}
