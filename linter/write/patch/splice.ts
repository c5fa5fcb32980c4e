/** A replacement of the characters from `start` to `end` by `text`; nothing is replaced when both are the same. */
export interface Splice {
  start: number
  end: number
  text: string
}

/** Applies replacements to a text; those at one place are put there in the order given. They must not overlap. */
export function applySplices(text: string, splices: Splice[]): string {
  const sorted = splices.map((splice, index) => ({...splice, index}))
  sorted.sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index)
  const pieces: string[] = []
  let at = 0
  for (const splice of sorted) {
    if (splice.start < at) throw new Error(`replacements overlap at ${splice.start}`)
    pieces.push(text.slice(at, splice.start), splice.text)
    at = splice.end
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}
