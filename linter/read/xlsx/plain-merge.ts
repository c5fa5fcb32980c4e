import type {Range} from '../../../shared/workbook/workbook.js'
import {readPlace, type Place} from './place.js'
import {quickLength, standsAt} from './stands-at.js'

const opening = '<mergeCell ref="'
const head = opening.slice(0, quickLength)
const tail = opening.slice(quickLength)
const place: Place = {row: 0, column: 0}

/**
 * Reads `<mergeCell ref="B2:F9"/>` into `range` and gives the offset behind it; 0 for anything else, which is left to the
 * scanner.
 */
export function readPlainMerge(xml: string, at: number, range: Range): number {
  if (!standsAt(xml, head, at) || !standsAt(xml, tail, at + quickLength)) return 0
  const colon = readPlace(xml, at + opening.length, place)
  if (colon === 0 || xml.charCodeAt(colon) !== 58) return 0
  range.top = place.row
  range.left = place.column
  const end = readPlace(xml, colon + 1, place)
  if (end === 0 || !standsAt(xml, '"/>', end)) return 0
  range.bottom = place.row
  range.right = place.column
  return range.right >= range.left && range.bottom >= range.top ? end + 3 : 0
}
