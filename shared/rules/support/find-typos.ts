import {knownTypos, type KnownTypo} from '../../vocabulary/known-typos.js'
import {toPlainText} from '../../workbook/plain-text.js'

export interface FoundTypo {
  typo: KnownTypo
  /** Place of the wrong form in the original text; blanks of line wraps may lie inside. */
  start: number
  end: number
}

/** Entries by their first two characters; those of one character by that. */
const byStart = new Map<string, KnownTypo[]>()
/** Marks the tell-tale pair of characters of every entry; by a hash, so a marked pair is only worth a closer look. */
const pairs = new Uint8Array(0x200000)
/** Marks the first two characters of every entry, by the same hash. */
const starts = new Uint8Array(0x200000)
/** Marks entries of one character. */
const singles = new Uint8Array(0x10000)

for (const typo of knownTypos) {
  const {wrong, right} = typo
  if (wrong.length === 1) singles[wrong.charCodeAt(0)] = 1
  else {
    // The pair that ends in the wrong character is rare; the first two (完成, 及时) may be a common word.
    const different = [...wrong].findIndex((character, index) => character !== right.charAt(index))
    const at = Math.max(1, different < 0 ? wrong.length - 1 : different)
    pairs[hash(wrong.charCodeAt(at - 1), wrong.charCodeAt(at))] = 1
    starts[hash(wrong.charCodeAt(0), wrong.charCodeAt(1))] = 1
  }
  const list = byStart.get(wrong.slice(0, 2))
  if (list) list.push(typo)
  else byStart.set(wrong.slice(0, 2), [typo])
}

function hash(first: number, second: number): number {
  return (Math.imul(first, 0x9e3b) ^ second) & 0x1fffff
}

/** Whether a text may hold a known typo. Allocates nothing: nearly all cells of a workbook end here. */
export function mayHoldTypo(text: string): boolean {
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x4e00 || code > 0x9fff) {
      // Line wraps fall inside words; every other mark ends a word.
      if (code > 0x20 && code !== 0x3000 && code !== 0xa0) before = 0
      continue
    }
    if (singles[code] === 1 || pairs[hash(before, code)] === 1) return true
    before = code
  }
  return false
}

/** The known typos of a text, in order. Looks through the blanks of line wraps, which may fall inside words. */
export function findTypos(text: string): FoundTypo[] {
  const found: FoundTypo[] = []
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x4e00 || code > 0x9fff) continue
    const next = nextOf(text, at)
    let best =
      starts[hash(code, text.charCodeAt(next))] === 1
        ? longestOf(byStart.get(text.charAt(at) + text.charAt(next)), text, at)
        : undefined
    if (singles[code] === 1) best ??= longestOf(byStart.get(text.charAt(at)), text, at)
    if (!best) continue
    found.push(best)
    at = best.end - 1
  }
  return found
}

/** Place of the next character that is no blank. */
function nextOf(text: string, at: number): number {
  let next = at + 1
  while (next < text.length && text.charCodeAt(next) < 0x3001 && /\s/.test(text.charAt(next))) next++
  return next
}

function longestOf(candidates: KnownTypo[] | undefined, text: string, at: number): FoundTypo | undefined {
  let best: FoundTypo | undefined
  if (!candidates) return best
  for (const typo of candidates) {
    const end = matchAt(text, at, typo.wrong)
    if (end !== undefined && (best === undefined || end > best.end) && isTypoHere(typo, text, at, end))
      best = {typo, start: at, end}
  }
  return best
}

/** End of `wrong` when it stands at this place. Two characters with a line break between may belong to two words. */
function matchAt(text: string, start: number, wrong: string): number | undefined {
  let at = start
  for (let index = 0; index < wrong.length; index++, at++) {
    const from = at
    while (index > 0 && text.charCodeAt(at) < 0x3001 && /\s/.test(text.charAt(at))) at++
    if (at - from > 1 || (at > from && wrong.length === 2 && text.charAt(from) === '\n')) return undefined
    if (text.charCodeAt(at) !== wrong.charCodeAt(index)) return undefined
  }
  return at
}

/** How much of the text around an entry its guards may look at. */
const context = 40

function isTypoHere(
  {notAfter, notBefore, before, after}: KnownTypo,
  text: string,
  start: number,
  end: number
): boolean {
  if (!notAfter && !notBefore && !before && !after) return true
  const left = toPlainText(text.slice(Math.max(0, start - context), start))
  const right = toPlainText(text.slice(end, end + context))
  if (notAfter && left !== '' && notAfter.includes(left.charAt(left.length - 1))) return false
  if (notBefore && right !== '' && notBefore.includes(right.charAt(0))) return false
  return (!before || before.test(left)) && (!after || after.test(right))
}
