import {formatAddress, parseRange} from '../../../shared/workbook/address.js'
import type {Edit} from '../../../shared/lint/finding.js'
import type {Cell, Sheet, Workbook} from '../../../shared/workbook/workbook.js'

export interface ExpectedChanges {
  edits: Edit[]
  notes: {sheet: string; cell: string; text: string}[]
  /** Name of a sheet put before the others. */
  firstSheet?: string
}

/**
 * Compares a workbook with what it was before a change, cell by cell: values, formats, formulas, merges, notes, hidden
 * rows, columns and sheets. Gives the place of the first difference that was not wanted; `undefined` when there is none.
 */
export function findUnwantedChange(
  before: Workbook,
  after: Workbook,
  {edits, notes, firstSheet}: ExpectedChanges
): string | undefined {
  const sheets = firstSheet === undefined ? after.sheets : after.sheets.slice(1)
  if (firstSheet !== undefined && after.sheets[0]?.name !== firstSheet) return firstSheet
  if (sheets.length !== before.sheets.length || before.date1904 !== after.date1904) return '*'
  for (const [index, old] of before.sheets.entries()) {
    const now = sheets[index]
    if (now?.name !== old.name || now.visibility !== old.visibility) return old.name
    const place =
      compareCells(
        old,
        now,
        edits.filter(({sheet}) => sheet === old.name)
      ) ??
      compareNotes(
        old,
        now,
        notes.filter(({sheet}) => sheet === old.name)
      )
    if (place !== undefined) return `${old.name}!${place}`
    if (
      JSON.stringify([old.merges, old.hiddenRows, old.hiddenColumns]) !==
      JSON.stringify([now.merges, now.hiddenRows, now.hiddenColumns])
    )
      return old.name
  }
  return undefined
}

function compareCells(old: Sheet, now: Sheet, edits: Edit[]): string | undefined {
  const wanted = new Map(edits.map(({cell, to}) => [cell, to]))
  const cells = new Map(now.cells.map((cell) => [keyOf(cell), cell]))
  for (const cell of old.cells) {
    const address = formatAddress(cell.row, cell.column)
    const found = cells.get(keyOf(cell))
    cells.delete(keyOf(cell))
    const to = wanted.get(address)
    if (to !== undefined) {
      wanted.delete(address)
      if (
        (found?.text ?? '') !== to ||
        found?.formula !== undefined ||
        (found?.format !== cell.format && to !== '')
      )
        return address
    } else if (!found || !isSame(cell, found)) return address
  }
  for (const [address, to] of wanted) {
    const place = parseRange(address)
    const key = place ? keyOf({row: place.top, column: place.left}) : -1
    if ((cells.get(key)?.text ?? '') !== to) return address
    cells.delete(key)
  }
  const [extra] = cells.values()
  return extra && formatAddress(extra.row, extra.column)
}

function keyOf({row, column}: Pick<Cell, 'row' | 'column'>): number {
  return row * 16384 + column - 1
}

function isSame(a: Cell, b: Cell): boolean {
  return (
    a.text === b.text &&
    a.format === b.format &&
    a.formula === b.formula &&
    a.unknown === b.unknown &&
    a.richText === b.richText &&
    (a.value === b.value || JSON.stringify(a.value) === JSON.stringify(b.value))
  )
}

function compareNotes(old: Sheet, now: Sheet, notes: {cell: string; text: string}[]): string | undefined {
  const expected = new Map(old.notes.map(({row, column, text}) => [formatAddress(row, column), text]))
  for (const {cell, text} of notes) {
    const had = expected.get(cell)
    expected.set(cell, had === undefined ? text : `${had}\n\n${text}`)
  }
  for (const {row, column, text} of now.notes) {
    const address = formatAddress(row, column)
    if (expected.get(address) !== text) return address
    expected.delete(address)
  }
  return [...expected.keys()][0]
}
