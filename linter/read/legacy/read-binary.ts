import * as sheetjs from '@e965/xlsx'
import type {Workbook} from '../../../shared/workbook/workbook.js'
import {readHtml} from '../html/read-html.js'
import {defaultLimits} from '../limits.js'
import {toWorkbook} from './to-workbook.js'

/** Reads .xls, .et, .xlsb and Excel 2003 XML with SheetJS, and web pages. Throws what the libraries throw. */
export function readBinary(bytes: Uint8Array, format: string): Workbook {
  if (format === 'html') return readHtml(bytes, defaultLimits)
  const book = sheetjs.read(bytes, {
    type: 'array',
    dense: true,
    cellNF: true,
    cellStyles: true,
    cellHTML: false
  })
  return toWorkbook(book, format)
}
