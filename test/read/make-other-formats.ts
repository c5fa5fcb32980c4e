import * as sheetjs from '@e965/xlsx'
import {formatAddress, formatRange} from '../../shared/workbook/address.js'
import type {Cell, Range, Sheet, Workbook} from '../../shared/workbook/workbook.js'
import {zipParts} from './make-xlsx.js'

/** Escapes text for XML and HTML. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Rows of the sheet: for each place its cell, the merge that begins there, or that it is covered. */
interface Place {
  cell?: Cell
  merge?: Range
  covered?: Range
}

function layOut({cells, merges}: Sheet): Place[][] {
  const rows = Math.max(0, ...cells.map(({row}) => row), ...merges.map(({bottom}) => bottom))
  const columns = Math.max(0, ...cells.map(({column}) => column), ...merges.map(({right}) => right))
  const grid = Array.from({length: rows}, () => Array.from({length: columns}, (): Place => ({})))
  for (const merge of merges) {
    for (let row = merge.top; row <= merge.bottom; row++)
      for (let column = merge.left; column <= merge.right; column++)
        grid[row - 1]![column - 1]!.covered = merge
    grid[merge.top - 1]![merge.left - 1] = {merge}
  }
  for (const cell of cells) grid[cell.row - 1]![cell.column - 1]!.cell = cell
  return grid
}

const spread = ({top, left, bottom, right}: Range): {rows: number; columns: number} => ({
  rows: bottom - top + 1,
  columns: right - left + 1
})

const odsNames =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'

/** The parts of an .ods around the text of its tables. */
export function odsParts(tables: string, styles = ''): Record<string, string> {
  return {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${odsNames}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    'META-INF/manifest.xml':
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
  }
}

export function makeOds({sheets}: Workbook): Uint8Array {
  const cell = ({cell, merge, covered}: Place): string => {
    if (covered) return '<table:covered-table-cell/>'
    const span = merge && spread(merge)
    const spans = span
      ? ` table:number-columns-spanned="${span.columns}" table:number-rows-spanned="${span.rows}"`
      : ''
    const type =
      typeof cell?.value === 'number'
        ? ` office:value-type="${cell.format?.endsWith('%') ? 'percentage' : 'float'}" office:value="${cell.value}"`
        : ''
    const paragraphs = (cell?.text ?? '')
      .split('\n')
      .map((line) => `<text:p>${escapeText(line)}</text:p>`)
      .join('')
    return `<table:table-cell${spans}${type}>${cell ? paragraphs : ''}</table:table-cell>`
  }
  const tables = sheets.map(
    (sheet) =>
      `<table:table table:name="${escapeText(sheet.name)}">${layOut(sheet)
        .map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`)
        .join('')}</table:table>`
  )
  return zipParts(odsParts(tables.join('')))
}

/** A .docx around the text of its body. */
export function wordDocument(body: string): Uint8Array {
  return zipParts({
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}<w:sectPr/></w:body></w:document>`
  })
}

export function wordParagraph(text: string): string {
  const runs = text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escapeText(line)}</w:t>`)
    .join('<w:br/>')
  return `<w:p><w:r>${runs}</w:r></w:p>`
}

export function wordCell(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${wordParagraph(text)}</w:tc>`
}

/** One table for the first sheet. */
export function makeDocx({sheets}: Workbook): Uint8Array {
  const rows = layOut(sheets[0]!).map((row, index) => {
    const cells = row.flatMap(({cell, merge, covered}, column) => {
      if (covered && covered.left !== column + 1) return []
      const area = merge ?? covered
      const span = area ? `<w:gridSpan w:val="${spread(area).columns}"/>` : ''
      const down =
        area && area.bottom > area.top
          ? area.top === index + 1
            ? '<w:vMerge w:val="restart"/>'
            : '<w:vMerge/>'
          : ''
      return wordCell(cell?.text ?? '', span + down)
    })
    return `<w:tr>${cells.join('')}</w:tr>`
  })
  return wordDocument(`<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`)
}

/** One table for the first sheet. */
export function makeHtml({sheets}: Workbook, charset = 'utf-8'): string {
  const rows = layOut(sheets[0]!).map((row) => {
    const cells = row.flatMap(({cell, merge, covered}) => {
      if (covered) return []
      const span = merge && spread(merge)
      const spans = span ? ` colspan="${span.columns}" rowspan=${span.rows}` : ''
      return `<td${spans}>${escapeText(cell?.text ?? '').replaceAll('\n', '<br>')}</td>`
    })
    return `<tr>${cells.join('\n')}</tr>`
  })
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><style>td {color: red}</style></head><body><table border=1>${rows.join('\n')}</table></body></html>`
}

/** The first sheet; merges are lost. */
export function makeCsv({sheets}: Workbook, separator = ',', lineEnd = '\r\n'): string {
  return layOut(sheets[0]!)
    .map((row) =>
      row
        .map(({cell}) => {
          const text = cell?.text ?? ''
          return /["\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text
        })
        .join(separator)
    )
    .join(lineEnd)
}

/** An Excel 2003 XML workbook around the text of its sheets. */
export function excelXml(sheets: string, styles = ''): string {
  return `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"><Styles>${styles}</Styles>${sheets}</Workbook>`
}

