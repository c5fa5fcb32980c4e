import type {FormatName} from './names.js'
import {reviewColumns} from './review-rows.js'

/** So many bytes from the beginning of a file tell whether it is a report of ours. */
export const ownReportBeginning = 2048

/** The program that a written workbook names; Excel and WPS put their own name there when somebody saves it. */
export const reportApplication = 'jixiao-lint report'

/** Whether a file that begins like this is a report as this tool wrote it, so that a later run may write it again. */
export function isOwnReport(format: FormatName, beginning: Uint8Array): boolean {
  const text = new TextDecoder().decode(beginning)
  if (format === 'xlsx') return text.startsWith('PK') && text.includes(`<Application>${reportApplication}</`)
  if (format !== 'csv') return false
  const heading = text.replace(/^\ufeff/, '').split('\r\n')[0]
  return (['zh-CN', 'en'] as const).some(
    (locale) =>
      heading ===
      reviewColumns(locale)
        .map(({title}) => (title.includes(',') ? `"${title}"` : title))
        .join(',')
  )
}
