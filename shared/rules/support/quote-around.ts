import {quoteText} from '../../workbook/plain-text.js'

/** A stretch of text as it is quoted in a message: the whole when short, otherwise what stands around it. */
export function quoteAround(text: string, start: number, end: number, limit = 40): string {
  if (text.length <= limit) return quoteText(text, limit)
  const room = Math.max(0, Math.floor((limit - (end - start)) / 2))
  const from = Math.max(0, start - room)
  const to = Math.min(text.length, end + room)
  return `${from > 0 ? '…' : ''}${quoteText(text.slice(from, to), limit)}${to < text.length ? '…' : ''}`
}
