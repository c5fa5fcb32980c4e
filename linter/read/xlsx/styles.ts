import {builtinFormats} from '../../../shared/workbook/number-format.js'
import {XmlScanner} from './xml-scanner.js'

/** The number format code of every cell style, by style index; `General` where there is none. */
export function readFormats(xml: string, part: string): string[] {
  const scanner = new XmlScanner(xml, part)
  const own = new Map<number, string>()
  const formats: string[] = []
  let inside = false
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end') break
    if (scanner.name === 'cellXfs') inside = kind === 'open'
    else if (kind === 'close') continue
    else if (scanner.name === 'numFmt')
      own.set(Number(scanner.attribute('numFmtId')), scanner.attribute('formatCode') ?? 'General')
    else if (scanner.name === 'xf' && inside) {
      const id = Number(scanner.attribute('numFmtId') ?? 0)
      formats.push(own.get(id) ?? builtinFormats[id] ?? 'General')
    }
  }
  return formats
}
