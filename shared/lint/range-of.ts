import type {TargetNode} from '../tree/nodes.js'
import {formatRange} from '../workbook/address.js'

/** A1 range of a node. */
export function rangeOf(node: TargetNode): string {
  const {start, end} = node.position
  return formatRange({top: start.line, left: start.column, bottom: end.line, right: end.column})
}
