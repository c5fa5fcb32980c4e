import {profileIndicator} from '../vocabulary/indicator-profile.js'
import {parseTargetValue} from '../value/target-value.js'
import {toPiece} from './grid.js'
import type {Indicator, Part} from './nodes.js'

/**
 * Several indicators in the cells of one row, numbered alike: `1.培训期数⏎2.培训人数` beside `1.≥5期⏎2.≥300人`. Gives nothing for
 * other rows, and where what was reached is not parted in the same way.
 */
export function splitLines(indicator: Indicator): Indicator[] | undefined {
  const {name, target, actual} = indicator
  if (!name?.text.includes('\n') || !target?.text.includes('\n')) return undefined
  const names = toItems(name)
  const targets = toItems(target)
  if (names.length < 2 || names.length !== targets.length) return undefined
  const actuals = actual?.plain ? toItems(actual) : []
  if (actual?.plain && actuals.length !== names.length) return undefined
  return names.map((item, index): Indicator => {
    const own = targets[index]
    const profile = profileIndicator({name: item.text})
    return {
      ...indicator,
      source: 'prose',
      name: item,
      ...(own && {target: own}),
      targets: [],
      ...(actual && {actual: actuals[index] ?? actual}),
      value: parseTargetValue({
        text: own?.text ?? '',
        comparator: indicator.comparator?.text,
        unit: indicator.unit?.text,
        nameUnit: profile.unitHint
      }),
      profile
    }
  })
}

/** The lines numbered 1, 2, 3 … without their numbers; nothing when they are not numbered so. */
function toItems(part: Part): Part[] {
  const items: Part[] = []
  for (const match of part.text.matchAll(/[^\n]+/g)) {
    const [line] = match
    if (line.trim() === '') continue
    const number = /^\s*(?:指标)?[（(]?(\d{1,2})(?:[.．](?!\d)|[、)）:：])\s*/.exec(line)
    if (Number(number?.[1]) !== items.length + 1) return []
    const lead = number?.[0].length ?? 0
    items.push(toPiece(part, line.slice(lead).trimEnd(), match.index + lead))
  }
  return items
}
