import {toPlainText} from '../workbook/plain-text.js'
import {maskedCharacter, readNumbers, type ProsePercent, type Quantity} from './prose-quantity.js'

export interface Clause {
  text: string
  at: number
  quantities: Quantity[]
  percents: ProsePercent[]
  /** Begins with 其中: what follows is part of what stood before. */
  ofWhich: boolean
  /** What stood in brackets in this clause, each with the quantity right before it, if there is one. */
  brackets: {clauses: Clause[]; owner?: Quantity}[]
}

export interface Sentence {
  clauses: Clause[]
  /** Ends with a full stop or a line break, so that nothing of it is missing. */
  closed: boolean
}

/**
 * Running text for reading numbers: as `toPlainText`, and without thousands separators. Numbers parted by a full-width
 * comma stay apart.
 */
export function toProse(text: string): string {
  return toPlainText(
    text
      .replace(/(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)/g, (number) => number.replaceAll(',', ''))
      .replace(/\n/g, '。')
  )
}

/** Splits text from {@link toProse} into sentences and clauses, with the numbers in them. */
export function splitProse(prose: string): Sentence[] {
  const {masked, inner} = maskBrackets(prose)
  const sentences: Sentence[] = []
  for (const match of masked.matchAll(/[^。!?]+([。!?]?)/g)) {
    const [written, stop = ''] = match
    const clauses = splitClauses(stop ? written.slice(0, -1) : written, match.index)
    for (const {text, at} of inner) {
      const owner = clauses.findLast((clause) => clause.at < at)
      if (!owner || at > match.index + written.length) continue
      const before = owner.quantities.findLast((quantity) => quantity.at < at)
      // Only a noun may stand between: 在职人员45人(政法编38人,事业编7人).
      const adjacent = before && at - before.at - before.text.length <= 6 ? before : undefined
      owner.brackets.push({clauses: splitClauses(text, at), ...(adjacent && {owner: adjacent})})
    }
    sentences.push({clauses, closed: stop !== ''})
  }
  return sentences
}

/** Hides what stands in brackets under characters that match nothing, so that offsets stay. */
function maskBrackets(prose: string): {masked: string; inner: {text: string; at: number}[]} {
  const inner: {text: string; at: number}[] = []
  if (!prose.includes('(')) return {masked: prose, inner}
  const masked = prose.replace(/\(([^()]*)\)/g, (whole, text: string, at: number) => {
    if (/\d/.test(text)) inner.push({text, at: at + 1})
    return maskedCharacter.repeat(whole.length)
  })
  return {masked, inner}
}

// A list mark parts numbers only: 民事220件、行政125件, but 设计、规划、测绘.
const separator = /[,;]|、(?=[^\d,;、]{0,16}\d)|(?=其中)/g

function splitClauses(text: string, offset: number): Clause[] {
  const clauses: Clause[] = []
  let from = 0
  const add = (to: number): void => {
    if (to > from) clauses.push(toClause(text.slice(from, to), offset + from))
  }
  for (const match of text.matchAll(separator)) {
    add(match.index)
    from = match.index + match[0].length
  }
  add(text.length)
  return clauses
}

function toClause(text: string, at: number): Clause {
  const lead = /^其中(?:包括)?:?/.exec(text)
  const from = lead?.[0].length ?? 0
  return {text, at, ofWhich: lead !== null, brackets: [], ...readNumbers(text.slice(from), at + from)}
}
