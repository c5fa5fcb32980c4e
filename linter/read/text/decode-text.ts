import {ReadError} from '../read-error.js'

/**
 * Decodes a text file: UTF-8 and UTF-16 with a byte order mark, UTF-8 without one, else GB18030, which holds all of GBK and
 * GB2312. Throws {@link ReadError} when it is none of them.
 */
export function decodeText(bytes: Uint8Array): {text: string; encoding: string} {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030']) {
    try {
      return {text: new TextDecoder(encoding, {fatal: true}).decode(bytes), encoding}
    } catch {
      continue
    }
  }
  throw new ReadError('damaged', {
    zh: '文字的编码无法识别（不是 UTF-8、UTF-16 或 GB18030），文件可能已损坏。请另存为 .xlsx 后再检查。',
    en: 'The encoding of the text is not known (neither UTF-8, UTF-16 nor GB18030); the file may be damaged. Save it as .xlsx and check again.'
  })
}
