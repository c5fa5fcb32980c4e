import type {Indicator, Part} from '../../tree/nodes.js'
import {parseTargetValue, type TargetValue} from '../../value/target-value.js'

/** The filled target cells of an indicator with their values: one, or one for each district or stage. */
export function targetCells(node: Indicator): {part: Part; value: TargetValue}[] {
  const {target, targets, value, comparator, unit, profile} = node
  if (!target) return []
  const first = target.plain === '' ? [] : [{part: target, value}]
  if (targets.length < 2) return first
  const others = targets
    .map(({part}) => part)
    .filter((part) => part.plain !== '' && part.range !== target.range)
    .map((part) => ({
      part,
      value: parseTargetValue({
        text: part.text,
        value: part.cell?.value,
        comparator: comparator?.text,
        unit: unit?.text,
        nameUnit: profile.unitHint
      })
    }))
  return [...first, ...others]
}
