/** V8 compares pieces of up to so many characters quickly; longer ones only refer to the whole text. */
export const quickLength = 12

/**
 * Whether `mark` stands at this offset. Said with a slice, for V8 compiles `startsWith` into a loop that looks into the
 * kind of string at every character: that is slow to compile and takes twice the time.
 */
export function standsAt(text: string, mark: string, at: number): boolean {
  return text.slice(at, at + mark.length) === mark
}
