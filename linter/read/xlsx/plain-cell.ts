import {readPlace, type Place} from './place.js'
import {quickLength, standsAt} from './stands-at.js'

const enum Code {
  Zero = 48,
  Nine = 57,
  Point = 46
}

/** What stands between address and value, in two pieces, and the style it tells. */
interface Opening {
  head: string
  tail: string
  style: number
}

/** What stands in a cell element as nearly all programs write it. */
export interface PlainCell extends Place {
  /** Index of the style; -1 for none. */
  style: number
  /** `t`: shared string, number, or inline string; `empty` for a cell without value. */
  type: 's' | 'n' | 'inlineStr' | 'empty'
  /** Offsets of the value's text. */
  from: number
  to: number
  /** The value's text as a number, when it is a plain decimal; NaN otherwise. */
  number: number
  /** What stood between address and value of the last text and of the last number, which often stand side by side. */
  text: Opening
  numeric: Opening
  /** What stood behind the address of the last empty cell. */
  emptyOpening: string
}

/** A cell to read into. */
export function makePlainCell(): PlainCell {
  return {
    row: 0,
    column: 0,
    style: -1,
    type: 'empty',
    from: 0,
    to: 0,
    number: Number.NaN,
    text: {head: '" t="s"><v>', tail: '', style: -1},
    numeric: {head: '"><v>', tail: '', style: -1},
    emptyOpening: '"/>'
  }
}

/** Powers of ten that a decimal of 15 digits may be divided by without a second rounding. */
const powers = Array.from({length: 16}, (_, exponent) => 10 ** exponent)

const start = '<c r="'
const end = '</v></c>'

/**
 * Reads a cell element at `at` when it is written in one of the usual ways, `<c r="B2" s="1" t="s"><v>5</v></c>`,
 * `<c r="B2" s="1"/>` or an inline string, and gives the offset behind it; 0 for anything else, which is left to the scanner.
 * Nine of ten cells are like this, and three quarters of the reading was spent on their tags.
 */
export function readPlainCell(xml: string, at: number, cell: PlainCell): number {
  if (!standsAt(xml, start, at)) return 0
  const quote = readPlace(xml, at + start.length, cell)
  if (quote === 0) return 0
  // Cells of one kind stand together: comparing is quicker than reading.
  const text = passOpening(xml, quote, cell.text)
  if (text > 0) {
    cell.style = cell.text.style
    cell.type = 's'
    return readPlainValue(xml, text, cell)
  }
  if (standsAt(xml, cell.emptyOpening, quote)) {
    cell.type = 'empty'
    return quote + cell.emptyOpening.length
  }
  const numeric = passOpening(xml, quote, cell.numeric)
  if (numeric > 0) {
    cell.style = cell.numeric.style
    cell.type = 'n'
    return readPlainValue(xml, numeric, cell)
  }
  return readOpening(xml, quote, cell)
}

/** The offset behind this opening; 0 when it does not stand there. */
function passOpening(xml: string, at: number, {head, tail}: Opening): number {
  return standsAt(xml, head, at) && standsAt(xml, tail, at + quickLength) ? at + head.length + tail.length : 0
}

const openings = /"(?: s="(\d{1,6})")?(?:(\/>|><\/c>)|( t="inlineStr"><is><t>)|(?: t="([sn])")?><v>)/y

/** Reads what stands behind the address, and remembers it for the next cells. */
function readOpening(xml: string, quote: number, cell: PlainCell): number {
  openings.lastIndex = quote
  const match = openings.exec(xml)
  if (!match) return 0
  const [opening, style, empty, inline, type] = match
  const from = openings.lastIndex
  if (empty !== undefined) {
    cell.type = 'empty'
    cell.emptyOpening = opening
    return from
  }
  cell.style = style === undefined ? -1 : Number(style)
  if (inline !== undefined) {
    const to = xml.indexOf('<', from)
    if (to < 0 || !xml.startsWith('</t></is></c>', to)) return 0
    cell.type = 'inlineStr'
    cell.from = from
    cell.to = to
    return to + 13
  }
  cell.type = type === 's' ? 's' : 'n'
  const known = type === 's' ? cell.text : cell.numeric
  known.head = opening.slice(0, quickLength)
  known.tail = opening.slice(quickLength)
  known.style = cell.style
  return readPlainValue(xml, from, cell)
}

/** Reads `5</v></c>`; gives the offset behind it, or 0. */
function readPlainValue(xml: string, from: number, cell: PlainCell): number {
  const isNumber = cell.type === 'n'
  let position = from
  let units = 0
  let point = -1
  for (; ; position++) {
    const code = xml.charCodeAt(position)
    if (code >= Code.Zero && code <= Code.Nine) units = units * 10 + code - Code.Zero
    else if (code === Code.Point && point < 0 && isNumber) point = position
    else break
  }
  const length = position - from
  const power = point < 0 ? 1 : powers[position - point - 1]
  if (!standsAt(xml, end, position)) {
    // 1.5E-3, -2; whatever else stands there is for the scanner.
    position = isNumber ? passNumber(xml, position) : 0
    if (position === 0) return 0
    cell.number = Number.NaN
  } else if (length === 0) return 0
  // Up to 15 digits both numbers are exact, and so is the rounding of their ratio.
  else
    cell.number =
      length <= 15 && power !== undefined && !(length === 1 && point >= 0) ? units / power : Number.NaN
  cell.from = from
  cell.to = position
  return position + end.length
}

/** The offset behind a number with sign or exponent; 0 when the value does not end there. */
function passNumber(xml: string, from: number): number {
  let at = from
  let code = xml.charCodeAt(at)
  while ((code >= Code.Zero && code <= Code.Nine) || isNumberSign(code)) code = xml.charCodeAt(++at)
  return xml.startsWith(end, at) ? at : 0
}

/** `+`, `-`, `.`, `E`, `e` */
function isNumberSign(code: number): boolean {
  return code === 46 || code === 45 || code === 69 || code === 101 || code === 43
}

/** Empty cells with a style, as stand side by side in merged areas; bounded for what a regular expression remembers. */
const emptyCells = /(?:<c r="[A-Z]{1,2}[1-9]\d{0,5}"(?: s="\d{1,6}")?\/>(?=<c r=")){1,99}/y

/** Passes over empty cells up to one that names its place, and gives its offset. */
export function skipEmptyCells(xml: string, at: number): number {
  emptyCells.lastIndex = at
  return emptyCells.test(xml) ? emptyCells.lastIndex : at
}
