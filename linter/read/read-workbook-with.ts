import type {Bilingual} from '../../shared/lint/define-rule.js'
import type {Workbook} from '../../shared/workbook/workbook.js'
import {defaultLimits, type ReadLimits} from './limits.js'
import {ReadError, type ReadErrorCode} from './read-error.js'
import {sniffFormat} from './sniff-format.js'
import {readExcelXml} from './excel-xml/read-excel-xml.js'
import {checkBiff} from './legacy/check-biff.js'
import {readXlsb} from './xlsb/read-xlsb.js'
import {openCompoundFile} from './legacy/compound-file.js'
import {readDocx} from './docx/read-docx.js'
import {readOds} from './ods/read-ods.js'
import {readCsv} from './text/read-csv.js'
import {readXlsx} from './xlsx/read-xlsx.js'
import {decodeXml} from './xlsx/xml-scanner.js'
import type {ZipCodec} from './xlsx/zip-codec.js'
import {openZip, type ZipArchive} from './xlsx/zip-directory.js'

export interface ReadOptions {
  limits?: Partial<ReadLimits>
}

/** Formats that are read apart from the rest, for their size of code or their danger. */
export type LegacyFormat = 'xls' | 'html'

/** What a platform brings along. */
export interface Platform {
  codec: ZipCodec
  /** Reads the workbook stream of .xls and .et (`xls`), and a web page with the name of a workbook (`html`). */
  readLegacy?: (bytes: Uint8Array, format: LegacyFormat, limits: ReadLimits) => Workbook
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
      zh: '这是旧格式（.xls、.et 或 .doc）的文件，这里不能读取。请用 Excel 或 WPS 另存为 .xlsx 后再检查。',
      en: 'This is a file in an old format (.xls, .et or .doc), which cannot be read here. Save it as .xlsx and check again.'
    }
  ],
  document: [
    'unsupported-format',
    {
      zh: '这是旧格式的 Word 或 WPS 文字文件（.doc、.wps），不能读取。请另存为 .docx，或把表格复制到 Excel 后再检查。',
      en: 'This is an old Word or WPS text document (.doc, .wps), which cannot be read. Save it as .docx, or copy the tables into Excel, and check again.'
    }
  ],
  presentation: [
    'unsupported-format',
    {
      zh: '这是演示文稿（.ppt、.dps），不是工作簿，不能检查。请提供 .xlsx 表格。',
      en: 'This is a presentation (.ppt, .dps), not a workbook. Give the tables as .xlsx.'
    }
  ],
  rtf: [
    'unsupported-format',
    {
      zh: '这是 RTF 文档，不能读取。请另存为 .docx，或把表格复制到 Excel 后再检查。',
      en: 'This is an RTF document, which cannot be read. Save it as .docx, or copy the tables into Excel, and check again.'
    }
  ],
  pdf: [
    'unsupported-format',
    {
      zh: '这是 PDF 文件，不能读取。请提供原来的 .xlsx 或 .docx 文件。',
      en: 'This is a PDF file, which cannot be read. Give the original .xlsx or .docx file.'
    }
  ],
  mhtml: [
    'unsupported-format',
    {
      zh: '这其实是单个文件网页（MHTML），只是文件名像表格。请用 Excel 打开后另存为 .xlsx 再检查。',
      en: 'This is a single-file web page (MHTML) with the name of a workbook. Open it in Excel, save it as .xlsx, and check again.'
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
      zh: '这是 XML 文件，不是工作簿。请另存为 .xlsx 后再检查。',
      en: 'This is an XML file, not a workbook. Save it as .xlsx and check again.'
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
export function readWorkbookWith(platform: Platform, bytes: Uint8Array, options: ReadOptions = {}): Workbook {
  const limits = options.limits === undefined ? defaultLimits : {...defaultLimits, ...options.limits}
  const format = sniffFormat(bytes)
  switch (format) {
    case 'zip':
      return readPackage(platform, bytes, limits)
    case 'text':
      return readCsv(bytes, limits)
    case 'excel-xml':
      return readExcelXml(bytes, limits)
    case 'html':
      if (platform.readLegacy) return platform.readLegacy(bytes, 'html', limits)
      break
    case 'cfb':
      return readCompound(platform, bytes, limits)
  }
  throw refuse(format === 'bare-biff' ? 'cfb' : format)
}

/** A compound file is told by the streams at its top: protected package, old workbook, text document, presentation. */
function readCompound(platform: Platform, bytes: Uint8Array, limits: ReadLimits): Workbook {
  const file = openCompoundFile(bytes)
  if (file.has('EncryptedPackage') || file.has('EncryptionInfo')) throw refuse('encrypted')
  const stream = ['Workbook', 'Book'].find((name) => file.has(name))
  if (stream === undefined) {
    if (file.has('WordDocument')) throw refuse('document')
    throw refuse(file.has('PowerPoint Document') ? 'presentation' : 'unknown')
  }
  const workbook = checkBiff(file.read(stream))
  // The stream alone: nothing else of the file needs to be parsed by foreign code.
  if (platform.readLegacy) return platform.readLegacy(workbook, 'xls', limits)
  throw refuse('cfb')
}

/** A zip archive is told by its parts: OpenDocument, Word, binary or ordinary workbook. */
function readPackage(platform: Platform, bytes: Uint8Array, limits: ReadLimits): Workbook {
  const archive = openZip(bytes, limits, platform.codec)
  if (!archive.has('xl/workbook.xml')) {
    if (isEncryptedDocument(archive)) throw refuse('encrypted')
    if (archive.has('xl/workbook.bin')) return readXlsb(archive, limits)
    if (archive.has('content.xml') && isSpreadsheet(archive)) return readOds(archive, limits)
    if (archive.has('word/document.xml')) return readDocx(archive, limits)
  }
  return readXlsx(archive, limits)
}

/** The manifest of an OpenDocument file says which of its parts are encrypted (ODF 1.3 part 2, 4.4). */
function isEncryptedDocument(archive: ZipArchive): boolean {
  const manifest = 'META-INF/manifest.xml'
  return archive.has(manifest) && decodeXml(archive.read(manifest), manifest).includes('encryption-data')
}

/** The type of an OpenDocument file; files without it are taken for what they hold. */
function isSpreadsheet(archive: ZipArchive): boolean {
  if (!archive.has('mimetype')) return true
  return new TextDecoder().decode(archive.read('mimetype')).includes('spreadsheet')
}

function refuse(kind: string): ReadError {
  const [code, text] = refusals[kind] ?? notAWorkbook
  return new ReadError(code, text)
}
