import type {Indicator} from '../../tree/nodes.js'
import {targetCells} from './target-cells.js'

/**
 * The indicator with the one target its result is measured by: the only one filled, or the adjusted one (年初指标值 |
 * 调整指标值). `undefined` for several targets side by side, e.g. of districts.
 */
export function withTargetInForce(node: Indicator): Indicator | undefined {
  const filled = node.targets.filter(({part}) => part.plain !== '')
  if (filled.length <= 1) return node
  const [adjusted, ...others] = filled.filter(({heading}) => /调整/.test(heading))
  if (!adjusted || others.length > 0) return undefined
  const cell = targetCells(node).find(({part}) => part.range === adjusted.part.range)
  return cell && {...node, target: cell.part, value: cell.value, targets: [adjusted]}
}
