import {formatAddress, formatColumn} from '../../../shared/workbook/address.js'
import {escapeXml} from '../../write/xml-text.js'
import {measureWidth} from '../terminal-text.js'
import {styleNumber, type ReportStyle} from './report-styles.js'

export interface ReportCell {
  value: string | number
  style: ReportStyle
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A cell holds this many characters at most. */
const longest = 32_000
const linePoints = 13.5
/** Excel's highest row. */
const highest = 409

/** A sheet of the report, written row by row. */
export class ReportSheet {
  readonly #rows: string[] = []
  readonly #merges: string[] = []
  /** Number of the row written last. */
  row = 0

  constructor(
    readonly name: string,
    /** Characters, by column. */
    private readonly widths: number[]
  ) {}

  /** Writes a row; its height lets every text be seen whole. */
  add(cells: (ReportCell | undefined)[], options: {wide?: boolean} = {}): number {
    this.row++
    const written = cells.map((cell, index) => (cell ? cellXml(this.row, index + 1, cell) : ''))
    const height = options.wide ? 26 : this.#measure(cells)
    this.#rows.push(`<row r="${this.row}" ht="${height}" customHeight="1">${written.join('')}</row>`)
    if (options.wide) this.#merges.push(`A${this.row}:${formatColumn(this.widths.length)}${this.row}`)
    return this.row
  }

  /** Leaves rows empty up to this one. */
  skipTo(row: number): void {
    this.row = Math.max(this.row, row)
  }

  #measure(cells: (ReportCell | undefined)[]): number {
    const lines = cells.map((cell, index) => {
      if (typeof cell?.value !== 'string') return 1
      const room = Math.max(2, (this.widths[index] ?? 10) - 1.5)
      return cell.value
        .split('\n')
        .reduce((sum, line) => sum + Math.max(1, Math.ceil(measureWidth(line) / room)), 0)
    })
    return Math.min(highest, Math.max(18, Math.max(1, ...lines) * linePoints + 4))
  }

  /** The part of the sheet. */
  toXml(options: {frozenRows?: number; filter?: string; drawing?: boolean; landscape?: boolean}): string {
    const {frozenRows = 0, filter, drawing, landscape} = options
    const pane = frozenRows
      ? `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${frozenRows + 1}" sqref="A${frozenRows + 1}"/>`
      : ''
    const columns = this.widths
      .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
      .join('')
    const merges = this.#merges.map((range) => `<mergeCell ref="${range}"/>`).join('')
    return `<worksheet xmlns="${main}" xmlns:r="${relations}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/><cols>${columns}</cols><sheetData>${this.#rows.join('')}</sheetData>${filter ? `<autoFilter ref="${filter}"/>` : ''}${merges ? `<mergeCells count="${this.#merges.length}">${merges}</mergeCells>` : ''}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>${drawing ? '<drawing r:id="rId1"/>' : ''}</worksheet>`
  }
}

function cellXml(row: number, column: number, {value, style}: ReportCell): string {
  const place = formatAddress(row, column)
  if (typeof value === 'number') return `<c r="${place}" s="${styleNumber(style)}"><v>${value}</v></c>`
  // Editing a cell that begins like a formula would make it one.
  const safe = style === 'cell' && /^[=+\-@]/.test(value) ? 'quoted' : style
  const head = `<c r="${place}" s="${styleNumber(safe)}"`
  if (value === '') return `${head}/>`
  return `${head} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value.slice(0, longest))}</t></is></c>`
}
