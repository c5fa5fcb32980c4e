import {strToU8, zipSync, type Zippable} from 'fflate'
import {formatAddress, formatRange} from '../../shared/workbook/address.js'
import type {Cell, Sheet, Workbook} from '../../shared/workbook/workbook.js'
import {escapeXml} from './xml-text.js'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Cell styles of a written workbook: 0 plain, 1 table cell, 2 title, 3 heading; number formats follow from 4. */
const firstFormatStyle = 4

/**
 * Writes a new .xlsx: values, number formats, merges, column widths, borders and wrapping, so that it reads well in
 * Excel and LibreOffice. The same workbook gives the same bytes.
 */
export function writeWorkbook(workbook: Workbook): Uint8Array {
  const formats = [
    ...new Set(workbook.sheets.flatMap(({cells}) => cells.flatMap(({format}) => format ?? [])))
  ]
  const files: Zippable = {
    '[Content_Types].xml': strToU8(contentTypes(workbook.sheets.length)),
    '_rels/.rels': strToU8(
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
    ),
    'xl/workbook.xml': strToU8(workbookPart(workbook)),
    'xl/_rels/workbook.xml.rels': strToU8(workbookRelations(workbook.sheets.length)),
    'xl/styles.xml': strToU8(styles(formats))
  }
  workbook.sheets.forEach((sheet, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(sheetPart(sheet, formats))
  })
  return zipSync(files, {level: 6, mtime: '2024-01-01T00:00:00'})
}

function contentTypes(count: number): string {
  const sheets = Array.from(
    {length: count},
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`
  ).join('')
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets}</Types>`
}

function workbookPart({sheets, date1904}: Workbook): string {
  const list = sheets
    .map(
      ({name, visibility}, index) =>
        `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${visibility === 'visible' ? '' : ` state="${visibility}"`} r:id="rId${index + 1}"/>`
    )
    .join('')
  return `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${list}</sheets></workbook>`
}

function workbookRelations(count: number): string {
  const list = Array.from(
    {length: count},
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`
  ).join('')
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}<Relationship Id="rId${count + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`
}

function styles(formats: string[]): string {
  const own = formats
    .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(code)}"/>`)
    .join('')
  const align = (horizontal: string): string =>
    `<alignment horizontal="${horizontal}" vertical="center" wrapText="1"/>`
  const cells = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    `<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1">${align('left')}</xf>`,
    `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">${align('center')}</xf>`,
    `<xf numFmtId="0" fontId="2" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${align('center')}</xf>`,
    ...formats.map(
      (_, index) =>
        `<xf numFmtId="${164 + index}" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1">${align('right')}</xf>`
    )
  ]
  const font = (size: number, bold: boolean): string =>
    `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`
  const line = (side: string): string => `<${side} style="thin"><color indexed="64"/></${side}>`
  return `${head}<styleSheet xmlns="${main}">${own ? `<numFmts count="${formats.length}">${own}</numFmts>` : ''}<fonts count="3">${font(10, false)}${font(16, true)}${font(10, true)}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EEF7"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}

function sheetPart(sheet: Sheet, formats: string[]): string {
  const {cells} = sheet
  const lastColumn = Math.max(1, ...cells.map(({column}) => column), ...sheet.merges.map(({right}) => right))
  const lastRow = Math.max(1, ...cells.map(({row}) => row), ...sheet.merges.map(({bottom}) => bottom))
  const merges = [...sheet.merges]
  const title = cells[0]
  const titleAlone = title && cells.filter(({row}) => row === title.row).length === 1
  if (titleAlone && lastColumn > 1 && !merges.some(({top}) => top === title.row)) {
    merges.unshift({top: title.row, left: 1, bottom: title.row, right: lastColumn})
  }
  const headings = headingRows(cells)
  const rows: string[] = []
  for (let row = 1; row <= lastRow; row++) {
    const written: string[] = []
    const isTitle = titleAlone && row === title.row
    const rowHasCells = cells.some((cell) => cell.row === row)
    for (let column = 1; column <= lastColumn; column++) {
      const cell = cells.find((candidate) => candidate.row === row && candidate.column === column)
      const style = isTitle
        ? 2
        : headings.has(row)
          ? 3
          : cell?.format
            ? firstFormatStyle + formats.indexOf(cell.format)
            : rowHasCells
              ? 1
              : 0
      if (cell) written.push(cellXml(cell, style))
      else if (style !== 0) written.push(`<c r="${formatAddress(row, column)}" s="${style}"/>`)
    }
    rows.push(`<row r="${row}"${isTitle ? ' ht="32" customHeight="1"' : ''}>${written.join('')}</row>`)
  }
  const columns = columnWidths(cells, lastColumn).map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  )
  const merged = merges.map((range) => `<mergeCell ref="${formatRange(range)}"/>`).join('')
  return `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="18"/><cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>${merged ? `<mergeCells count="${merges.length}">${merged}</mergeCells>` : ''}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
}

function headingRows(cells: Cell[]): Set<number> {
  return new Set(
    cells.filter(({text}) => /^[一二三]级\s*指标$|^指标值$|^三级指标$/.test(text.trim())).map(({row}) => row)
  )
}

function columnWidths(cells: Cell[], lastColumn: number): number[] {
  return Array.from({length: lastColumn}, (_, index) => {
    const lengths = cells
      .filter(
        ({column, row}) => column === index + 1 && cells.filter((other) => other.row === row).length > 1
      )
      .map(({text}) =>
        [...text].reduce((width, character) => width + (character.charCodeAt(0) > 255 ? 2 : 1), 0)
      )
    return Math.min(34, Math.max(10, ...lengths) + 2)
  })
}

function cellXml({row, column, value, formula}: Cell, style: number): string {
  const place = `r="${formatAddress(row, column)}" s="${style}"`
  const calculated = formula === undefined ? '' : `<f>${escapeXml(formula)}</f>`
  if (typeof value === 'number') return `<c ${place}>${calculated}<v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c ${place} t="b">${calculated}<v>${value ? 1 : 0}</v></c>`
  if (value !== null && typeof value === 'object')
    return `<c ${place} t="e">${calculated}<v>${escapeXml(value.error)}</v></c>`
  if (value === null) return `<c ${place}>${calculated}</c>`
  if (formula !== undefined) return `<c ${place} t="str">${calculated}<v>${escapeXml(value)}</v></c>`
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
}
