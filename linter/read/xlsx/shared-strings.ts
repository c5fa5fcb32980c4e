import {readStringItem, type StringItem} from './rich-text.js'
import {XmlScanner} from './xml-scanner.js'

/** Reads the shared strings; a self-closed `<si/>` is an empty string and counts. */
export function readSharedStrings(xml: string, part: string): StringItem[] {
  const scanner = new XmlScanner(xml, part)
  const items: StringItem[] = []
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end') return items
    if (scanner.name !== 'si') continue
    if (kind === 'empty') items.push({text: '', rich: false})
    else if (kind === 'open') items.push(readStringItem(scanner))
  }
}
