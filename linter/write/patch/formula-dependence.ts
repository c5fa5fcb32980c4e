import {contains, parseColumn, parseRange} from '../../../shared/workbook/address.js'
import type {Sheet} from '../../../shared/workbook/workbook.js'

/**
 * Whether any formula of the workbook may read that cell. Anything whose reach cannot be told from its text (names,
 * whole rows, INDIRECT, table columns, copies of a shared formula) counts as reading it: a needless recalculation does
 * no harm, a missing one leaves an old value on show.
 */
export function mayBeRead(sheets: Sheet[], target: {sheet: string; row: number; column: number}): boolean {
  return sheets.some(({name, cells}) =>
    cells.some(({formula}) => formula !== undefined && mayRead(formula, name, target))
  )
}

const reference =
  /(?:(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+))!)?(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\p{L}\p{N}_.(!])/gu

function mayRead(
  formula: string,
  ownSheet: string,
  target: {sheet: string; row: number; column: number}
): boolean {
  if (formula === '') return true
  const withoutTexts = formula.replace(/"(?:[^"]|"")*"/g, '""')
  let found = false
  const rest = withoutTexts.replace(
    reference,
    (_, quoted: string | undefined, bare: string | undefined, area: string) => {
      const sheet = quoted?.replace(/''/g, "'") ?? bare ?? ownSheet
      if (sheet.toLowerCase() === target.sheet.toLowerCase() && covers(area, target)) found = true
      return '0'
    }
  )
  if (found) return true
  const words = rest.match(/[\p{L}_][\p{L}\p{N}_.]*\(?/gu) ?? []
  return (
    /[[\]!{:#]/.test(rest) ||
    words.some((word) =>
      word.endsWith('(') ? /^(?:INDIRECT|OFFSET)\($/i.test(word) : !/^(?:TRUE|FALSE)$/i.test(word)
    )
  )
}

function covers(area: string, {row, column}: {row: number; column: number}): boolean {
  const range = parseRange(area)
  if (range) return contains(range, row, column)
  const [first = 0, last = 0] = area.replace(/\$/g, '').split(':').map(parseColumn)
  return column >= Math.min(first, last) && column <= Math.max(first, last)
}
