import {strToU8, zipSync, type Zippable} from 'fflate'
import {formatAddress, formatRange} from '../../shared/workbook/address.js'
import type {Cell, Sheet, Workbook} from '../../shared/workbook/workbook.js'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'

export interface XlsxOptions {
  strings?: 'inline' | 'shared'
}

/** Zips parts (name → text or bytes). */
export function zipParts(parts: Record<string, string | Uint8Array>): Uint8Array {
  const files: Zippable = {}
  for (const [name, content] of Object.entries(parts))
    files[name] = typeof content === 'string' ? strToU8(content) : content
  return zipSync(files, {level: 6, mtime: '2024-01-01T00:00:00'})
}

export function relationships(list: [id: string, type: string, target: string][]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  )
  return `${head}<Relationships xmlns="${packages}">${items.join('')}</Relationships>`
}

/** A worksheet part around the text of its rows; `after` stands behind the sheet data. */
export function worksheet(rows: string, after = '', before = ''): string {
  return `${head}<worksheet ${main}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
}

/** The parts of a package of one sheet called 表, given its rows; further parts replace or join them. */
export function oneSheet(
  sheet: string,
  parts: Record<string, string | Uint8Array> = {}
): Record<string, string | Uint8Array> {
  return {
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookPart('<sheet name="表" sheetId="1" r:id="rId1"/>'),
    'xl/_rels/workbook.xml.rels': relationships([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml']
    ]),
    'xl/worksheets/sheet1.xml': sheet,
    ...parts
  }
}

export function workbookPart(sheets: string, properties = '<workbookPr/>'): string {
  return `${head}<workbook ${main} xmlns:r="${office}">${properties}<sheets>${sheets}</sheets></workbook>`
}

/** A styles part: cell style n shows number format n of the list, a code or a built-in id. */
export function stylesPart(formats: (string | number)[]): string {
  const own = formats.map((format, index) =>
    typeof format === 'string' ? `<numFmt numFmtId="${200 + index}" formatCode="${escape(format)}"/>` : ''
  )
  const styles = formats.map(
    (format, index) => `<xf numFmtId="${typeof format === 'string' ? 200 + index : format}"/>`
  )
  return `${head}<styleSheet ${main}><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`
}

/** Writes a whole workbook: values, formats, formulas, merges, notes, hidden rows, columns and sheets. */
export function makeXlsx(workbook: Workbook, {strings = 'inline'}: XlsxOptions = {}): Uint8Array {
  const formats = [
    'General',
    ...new Set(workbook.sheets.flatMap(({cells}) => cells.flatMap(({format}) => format ?? [])))
  ]
  const shared: string[] = []
  const parts: Record<string, string> = {
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookPart(
      workbook.sheets
        .map(
          ({name, visibility}, index) =>
            `<sheet name="${escape(name)}" sheetId="${index + 1}" state="${visibility}" r:id="rId${index + 1}"/>`
        )
        .join(''),
      `<workbookPr date1904="${workbook.date1904 ? 1 : 0}"/>`
    ),
    'xl/_rels/workbook.xml.rels': relationships([
      ...workbook.sheets.map((_, index): [string, string, string] => [
        `rId${index + 1}`,
        'worksheet',
        `worksheets/sheet${index + 1}.xml`
      ]),
      ['rIdStyles', 'styles', 'styles.xml'],
      ['rIdStrings', 'sharedStrings', '/xl/sharedStrings.xml']
    ]),
    'xl/styles.xml': stylesPart(formats)
  }
  workbook.sheets.forEach((sheet, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetPart(
      sheet,
      formats,
      strings === 'shared' ? shared : undefined
    )
    if (sheet.notes.length > 0) {
      parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = relationships([
        ['rId1', 'comments', `../comments${index + 1}.xml`]
      ])
      parts[`xl/comments${index + 1}.xml`] = commentsPart(sheet)
    }
  })
  parts['xl/sharedStrings.xml'] =
    `${head}<sst ${main}>${shared.map((text) => `<si>${textElement(text)}</si>`).join('')}</sst>`
  return zipParts(parts)
}

function sheetPart(
  {cells, merges, hiddenRows, hiddenColumns}: Sheet,
  formats: string[],
  shared: string[] | undefined
): string {
  const isHidden = (row: number): boolean => hiddenRows.some(([first, last]) => row >= first && row <= last)
  const byRow = new Map<number, Cell[]>()
  for (const cell of cells) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell])
  for (const [first, last] of hiddenRows)
    for (let row = first; row <= last; row++) if (!byRow.has(row)) byRow.set(row, [])
  const rows = [...byRow]
    .sort(([a], [b]) => a - b)
    .map(
      ([row, list]) =>
        `<row r="${row}"${isHidden(row) ? ' hidden="1"' : ''}>${list.map((cell) => cellElement(cell, formats, shared)).join('')}</row>`
    )
  const columns = hiddenColumns
    .map(([first, last]) => `<col min="${first}" max="${last}" hidden="1"/>`)
    .join('')
  const merged = merges.map((range) => `<mergeCell ref="${formatRange(range)}"/>`).join('')
  return worksheet(
    rows.join(''),
    merged && `<mergeCells>${merged}</mergeCells>`,
    columns && `<cols>${columns}</cols>`
  )
}

function cellElement(
  {row, column, value, format, formula}: Cell,
  formats: string[],
  shared: string[] | undefined
): string {
  const place = `r="${formatAddress(row, column)}" s="${formats.indexOf(format ?? 'General')}"`
  const calculated = formula === undefined ? '' : `<f>${escape(formula)}</f>`
  if (value === null) return `<c ${place}>${calculated}</c>`
  if (typeof value === 'number') return `<c ${place}>${calculated}<v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c ${place} t="b">${calculated}<v>${value ? 1 : 0}</v></c>`
  if (typeof value === 'object') return `<c ${place} t="e">${calculated}<v>${escape(value.error)}</v></c>`
  if (formula !== undefined) return `<c ${place} t="str">${calculated}<v>${escape(value)}</v></c>`
  if (shared) return `<c ${place} t="s"><v>${shared.push(value) - 1}</v></c>`
  return `<c ${place} t="inlineStr"><is>${textElement(value)}</is></c>`
}

function commentsPart({notes}: Sheet): string {
  const authors = [...new Set(notes.map(({author}) => author ?? ''))]
  const list = notes.map(
    ({row, column, text, author}) =>
      `<comment ref="${formatAddress(row, column)}" authorId="${authors.indexOf(author ?? '')}"><text>${textElement(text)}</text></comment>`
  )
  return `${head}<comments ${main}><authors>${authors.map((author) => `<author>${escape(author)}</author>`).join('')}</authors><commentList>${list.join('')}</commentList></comments>`
}

function textElement(text: string): string {
  return `<t xml:space="preserve">${escape(text)}</t>`
}

function escape(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"\t\n]/g, (character) => `&#${character.charCodeAt(0)};`)
}
