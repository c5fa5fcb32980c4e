import {
  confusableEntries,
  curatedTypos,
  readConfusable,
  type KnownTypo
} from '../../vocabulary/known-typos.js'
import {toPlainText} from '../../workbook/plain-text.js'

export interface FoundTypo {
  typo: KnownTypo
  /** Place of the wrong form in the original text; blanks of line wraps may lie inside. */
  start: number
  end: number
}

const firstHan = 0x4e00
const lastHan = 0x9fff

/**
 * The typos that a pair of characters tells of: the pair that ends in the wrong character, because that is rare, while the first
 * two (完成, 及时) may be a common word. There are ten thousand, so they are kept as numbers, chained by a hash of the pair; an
 * owner is the place of a curated typo, or of an entry of confusable words behind those.
 */
interface TellTales {
  heads: Uint16Array
  chain: Uint16Array
  pairs: Int32Array
  owners: Uint16Array
  size: number
}

let known: TellTales | undefined

/** Typos by their owner, as far as a text asked for them. */
const typosOf: (readonly KnownTypo[] | undefined)[] = []

/** Typos of one character. */
const singles = curatedTypos.filter(({wrong}) => wrong.length === 1)

function readTellTales(): TellTales {
  let room = curatedTypos.length + 1
  for (const entry of confusableEntries) room += entry.length
  const tellTales: TellTales = {
    heads: new Uint16Array(0x10000),
    chain: new Uint16Array(room),
    pairs: new Int32Array(room),
    owners: new Uint16Array(room),
    size: 1
  }
  for (const [owner, {wrong, right}] of curatedTypos.entries()) {
    if (wrong.length === 1) continue
    let at = 0
    while (at < wrong.length - 1 && wrong.charCodeAt(at) === right.charCodeAt(at)) at++
    if (at === 0) at = 1
    add(tellTales, wrong.charCodeAt(at - 1), wrong.charCodeAt(at), owner)
  }
  for (let index = 0; index < confusableEntries.length; index++)
    addEntry(tellTales, confusableEntries[index] ?? '', curatedTypos.length + index)
  return tellTales
}

/** Adds the pairs of one entry, such as `培(陪)训[川]`: 陪训 and 培川. */
function addEntry(tellTales: TellTales, entry: string, owner: number): void {
  let place = -1
  let isWrong = false
  let before = 0
  let right = 0
  for (let at = 0; at < entry.length; at++) {
    const code = entry.charCodeAt(at)
    if (code < firstHan) isWrong = code === openRound || code === openSquare
    else if (!isWrong) {
      place++
      before = right
      right = code
      // What stands for the first character makes its pair with the second.
      if (place === 1)
        for (let other = 1; other < at; other++) add(tellTales, entry.charCodeAt(other), right, owner)
    } else if (place > 0) add(tellTales, before, code, owner)
  }
}

const openRound = 0x28
const openSquare = 0x5b

function add(tellTales: TellTales, first: number, second: number, owner: number): void {
  if (first < firstHan) return
  const pair = pairOf(first, second)
  const {heads, size} = tellTales
  tellTales.pairs[size] = pair
  tellTales.owners[size] = owner
  tellTales.chain[size] = heads[pair & 0xffff] ?? 0
  heads[pair & 0xffff] = size
  tellTales.size++
}

/** One number for two Chinese characters. */
function pairOf(first: number, second: number): number {
  return (first - firstHan) * 0x5201 + second - firstHan
}

/** Owners of the typos that the pairs of a text tell of. Allocates nothing where there is none: nearly all texts end here. */
function ownersIn(text: string): Set<number> | undefined {
  const {heads, chain, pairs, owners} = (known ??= readTellTales())
  let found: Set<number> | undefined
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < firstHan || code > lastHan) {
      // Line wraps fall inside words; every other mark ends a word.
      if (code > 0x20 && code !== 0x3000 && code !== 0xa0) before = 0
      continue
    }
    if (before !== 0) {
      const pair = pairOf(before, code)
      for (let node = heads[pair & 0xffff] ?? 0; node !== 0; node = chain[node] ?? 0)
        if (pairs[node] === pair) (found ??= new Set()).add(owners[node] ?? 0)
    }
    before = code
  }
  return found
}

/** The typos whose wrong form stands in a text letter for letter, the curated ones first. */
function candidatesIn(text: string): readonly KnownTypo[] {
  let candidates: KnownTypo[] | undefined
  for (const typo of singles) if (text.includes(typo.wrong)) (candidates ??= []).push(typo)
  const owners = ownersIn(text)
  if (!owners) return candidates ?? none
  for (const owner of [...owners].sort((a, b) => a - b))
    for (const typo of readTypos(owner))
      if (holds(text, typo.wrong) && !candidates?.some(({wrong}) => wrong === typo.wrong))
        (candidates ??= []).push(typo)
  return candidates ?? none
}

const none: readonly KnownTypo[] = []

function readTypos(owner: number): readonly KnownTypo[] {
  const curated = curatedTypos[owner]
  return (typosOf[owner] ??= curated
    ? [curated]
    : readConfusable(confusableEntries[owner - curatedTypos.length] ?? ''))
}

function holds(text: string, wrong: string): boolean {
  const first = wrong.charAt(0)
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1))
    if (matchAt(text, at, wrong) !== undefined) return true
  return false
}

/** Whether a wrong form stands in a text; what stands around it may still make it right. */
export function mayHoldTypo(text: string): boolean {
  return candidatesIn(text).length > 0
}

/** The known typos of a text, in order. Looks through the blanks of line wraps, which may fall inside words. */
export function findTypos(text: string): FoundTypo[] {
  const found: FoundTypo[] = []
  const candidates = candidatesIn(text)
  if (candidates.length === 0) return found
  for (let at = 0; at < text.length; at++) {
    const best = longestOf(candidates, text, at)
    if (!best) continue
    found.push(best)
    at = best.end - 1
  }
  return found
}

function longestOf(candidates: readonly KnownTypo[], text: string, at: number): FoundTypo | undefined {
  let best: FoundTypo | undefined
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
