import {escapeXml} from './xml-text.js'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** How a cell looks. `cell`, `title` and `heading` are what tables are made of; the others are for demos and reports. */
export type StyleName =
  | 'plain'
  | 'cell'
  | 'title'
  | 'heading'
  | 'wrong'
  | 'right'
  | 'wrong-banner'
  | 'right-banner'
  | 'note'
  | 'message'
  | 'link'
  | 'cell-link'

interface Look {
  font: {size: number; bold?: boolean; color?: string; underline?: boolean}
  /** RGB. */
  fill?: string
  border?: boolean
  horizontal?: 'left' | 'center' | 'right'
  vertical?: 'top' | 'center'
  indent?: number
}

const link = {size: 10, color: '0563C1', underline: true}

const looks: Record<StyleName, Look> = {
  plain: {font: {size: 10}},
  cell: {font: {size: 10}, border: true, horizontal: 'left', vertical: 'center'},
  title: {font: {size: 16, bold: true}, horizontal: 'center', vertical: 'center'},
  heading: {
    font: {size: 10, bold: true},
    fill: 'E7EEF7',
    border: true,
    horizontal: 'center',
    vertical: 'center'
  },
  wrong: {
    font: {size: 10, color: '9C0006'},
    fill: 'FFC7CE',
    border: true,
    horizontal: 'left',
    vertical: 'center'
  },
  right: {
    font: {size: 10, color: '006100'},
    fill: 'C6EFCE',
    border: true,
    horizontal: 'left',
    vertical: 'center'
  },
  'wrong-banner': {
    font: {size: 11, bold: true, color: 'FFFFFF'},
    fill: 'C00000',
    horizontal: 'left',
    vertical: 'center'
  },
  'right-banner': {
    font: {size: 11, bold: true, color: 'FFFFFF'},
    fill: '2E7D32',
    horizontal: 'left',
    vertical: 'center'
  },
  note: {font: {size: 10}, horizontal: 'left', vertical: 'top'},
  message: {font: {size: 10, color: '9C0006'}, horizontal: 'left', vertical: 'center', indent: 1},
  link: {font: link, horizontal: 'left', vertical: 'center'},
  'cell-link': {font: link, border: true, horizontal: 'left', vertical: 'center'}
}

/** Collects the styles that the cells of a workbook use and writes styles.xml; the first style is the plain one. */
export class StyleTable {
  readonly #formats: string[] = []
  readonly #used = new Map<string, {index: number; name: StyleName; format: string | undefined}>()

  constructor() {
    this.add('plain')
  }

  /** The number of a style, with a number format when the cell has one. */
  add(name: StyleName, format?: string): number {
    const key = `${name}\n${format ?? ''}`
    const known = this.#used.get(key)
    if (known) return known.index
    if (format !== undefined && !this.#formats.includes(format)) this.#formats.push(format)
    const index = this.#used.size
    this.#used.set(key, {index, name, format})
    return index
  }

  toXml(): string {
    const fonts = new Indexed()
    const fills = new Indexed([
      '<fill><patternFill patternType="none"/></fill>',
      '<fill><patternFill patternType="gray125"/></fill>'
    ])
    fonts.add(fontXml(looks.plain.font))
    const cells = [...this.#used.values()].map(({name, format}) => {
      const {font, fill, border, horizontal, vertical, indent} = looks[name]
      const number = format === undefined ? 0 : 164 + this.#formats.indexOf(format)
      const place = horizontal
        ? `<alignment horizontal="${format !== undefined && name === 'cell' ? 'right' : horizontal}" vertical="${vertical}" wrapText="1"${indent ? ` indent="${indent}"` : ''}/>`
        : ''
      const filled = fill === undefined ? 0 : fills.add(fillXml(fill))
      return `<xf numFmtId="${number}" fontId="${fonts.add(fontXml(font))}" fillId="${filled}" borderId="${border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${place}</xf>`
    })
    const own = this.#formats
      .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(code)}"/>`)
      .join('')
    const line = (side: string): string => `<${side} style="thin"><color indexed="64"/></${side}>`
    return `<styleSheet xmlns="${main}">${own ? `<numFmts count="${this.#formats.length}">${own}</numFmts>` : ''}${fonts.toXml('fonts')}${fills.toXml('fills')}<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  }
}

function fontXml({size, bold, color, underline}: Look['font']): string {
  return `<font>${bold ? '<b/>' : ''}${underline ? '<u/>' : ''}<sz val="${size}"/>${color ? `<color rgb="FF${color}"/>` : ''}<name val="宋体"/><family val="3"/><charset val="134"/></font>`
}

function fillXml(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`
}

/** Distinct pieces of XML in the order in which they were first needed. */
class Indexed {
  constructor(readonly items: string[] = []) {}

  add(item: string): number {
    const known = this.items.indexOf(item)
    return known >= 0 ? known : this.items.push(item) - 1
  }

  toXml(name: string): string {
    return `<${name} count="${this.items.length}">${this.items.join('')}</${name}>`
  }
}
