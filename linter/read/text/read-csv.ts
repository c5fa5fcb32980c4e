import type {Cell, Workbook} from '../../../shared/workbook/workbook.js'
import type {ReadLimits} from '../limits.js'
import {ReadError} from '../read-error.js'
import {decodeText} from './decode-text.js'

/**
 * Reads comma-, tab- or semicolon-separated text (RFC 4180) as one sheet. Every cell is text, as it stands: nothing is
 * taken for a number or a date, so codes keep their zeros. Throws {@link ReadError}.
 */
export function readCsv(bytes: Uint8Array, limits: ReadLimits): Workbook {
  const {text} = decodeText(bytes)
  const separator = chooseSeparator(text)
  if (!text.includes(separator) || hasControls(text)) {
    throw new ReadError('not-a-workbook', {
      zh: '这是文本文件，里面没有用逗号、制表符或分号分开的表格。请另存为 .xlsx 后再检查。',
      en: 'This is a text file without a table parted by commas, tabs or semicolons. Save it as .xlsx and check again.'
    })
  }
  const cells: Cell[] = []
  let number = 0
  for (const row of splitRows(text, separator)) {
    number++
    for (const [at, content] of row.entries()) {
      if (content === '') continue
      if (cells.length >= limits.cells) throw tooMany(limits)
      cells.push({row: number, column: at + 1, text: content, value: content})
    }
  }
  return {
    format: separator === '\t' ? 'tsv' : 'csv',
    date1904: false,
    sheets: [
      {
        name: 'Sheet1',
        visibility: 'visible',
        cells,
        merges: [],
        notes: [],
        hiddenRows: [],
        hiddenColumns: []
      }
    ],
    warnings: []
  }
}

/** Control characters other than tab and line ends: binary data that happens to decode. */
function hasControls(text: string): boolean {
  return /[\u0000-\u0008\u000b\u000e-\u001f]/.test(text)
}

/** The separator that stands most often outside quotation marks in the first lines. */
function chooseSeparator(text: string): string {
  const bare = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '')
  const count = (mark: string): number => bare.split(mark).length
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** Rows of cells; quoted cells may hold separators, line breaks and doubled quotation marks. */
function* splitRows(text: string, separator: string): Generator<string[]> {
  let row: string[] = []
  let at = text.startsWith('\ufeff') ? 1 : 0
  // Excel's own hint in the first line.
  const hint = /^sep=.\r?\n/.exec(text.slice(at))
  if (hint) at += hint[0].length
  while (at < text.length) {
    let content: string
    if (text[at] === '"') {
      let end = at + 1
      while (end < text.length && !(text[end] === '"' && text[end + 1] !== '"'))
        end += text[end] === '"' ? 2 : 1
      content = text.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
      const rest = nextMark(text, at, separator)
      content += text.slice(at, rest)
      at = rest
    } else {
      const end = nextMark(text, at, separator)
      content = text.slice(at, end)
      at = end
    }
    row.push(content.replace(/\r\n?/g, '\n'))
    if (text[at] === separator) {
      at++
      if (at < text.length) continue
    } else if (text[at] === '\r' && text[at + 1] === '\n') at += 2
    else at++
    yield row
    row = []
  }
}

function nextMark(text: string, from: number, separator: string): number {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

function tooMany(limits: ReadLimits): ReadError {
  return new ReadError('too-large', {
    zh: `单元格超过 ${limits.cells} 个，不像绩效目标表，已拒绝读取。`,
    en: `The file has more than ${limits.cells} cells; this is no target workbook.`
  })
}
