import type {Indicator, Part} from '../../tree/nodes.js'
import {parseTargetValue, type TargetValue} from '../../value/target-value.js'

/** A filled target cell with its value. */
export interface TargetCell {
  part: Part
  value: TargetValue
}

/** The filled target cells of an indicator with their values: one, or one for each district or stage. */
export function targetCells(node: Indicator): TargetCell[] {
  const {target, targets, value} = node
  if (!target) return []
  const first = target.plain === '' ? [] : [{part: target, value}]
  return targets.length < 2 ? first : [...first, ...furtherTargets(node, target)]
}

/** Asks `check` about every filled target cell of an indicator; nothing is made for the one cell that most have. */
export function eachTarget(
  node: Indicator,
  check: (part: Part, value: TargetValue, node: Indicator) => void
): void {
  const {target, targets} = node
  if (!target) return
  if (target.plain !== '') check(target, node.value, node)
  if (targets.length > 1) for (const {part, value} of furtherTargets(node, target)) check(part, value, node)
}

// All rules visit one indicator before the next.
let last: {node: Indicator; cells: TargetCell[]} | undefined

function furtherTargets(node: Indicator, target: Part): TargetCell[] {
  if (last?.node !== node) last = {node, cells: readFurtherTargets(node, target)}
  return last.cells
}

function readFurtherTargets({targets, comparator, unit, profile}: Indicator, target: Part): TargetCell[] {
  const cells: TargetCell[] = []
  for (const {part} of targets) {
    if (part.plain === '' || part.range === target.range) continue
    const value = parseTargetValue({
      text: part.text,
      comparator: comparator?.text,
      unit: unit?.text,
      nameUnit: profile.unitHint
    })
    cells.push({part, value})
  }
  return cells
}
