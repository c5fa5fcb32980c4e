import {Inflate as InflateStream} from 'fflate'
import {crc32} from './crc32.js'
import type {ZipCodec} from './zip-codec.js'

/** Packed bytes fed at a time: deflate expands up to 1032 times, so this bounds what one step may produce. */
const step = 8192

/**
 * Inflating without Node, for browsers. fflate's one-shot function does not stop at the end of its output buffer, so
 * the data is fed in steps and the bytes are counted.
 */
export const streamCodec: ZipCodec = {
  inflate(packed, size) {
    if (packed.length === 0) throw new RangeError('no data')
    const content = new Uint8Array(size)
    let length = 0
    const stream = new InflateStream((chunk) => {
      if (length + chunk.length > size) throw new RangeError('more data than expected')
      content.set(chunk, length)
      length += chunk.length
    })
    for (let at = 0; at === 0 || at < packed.length; at += step) {
      stream.push(packed.subarray(at, at + step), at + step >= packed.length)
    }
    return content.subarray(0, length)
  },
  crc32
}
