import type {Bilingual} from '../../shared/lint/define-rule.js'
import type {Workbook} from '../../shared/workbook/workbook.js'
import {defaultLimits, type ReadLimits} from './limits.js'
import {ReadError, type ReadErrorCode} from './read-error.js'
import {holdsEncryptedPackage, sniffFormat} from './sniff-format.js'
import {readXlsx} from './xlsx/read-xlsx.js'
import type {ZipCodec} from './xlsx/zip-codec.js'

export interface ReadOptions {
  limits?: Partial<ReadLimits>
}

const refusals: Record<string, [ReadErrorCode, Bilingual]> = {
  empty: [
    'empty-file',
    {
      zh: '文件是空的（0 字节）。请确认文件是否保存或传输完整。',
      en: 'The file is empty (0 bytes). Check that it was saved and transferred completely.'
    }
  ],
  encrypted: [
    'encrypted',
    {
      zh: '文件设有打开密码，无法检查。请在 Excel 或 WPS 中去掉密码后另存，再检查。',
      en: 'The file is password-protected. Remove the password in Excel or WPS, save it, and check again.'
    }
  ],
  cfb: [
    'unsupported-format',
    {
      zh: '这是旧格式（.xls、.et 或 .doc）的文件，暂不支持。请用 Excel 或 WPS 另存为 .xlsx 后再检查。',
      en: 'This is a file in an old format (.xls, .et or .doc), which is not supported yet. Save it as .xlsx and check again.'
    }
  ],
  html: [
    'unsupported-format',
    {
      zh: '这其实是网页（HTML），只是文件名像表格。请用 Excel 打开后另存为 .xlsx 再检查。',
      en: 'This is a web page (HTML) with the name of a workbook. Open it in Excel, save it as .xlsx, and check again.'
    }
  ],
  xml: [
    'unsupported-format',
    {
      zh: '这是 XML 文件，不是 .xlsx 工作簿。请另存为 .xlsx 后再检查。',
      en: 'This is an XML file, not an .xlsx workbook. Save it as .xlsx and check again.'
    }
  ],
  text: [
    'unsupported-format',
    {
      zh: '这是文本文件（可能是 CSV），不是 .xlsx 工作簿。请另存为 .xlsx 后再检查。',
      en: 'This is a text file (perhaps CSV), not an .xlsx workbook. Save it as .xlsx and check again.'
    }
  ]
}

const notAWorkbook: [ReadErrorCode, Bilingual] = [
  'not-a-workbook',
  {
    zh: '文件内容不是工作簿，可能已损坏或并非表格文件。',
    en: 'The content is not a workbook; the file may be damaged or of another kind.'
  }
]

/**
 * Reads a workbook from its bytes on any platform. The format is told from the content, not from the name. Throws
 * {@link ReadError} for anything that is no readable workbook; what can be read only in part is read and said in
 * `warnings`.
 */
export function readWorkbookWith(codec: ZipCodec, bytes: Uint8Array, options: ReadOptions = {}): Workbook {
  const format = sniffFormat(bytes)
  if (format === 'zip') return readXlsx(bytes, {...defaultLimits, ...options.limits}, codec)
  const kind = format === 'cfb' && holdsEncryptedPackage(bytes) ? 'encrypted' : format
  const [code, text] = refusals[kind] ?? notAWorkbook
  throw new ReadError(code, text)
}
