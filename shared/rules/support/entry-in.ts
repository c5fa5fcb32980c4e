import type {FundsColumn, FundsRow} from '../../tree/nodes.js'

/** The first cell of a funds row in one column. */
export function entryIn({amounts}: FundsRow, column: FundsColumn): FundsRow['amounts'][number] | undefined {
  for (const entry of amounts) if (entry.column === column) return entry
  return undefined
}
