import type {Form, Part, TargetNode} from '../../tree/nodes.js'
import {toPlainText} from '../../workbook/plain-text.js'

/** A text of a form that may hold sentences; several parts when a sentence runs on in the next row. */
export interface ProseText {
  text: string
  node: TargetNode
  parts: {part: Part; from: number}[]
}

/**
 * The running texts of a form that pass the test of `pattern`: goals, paragraphs, fields, remarks, tasks. A paragraph that
 * breaks off without a full stop goes on in the next row, as in text that was copied page by page.
 */
export function* proseTexts(form: Form, pattern: RegExp): Generator<ProseText> {
  let open: ProseText | undefined
  for (const node of form.children) {
    if (node.type === 'paragraph' && node.role === 'text') {
      const {text} = node
      const last = open?.parts.at(-1)?.part
      if (
        open &&
        last &&
        last.range.bottom === text.range.top - 1 &&
        last.range.left === text.range.left &&
        last.range.right === text.range.right
      ) {
        open.parts.push({part: text, from: open.text.length})
        open.text += text.text
      } else {
        if (open && pattern.test(toPlainText(open.text))) yield open
        open = toProseText(node, text)
      }
      if (!breaksOff(text)) {
        if (pattern.test(toPlainText(open.text))) yield open
        open = undefined
      }
      continue
    }
    if (node.type === 'indicator') {
      // Most nodes are indicators, and hardly any of their texts is a sentence with numbers.
      for (const key of indicatorTexts) {
        const part = node[key]
        if (part && mayHold(part, pattern)) yield toProseText(node, part)
      }
      continue
    }
    for (const part of textsOf(node)) if (part && mayHold(part, pattern)) yield toProseText(node, part)
  }
  if (open && pattern.test(toPlainText(open.text))) yield open
}

const indicatorTexts = ['description', 'basis', 'actual', 'deviation', 'remark'] as const

function mayHold({plain}: Part, pattern: RegExp): boolean {
  return plain.length >= 6 && /\d/.test(plain) && pattern.test(plain)
}

function toProseText(node: TargetNode, part: Part): ProseText {
  return {text: part.text, node, parts: [{part, from: 0}]}
}

function breaksOff({plain}: Part): boolean {
  return plain.length >= 20 && !/[。;:!?)]$/.test(plain) && !/^(?:[一二三四五六七八九十]+、|#)/.test(plain)
}

function textsOf(node: Form['children'][number]): (Part | undefined)[] {
  switch (node.type) {
    case 'goal':
      return [node.text, node.actual]
    case 'field':
      return [node.value]
    case 'task':
      return [node.name, node.content, node.expectation]
    case 'paragraph':
      return node.role === 'note' ? [node.text] : []
    default:
      return []
  }
}
