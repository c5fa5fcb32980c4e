/** What a file is by its first bytes, whatever its name says. */
export type SniffedFormat = 'empty' | 'zip' | 'cfb' | 'html' | 'xml' | 'text' | 'unknown'

/** Tells a file's format from its content. */
export function sniffFormat(bytes: Uint8Array): SniffedFormat {
  if (bytes.length === 0) return 'empty'
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7))
    return 'zip'
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) return 'cfb'
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 1024))
    .replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '')
  if (/^<(?:!doctype html|html|table|head|meta|body|div|style)/i.test(head)) return 'html'
  if (head.startsWith('<?xml')) return /<html/i.test(head) ? 'html' : 'xml'
  // Control characters other than tab and line ends mean binary data.
  for (const byte of bytes.subarray(0, 1024)) if (byte < 9 || (byte > 13 && byte < 27)) return 'unknown'
  return 'text'
}

/** Whether a compound file (CFB) holds a stream of this name, e.g. `EncryptedPackage`: it stands in UTF-16 in the directory. */
export function holdsStream(bytes: Uint8Array, stream: string): boolean {
  const name = [...stream].flatMap((character) => [character.charCodeAt(0), 0])
  const first = name[0] ?? 0
  for (let at = bytes.indexOf(first, 512); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (name.every((byte, index) => bytes[at + index] === byte)) return true
  }
  return false
}
