import {ReadError} from '../read-error.js'
import {readStringItem, type StringItem} from './rich-text.js'
import {XmlScanner} from './xml-scanner.js'

const empty: StringItem = {text: '', rich: false}

/** Reads the shared strings; a self-closed `<si/>` is an empty string and counts. */
export function readSharedStrings(xml: string, part: string, limit: number): StringItem[] {
  const scanner = new XmlScanner(xml, part)
  const items: StringItem[] = []
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end') return items
    if (scanner.name !== 'si') continue
    if (kind === 'empty') items.push(empty)
    else if (kind === 'open') items.push(readStringItem(scanner))
    if (items.length > limit) {
      throw new ReadError(
        'too-large',
        {
          zh: `共享文字超过 ${limit} 条，不像正常的工作簿，已拒绝读取。`,
          en: `The workbook has more than ${limit} shared strings; this is no ordinary workbook.`
        },
        part
      )
    }
  }
}
