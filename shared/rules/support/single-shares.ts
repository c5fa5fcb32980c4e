import type {Installment} from '../../tree/nodes.js'

/** Whether every step is filled and the shares add up to 100 %: single shares were entered instead of cumulative ones. */
export function areSingleShares(steps: Installment[]): boolean {
  // Most plans end at 100 %.
  if (steps.length < 2 || (steps.at(-1)?.ratio ?? 0) >= 0.9995) return false
  let total = 0
  for (const {ratio} of steps) {
    if (ratio === undefined) return false
    total += ratio
  }
  return Math.abs(total - 1) < 0.0005
}
