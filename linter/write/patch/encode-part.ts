/** Encodes a part's text as the part was before: UTF-8 with or without byte order mark, or UTF-16. */
export function encodePart(text: string, before: Uint8Array): Uint8Array {
  const isLittle = before[0] === 0xff && before[1] === 0xfe
  const isBig = before[0] === 0xfe && before[1] === 0xff
  if (!isLittle && !isBig) {
    const hasMark = before[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf
    return new TextEncoder().encode(hasMark ? `\ufeff${text}` : text)
  }
  const bytes = new Uint8Array(text.length * 2 + 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, isLittle)
  for (let index = 0; index < text.length; index++)
    view.setUint16(index * 2 + 2, text.charCodeAt(index), isLittle)
  return bytes
}
