import {ReadError} from '../read-error.js'

/** The encoding that a byte order mark at the start tells. */
export function byteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined
}

/**
 * Decodes a text file: UTF-8 and UTF-16 with a byte order mark, UTF-8 without one, else GB18030, which holds all of GBK and
 * GB2312. `replaced` counts the characters that could not be read in what is clearly UTF-8 otherwise. Throws
 * {@link ReadError} when it is none of them.
 */
export function decodeText(bytes: Uint8Array): {text: string; encoding: string; replaced: number} {
  const marked = byteOrderMark(bytes)
  for (const encoding of marked?.startsWith('utf-16') ? [marked] : ['utf-8', 'gb18030']) {
    const text = decodeStrictly(bytes, encoding)
    if (text !== undefined) return {text, encoding, replaced: 0}
    if (encoding !== 'utf-8') continue
    // One broken place in a UTF-8 file must not turn the rest into wrong characters of another encoding.
    const lenient = new TextDecoder('utf-8').decode(bytes)
    const replaced = lenient.split('\ufffd').length - 1
    const chinese = lenient.match(/[\u3000-\u303f\u4e00-\u9fff]/g)?.length ?? 0
    if (marked === 'utf-8' || chinese > 2 * replaced) return {text: lenient, encoding, replaced}
  }
  throw new ReadError('damaged', {
    zh: '文字的编码无法识别（不是 UTF-8、UTF-16 或 GB18030），文件可能已损坏。请另存为 .xlsx 后再检查。',
    en: 'The encoding of the text is not known (neither UTF-8, UTF-16 nor GB18030); the file may be damaged. Save it as .xlsx and check again.'
  })
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes)
  } catch {
    return undefined
  }
}
