import {ReadError} from '../read-error.js'

const enum RecordType {
  OldText = 0x07,
  End = 0x0a,
  FilePass = 0x2f,
  Sheet = 0x85,
  Begin = 0x809
}

/** No record may be larger ([MS-XLS] 2.1.4); longer content is continued in further records. */
const longest = 8224

/**
 * Walks the records of a binary workbook ([MS-XLS] 2.1.4) and gives the part of the stream that they fill. Refuses
 * encrypted, truncated and inconsistent ones, before anything else reads them. Throws {@link ReadError}.
 */
export function checkBiff(stream: Uint8Array): Uint8Array {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  if (stream.length < 4 || view.getUint16(0, true) !== RecordType.Begin) throw damaged()
  const sheets: number[] = []
  let depth = 0
  let at = 0
  let end = 0
  while (at + 4 <= stream.length) {
    const type = view.getUint16(at, true)
    const size = view.getUint16(at + 2, true)
    if (depth === 0 && type !== RecordType.Begin) {
      // What stands between or behind the parts of the workbook: nothing but padding.
      if (type !== 0 || size !== 0) break
      at += 4
      continue
    }
    if (size > longest || at + 4 + size > stream.length) throw damaged()
    if (type === RecordType.FilePass) throw encrypted()
    // A text as workbooks of Excel 2 had them; the library would look for its end beyond the record.
    if (type === RecordType.OldText) throw damaged()
    if (type === RecordType.Sheet && size >= 4) sheets.push(view.getUint32(at + 4, true))
    if (type === RecordType.Begin) depth++
    at += 4 + size
    if (type === RecordType.End && --depth === 0) end = at
  }
  if (depth > 0 || sheets.length === 0 || sheets.some((start) => start >= end)) throw damaged()
  return stream.subarray(0, end)
}

function encrypted(): ReadError {
  return new ReadError('encrypted', {
    zh: '文件设有打开密码，无法检查。请在 Excel 或 WPS 中去掉密码后另存，再检查。',
    en: 'The file is password-protected. Remove the password in Excel or WPS, save it, and check again.'
  })
}

function damaged(): ReadError {
  return new ReadError('damaged', {
    zh: '文件已损坏，工作簿的内容不完整。请重新获取该文件，或用 Excel、WPS 打开核对后另存为 .xlsx。',
    en: 'The file is damaged; the content of the workbook is incomplete. Get another copy, or open it in Excel or WPS and save it as .xlsx.'
  })
}
