import {formatAddress, parseRange} from '../../../shared/workbook/address.js'
import type {CellValue} from '../../../shared/workbook/workbook.js'
import type {Refusal} from '../workbook-host.js'
import {refuse} from './refuse.js'

/** What stands in a cell now, as far as a change must know. */
export interface CurrentCell {
  text: string
  value: CellValue
  format: string
  formula?: string
  richText?: boolean
  /** The sheet is protected and the cell locked. */
  locked?: boolean
}

/** One cell to be written, and the text it must still show. */
export interface CellPlan {
  sheet: string
  cell: string
  expected: string
}

export type Lookup = (sheet: string, cell: string) => CurrentCell | 'missing-sheet'

/**
 * Parts changes into those that can be carried out and those that cannot, each with the first reason against it. A
 * change is whole or not at all, and of two changes of one cell the later one is refused.
 */
export function planChanges<T>(
  changes: T[],
  cellsOf: (change: T) => CellPlan[],
  lookup: Lookup
): {accepted: T[]; refused: {change: T; refusal: Refusal}[]} {
  const accepted: T[] = []
  const refused: {change: T; refusal: Refusal}[] = []
  const taken = new Set<string>()
  for (const change of changes) {
    const cells = cellsOf(change)
    const refusal = firstRefusal(cells, lookup, taken)
    if (refusal) {
      refused.push({change, refusal})
      continue
    }
    accepted.push(change)
    for (const cell of cells) taken.add(keyOf(cell))
  }
  return {accepted, refused}
}

function firstRefusal(cells: CellPlan[], lookup: Lookup, taken: Set<string>): Refusal | undefined {
  const own = new Set<string>()
  for (const plan of cells) {
    const address = toCellAddress(plan.cell)
    if (address === undefined) return refuse('bad-address', plan)
    const key = keyOf(plan)
    if (taken.has(key) || own.has(key)) return refuse('conflict', plan)
    own.add(key)
    const current = lookup(plan.sheet, address)
    if (current === 'missing-sheet') return refuse('missing-sheet', plan)
    if (current.text !== plan.expected) return refuse('changed', plan, current.text)
    if (current.formula !== undefined) return refuse('formula', plan, current.text)
    if (current.locked) return refuse('protected', plan)
    if (current.richText) return refuse('rich-text', plan, current.text)
  }
  return undefined
}

const keyOf = ({sheet, cell}: {sheet: string; cell: string}): string =>
  `${sheet.toLowerCase()}!${toCellAddress(cell) ?? cell}`

/** `$d$14` → `D14`; `undefined` when it is not the address of one cell. */
export function toCellAddress(cell: string): string | undefined {
  const range = parseRange(cell)
  return range && range.top === range.bottom && range.left === range.right
    ? formatAddress(range.top, range.left)
    : undefined
}
