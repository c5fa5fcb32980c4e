import {XmlScanner} from '../../read/xlsx/xml-scanner.js'
import {prefixOf} from './open-tag.js'

export interface RootElement {
  /** Its opening tag, and where that ends. */
  tag: string
  openEnd: number
  /** The prefix of its name with colon, or ''. */
  prefix: string
  /** Elements right below it, in order. */
  children: {name: string; start: number; openEnd: number; end: number}[]
  /** Where its closing tag begins; `openEnd` when it is self-closed. */
  closeStart: number
  selfClosed: boolean
}

/** Reads the root element of a part and where the elements right below it stand. */
export function readRoot(xml: string, part: string): RootElement {
  const scanner = new XmlScanner(xml, part)
  const selfClosed = scanner.next() === 'empty'
  const tag = xml.slice(scanner.start, scanner.end)
  const root: RootElement = {
    tag,
    openEnd: scanner.end,
    prefix: prefixOf(tag),
    children: [],
    closeStart: scanner.end,
    selfClosed
  }
  while (!selfClosed) {
    const kind = scanner.next()
    if (kind === 'end') break
    if (kind === 'close') {
      root.closeStart = scanner.start
      continue
    }
    const child = {name: scanner.name, start: scanner.start, openEnd: scanner.end, end: scanner.end}
    if (kind === 'open') {
      scanner.skipElement()
      child.end = scanner.end
    }
    root.children.push(child)
  }
  return root
}

/** Puts elements at the end of a part's root element. `write` is given the prefix that the root's name has. */
export function appendToRoot(xml: string, part: string, write: (prefix: string) => string): string {
  const {tag, openEnd, prefix, closeStart, selfClosed} = readRoot(xml, part)
  if (!selfClosed) return xml.slice(0, closeStart) + write(prefix) + xml.slice(closeStart)
  const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? ''
  const opened = xml.slice(0, openEnd).replace(/\s*\/>$/, '>')
  return `${opened}${write(prefix)}</${name}>${xml.slice(openEnd)}`
}
