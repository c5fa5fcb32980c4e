import type {XmlScanner} from './xml-scanner.js'
import {standsAt} from './stands-at.js'

/** What rows that differ only in their number have in common. */
export interface PlainRow {
  number: number
  /** How deep its cells stand. */
  depth: number
  /** What stands behind the number in the tag of the row before, from its quote to `>`; '' for nothing. */
  rest: string
  hidden: boolean
}

const opening = '<row r="'
const closing = '</row>'

/** Notes the rest of the row's tag just opened, for the rows that follow. */
export function noteRow({xml, start, end, depth}: XmlScanner, row: PlainRow): void {
  const before = `${opening}${row.number}`
  row.depth = depth
  row.rest = standsAt(xml, `${before}"`, start) ? xml.slice(start + before.length, end) : ''
}

/**
 * Reads the end of a row and the tag of the next, `</row><row r="8" ht="24">`, when that differs from the last only in its
 * number, and gives the offset behind it; 0 for anything else, which is left to the scanner.
 */
export function readPlainRow(xml: string, at: number, row: PlainRow): number {
  if (row.rest === '' || !standsAt(xml, closing, at) || !standsAt(xml, opening, at + closing.length)) return 0
  const from = at + closing.length + opening.length
  let position = from
  let number = 0
  for (; ; position++) {
    const digit = xml.charCodeAt(position) - 48
    if (!(digit >= 0 && digit <= 9)) break
    number = number * 10 + digit
  }
  if (number === 0 || position - from > 6 || !standsAt(xml, row.rest, position)) return 0
  row.number = number
  return position + row.rest.length
}
