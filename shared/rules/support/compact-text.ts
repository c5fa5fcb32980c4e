/** A text without the single blanks that line wraps leave between Chinese characters, and where each character stood. */
export interface CompactText {
  text: string
  /** Offset of every character in the original text, and of its end. */
  offsets: number[]
}

/** Closes up line wraps. Runs of blanks and line breaks stay: they part words on purpose. */
export function compactText(original: string): CompactText {
  let text = ''
  const offsets: number[] = []
  for (let at = 0; at < original.length; at++) {
    const character = original.charAt(at)
    if (character === ' ' && isHan(original, at - 1) && isHan(original, at + 1)) continue
    text += character
    offsets.push(at)
  }
  offsets.push(original.length)
  return {text, offsets}
}

function isHan(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x4e00 && code <= 0x9fff
}
