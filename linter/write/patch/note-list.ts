import {parseRange} from '../../../shared/workbook/address.js'
import {XmlScanner} from '../../read/xlsx/xml-scanner.js'
import {escapeXml} from '../xml-text.js'
import {readRoot} from './root-element.js'
import {applySplices, type Splice} from './splice.js'
import {head, mainNamespace} from './workbook-package.js'

export interface NewNote {
  /** A1 address. */
  cell: string
  text: string
}

/** A comments part without notes. */
export const emptyNoteList = `${head}<comments xmlns="${mainNamespace}"><authors></authors><commentList></commentList></comments>`

/** Adds notes to a comments part; where a cell has a note, the new text is put behind it, on lines of its own. */
export function addToNoteList(xml: string, part: string, notes: NewNote[], author: string): string {
  const {prefix} = readRoot(xml, part)
  const list = readList(xml, part)
  const splices: Splice[] = []
  let authorId = list.authors.indexOf(author)
  if (authorId < 0) {
    authorId = list.authors.length
    splices.push(
      insertInto(
        list.authorsElement,
        `<${prefix}author>${escapeXml(author)}</${prefix}author>`,
        prefix,
        'authors'
      )
    )
  }
  const added: string[] = []
  for (const {cell, text} of notes) {
    const texts = list.comments.get(cell)
    if (texts) splices.push(...appendRun(texts, `\n\n${text}`, prefix))
    else
      added.push(
        `<${prefix}comment ref="${cell}" authorId="${authorId}" shapeId="0"><${prefix}text>${run(text, prefix)}</${prefix}text></${prefix}comment>`
      )
  }
  if (added.length > 0) splices.push(insertInto(list.listElement, added.join(''), prefix, 'commentList'))
  return applySplices(xml, splices)
}

interface Element {
  start: number
  openEnd: number
  /** Absent when it is self-closed. */
  closeStart?: number
}

interface CommentText extends Element {
  /** Text right below it, not in a run. */
  plain?: {start: number; end: number}
  /** Where the last run or text in it ends. */
  lastEnd?: number
}

interface NoteList {
  authors: string[]
  authorsElement: Element
  listElement: Element
  comments: Map<string, CommentText>
}

/** Walks the part once and keeps where things stand. */
function readList(xml: string, part: string): NoteList {
  const scanner = new XmlScanner(xml, part)
  const root = readRoot(xml, part)
  const nowhere: Element = {start: root.openEnd, openEnd: root.openEnd}
  const list: NoteList = {
    authors: [],
    authorsElement: nowhere,
    listElement: {start: root.closeStart, openEnd: root.closeStart},
    comments: new Map()
  }
  let address: string | undefined
  let current: CommentText | undefined
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end') return list
    const {name, start, end, depth} = scanner
    if (kind === 'close') {
      if (name === 'authors') list.authorsElement.closeStart = start
      else if (name === 'commentList') list.listElement.closeStart = start
      else if (name === 'text' && current && depth === 3) {
        current.closeStart = start
        current = undefined
      } else if (name === 'r' && current && depth === 4) current.lastEnd = end
      continue
    }
    if (name === 'authors') list.authorsElement = {start, openEnd: end}
    else if (name === 'commentList') list.listElement = {start, openEnd: end}
    else if (name === 'author') {
      list.authors.push(kind === 'open' ? scanner.text() : '')
    } else if (name === 'comment') {
      const range = parseRange(scanner.attribute('ref') ?? '')
      address = range && scanner.attribute('ref')?.replace(/\$/g, '').toUpperCase()
    } else if (name === 'text' && address !== undefined) {
      const found: CommentText = {start, openEnd: end}
      list.comments.set(address, found)
      if (kind === 'open') current = found
    } else if (name === 't' && current && depth === (kind === 'open' ? 5 : 4)) {
      if (kind === 'open') scanner.skipElement()
      current.plain = {start, end: scanner.end}
      current.lastEnd = scanner.end
    }
  }
}

function insertInto(element: Element, content: string, prefix: string, name: string): Splice {
  if (element.closeStart !== undefined)
    return {start: element.closeStart, end: element.closeStart, text: content}
  return {
    start: element.start,
    end: element.openEnd,
    text: `<${prefix}${name}>${content}</${prefix}${name}>`
  }
}

function appendRun(element: CommentText, text: string, prefix: string): Splice[] {
  const added = run(text, prefix)
  if (element.closeStart === undefined)
    return [insertInto(element, run(text.trimStart(), prefix), prefix, 'text')]
  const at = element.lastEnd ?? element.openEnd
  const {plain} = element
  if (!plain) return [{start: at, end: at, text: added}]
  // Excel shows either one plain text or runs, so the plain text becomes the first run.
  return [
    {start: plain.start, end: plain.start, text: `<${prefix}r>`},
    {start: plain.end, end: plain.end, text: `</${prefix}r>${added}`}
  ]
}

function run(text: string, prefix: string): string {
  return `<${prefix}r><${prefix}rPr><${prefix}sz val="9"/><${prefix}color indexed="81"/><${prefix}rFont val="宋体"/><${prefix}family val="3"/><${prefix}charset val="134"/></${prefix}rPr><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}r>`
}
