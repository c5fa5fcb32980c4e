import {findNumberFor} from '../../../shared/workbook/number-for-text.js'
import type {Cell} from '../../../shared/workbook/workbook.js'
import {escapeXml} from '../xml-text.js'
import {getAttribute, removeAttribute, setAttribute} from './open-tag.js'

export interface CellContent {
  /** Value of the cell's attribute `t`; absent for numbers and empty cells. */
  type?: string
  /** What stands inside the cell element. */
  inner: string
}

/** The content that makes a cell show `text`: nothing, a number where the cell held one, or text of its own. */
export function contentFor(
  text: string,
  before: Cell | undefined,
  date1904: boolean,
  prefix: string
): CellContent {
  if (text === '') return {inner: ''}
  const number = before && findNumberFor(text, before, date1904)
  if (number !== undefined) return {inner: `<${prefix}v>${number}</${prefix}v>`}
  return inlineText(`<${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t>`, prefix)
}

/** Text kept in the cell itself, so that the shared strings need no change. */
export function inlineText(inner: string, prefix: string): CellContent {
  return {type: 'inlineStr', inner: `<${prefix}is>${inner}</${prefix}is>`}
}

/** A cell element with new content or a new style; everything else of its tag stays. */
export function rewriteCell(
  element: string,
  openLength: number,
  change: {content?: CellContent; style?: number}
): string {
  const {content, style} = change
  let tag = element.slice(0, openLength)
  let rest = element.slice(openLength)
  if (style !== undefined) tag = setAttribute(tag, 's', style)
  if (content) {
    if (content.type === undefined) tag = removeAttribute(tag, 't')
    else if (getAttribute(tag, 't') !== content.type) tag = setAttribute(tag, 't', content.type)
    const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? 'c'
    const open = tag.replace(/\s*\/?>$/, '')
    tag = content.inner === '' ? `${open}/>` : `${open}>`
    rest = content.inner === '' ? '' : `${content.inner}</${name}>`
  }
  return tag + rest
}

/** A cell element that was not there. */
export function newCell(
  address: string,
  prefix: string,
  {content, style}: {content?: CellContent; style?: number}
): string {
  const attributes = `r="${address}"${style ? ` s="${style}"` : ''}${content?.type === undefined ? '' : ` t="${content.type}"`}`
  return content?.inner
    ? `<${prefix}c ${attributes}>${content.inner}</${prefix}c>`
    : `<${prefix}c ${attributes}/>`
}
