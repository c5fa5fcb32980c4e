import {Parser} from 'htmlparser2'
import type {Workbook} from '../../../shared/workbook/workbook.js'
import type {ReadLimits} from '../limits.js'
import {ReadError} from '../read-error.js'
import {TableCells} from '../table-cells.js'
import {decodeText} from '../text/decode-text.js'

/**
 * Reads the tables of a web page that bears the name of a workbook, as many systems export it: one sheet, tables one below
 * the other, `colspan` and `rowspan` as merged areas, other text as rows of its own. Every cell is text as shown. Throws
 * {@link ReadError} when there is no table.
 */
export function readHtml(bytes: Uint8Array, limits: ReadLimits): Workbook {
  const table = new TableCells(limits)
  let tables = 0
  let depth = 0
  let silent = 0
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
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (silentTags.has(name)) silent++
        else if (name === 'table') {
          if (depth++ === 0) endLoose()
          tables++
        } else if (name === 'tr' && depth === 1) {
          endCell()
          table.startRow()
        } else if ((name === 'td' || name === 'th') && depth === 1) {
          endCell()
          if (table.row === 0) table.startRow()
          cell = {text: '', columns: toSpan(attributes.colspan), rows: toSpan(attributes.rowspan)}
        } else if (name === 'br' || blocks.has(name)) write('\n')
      },
      ontext: (text) => write(text.replace(/[ \t\r\n]+/g, ' ')),
      onclosetag(name) {
        if (silentTags.has(name)) silent = Math.max(0, silent - 1)
        else if (name === 'table') {
          if (depth === 1) endCell()
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
    sheets: [
      {
        name: 'Sheet1',
        visibility: 'visible',
        cells: table.cells,
        merges: table.merges,
        notes: [],
        hiddenRows: [],
        hiddenColumns: []
      }
    ],
    warnings: []
  }
}

const silentTags = new Set(['script', 'style', 'title', 'xml', 'head', 'noscript', 'template'])
const blocks = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'section'])

function toSpan(written: string | undefined): number {
  const span = Number(written ?? 1)
  return Number.isInteger(span) && span >= 1 ? span : 1
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .replace(/^\n|\n$/g, '')
}

/** The page says its encoding itself; old exports are mostly GBK. */
function decodePage(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const label = /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase()
  if (label && /^gb/.test(label)) return new TextDecoder('gb18030').decode(bytes)
  return decodeText(bytes).text
}
