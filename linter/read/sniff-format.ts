import {byteOrderMark} from './text/decode-text.js'

/** What a file is by its first bytes, whatever its name says. */
export type SniffedFormat =
  | 'empty'
  | 'zip'
  | 'cfb'
  | 'bare-biff'
  | 'html'
  | 'excel-xml'
  | 'xml'
  | 'mhtml'
  | 'rtf'
  | 'pdf'
  | 'text'
  | 'unknown'

/** Tells a file's format from its content. */
export function sniffFormat(bytes: Uint8Array): SniffedFormat {
  if (bytes.length === 0) return 'empty'
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7))
    return 'zip'
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) return 'cfb'
  // BIFF2 to BIFF5 without a compound file around it, as small exporters write.
  if (bytes[0] === 9 && [0, 2, 4, 8].includes(bytes[1] ?? -1) && bytes[3] === 0) return 'bare-biff'
  const mark = byteOrderMark(bytes)
  const start = new TextDecoder(mark ?? 'latin1').decode(bytes.subarray(0, 4096))
  // Pages may begin with comments.
  const head = start.replace(/^\ufeff?\s*(?:<!--(?!\[if)[^]{0,2000}?-->\s*)*/, '')
  if (/^<(?:!doctype html|html|table|tr|head|meta|body|div|style|script|center|font|p|!--)\b/i.test(head))
    return 'html'
  if (head.startsWith('<?xml') || /^<(?:\w+:)?Workbook\b/.test(head)) {
    if (/Excel\.Sheet|urn:schemas-microsoft-com:office:spreadsheet/.test(head)) return 'excel-xml'
    return /<html/i.test(head) ? 'html' : 'xml'
  }
  if (/^(?:MIME-Version|Content-Type|Message-ID|From|Date):[^\n]*\n[^]*multipart\/related/i.test(head))
    return 'mhtml'
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (head.startsWith('%PDF-')) return 'pdf'
  return hasControls(start) ? 'unknown' : 'text'
}

/** Control characters other than tab and line ends mean binary data. */
function hasControls(text: string): boolean {
  return /[\u0000-\u0008\u000e-\u001a]/.test(text)
}
