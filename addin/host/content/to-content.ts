import {findNumberFor} from '../../../shared/workbook/number-for-text.js'
import type {CurrentCell} from './plan-changes.js'

/**
 * What is written so that the cell shows `text`, as in a patched file: a number where a number stood and is shown just so
 * in the cell's format, otherwise text.
 */
export function toContent(current: CurrentCell, text: string, date1904: boolean): string | number {
  return (text === '' ? undefined : findNumberFor(text, current, date1904)) ?? text
}

/** What stood in a cell as it is put back: errors as their text. */
export function toStored({value}: CurrentCell): string | number | boolean {
  return value === null ? '' : typeof value === 'object' ? value.error : value
}
