import {Parser} from 'htmlparser2'
import type {Workbook} from '../../../shared/workbook/workbook.js'
import type {ReadLimits} from '../limits.js'
import {plainSheet} from '../plain-sheet.js'
import {ReadError} from '../read-error.js'
import {TableCells} from '../table-cells.js'
import {byteOrderMark, decodeText} from '../text/decode-text.js'

/**
 * Reads the tables of a web page that bears the name of a workbook, as many systems export it: one sheet, tables one below
 * the other, `colspan` and `rowspan` as merged areas, other text as rows of its own. Every cell is text as shown. Throws
 * {@link ReadError}, also when there is no table.
 */
export function readHtml(bytes: Uint8Array, limits: ReadLimits): Workbook {
  const table = new TableCells(limits)
  let tables = 0
  let depth = 0
  let silent = 0
  let inRow = false
  let cell: {text: string; columns: number; rows: number} | undefined
  let loose = ''
  const endLoose = (): void => {
    const text = tidy(loose)
    loose = ''
    if (text === '') return
    table.startRow()
    table.add(text)
  }
  const endCell = (): void => {
    if (cell) table.add(tidy(cell.text), cell.columns, cell.rows)
    cell = undefined
  }
  const write = (text: string): void => {
    if (silent > 0) return
    if (cell) cell.text += text
    else if (depth === 0) loose += text
  }
  const openOuter = (name: string, attributes: Record<string, string>): void => {
    endCell()
    if (name === 'tr' || !inRow) table.startRow()
    inRow = true
    if (name === 'tr') return
    const {colspan, rowspan} = attributes
    cell = {text: '', columns: toSpan(colspan), rows: rowspan === '0' ? toTheEnd : toSpan(rowspan)}
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (silentTags.has(name)) silent++
        else if (name === 'table') {
          if (depth++ > 0) write('\n')
          else {
            endLoose()
            inRow = false
          }
          tables++
        } else if (name === 'tr' || name === 'td' || name === 'th') {
          if (depth === 1) openOuter(name, attributes)
          else write(name === 'tr' ? '\n' : ' ')
        } else if (name === 'br' || blocks.has(name)) write('\n')
      },
      ontext: (text) => write(text.replace(/[ \t\r\n]+/g, ' ')),
      onclosetag(name) {
        if (silentTags.has(name)) silent = Math.max(0, silent - 1)
        else if (name === 'table') {
          if (depth === 1) {
            endCell()
            table.endTable()
          }
          depth = Math.max(0, depth - 1)
        } else if ((name === 'td' || name === 'th') && depth === 1) endCell()
        else if (blocks.has(name)) {
          write('\n')
          if (depth === 0) endLoose()
        }
      }
    },
    {decodeEntities: true}
  )
  parser.write(decodePage(bytes))
  parser.end()
  endCell()
  table.endTable()
  endLoose()
  if (tables === 0) {
    throw new ReadError('not-a-workbook', {
      zh: '这其实是网页（HTML），里面没有表格。请确认文件是否下载完整。',
      en: 'This is a web page (HTML) without any table. Check whether the file was downloaded completely.'
    })
  }
  return {
    format: 'html',
    date1904: false,
    sheets: [plainSheet('Sheet1', table.cells, table.merges)],
    warnings: []
  }
}

/** The head is none of them: sloppy exports never close it. */
const silentTags = new Set(['script', 'style', 'title', 'xml', 'noscript', 'template'])
const blocks = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'section'])

/** Rows of a cell that goes down to the end of its table; no span may be larger (HTML standard, 4.9.11). */
const toTheEnd = 65_534

function toSpan(written: string | undefined): number {
  const span = Number(written ?? 1)
  return Number.isInteger(span) && span >= 1 ? Math.min(span, toTheEnd) : 1
}

/** Blanks at the ends of lines go; a cell of nothing but blanks (`&nbsp;`) is empty. */
function tidy(text: string): string {
  if (text.trim() === '') return ''
  return text
    .split('\n')
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .replace(/^\n|\n$/g, '')
}

/** The page says its encoding itself, unless a byte order mark does; old exports are mostly GBK. */
function decodePage(bytes: Uint8Array): string {
  if (byteOrderMark(bytes)) return decodeText(bytes).text
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const label = /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase()
  if (label && /^(?:gb|x-gbk|cp936|936)/.test(label)) return new TextDecoder('gb18030').decode(bytes)
  return decodeText(bytes).text
}
