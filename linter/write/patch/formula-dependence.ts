import {contains, parseColumn, parseRange} from '../../../shared/workbook/address.js'
import {unknownFormula, type Range, type Sheet} from '../../../shared/workbook/workbook.js'

export interface FormulaTarget {
  sheet: string
  row: number
  column: number
}

/**
 * Whether any formula of the workbook may read one of the cells. Anything whose reach cannot be told from its text
 * (names, whole rows, INDIRECT, table columns, copies of a shared formula) counts as reading them: a needless
 * recalculation does no harm, a missing one leaves an old value on show.
 */
export function mayBeRead(sheets: Sheet[], targets: FormulaTarget[]): boolean {
  if (targets.length === 0) return false
  return sheets.some(({name, cells}) =>
    cells.some(({formula}) => {
      if (formula === undefined) return false
      const areas = readAreas(formula, name)
      return (
        !areas ||
        areas.some(({sheet, range}) =>
          targets.some(
            (target) =>
              target.sheet.toLowerCase() === sheet.toLowerCase() && contains(range, target.row, target.column)
          )
        )
      )
    })
  )
}

const reference =
  /(?:(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+))!)?(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\p{L}\p{N}_.(!])/gu

/** The areas a formula reads; `undefined` when its text does not tell. */
function readAreas(formula: string, ownSheet: string): {sheet: string; range: Range}[] | undefined {
  if (formula === unknownFormula) return undefined
  const areas: {sheet: string; range: Range}[] = []
  const rest = formula
    .replace(/"(?:[^"]|"")*"/g, '""')
    .replace(reference, (_, quoted: string | undefined, bare: string | undefined, area: string) => {
      areas.push({sheet: quoted?.replace(/''/g, "'") ?? bare ?? ownSheet, range: toRange(area)})
      return '0'
    })
  const words = rest.match(/[\p{L}_][\p{L}\p{N}_.]*\(?/gu) ?? []
  const isOpen =
    /[[\]!{:#]/.test(rest) ||
    words.some((word) =>
      word.endsWith('(') ? /^(?:INDIRECT|OFFSET)\($/i.test(word) : !/^(?:TRUE|FALSE)$/i.test(word)
    )
  return isOpen ? undefined : areas
}

/** `$A$1:B9` or whole columns `A:C`. */
function toRange(area: string): Range {
  const range = parseRange(area)
  if (range) return range
  const [first = 0, last = 0] = area.replace(/\$/g, '').split(':').map(parseColumn)
  return {top: 1, bottom: Infinity, left: Math.min(first, last), right: Math.max(first, last)}
}
