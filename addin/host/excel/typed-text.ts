/**
 * What is handed to `Range.values` so that the cell holds exactly this text. As when typing, Excel makes numbers, dates,
 * formulas and truth values of texts that look so; a leading apostrophe prevents it. It is left out where nothing can be
 * misread, because it becomes part of the cell's style, and in cells formatted as text, where nothing is interpreted.
 */
export function toTypedText(text: string, format: string): string {
  if (text === '' || format === '@' || isUnmistakable(text)) return text
  return `'${text}`
}

/** A first character no number, date or formula has, or a Chinese word that stands in no date. */
function isUnmistakable(text: string): boolean {
  if (/^\s*[=+\-@'＝＋－＠]/.test(text)) return false
  return (
    /^[≥≤＞＜]/.test(text) ||
    /[\u4e00-\u9fff]/.test(text.replace(/[年月日时分秒上下午星期元一二三四五六七八九十〇零百千万亿]/g, ''))
  )
}
