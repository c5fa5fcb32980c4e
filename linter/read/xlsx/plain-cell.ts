const enum Code {
  Quote = 34,
  Zero = 48,
  Nine = 57,
  UpperA = 65,
  UpperZ = 90,
  Less = 60,
  Point = 46
}

/** What stands in a cell element as nearly all programs write it. */
export interface PlainCell {
  row: number
  column: number
  /** Index of the style; -1 for none. */
  style: number
  /** `t`: shared string, number, or inline string; `empty` for a cell without value. */
  type: 's' | 'n' | 'inlineStr' | 'empty'
  /** Offsets of the value's text. */
  from: number
  to: number
  /** The value's text as a number, when it is a plain decimal; NaN otherwise. */
  number: number
}

/** Powers of ten that a decimal of 15 digits may be divided by without a second rounding. */
const powers = Array.from({length: 16}, (_, exponent) => 10 ** exponent)

/**
 * Reads a cell element at `at` when it is written in one of the usual ways, `<c r="B2" s="1" t="s"><v>5</v></c>`,
 * `<c r="B2" s="1"/>` or an inline string, and gives the offset behind it; 0 for anything else, which is left to the scanner.
 * Nine of ten cells are like this, and three quarters of the reading was spent on their tags.
 */
export function readPlainCell(xml: string, at: number, cell: PlainCell): number {
  if (!xml.startsWith('<c r="', at)) return 0
  let position = at + 6
  let code = xml.charCodeAt(position)
  let column = 0
  while (code >= Code.UpperA && code <= Code.UpperZ) {
    column = column * 26 + code - 64
    code = xml.charCodeAt(++position)
  }
  let row = 0
  const digits = position
  while (code >= Code.Zero && code <= Code.Nine) {
    row = row * 10 + code - Code.Zero
    code = xml.charCodeAt(++position)
  }
  if (code !== Code.Quote || column === 0 || column > 16384 || row === 0 || position - digits > 7) return 0
  position++
  cell.row = row
  cell.column = column
  cell.style = -1
  if (xml.startsWith(' s="', position)) {
    position += 4
    let style = 0
    const from = position
    code = xml.charCodeAt(position)
    while (code >= Code.Zero && code <= Code.Nine) {
      style = style * 10 + code - Code.Zero
      code = xml.charCodeAt(++position)
    }
    if (code !== Code.Quote || position === from || position - from > 6) return 0
    position++
    cell.style = style
  }
  if (xml.startsWith('/>', position)) {
    cell.type = 'empty'
    return position + 2
  }
  if (xml.startsWith('></c>', position)) {
    cell.type = 'empty'
    return position + 5
  }
  if (xml.startsWith(' t="s"><v>', position)) {
    cell.type = 's'
    position += 10
  } else if (xml.startsWith('><v>', position)) {
    cell.type = 'n'
    position += 4
  } else if (xml.startsWith(' t="n"><v>', position)) {
    cell.type = 'n'
    position += 10
  } else if (xml.startsWith(' t="inlineStr"><is><t>', position)) {
    cell.type = 'inlineStr'
    position += 22
    const to = xml.indexOf('<', position)
    if (to < 0 || !xml.startsWith('</t></is></c>', to)) return 0
    cell.from = position
    cell.to = to
    return to + 13
  } else return 0
  cell.from = position
  cell.number = Number.NaN
  code = xml.charCodeAt(position)
  let units = 0
  while (code >= Code.Zero && code <= Code.Nine) {
    units = units * 10 + code - Code.Zero
    code = xml.charCodeAt(++position)
  }
  let decimals = 0
  if (code === Code.Point && cell.type === 'n') {
    const point = position
    code = xml.charCodeAt(++position)
    while (code >= Code.Zero && code <= Code.Nine) {
      units = units * 10 + code - Code.Zero
      code = xml.charCodeAt(++position)
    }
    decimals = position - point - 1
  }
  const power = decimals === 0 && xml.charCodeAt(cell.from) === Code.Point ? undefined : powers[decimals]
  // Up to 15 digits both numbers are exact, and so is the rounding of their ratio.
  if (code === Code.Less && power !== undefined && position - cell.from <= 15) cell.number = units / power
  // 1.5E-3, -2; whatever else stands there is for the scanner.
  else if (cell.type === 'n')
    while ((code >= Code.Zero && code <= Code.Nine) || isNumberSign(code)) code = xml.charCodeAt(++position)
  if (code !== Code.Less || position === cell.from || !xml.startsWith('</v></c>', position)) return 0
  cell.to = position
  return position + 8
}

/** `+`, `-`, `.`, `E`, `e` */
function isNumberSign(code: number): boolean {
  return code === 46 || code === 45 || code === 69 || code === 101 || code === 43
}
