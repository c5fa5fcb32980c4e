import type {PartEdit} from '../../lint/define-rule.js'
import type {Part} from '../../tree/nodes.js'

/** The edit that puts `text` in place of a part; the rest of its cell stays as it is. */
export function rewritePart(part: Part, text: string): PartEdit {
  const whole = part.cell?.text ?? part.text
  if (part.offset === undefined) return {part, to: text}
  return {part, to: whole.slice(0, part.offset) + text + whole.slice(part.offset + part.text.length)}
}
