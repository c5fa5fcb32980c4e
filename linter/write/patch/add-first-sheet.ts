import {formatAddress, formatColumn} from '../../../shared/workbook/address.js'
import {XmlScanner} from '../../read/xlsx/xml-scanner.js'
import {escapeXml} from '../xml-text.js'
import {prefixFor, setAttribute} from './open-tag.js'
import {readRoot} from './root-element.js'
import {applySplices, type Splice} from './splice.js'
import type {PatchedStyles} from './patched-styles.js'
import {head, mainNamespace, officeRelations, type WorkbookPackage} from './workbook-package.js'

export type CellLook = 'title' | 'remark' | 'heading' | 'cell' | 'link'

export interface NewSheetCell {
  text: string | number
  look: CellLook
  /** Background, `RRGGBB`. */
  color?: string
  /** A cell of another sheet that a click leads to. */
  link?: {sheet: string; cell: string}
}

/** A sheet of its own to be put before the others. */
export interface NewSheet {
  name: string
  /** Widths of the columns in characters. */
  widths: number[]
  rows: NewSheetCell[][]
  /** Rows that stay in sight. */
  frozenRows: number
}

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'

/** Puts a new sheet before the others of a workbook and opens the workbook on it. */
export function addFirstSheet(file: WorkbookPackage, sheet: NewSheet, styles: PatchedStyles): void {
  const part = file.freeName('xl/worksheets/sheet', 'xml')
  const others = file
    .relationships(file.workbookPart)
    .filter(({type, target}) => /^(?:work|chart|dialog)sheet$/.test(type) && file.has(target))
  for (const {target} of others) file.write(target, deselect(file.text(target), target))
  file.addPart(part, writeSheet(sheet, styles), sheetType)
  const id = file.addRelationship(file.workbookPart, 'worksheet', `/${part}`)
  file.write(file.workbookPart, enterSheet(file.text(file.workbookPart), file.workbookPart, sheet.name, id))
}

