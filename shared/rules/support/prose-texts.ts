import type {Form, Part, TargetNode} from '../../tree/nodes.js'
import {toPlainText} from '../../workbook/plain-text.js'

/** A text of a form that may hold sentences; several parts when a sentence runs on in the next row. */
export interface ProseText {
  text: string
  node: TargetNode
  parts: {part: Part; from: number}[]
}

/**
 * The running texts of a form whose plain text `mayHold` lets through: goals, paragraphs, fields, remarks, tasks. A paragraph that
 * breaks off without a full stop goes on in the next row, as in text that was copied page by page.
 */
export function proseTexts(form: Form, mayHold: (plain: string) => boolean): ProseText[] {
  const found: ProseText[] = []
  const add = (node: TargetNode, part: Part | undefined): void => {
    if (part && part.plain.length >= 6 && mayHold(part.plain)) found.push(toProseText(node, part))
  }
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
        if (open && mayHold(toPlainText(open.text))) found.push(open)
        open = toProseText(node, text)
      }
      if (!breaksOff(text)) {
        if (mayHold(toPlainText(open.text))) found.push(open)
        open = undefined
      }
      continue
    }
    switch (node.type) {
      case 'indicator':
        add(node, node.description)
        add(node, node.basis)
        add(node, node.actual)
        add(node, node.deviation)
        add(node, node.remark)
        break
      case 'goal':
        add(node, node.text)
        add(node, node.actual)
        break
      case 'field':
        add(node, node.value)
        break
      case 'task':
        add(node, node.name)
        add(node, node.content)
        add(node, node.expectation)
        break
      case 'paragraph':
        if (node.role === 'note') add(node, node.text)
    }
  }
  if (open && mayHold(toPlainText(open.text))) found.push(open)
  return found
}

function toProseText(node: TargetNode, part: Part): ProseText {
  return {text: part.text, node, parts: [{part, from: 0}]}
}

function breaksOff({plain}: Part): boolean {
  return plain.length >= 20 && !/[。;:!?)]$/.test(plain) && !/^(?:[一二三四五六七八九十]+、|#)/.test(plain)
}
