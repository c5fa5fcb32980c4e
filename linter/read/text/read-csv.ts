import type {Cell, ReadWarning, Workbook} from '../../../shared/workbook/workbook.js'
import {lastColumn, lastRow, type ReadLimits} from '../limits.js'
import {plainSheet} from '../plain-sheet.js'
import {ReadError} from '../read-error.js'
import {refuseTooMany, refuseTooWide} from '../too-large.js'
import {decodeText} from './decode-text.js'

/**
 * Reads comma-, tab- or semicolon-separated text (RFC 4180) as one sheet. Every cell is text, as it stands: nothing is
 * taken for a number or a date, so codes keep their zeros. Throws {@link ReadError}.
 */
export function readCsv(bytes: Uint8Array, limits: ReadLimits): Workbook {
  const {text, replaced} = decodeText(bytes)
  // Excel's own hint in the first line.
  const hint = /^\ufeff?sep=(.)\r?\n/.exec(text)
  const start = hint ? hint[0].length : text.startsWith('\ufeff') ? 1 : 0
  const separator = hint?.[1] ?? chooseSeparator(text)
  if (!text.includes(separator, start) || hasControls(text)) {
    throw new ReadError('not-a-workbook', {
      zh: '这是文本文件，里面没有用逗号、制表符或分号分开的表格。请另存为 .xlsx 后再检查。',
      en: 'This is a text file without a table parted by commas, tabs or semicolons. Save it as .xlsx and check again.'
    })
  }
  return {
    format: separator === '\t' ? 'tsv' : 'csv',
    date1904: false,
    sheets: [plainSheet('Sheet1', readCells(text, start, separator, limits))],
    warnings: warnOfLoss(text, replaced)
  }
}

/** Control characters other than tab and line ends: binary data that happens to decode. */
function hasControls(text: string): boolean {
  return /[\u0000-\u0008\u000b\u000e-\u001f]/.test(text)
}

/** The separator that stands most often outside quotation marks in the first lines. */
function chooseSeparator(text: string): string {
  const counts: Record<string, number> = {',': 0, '\t': 0, ';': 0}
  let isQuoted = false
  for (const character of text.slice(0, 20_000)) {
    if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && character in counts) counts[character] = (counts[character] ?? 0) + 1
  }
  return Object.entries(counts).reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}

/** Quoted cells may hold separators, line breaks and doubled quotation marks. */
function readCells(text: string, start: number, separator: string, limits: ReadLimits): Cell[] {
  const cells: Cell[] = []
  let row = 1
  let column = 1
  let at = start
  while (at < text.length) {
    let content = ''
    // A quotation mark that is never closed is a character like any other.
    const close = text[at] === '"' ? findClosingQuote(text, at + 1) : -1
    if (close >= 0) {
      content = text.slice(at + 1, close).replaceAll('""', '"')
      at = close + 1
    }
    const end = findMark(text, at, separator)
    content += text.slice(at, end)
    at = end
    if (content !== '') {
      if (row > lastRow || column > lastColumn) throw refuseTooWide()
      if (cells.length >= limits.cells) throw refuseTooMany('cells', limits)
      const value = content.includes('\r') ? content.replace(/\r\n?/g, '\n') : content
      cells.push({row, column, text: value, value})
    }
    if (text[at] === separator) column++
    else {
      row++
      column = 1
      if (text[at] === '\r' && text[at + 1] === '\n') at++
    }
    at++
  }
  return cells
}

function findClosingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

function findMark(text: string, from: number, separator: string): number {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

/** Characters that the program which wrote the file, or a transfer, has destroyed. */
function warnOfLoss(text: string, replaced: number): ReadWarning[] {
  const marks = text.match(/\?{3,}/g)?.reduce((sum, run) => sum + run.length, 0) ?? 0
  if (replaced === 0 && (marks < 20 || /[\u4e00-\u9fff]/.test(text))) return []
  return [
    {
      code: 'characters-lost',
      message:
        replaced > 0
          ? {
              zh: `有 ${replaced} 个字符无法识别，显示为“\ufffd”，这些单元格的检查结果可能不准。请用原文件另存为 .xlsx 后再检查。`,
              en: `${replaced} characters cannot be read and are shown as "\ufffd"; findings in these cells may be wrong. Save the original file as .xlsx and check again.`
            }
          : {
              zh: '文件中的汉字都变成了“?”，另存为 .csv 时编码选错了。请用原文件另存为 .xlsx 或“CSV UTF-8”后再检查。',
              en: 'All Chinese characters of the file have become "?": it was saved with a wrong encoding. Save the original file as .xlsx or "CSV UTF-8" and check again.'
            }
    }
  ]
}
