import type {Part} from '../../tree/nodes.js'
import {decimalsOf} from './decimals-of.js'

/** Points or a score as written: `10`, `9.5分`, `20%`; `undefined` for empty cells, dashes and other texts. */
export function readPoints(part: Part | undefined): number | undefined {
  const match = part && /^(-?\d+(?:\.\d+)?)(?:分|%)?$/.exec(part.plain)
  return match ? Number(match[1]) : undefined
}

/** Half a unit of the last decimal shown: what rounding may have changed. */
export function roundingOf(part: Part): number {
  return 0.5 * 10 ** -decimalsOf(part.plain)
}

const printed = /[([]?(\d{1,3}(?:\.\d+)?)(?:分?[-~—至](\d{1,3}(?:\.\d+)?))?(?:分[)\]]?|%[)\]]|[)\]]分?)$/

/** The points a label announces: `产出指标（50分）` → 50 to 50, `成本指标(0-20)分` → 0 to 20. */
export function announcedPoints(label: Part | undefined): {least: number; most: number} | undefined {
  const match = label && printed.exec(label.plain)
  if (!match) return undefined
  const least = Number(match[1])
  const most = match[2] === undefined ? least : Number(match[2])
  return most > 0 && most <= 120 && most >= least ? {least, most} : undefined
}

/** Points for messages: without binary noise. */
export function formatPoints(points: number): string {
  return String(Number(points.toFixed(2)))
}
