import {decodeEntities} from '../../read/xlsx/xml-scanner.js'
import {escapeXml} from '../xml-text.js'

interface Attribute {
  name: string
  value: string
  /** With the white space before it. */
  start: number
  end: number
}

function attributesOf(tag: string): Attribute[] {
  const attributes: Attribute[] = []
  const pattern = /\s+([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y
  pattern.lastIndex = tag.search(/[\s/>]/)
  for (let match = pattern.exec(tag); match; match = pattern.exec(tag)) {
    const [whole, name = '', double, single] = match
    attributes.push({
      name,
      value: decodeEntities(double ?? single ?? ''),
      start: match.index,
      end: match.index + whole.length
    })
  }
  return attributes
}

/** The value of an attribute, by its full name with prefix, of an opening tag's text. */
export function getAttribute(tag: string, name: string): string | undefined {
  return attributesOf(tag).find((attribute) => attribute.name === name)?.value
}

/** The opening tag with an attribute set; all other characters stay. */
export function setAttribute(tag: string, name: string, value: string | number): string {
  const written = ` ${name}="${escapeXml(String(value))}"`
  const found = attributesOf(tag).find((attribute) => attribute.name === name)
  if (found) return tag.slice(0, found.start) + written + tag.slice(found.end)
  const end = attributesOf(tag).at(-1)?.end ?? tag.search(/[\s/>]/)
  return tag.slice(0, end) + written + tag.slice(end)
}

/** The opening tag without an attribute. */
export function removeAttribute(tag: string, name: string): string {
  const found = attributesOf(tag).find((attribute) => attribute.name === name)
  return found ? tag.slice(0, found.start) + tag.slice(found.end) : tag
}

/** The prefix of an element's name with its colon, or nothing. */
export function prefixOf(tag: string): string {
  return /^<([^\s/>:]+:)/.exec(tag)?.[1] ?? ''
}

/** The prefix, with colon, that a namespace is bound to in an opening tag; '' when it is the default one. */
export function prefixFor(tag: string, namespace: string): string | undefined {
  for (const {name, value} of attributesOf(tag)) {
    if (value !== namespace) continue
    if (name === 'xmlns') return ''
    if (name.startsWith('xmlns:')) return `${name.slice(6)}:`
  }
  return undefined
}
