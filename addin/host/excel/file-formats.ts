import {builtinFormats} from '../../../shared/workbook/number-format.js'

/**
 * Format codes that Excel hands out in American notation for built-in formats whose meaning depends on the language.
 * A file holds only their number, and reading the file gives the Chinese meaning; so that both give the same text:
 */
const american: Readonly<Record<string, string | undefined>> = {
  'm/d/yyyy': builtinFormats[14],
  'm/d/yyyy h:mm': builtinFormats[22],
  '#,##0_);(#,##0)': builtinFormats[37],
  '#,##0_);[Red](#,##0)': builtinFormats[38],
  '#,##0.00_);(#,##0.00)': builtinFormats[39],
  '#,##0.00_);[Red](#,##0.00)': builtinFormats[40]
}

/** A format code from Excel as reading the saved file would give it. */
export function toFileFormat(code: string): string {
  return american[code] ?? code
}
