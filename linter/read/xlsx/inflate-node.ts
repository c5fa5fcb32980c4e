import {crc32, inflateRawSync} from 'node:zlib'
import type {ZipCodec} from './zip-codec.js'

/** Node's zlib. */
export const nodeCodec: ZipCodec = {
  inflate: (packed, size) => inflateRawSync(packed, {maxOutputLength: Math.max(1, size)}),
  crc32: (bytes) => crc32(bytes)
}
