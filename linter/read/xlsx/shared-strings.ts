import {memoise} from '../../../shared/vocabulary/memoise.js'
import {ReadError} from '../read-error.js'
import {readStringItem, unescapeControls, type StringItem} from './rich-text.js'
import {standsAt} from './stands-at.js'
import {decodeEntities, XmlScanner} from './xml-scanner.js'

const empty: StringItem = {text: '', rich: false}

/** Reads the shared strings; a self-closed `<si/>` is an empty string and counts. */
export function readSharedStrings(xml: string, part: string, limit: number): StringItem[] {
  const scanner = new XmlScanner(xml, part)
  const items: StringItem[] = []
  for (;;) {
    const behind = scanner.depth === 1 ? readPlainItem(xml, scanner.end, items) : 0
    if (behind > 0) scanner.end = behind
    else {
      const kind = scanner.next()
      if (kind === 'end') return items
      if (scanner.name !== 'si') continue
      if (kind === 'empty') items.push(empty)
      else if (kind === 'open') items.push(readStringItem(scanner))
    }
    if (items.length > limit) {
      throw new ReadError(
        'too-large',
        {
          zh: `共享文字超过 ${limit} 条，不像正常的工作簿，已拒绝读取。请把要检查的工作表另存为新文件后再检查。`,
          en: `The workbook has more than ${limit} shared strings; this is no ordinary workbook. Save the sheets to be checked as a new file and check that.`
        },
        part
      )
    }
  }
}

/**
 * Reads `<si><t>…</t></si>`, as nearly all strings are written, and gives the offset behind it; 0 for anything else, which is
 * left to the scanner.
 */
function readPlainItem(xml: string, at: number, items: StringItem[]): number {
  const from = standsAt(xml, opening, at)
    ? at + opening.length
    : xml.startsWith(openingKept, at)
      ? at + openingKept.length
      : 0
  if (from === 0) return 0
  const to = xml.indexOf('<', from)
  if (to < 0) return 0
  const end = standsAt(xml, closing, to)
    ? to + closing.length
    : xml.startsWith(closingPhonetic, to)
      ? to + closingPhonetic.length
      : 0
  if (end > 0) items.push(toItem(xml.slice(from, to)))
  return end
}

const opening = '<si><t>'
const openingKept = '<si><t xml:space="preserve">'
const closing = '</t></si>'
// Excel adds this for Chinese texts.
const closingPhonetic = '</t><phoneticPr fontId="1" type="noConversion"/></si>'

/** The same texts stand in every workbook; one object for each makes comparing them quick. */
const toItem = memoise((written): StringItem => ({
  text: unescapeControls(decodeEntities(written)),
  rich: false
}))
