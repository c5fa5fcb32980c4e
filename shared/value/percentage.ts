import type {CellValue} from '../workbook/workbook.js'
import {toPlainText} from '../workbook/plain-text.js'
import {parseChineseNumeral} from './chinese-numeral.js'

/**
 * Reads a cell that is a percentage and gives the ratio: `95%` → 0.95, `百分之九十五` → 0.95. A bare number is read only
 * with `bare: 'percent'` (95 → 0.95). `undefined` for anything else.
 */
export function parsePercentage(
  text: string,
  _value?: CellValue,
  options: {bare?: 'percent'} = {}
): number | undefined {
  const plain = toPlainText(text)
  const words = /^百分之([零一二三四五六七八九十百]+)$/.exec(plain)
  if (words) {
    const number = words[1] === '百' ? 100 : parseChineseNumeral(words[1] ?? '')
    return number === undefined ? undefined : number / 100
  }
  const match = /^(-?\d+(?:\.\d+)?)(%|百分比)?$/.exec(plain.replace(/,/g, ''))
  if (!match || (!match[2] && options.bare !== 'percent')) return undefined
  return Number((Number(match[1]) / 100).toPrecision(12))
}
