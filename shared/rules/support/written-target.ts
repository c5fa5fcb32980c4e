import type {Indicator} from '../../tree/nodes.js'

/** The target as a person reads it, put together when sign, number and unit have columns of their own. */
export function writtenTarget({comparator, target, unit, value}: Indicator): string {
  const text = target?.text.trim() ?? ''
  if (!/^-?\d+(?:\.\d+)?$/.test(target?.plain ?? '')) return text
  const sign = comparator?.plain && value.comparator ? value.comparator : ''
  const measure = unit?.plain && value.unitSource === 'column' ? unit.text.trim() : ''
  return sign + text + measure
}
