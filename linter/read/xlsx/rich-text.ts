import type {XmlScanner} from './xml-scanner.js'

export interface StringItem {
  text: string
  /** Made of more than one run. */
  rich: boolean
}

/**
 * Reads a string element (`si`, `is` or a comment's `text`) just opened: its `t` texts, those of its runs joined;
 * phonetic runs (`rPh`) are not part of the text (ECMA-376 part 1, 18.4.6).
 */
export function readStringItem(scanner: XmlScanner): StringItem {
  const depth = scanner.depth
  let text = ''
  let runs = 0
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end' || (kind === 'close' && scanner.depth < depth)) break
    if (kind !== 'open') continue
    if (scanner.name === 't') text += unescapeControls(scanner.text())
    else if (scanner.name === 'r') runs++
    else if (scanner.name === 'rPh') scanner.skipElement()
  }
  return {text, rich: runs > 1}
}

/** `_x000D_` stands for a character that XML cannot carry (18.4.12); a carriage return becomes a line break. */
export function unescapeControls(text: string): string {
  if (!text.includes('_x')) return text
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n')
}
