import type {FundsColumn, FundsRow, Part} from '../../tree/nodes.js'
import {decimalsOf} from './decimals-of.js'
import {entryIn} from './entry-in.js'

/** One reading of a rate cell: the ratio, and one unit of the last decimal shown. */
interface Reading {
  ratio: number
  unit: number
}

/** Readings of a rate cell: `99.97%` → 0.9997; a bare `1` may be 1 % or 100 %. `undefined` for other texts. */
export function readRate(part: Part | undefined): Reading[] | undefined {
  const match = part && /^(-?\d+(?:\.(\d+))?)(%|百分比)?$/.exec(part.plain)
  if (!match) return undefined
  const number = Number(match[1])
  const unit = 10 ** -(match[2]?.length ?? 0)
  const asPercent = {ratio: number / 100, unit: unit / 100}
  if (match[3] || number > 1.5) return [asPercent]
  return [asPercent, {ratio: number, unit: unit === 1 ? 0.01 : unit}]
}

/** Whether a rate as written is `spent / budget`: rounded or cut at its last decimal, amounts rounded too. */
export function isRateOf(
  readings: Reading[],
  spent: {amount: number; rounding: number},
  budget: {amount: number; rounding: number}
): boolean {
  const least = (spent.amount - spent.rounding) / (budget.amount + budget.rounding)
  const most = (spent.amount + spent.rounding) / Math.max(budget.amount - budget.rounding, 1e-9)
  return readings.some(({ratio, unit}) => ratio >= least - unit - 1e-9 && ratio <= most + unit / 2 + 1e-9)
}

/** An amount of a funds row with what its text may have rounded away. */
export function amountIn(
  row: FundsRow,
  column: FundsColumn
): {amount: number; rounding: number; part: Part} | undefined {
  const entry = entryIn(row, column)
  if (entry?.amount === undefined) return undefined
  const {amount, part} = entry
  const decimals = typeof part.cell?.value === 'number' ? 0 : decimalsOf(part.plain)
  return {amount, rounding: decimals === 0 ? 0 : 0.5 * 10 ** -decimals, part}
}
