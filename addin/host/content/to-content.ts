import {formatNumber} from '../../../shared/workbook/number-format.js'
import type {CurrentCell} from './plan-changes.js'

/**
 * What is written so that the cell shows `text`: a number where a number stood and shows just so in the cell's format,
 * otherwise text.
 */
export function toContent({value, format}: CurrentCell, text: string): string | number {
  if (typeof value !== 'number' || text.trim() === '') return text
  const number = Number(text.replace(/,/g, ''))
  return Number.isFinite(number) && formatNumber(number, format) === text ? number : text
}

/** What stood in a cell as it is put back: errors as their text. */
export function toStored({value}: CurrentCell): string | number | boolean {
  return value === null ? '' : typeof value === 'object' ? value.error : value
}
