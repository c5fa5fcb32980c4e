import {crc32, deflateRawSync} from 'node:zlib'
import type {ZipArchive, ZipEntry} from '../../read/xlsx/zip-directory.js'

/**
 * Writes a zip archive again with some entries changed and some added behind them. All other entries are copied byte
 * for byte, packed as they are, in their order, with their times and extra fields; only offsets in the directory are
 * set anew (APPNOTE 4.3). `changed` and `added` hold inflated content by name.
 */
export function rewriteZip(
  bytes: Uint8Array,
  {entries, directory}: ZipArchive,
  changed: ReadonlyMap<string, Uint8Array>,
  added: ReadonlyMap<string, Uint8Array>
): Uint8Array {
  const chunks: Uint8Array[] = []
  let length = 0
  const push = (chunk: Uint8Array): void => {
    chunks.push(chunk)
    length += chunk.length
  }
  const contents = new Map([...changed].map(([name, content]) => [entries.get(name), content]))
  const records = new Map<ZipEntry, Uint8Array>()
  const sorted = [...entries.values()].sort((a, b) => a.offset - b.offset)
  push(bytes.subarray(0, sorted[0]?.offset ?? directory.start))
  sorted.forEach((entry, index) => {
    const record = copy(bytes, entry.record.start, entry.record.end)
    const content = contents.get(entry)
    const offset = length
    if (content) {
      const packed = pack(content, entry.method)
      push(localHeader(bytes, entry, packed))
      push(packed.data)
      records.set(entry, updateRecord(record, packed, offset))
    } else {
      push(bytes.subarray(entry.offset, sorted[index + 1]?.offset ?? directory.start))
      setOffset(record, offset)
      records.set(entry, record)
    }
  })
  const newRecords: Uint8Array[] = []
  for (const [name, content] of added) {
    const packed = pack(content, 8)
    newRecords.push(newRecord(name, packed, length))
    push(newLocalHeader(name, packed))
    push(packed.data)
  }
  const start = length
  for (const entry of entries.values()) push(records.get(entry) ?? new Uint8Array())
  for (const record of newRecords) push(record)
  push(endRecord(copy(bytes, directory.end, bytes.length), entries.size + added.size, length - start, start))
  return join(chunks, length)
}

interface Packed {
  data: Uint8Array
  method: number
  crc: number
  size: number
}

function pack(content: Uint8Array, method: number): Packed {
  return {
    data: method === 0 ? content : deflateRawSync(content),
    method: method === 0 ? 0 : 8,
    crc: crc32(content),
    size: content.length
  }
}

/** Sizes and checksum stand in the header, no longer behind the data (bit 3). */
const dataDescriptor = 8
const utf8Names = 0x800
/** 1 January 1980, so that the same change gives the same bytes. */
const firstDate = 0x21

function localHeader(bytes: Uint8Array, entry: ZipEntry, packed: Packed): Uint8Array {
  const view = viewOf(bytes)
  const nameLength = view.getUint16(entry.offset + 26, true)
  const extraLength = view.getUint16(entry.offset + 28, true)
  const nameEnd = entry.offset + 30 + nameLength
  const extra = dropZip64(bytes.subarray(nameEnd, nameEnd + extraLength))
  const header = join([bytes.subarray(entry.offset, nameEnd), extra], 30 + nameLength + extra.length)
  const own = viewOf(header)
  own.setUint16(6, own.getUint16(6, true) & ~dataDescriptor, true)
  own.setUint16(8, packed.method, true)
  setSizes(own, 14, packed)
  own.setUint16(28, extra.length, true)
  return header
}

function updateRecord(record: Uint8Array, packed: Packed, offset: number): Uint8Array {
  const old = viewOf(record)
  const nameEnd = 46 + old.getUint16(28, true)
  const extraEnd = nameEnd + old.getUint16(30, true)
  const extra = dropZip64(record.subarray(nameEnd, extraEnd))
  const comment = record.subarray(extraEnd)
  const updated = join([record.subarray(0, nameEnd), extra, comment], nameEnd + extra.length + comment.length)
  const view = viewOf(updated)
  view.setUint16(8, view.getUint16(8, true) & ~dataDescriptor, true)
  view.setUint16(10, packed.method, true)
  setSizes(view, 16, packed)
  view.setUint16(30, extra.length, true)
  view.setUint32(42, offset, true)
  return updated
}

function setSizes(view: DataView, at: number, {crc, data, size}: Packed): void {
  view.setUint32(at, crc, true)
  view.setUint32(at + 4, data.length, true)
  view.setUint32(at + 8, size, true)
}

/** The offset of a directory record, which stands in its zip64 field when the record says so. */
function setOffset(record: Uint8Array, offset: number): void {
  const view = viewOf(record)
  if (view.getUint32(42, true) !== 0xffffffff) {
    view.setUint32(42, offset, true)
    return
  }
  const sizesBefore = [24, 20].filter((at) => view.getUint32(at, true) === 0xffffffff).length
  let at = 46 + view.getUint16(28, true)
  const end = at + view.getUint16(30, true)
  while (at + 4 <= end) {
    if (view.getUint16(at, true) === 1) view.setBigUint64(at + 4 + sizesBefore * 8, BigInt(offset), true)
    at += 4 + view.getUint16(at + 2, true)
  }
}

/** Extra fields without the zip64 one, whose sizes no longer hold. */
function dropZip64(extra: Uint8Array): Uint8Array {
  const view = viewOf(extra)
  const kept: Uint8Array[] = []
  let at = 0
  while (at + 4 <= extra.length) {
    const end = Math.min(extra.length, at + 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) !== 1) kept.push(extra.subarray(at, end))
    at = end
  }
  return join(
    kept,
    kept.reduce((sum, field) => sum + field.length, 0)
  )
}

function newLocalHeader(name: string, packed: Packed): Uint8Array {
  const encoded = new TextEncoder().encode(name)
  const header = new Uint8Array(30 + encoded.length)
  const view = viewOf(header)
  view.setUint32(0, 0x04034b50, true)
  view.setUint16(4, 20, true)
  view.setUint16(6, encoded.length === name.length ? 0 : utf8Names, true)
  view.setUint16(8, packed.method, true)
  view.setUint16(12, firstDate, true)
  setSizes(view, 14, packed)
  view.setUint16(26, encoded.length, true)
  header.set(encoded, 30)
  return header
}

function newRecord(name: string, packed: Packed, offset: number): Uint8Array {
  const encoded = new TextEncoder().encode(name)
  const record = new Uint8Array(46 + encoded.length)
  const view = viewOf(record)
  view.setUint32(0, 0x02014b50, true)
  view.setUint16(4, 20, true)
  view.setUint16(6, 20, true)
  view.setUint16(8, encoded.length === name.length ? 0 : utf8Names, true)
  view.setUint16(10, packed.method, true)
  view.setUint16(14, firstDate, true)
  setSizes(view, 16, packed)
  view.setUint16(28, encoded.length, true)
  view.setUint32(42, offset, true)
  record.set(encoded, 46)
  return record
}

/** The old end record with its comment; workbooks are far below the sizes that need a zip64 one. */
function endRecord(end: Uint8Array, count: number, size: number, start: number): Uint8Array {
  const view = viewOf(end)
  view.setUint16(8, count, true)
  view.setUint16(10, count, true)
  view.setUint32(12, size, true)
  view.setUint32(16, start, true)
  return end
}

/** `slice` of a Node buffer would be a view of the bytes given, which must stay as they are. */
function copy(bytes: Uint8Array, start: number, end: number): Uint8Array {
  return new Uint8Array(bytes.subarray(start, end))
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function join(chunks: Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
