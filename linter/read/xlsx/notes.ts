import {parseRange} from '../../../shared/workbook/address.js'
import type {Note} from '../../../shared/workbook/workbook.js'
import {readStringItem, unescapeControls} from './rich-text.js'
import {XmlScanner} from './xml-scanner.js'

/** Reads the notes of a comments part. */
export function readNotes(xml: string, part: string): Note[] {
  const scanner = new XmlScanner(xml, part)
  const authors: string[] = []
  const notes: Note[] = []
  let place: {row: number; column: number; author?: string} | undefined
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end') return notes
    if (kind !== 'open') {
      if (kind === 'empty' && scanner.name === 'author') authors.push('')
      continue
    }
    if (scanner.name === 'author') authors.push(unescapeControls(scanner.text()))
    else if (scanner.name === 'comment') {
      const range = parseRange(scanner.attribute('ref') ?? '')
      const author = authors[Number(scanner.attribute('authorId'))]
      place = range && {row: range.top, column: range.left, ...(author && {author})}
    } else if (scanner.name === 'text' && place) {
      notes.push({...place, text: readStringItem(scanner).text})
    }
  }
}
