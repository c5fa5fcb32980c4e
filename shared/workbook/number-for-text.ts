import {formatNumber} from './number-format.js'
import type {Cell} from './workbook.js'

/** Days from the serial date 0 of the 1900 system, which counts 29 February 1900, to 1 January 1970. */
const epoch = 25569
const days1904 = 1462

/**
 * The number that a number cell must hold to be shown as `text` with the format it has; `undefined` when the text is
 * not what that format shows of any number, so that it can only be written as text.
 */
export function findNumberFor(
  text: string,
  cell: Pick<Cell, 'value' | 'format'>,
  date1904: boolean
): number | undefined {
  if (typeof cell.value !== 'number') return undefined
  const format = cell.format ?? 'General'
  const plain = text.replace(/,/g, '')
  const digits = /-?\d+(?:\.\d+)?(?:E[+-]?\d+)?/.exec(plain)?.[0]
  const number = digits === undefined ? undefined : Number(digits)
  const candidates = [
    ...(number === undefined
      ? []
      : [number, number / 100, Number((number / 100).toPrecision(15)), number * 10000]),
    ...readDate(text, date1904)
  ]
  return candidates.find((candidate) => formatNumber(candidate, format, date1904) === text)
}

function readDate(text: string, date1904: boolean): number[] {
  const [, year, month, day = '1'] = /(\d{4})\D+(\d{1,2})(?:\D+(\d{1,2}))?/.exec(text) ?? []
  if (year === undefined || month === undefined) return []
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000
  return [days + epoch - (date1904 ? days1904 : 0)]
}
