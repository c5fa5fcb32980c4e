/** A bracket or quotation mark without its partner. */
export interface Unbalanced {
  mark: string
  /** Round, square, title, quote or corner. */
  kind: string
  /** Offset in the text. */
  offset: number
  /** The closing one is missing (true) or the opening one (false). */
  open: boolean
}

const openers: Record<string, string> = {
  '(': 'round',
  '（': 'round',
  '[': 'square',
  '［': 'square',
  '【': 'square',
  '〔': 'square',
  '《': 'title',
  '“': 'quote',
  '「': 'corner'
}
const closers: Record<string, string> = {
  ')': 'round',
  '）': 'round',
  ']': 'square',
  '］': 'square',
  '】': 'square',
  '〕': 'square',
  '》': 'title',
  '”': 'quote',
  '」': 'corner'
}

/** `1)`, `a）`, `一）` at the start of a clause number it and have no opening bracket. */
const numbering = /(?:^|[\s。；;，,、：:.])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳])[)）]/g

/** Half-open intervals such as `[60,80)`. */
const interval = /[[(（［]\s*\d+(?:\.\d+)?%?\s*[,，]\s*\d+(?:\.\d+)?%?\s*[)\]）］]/g

/** Brackets and quotation marks of a text that have no partner, in the order of the text. Widths may be mixed. */
export function findUnbalanced(text: string): Unbalanced[] {
  if (isBalanced(text)) return []
  const blank = (match: string): string => ' '.repeat(match.length)
  const bare = text.replace(interval, blank).replace(numbering, blank)
  const stack: {kind: string; mark: string; offset: number}[] = []
  const alone: Unbalanced[] = []
  for (let offset = 0; offset < bare.length; offset++) {
    const mark = bare[offset] ?? ''
    const opens = openers[mark]
    if (opens) {
      stack.push({kind: opens, mark, offset})
      continue
    }
    const closes = closers[mark]
    if (!closes) continue
    const at = stack.findLastIndex(({kind}) => kind === closes)
    if (at < 0) {
      alone.push({mark, kind: closes, offset, open: false})
      continue
    }
    const [, ...inner] = stack.splice(at)
    for (const lost of inner) alone.push({...lost, open: true})
  }
  for (const lost of stack) alone.push({...lost, open: true})
  return alone.sort((a, b) => a.offset - b.offset)
}

/** The characters that need a partner. */
export const pairedMarks = Object.keys({...openers, ...closers}).join('')

/** The first letter of a mark's kind by its character code, small for opening and capital for closing marks. */
const initials = new Map<number, string>([
  ...Object.entries(openers).map(([mark, kind]) => [mark.charCodeAt(0), kind.charAt(0)] as const),
  ...Object.entries(closers).map(
    ([mark, kind]) => [mark.charCodeAt(0), kind.charAt(0).toUpperCase()] as const
  )
])

/** Whether every mark has its partner as the text stands; quick, because nearly all texts of a sheet pass. */
export function isBalanced(text: string): boolean {
  let stack = ''
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // Digits, capital letters and Chinese characters are passed over before anything is looked up.
    if ((code > 0x29 && code < 0x5b) || (code > 0x301f && code < 0xff00)) continue
    const initial = initials.get(code)
    if (initial === undefined) continue
    if (initial >= 'a') stack += initial
    else {
      if (stack.charAt(stack.length - 1) !== initial.toLowerCase()) return false
      stack = stack.slice(0, -1)
    }
  }
  return stack === ''
}
