import {parseChineseNumeral} from '../../value/chinese-numeral.js'

/** How headings and lists are numbered, from the outer to the inner level: 一、 （一） 1. (1). */
export type NumberingStyle = 'section' | 'part' | 'point' | 'item'

export interface Numbering {
  style: NumberingStyle
  number: number
  /** The number with its marks as written, e.g. `（五）`. */
  text: string
  /** Brackets in full width. */
  wide: boolean
}

const numberAtStart =
  /^[\s#*]*(?:([一二三四五六七八九十]{1,3})\s*[、.．]|([(（])\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）]|(\d{1,2})\s*[.、．](?!\d))/

/** Pattern that every text with a number at its start passes. */
export const maybeNumbered = /^[\s#*]*[(（]?\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）、.．](?!\d)/

/** The number with which a text begins; marks of Markdown before it are skipped. */
export function numberingOf(text: string): Numbering | undefined {
  const match = numberAtStart.exec(text)
  if (!match) return undefined
  const [whole, section, bracket, inBrackets, point] = match
  const written = section ?? inBrackets ?? point ?? ''
  const number = /\d/.test(written) ? Number(written) : parseChineseNumeral(written)
  if (number === undefined || number === 0) return undefined
  const style = section ? 'section' : point ? 'point' : /\d/.test(written) ? 'item' : 'part'
  return {style, number, text: whole.replace(/^[\s#*]+/, '').trim(), wide: bracket === '（'}
}

/** A step of a list within one text that is skipped or comes twice. */
export interface BrokenStep {
  messageId: 'gap' | 'repeat'
  found: string
  before: string
  missing: string
}

const numerals = '一二三四五六七八九十'

/** Numbered steps that begin the text or follow the end of a sentence. */
const lists: {pattern: RegExp; read: (written: string) => number; write: (number: number) => string}[] = [
  {
    pattern: /(?<=^|[。；;：:!！\n])\s*(\d{1,2})\s*[.、．](?!\d)/g,
    read: Number,
    write: (number) => `${number}.`
  },
  {
    pattern: /(?<=^|[。；;，,：:!！\n])\s*[(（](\d{1,2})[)）]/g,
    read: Number,
    write: (number) => `(${number})`
  },
  {
    pattern: /(?<=^|[。；;，,：:!！\n])\s*([一二三四五六七八九十])是/g,
    read: (written) => numerals.indexOf(written) + 1,
    write: (number) => `${numerals.charAt(number - 1)}是`
  }
]

/** The first broken step of a list inside a text that begins with 1 and has three steps or more. */
export function findBrokenStep(text: string): BrokenStep | undefined {
  for (const {pattern, read, write} of lists) {
    pattern.lastIndex = 0
    const steps: number[] = []
    for (let step = pattern.exec(text); step; step = pattern.exec(text)) steps.push(read(step[1] ?? ''))
    if (steps.length < 3 || steps[0] !== 1) continue
    for (let index = 1; index < steps.length; index++) {
      const before = steps[index - 1] ?? 0
      const step = steps[index] ?? 0
      if (step === before + 1 || step === 1) continue
      if (step === before)
        return {messageId: 'repeat', found: write(step), before: write(before), missing: ''}
      // A number that stands elsewhere (3.2023年…, 3 ，) was only not recognised.
      if (step === before + 2 && !holds(text, before + 1))
        return {messageId: 'gap', found: write(step), before: write(before), missing: write(before + 1)}
      break
    }
  }
  return undefined
}

function holds(text: string, number: number): boolean {
  const numeral = numerals.charAt(number - 1)
  return new RegExp(`(?<!\\d)${number}\\s*[.、．)）:：，,]|${numeral}(?:是|、|[)）])|第${numeral}`).test(text)
}
