import type {RunResult} from '../run/result.js'
import {listRows, reviewColumns} from './review-rows.js'

/**
 * One line a finding (RFC 4180), with a byte order mark so that Excel opens it as UTF-8. Text that a spreadsheet would take
 * for a formula gets an apostrophe in front.
 */
export function formatCsv(run: RunResult): string {
  const lines = [
    reviewColumns(run.locale).map(({title}) => title),
    ...listRows(run).map((row) => row.cells.map(String))
  ]
  return '\ufeff' + lines.map((line) => line.map(quote).join(',')).join('\r\n') + '\r\n'
}

function quote(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
