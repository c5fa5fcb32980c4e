import * as sheetjs from '@e965/xlsx'
import {builtinFormats} from '../../../shared/workbook/number-format.js'
import type {Workbook} from '../../../shared/workbook/workbook.js'
import {readHtml} from '../html/read-html.js'
import type {ReadLimits} from '../limits.js'
import type {LegacyFormat} from '../read-workbook-with.js'
import {toWorkbook} from './to-workbook.js'

const encodings: Record<number, string> = {
  936: 'gb18030',
  950: 'big5',
  1200: 'utf-16le',
  54936: 'gb18030',
  65001: 'utf-8'
}

/** Reads .xls and .et with SheetJS, and web pages. Throws what the libraries throw. */
export function readBinary(bytes: Uint8Array, format: LegacyFormat, limits: ReadLimits): Workbook {
  if (format === 'html') return readHtml(bytes, limits)
  resetFormats()
  const book = quietly(() =>
    sheetjs.read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellHTML: false,
      cellText: false
    })
  )
  return toWorkbook(book, format, limits)
}

/** Texts of Excel 95 are written in the code page of their time: 936 is GBK. SheetJS has none of them in its own bundle. */
sheetjs.set_cptable({
  utils: {
    decode: (page: number, bytes: ArrayLike<number>) =>
      new TextDecoder(encodings[page] ?? 'windows-1252').decode(Uint8Array.from(bytes))
  }
})

/** SheetJS keeps the formats of the files before, and its own idea of those that depend on the language. */
function resetFormats(): void {
  const table = (sheetjs.SSF as {get_table(): Record<number, string>}).get_table()
  for (const id of Object.keys(table)) if (Number(id) > 58) Reflect.deleteProperty(table, id)
  for (const [id, code] of Object.entries(builtinFormats)) table[Number(id)] = code
}

/** SheetJS prints what it does not understand; that is not for the user, and a hostile file could make it print for ever. */
function quietly<Result>(work: () => Result): Result {
  const before = {...console}
  const ignore = (): void => undefined
  Object.assign(console, {log: ignore, warn: ignore, error: ignore})
  try {
    return work()
  } finally {
    Object.assign(console, before)
  }
}
