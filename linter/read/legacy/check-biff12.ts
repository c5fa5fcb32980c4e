import {lastColumn, lastRow} from '../limits.js'
import {ReadError} from '../read-error.js'

/** Records that hold places, with the offsets of rows and columns in them ([MS-XLSB] 2.4); all 32-bit. */
const places = new Map<number, {rows?: number[]; columns?: number[]}>([
  [0x00, {rows: [0]}],
  // Columns with their widths.
  [0x3c, {columns: [0, 4]}],
  // The area in use.
  [0x94, {rows: [0, 4], columns: [8, 12]}],
  // A merged area.
  [0xb0, {rows: [0, 4], columns: [8, 12]}],
  // A hyperlink.
  [0x1ee, {rows: [0, 4], columns: [8, 12]}],
  // A note.
  [0x27b, {rows: [4, 8], columns: [12, 16]}]
])
for (let cell = 1; cell <= 11; cell++) places.set(cell, {columns: [0]})

/**
 * Looks through the records of a part of a binary package (.xlsb): refuses records that end behind it and places beyond the
 * grid, over which the library would count without end. Throws {@link ReadError}.
 */
export function checkBiff12(content: Uint8Array, part: string): void {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  const isSheet = /worksheets\/[^/]*\.bin$/.test(part)
  let at = 0
  /** A number of 7 bits a byte, the lowest first. */
  const readNumber = (most: number): number => {
    let number = 0
    for (let index = 0; index < most; index++) {
      const byte = content[at++]
      if (byte === undefined) throw damaged(part)
      number |= (byte & 0x7f) << (7 * index)
      if (byte < 0x80) break
    }
    return number
  }
  while (at < content.length) {
    const first = content[at++] ?? 0
    const type = first < 0x80 ? first : (first & 0x7f) | (((content[at++] ?? 0) & 0x7f) << 7)
    const size = readNumber(4)
    if (at + size > content.length) throw damaged(part)
    const place = isSheet || type === 0x27b ? places.get(type) : undefined
    for (const offset of place?.rows ?? [])
      if (offset + 4 > size || view.getUint32(at + offset, true) >= lastRow) throw damaged(part)
    for (const offset of place?.columns ?? [])
      if (offset + 4 > size || view.getUint32(at + offset, true) >= lastColumn) throw damaged(part)
    at += size
  }
}

function damaged(part: string): ReadError {
  return new ReadError(
    'damaged',
    {
      zh: `文件已损坏：部件“${part}”的内容有误。请重新获取该文件，或用 Excel、WPS 打开核对后另存为 .xlsx。`,
      en: `The file is damaged: the content of the part "${part}" is wrong. Get another copy, or open it in Excel or WPS and save it as .xlsx.`
    },
    part
  )
}
