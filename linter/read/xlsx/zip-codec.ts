/**
 * Inflates raw deflate data (RFC 1951) of which `size` bytes are expected. Stops and throws as soon as there are more,
 * so that a directory that lies about sizes costs no memory; throws for damaged data as well.
 */
export type Inflate = (packed: Uint8Array, size: number) => Uint8Array

/** What a zip reader needs from its platform. */
export interface ZipCodec {
  inflate: Inflate
  /** CRC-32 as an unsigned number. */
  crc32: (bytes: Uint8Array) => number
}
