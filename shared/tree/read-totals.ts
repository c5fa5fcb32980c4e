import type {BlockHeading} from './find-indicator-headings.js'
import {toPart, type Grid, type Slot} from './grid.js'
import type {PointTotal} from './nodes.js'
import {isTotalLabel} from '../vocabulary/labels.js'

const points = /\d(?:分\)?|\)分?)$/
const number = /^-?\d+(?:\.\d+)?分?$/

/** The points that a heading row announces for its indicators: `绩效指标（90分）`, `分值（100分）`. */
export function readAnnouncedPoints(grid: Grid, heading: BlockHeading, block: number): PointTotal[] {
  const columns = new Map(heading.columns.map((column) => [column.heading, column.key]))
  const found: PointTotal[] = []
  if (heading.lastRow < heading.row) return found
  for (const slot of grid.inRow(heading.row)) {
    const key = columns.get(slot)
    if ((key === undefined || key === 'weight') && points.test(slot.plain))
      found.push({role: 'heading', label: toPart(slot), block})
  }
  return found
}

/**
 * A row 合计, 总分 or 小计. The cells of the columns of points and scores are taken; where the numbers stand elsewhere, two
 * of them are points and score in this order, and one alone is the score.
 */
export function readTotalRow(grid: Grid, heading: BlockHeading, row: number, block: number): PointTotal[] {
  const slots = grid.inRow(row)
  const label = slots.find((slot) => isTotalLabel(slot.label))
  if (!label) return []
  const at = (key: 'weight' | 'score'): Slot | undefined => {
    const column = heading.columns.find((candidate) => candidate.key === key)
    if (!column) return undefined
    const slot = grid.between(row, column.left, column.right) ?? grid.at(row, column.left)
    return slot === label ? undefined : slot
  }
  let weight = at('weight')
  let score = at('score')
  const numbers = slots.filter((slot) => slot !== label && number.test(slot.plain))
  const inColumn = [weight, score].some((slot) => slot !== undefined && numbers.includes(slot))
  if (!inColumn && numbers.length > 0 && numbers.length <= 2) {
    score = numbers.at(-1)
    weight = numbers.length === 2 ? numbers[0] : undefined
  }
  return [
    {
      role: /小计$/.test(label.label) ? 'subtotal' : 'total',
      label: toPart(label),
      block,
      ...(weight && {weight: toPart(weight)}),
      ...(score && {score: toPart(score)})
    }
  ]
}
