import {eastAsianWidth} from 'get-east-asian-width'

/** Columns that a text takes on a terminal: two for a Chinese character. */
export function measureWidth(text: string): number {
  let width = 0
  for (const character of text) width += eastAsianWidth(character.codePointAt(0) ?? 0)
  return width
}

/** Pads a text with blanks to a number of columns. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - measureWidth(text)))
}

/** Cuts a text to a number of columns, with an ellipsis. */
export function cutToWidth(text: string, width: number): string {
  if (measureWidth(text) <= width) return text
  let cut = ''
  for (const character of text) {
    if (measureWidth(cut + character) > width - 1) break
    cut += character
  }
  return cut + '…'
}

/** Closing punctuation must not begin a line, opening punctuation not end one. */
const closing = /^[，。、；：？！）》”’】〕,.;:?!)\]}%]+$/
const opening = /[（《“‘【〔([{]+$/

/** Breaks a text into lines of at most `width` columns; Chinese breaks anywhere, other words stay whole. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line: string[] = []
    let used = 0
    for (const token of paragraph.match(/[\u0021-\u007e\u00a1-\u024f]+|\s+|[^]/gu) ?? []) {
      const size = measureWidth(token)
      if (used + size > width && line.length > 0) {
        const carried: string[] = []
        if (closing.test(token) && line.length > 1) carried.unshift(line.pop() ?? '')
        while (line.length > 1 && opening.test(line.at(-1) ?? '')) carried.unshift(line.pop() ?? '')
        lines.push(line.join('').trimEnd())
        line = carried
        used = measureWidth(carried.join(''))
        if (carried.length === 0 && token.trim() === '') continue
      }
      line.push(token)
      used += size
    }
    lines.push(line.join('').trimEnd())
  }
  return lines
}

/** Makes control and direction characters of cell text visible, so that a cell cannot steer the terminal. */
export function showControls(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    if (character === '\n') return '⏎'
    if (character === '\t') return ' '
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
