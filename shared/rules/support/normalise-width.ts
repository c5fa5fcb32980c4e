/** Full-width marks that Chinese text uses, by their half-width forms. */
const fullMarks: Record<string, string> = {',': '，', ';': '；', ':': '：', '?': '？', '!': '！'}

const han = '\\u4e00-\\u9fff'

/** Half-width marks between Chinese characters. Numbers, times, ratios and Latin text never stand there. */
const halfMark = new RegExp(`(?<=[${han}）」”》])([,;:?!]) ?(?=[${han}“《（(「])`, 'g')

/** Full-width digits and letters, and ％ behind a digit. */
const wideCharacter = /[０-９Ａ-Ｚａ-ｚ]+％?|(?<=[0-9])％/g

/** A pair of brackets of two widths, with nothing nested. */
const mixedPair = /\(([^()（）]{1,80})）|（([^()（）]{1,80})\)/g

/** Pattern that every text passes in which {@link normaliseWidth} may change something. */
export const maybeMixed = new RegExp(
  `[${han}）」”》][,;:?!] ?[${han}“《（(「]|[０-９Ａ-Ｚａ-ｚ％]|\\([^()（）]{1,80}）|（[^()（）]{1,80}\\)`
)

/** Characters of which every text holds one that passes {@link maybeMixed}. */
export const unevenCharacters =
  ',;:?!()％０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ'

export interface WidthChange {
  /** First stretch that is of the wrong width, of each kind. */
  marks?: string
  wide?: string
  pair?: string
  /** The text with marks in full and digits and letters in half width. */
  text: string
}

/** What is of the wrong width in a text: marks, digits and letters, brackets. */
export function normaliseWidth(original: string): WidthChange {
  const first = (pattern: RegExp): string | undefined => original.match(pattern)?.[0].trim()
  const marks = first(halfMark)
  const wide = first(wideCharacter)
  const pair = first(mixedPair)
  const text = original
    // Brackets first: behind a full one a mark is full as well.
    .replace(mixedPair, (_, one?: string, other?: string) => `（${one ?? other ?? ''}）`)
    .replace(halfMark, (_, mark: string) => fullMarks[mark] ?? mark)
    .replace(wideCharacter, (character) => character.normalize('NFKC'))
  return {text, ...(marks && {marks}), ...(wide && {wide}), ...(pair && {pair})}
}