/** A name that no sheet bears: the one wanted, or with a number behind it. */
export function freeSheetName(wanted: string, used: string[]): string {
  const taken = new Set(used.map((name) => name.toLowerCase()))
  let name = wanted
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}${number}`
  return name
}

/** Two selected sheets would be a group, in which what is typed on one goes into both. */
function deselect(xml: string, part: string): string {
  const scanner = new XmlScanner(xml, part)
  const splices: Splice[] = []
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end' || scanner.name === 'sheetData' || (kind === 'close' && scanner.name === 'sheetViews'))
      return applySplices(xml, splices)
    const selected = kind === 'close' ? undefined : scanner.attribute('tabSelected')
    if (scanner.name === 'sheetView' && (selected === '1' || selected === 'true')) {
      const {start, end} = scanner
      splices.push({start, end, text: setAttribute(xml.slice(start, end), 'tabSelected', 0)})
    }
  }
}

/** Enters a sheet as the first one. Names that hold for one sheet count the sheets from 0, so they move on by one. */
function enterSheet(xml: string, part: string, name: string, id: string): string {
  const root = readRoot(xml, part)
  const scanner = new XmlScanner(xml, part)
  const splices: Splice[] = []
  const ids: number[] = []
  let at = root.openEnd
  let isFirstView = true
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end') break
    if (kind === 'close') continue
    const {start, end} = scanner
    const tag = xml.slice(start, end)
    if (scanner.name === 'sheets') at = end
    else if (scanner.name === 'sheet') ids.push(Number(scanner.attribute('sheetId')))
    else if (scanner.name === 'definedName') {
      const sheet = scanner.attribute('localSheetId')
      if (sheet !== undefined)
        splices.push({start, end, text: setAttribute(tag, 'localSheetId', Number(sheet) + 1)})
    } else if (scanner.name === 'workbookView' && isFirstView) {
      isFirstView = false
      let view = tag
      for (const attribute of ['activeTab', 'firstSheet'])
        if (scanner.attribute(attribute) !== undefined) view = setAttribute(view, attribute, 0)
      splices.push({start, end, text: view})
    }
  }
  const bound = prefixFor(root.tag, officeRelations)
  const reference = bound ? `${bound}id="${id}"` : `xmlns:r="${officeRelations}" r:id="${id}"`
  const sheetId = Math.max(0, ...ids) + 1
  splices.push({
    start: at,
    end: at,
    text: `<${root.prefix}sheet name="${escapeXml(name)}" sheetId="${sheetId}" ${reference}/>`
  })
  return applySplices(xml, splices)
}

function writeSheet(sheet: NewSheet, styles: PatchedStyles): string {
  const looks = new Looks(styles)
  const links: string[] = []
  const rows = sheet.rows.map((cells, index) => {
    const written = cells.map((cell, at) => {
      const address = formatAddress(index + 1, at + 1)
      if (cell.link) {
        const target = `'${cell.link.sheet.replace(/'/g, "''")}'!${cell.link.cell}`
        links.push(`<hyperlink ref="${address}" location="${escapeXml(target)}"/>`)
      }
      const place = `r="${address}" s="${looks.style(cell.look, cell.color)}"`
      if (typeof cell.text === 'number') return `<c ${place}><v>${cell.text}</v></c>`
      if (cell.text === '') return `<c ${place}/>`
      return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell.text)}</t></is></c>`
    })
    const size = ` ht="${rowHeight(sheet, cells)}"${isBand(sheet, cells) ? ' customHeight="1"' : ''}`
    return `<row r="${index + 1}"${size}>${written.join('')}</row>`
  })
  const columns = sheet.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  )
  const last = formatColumn(sheet.widths.length)
  // Titles and remarks run over the whole width.
  const merged = sheet.rows.flatMap((cells, index) =>
    isBand(sheet, cells) ? [`<mergeCell ref="A${index + 1}:${last}${index + 1}"/>`] : []
  )
  const frozen = sheet.frozenRows
  const pane =
    frozen > 0
      ? `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${frozen + 1}" sqref="A${frozen + 1}"/>`
      : ''
  return [
    head,
    `<worksheet xmlns="${mainNamespace}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : '',
    links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  ].join('')
}

/** Whether a row is one text over the whole width. */
function isBand({widths}: NewSheet, cells: NewSheetCell[]): boolean {
  return cells.length === 1 && widths.length > 1
}

/** Points that a row needs for its wrapped texts of 10 points. Not every program fits rows to their text on opening. */
function rowHeight(sheet: NewSheet, cells: NewSheetCell[]): number {
  if (cells.some(({look}) => look === 'title')) return 30
  const whole = sheet.widths.reduce((sum, width) => sum + width, 0)
  const lines = cells.map(({text}, index) => {
    const room = isBand(sheet, cells) ? whole : (sheet.widths[index] ?? whole)
    // A Chinese character that does not fit goes to the next line as a whole.
    return String(text)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(countColumns(line) / room)), 0)
  })
  return Math.min(409, Math.max(1, ...lines) * 13.5 + 4)
}

function countColumns(line: string): number {
  return [...line].reduce((sum, character) => sum + (character > 'ÿ' ? 2 : 1), 0)
}

/** The styles of the new sheet, each added to the workbook once and only when used. */
class Looks {
  private readonly known = new Map<string, number>()
  private readonly parts = new Map<string, number>()

  constructor(private readonly styles: PatchedStyles) {}

  style(look: CellLook, color?: string): number {
    const key = `${look} ${color ?? ''}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    const isTable = look !== 'title' && look !== 'remark'
    const fill = color === undefined ? 0 : this.styles.fill(color)
    const border = isTable ? this.border() : 0
    const horizontal = look === 'heading' ? 'center' : 'left'
    const vertical = look === 'title' || look === 'heading' ? 'center' : 'top'
    const index = this.styles.add(
      'cellXfs',
      `<@xf numFmtId="0" fontId="${this.font(look)}" fillId="${fill}" borderId="${border}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><@alignment horizontal="${horizontal}" vertical="${vertical}" wrapText="1"/></@xf>`
    )
    this.known.set(key, index)
    return index
  }

  private font(look: CellLook): number {
    const size = look === 'title' ? 16 : 10
    const bold = look === 'title' || look === 'heading' ? '<@b/>' : ''
    const underline = look === 'link' ? '<@u/>' : ''
    const color = look === 'link' ? '<@color rgb="FF0563C1"/>' : '<@color rgb="FF000000"/>'
    return this.once(
      'fonts',
      `<@font>${bold}${underline}<@sz val="${size}"/>${color}<@name val="宋体"/><@family val="3"/><@charset val="134"/></@font>`
    )
  }

  private border(): number {
    const sides = ['left', 'right', 'top', 'bottom']
      .map((side) => `<@${side} style="thin"><@color rgb="FFBFBFBF"/></@${side}>`)
      .join('')
    return this.once('borders', `<@border>${sides}<@diagonal/></@border>`)
  }

  private once(list: 'fonts' | 'borders', element: string): number {
    const known = this.parts.get(element)
    const index = known ?? this.styles.add(list, element)
    this.parts.set(element, index)
    return index
  }
}
