/**
 * Text as it is compared, never as it is shown: NFKC (％ → %, （ → (, ０ → 0), every white space and zero-width
 * character removed. Line breaks and blanks inside Chinese words are layout, not content.
 */
export function toPlainText(text: string): string {
  // Most cells are plain already: Chinese characters and ASCII without blanks.
  if (/^[\u0021-\u007e\u4e00-\u9fff\u2264\u2265]*$/.test(text)) return text
  return text.normalize('NFKC').replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, '')
}

/**
 * Text as it is quoted in a message: white space folded to one blank, blanks between two Chinese characters
 * removed, cut to `limit` characters with an ellipsis.
 */
export function quoteText(text: string, limit = 40): string {
  if (text.length <= limit && !/\s/.test(text)) return text
  const folded = text
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\u3400-\u9fff（）、，。；：]) (?=[\u3400-\u9fff（）、，。；：])/g, '')
    .trim()
  const characters = [...folded]
  return characters.length > limit ? characters.slice(0, limit - 1).join('') + '…' : folded
}