export function makeExcelXml({sheets}: Workbook): string {
  const formats = [...new Set(sheets.flatMap(({cells}) => cells.flatMap(({format}) => format ?? [])))]
  const styles = formats.map(
    (format, index) => `<Style ss:ID="s${index}"><NumberFormat ss:Format="${escapeText(format)}"/></Style>`
  )
  const cellOf = ({cell, merge}: Place, column: number): string => {
    const span = merge && spread(merge)
    const spans = span ? ` ss:MergeAcross="${span.columns - 1}" ss:MergeDown="${span.rows - 1}"` : ''
    const style = cell?.format ? ` ss:StyleID="s${formats.indexOf(cell.format)}"` : ''
    const type = typeof cell?.value === 'number' ? 'Number' : 'String'
    const text = typeof cell?.value === 'number' ? String(cell.value) : (cell?.text ?? '')
    const data = cell ? `<Data ss:Type="${type}">${escapeText(text).replaceAll('\n', '&#10;')}</Data>` : ''
    return `<Cell ss:Index="${column + 1}"${spans}${style}>${data}</Cell>`
  }
  const list = sheets.map(
    (sheet) =>
      `<Worksheet ss:Name="${escapeText(sheet.name)}"><Table>${layOut(sheet)
        .map(
          (row) => `<Row>${row.map((place, at) => (place.covered ? '' : cellOf(place, at))).join('')}</Row>`
        )
        .join('')}</Table></Worksheet>`
  )
  return excelXml(list.join(''), styles.join(''))
}

/** Writes .xls or .xlsb with SheetJS: values, formats and merges. */
export function makeBinary({sheets}: Workbook, bookType: 'biff8' | 'biff5' | 'xlsb'): Uint8Array {
  const book = sheetjs.utils.book_new()
  for (const {name, cells, merges} of sheets) {
    const sheet: sheetjs.WorkSheet = {}
    for (const {row, column, value, format} of cells)
      sheet[formatAddress(row, column)] = {
        t: typeof value === 'number' ? 'n' : 's',
        v: value as string | number,
        ...(format && {z: format})
      } satisfies sheetjs.CellObject
    const bottom = Math.max(...cells.map(({row}) => row), ...merges.map((merge) => merge.bottom))
    const right = Math.max(...cells.map(({column}) => column), ...merges.map((merge) => merge.right))
    sheet['!ref'] = formatRange({top: 1, left: 1, bottom, right})
    sheet['!merges'] = merges.map((range) => sheetjs.utils.decode_range(formatRange(range)))
    sheetjs.utils.book_append_sheet(book, sheet, name)
  }
  return new Uint8Array(sheetjs.write(book, {bookType, type: 'array'}) as ArrayBuffer)
}

/** A compound file of these streams; a name may lead into storages. */
export function makeCompound(streams: Record<string, Uint8Array | string>): Uint8Array {
  const {utils, write} = sheetjs.CFB as CompoundWriter
  const file = utils.cfb_new()
  for (const [name, content] of Object.entries(streams))
    utils.cfb_add(file, `/${name}`, typeof content === 'string' ? new TextEncoder().encode(content) : content)
  return new Uint8Array(write(file, {type: 'array'}))
}

interface CompoundWriter {
  utils: {cfb_new: () => object; cfb_add: (file: object, name: string, content: Uint8Array) => void}
  write: (file: object, options: {type: 'array'}) => ArrayBuffer
}

/** The bytes of text in GBK, for characters of `sample` that GB18030 holds in one or two bytes. */
export function encodeGbk(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((character) => gbkCodes().get(character) ?? [0x3f]))
}

let codes: Map<string, number[]> | undefined

/** Browsers and Node only decode GBK, so the table is made by decoding all of it. */
function gbkCodes(): Map<string, number[]> {
  if (codes) return codes
  codes = new Map(Array.from({length: 128}, (_, code) => [String.fromCharCode(code), [code]]))
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return codes
}

/** UTF-16 with a byte order mark. */
export function encodeUtf16(text: string, littleEndian = true): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, littleEndian)
  for (let at = 0; at < text.length; at++) view.setUint16(2 + 2 * at, text.charCodeAt(at), littleEndian)
  return bytes
}
