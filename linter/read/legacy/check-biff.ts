import {ReadError} from '../read-error.js'

const enum RecordType {
  End = 0x0a,
  FilePass = 0x2f,
  Sheet = 0x85,
  Begin = 0x809
}

/**
 * Looks through the first records of a binary workbook ([MS-XLS] 2.1.4): those that describe the whole workbook. Refuses
 * encrypted and truncated ones, before anything else reads them. Throws {@link ReadError}.
 */
export function checkBiff(stream: Uint8Array): void {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  if (stream.length < 4 || view.getUint16(0, true) !== RecordType.Begin) throw damaged()
  let sheets = 0
  for (let at = 0; ;) {
    if (at + 4 > stream.length) throw damaged()
    const type = view.getUint16(at, true)
    const size = view.getUint16(at + 2, true)
    if (at + 4 + size > stream.length) throw damaged()
    if (type === RecordType.FilePass) throw encrypted()
    if (type === RecordType.Sheet && size >= 4) {
      sheets++
      if (view.getUint32(at + 4, true) + 4 > stream.length) throw damaged()
    }
    if (type === RecordType.End) break
    at += 4 + size
  }
  if (sheets === 0) throw damaged()
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
