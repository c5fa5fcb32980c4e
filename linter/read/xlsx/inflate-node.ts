import {crc32, inflateRawSync} from 'node:zlib'
import type {ZipCodec} from './zip-codec.js'

/** Node's zlib. */
export const nodeCodec: ZipCodec = {
  // One piece of the right size spares copying many together; the directory has been checked for sizes that lie.
  inflate: (packed, size) =>
    inflateRawSync(packed, {maxOutputLength: Math.max(1, size), chunkSize: Math.max(64, size + 1)}),
  crc32: (bytes) => crc32(bytes)
}
