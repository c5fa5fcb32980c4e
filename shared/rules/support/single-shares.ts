import type {Installment} from '../../tree/nodes.js'

/** Whether every step is filled and the shares add up to 100 %: single shares were entered instead of cumulative ones. */
export function areSingleShares(steps: Installment[]): boolean {
  if (steps.length < 2 || steps.some(({ratio}) => ratio === undefined)) return false
  const total = steps.reduce((sum, {ratio = 0}) => sum + ratio, 0)
  return Math.abs(total - 1) < 0.0005 && (steps.at(-1)?.ratio ?? 0) < 0.9995
}
