import {isSpendingPlan} from '../vocabulary/labels.js'
import {emptySlot, enclose, toPart, toPosition, type Grid, type Slot} from './grid.js'
import type {Installment, SpendingPlan} from './nodes.js'

/**
 * Reads a spending plan: a row of deadlines (3月底 …) with cumulative shares below, or deadlines and shares in turn in
 * one row. Returns nothing when the row does not begin one.
 */
export function readSpendingPlan(grid: Grid, row: number): SpendingPlan | undefined {
  const label = grid.freeInRow(row).find((slot) => isSpendingPlan(slot.label))
  if (!label) return undefined
  const right = grid.inRow(row).filter((slot) => slot.range.left > label.range.right)
  const deadlines = right.filter((slot) => monthOf(slot.plain) !== undefined)
  if (deadlines.length < 2) return undefined
  const inTurn = right.length > deadlines.length
  const installments = inTurn ? readInTurn(right) : readBelow(grid, row, deadlines)
  grid.take(label, ...right)
  for (const {share} of installments) {
    const slot = grid.at(share.range.top, share.range.left)
    grid.take(slot)
  }
  return {
    type: 'spendingPlan',
    position: toPosition(
      enclose([label.range, ...installments.flatMap(({deadline, share}) => [deadline.range, share.range])])
    ),
    label: toPart(label),
    children: installments
  }
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
  const written = /^(-?\d+(?:\.\d+)?)%?$/.exec(plain.replace(/,/g, ''))
  if (!written) return undefined
  const number = Number(written[1])
  if (plain.endsWith('%')) return number / 100
  if (typeof cell?.value === 'number' && cell.format?.includes('%')) return cell.value
  return number <= 1 && number > 0 && plain.includes('.') ? number : number / 100
}

/** 1–12 for 3月底, 6月30日前, 第一季度, 上半年, 全年 …; undefined for anything that is no date of a plan. */
function monthOf(plain: string): number | undefined {
  if (plain.length > 14) return undefined
  const month = /^(?:20\d\d年)?(?:截至|截止|至|到)?(\d{1,2})月(?:份|底|末|\d{1,2}日)?(?:前|止|底)?$/.exec(
    plain
  )
  if (month) {
    const number = Number(month[1])
    return number >= 1 && number <= 12 ? number : undefined
  }
  const quarter = /^第?([一二三四1-4])季度(?:末|底|前)?$/.exec(plain)
  if (quarter) return ('一二三四'.indexOf(quarter[1] ?? '') + 1 || Number(quarter[1])) * 3
  if (/^上半年$/.test(plain)) return 6
  if (/^(?:前三季度)$/.test(plain)) return 9
  if (/^(?:全年|年底|下半年)$/.test(plain)) return 12
  return undefined
}
