import {ReadError} from '../read-error.js'

/** The streams and storages that stand at the top of a compound file, and the bytes of its streams. */
export interface CompoundFile {
  has(name: string): boolean
  /** Whole content of a stream; throws {@link ReadError} when parts of it are missing. */
  read(name: string): Uint8Array
}

interface Entry {
  name: string
  type: number
  left: number
  right: number
  child: number
  start: number
  size: number
}

const endOfChain = 0xfffffffe
const noEntry = 0xffffffff

/**
 * Opens a compound file ([MS-CFB]): .xls, .et, .doc, .wps, .ppt and password-protected packages of newer formats. Only what
 * stands at the top is given, so that documents embedded in others are not mistaken for them. Throws {@link ReadError} for
 * truncated and inconsistent files.
 */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  if (bytes.length < 512) throw cutOff()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) throw inconsistent()
  const sectorSize = 2 ** shift
  const fat = readFat(view, sectorSize)
  const follow = (start: number, most = Infinity): Uint8Array =>
    readChain(bytes, fat, start, (sector) => (sector + 1) * sectorSize, sectorSize, most)
  const entries = readEntries(follow(view.getUint32(48, true)))
  const root = entries[0]
  if (root?.type !== 5) throw inconsistent()
  const top = listChildren(entries, root.child)
  const cutoff = view.getUint32(56, true)
  return {
    has: (name) => top.has(name.toLowerCase()),
    read(name) {
      const entry = top.get(name.toLowerCase())
      if (entry?.type !== 2) throw inconsistent()
      if (entry.size > bytes.length) throw cutOff()
      if (entry.size >= cutoff) return follow(entry.start, entry.size)
      const miniSize = 2 ** view.getUint16(32, true)
      const miniFat = toNumbers(follow(view.getUint32(60, true)))
      return readChain(follow(root.start), miniFat, entry.start, (at) => at * miniSize, miniSize, entry.size)
    }
  }
}

/** Next sector by sector. The first 109 sectors of the table are listed in the header, the others in a chain. */
function readFat(view: DataView, sectorSize: number): Uint32Array {
  const perSector = sectorSize / 4
  const count = Math.ceil(view.byteLength / sectorSize)
  const places: number[] = []
  for (let at = 76; at < 512; at += 4) places.push(view.getUint32(at, true))
  let next = view.getUint32(68, true)
  for (let seen = 0; next < endOfChain && seen <= count; seen++) {
    const at = (next + 1) * sectorSize
    if (at + sectorSize > view.byteLength) throw cutOff()
    for (let index = 0; index < perSector - 1; index++) places.push(view.getUint32(at + 4 * index, true))
    next = view.getUint32(at + sectorSize - 4, true)
  }
  const sectors = places.filter((sector) => sector < endOfChain)
  if (sectors.length > count) throw inconsistent()
  const fat = new Uint32Array(sectors.length * perSector)
  sectors.forEach((sector, index) => {
    const at = (sector + 1) * sectorSize
    if (at + sectorSize > view.byteLength) throw cutOff()
    for (let place = 0; place < perSector; place++)
      fat[index * perSector + place] = view.getUint32(at + 4 * place, true)
  })
  return fat
}

/** The bytes of a chain of sectors, at most `most`. */
function readChain(
  bytes: Uint8Array,
  fat: Uint32Array,
  start: number,
  offsetOf: (sector: number) => number,
  sectorSize: number,
  most: number
): Uint8Array {
  const offsets: number[] = []
  const limit = Math.min(fat.length, Math.ceil(most / sectorSize))
  for (
    let sector = start;
    sector < endOfChain && offsets.length < limit;
    sector = fat[sector] ?? endOfChain
  ) {
    if (sector >= fat.length) throw inconsistent()
    offsets.push(offsetOf(sector))
  }
  const length = Math.min(most, offsets.length * sectorSize)
  if (most !== Infinity && length < most) throw cutOff()
  // A chain cannot hold more than the file, unless it goes round in circles.
  if (length > bytes.length + sectorSize) throw inconsistent()
  const content = new Uint8Array(length)
  offsets.forEach((offset, index) => {
    const from = index * sectorSize
    const needed = Math.min(sectorSize, length - from)
    const part = bytes.subarray(offset, offset + needed)
    if (part.length < needed && most !== Infinity) throw cutOff()
    content.set(part, from)
  })
  return content
}

function toNumbers(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({length: Math.floor(bytes.length / 4)}, (_, index) =>
    view.getUint32(4 * index, true)
  )
}

function readEntries(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const decoder = new TextDecoder('utf-16le')
  const entries: Entry[] = []
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = Math.min(64, view.getUint16(at + 64, true))
    entries.push({
      name: decoder.decode(directory.subarray(at, at + Math.max(0, length - 2))),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true)
    })
  }
  return entries
}

/** Names without regard to case; the children of a storage hang together as a tree of siblings. */
function listChildren(entries: Entry[], first: number): Map<string, Entry> {
  const found = new Map<string, Entry>()
  const seen = new Set<number>()
  const waiting = [first]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entry = entries[at]
    if (at === noEntry || !entry || seen.has(at)) continue
    seen.add(at)
    found.set(entry.name.toLowerCase(), entry)
    waiting.push(entry.left, entry.right)
  }
  return found
}

function cutOff(): ReadError {
  return new ReadError('damaged', {
    zh: '文件不完整，后面的内容缺失，可能没有传完。请重新获取该文件，或用 Excel、WPS 打开核对后另存为 .xlsx。',
    en: 'The file is incomplete; perhaps the transfer was cut off. Get another copy, or open it in Excel or WPS and save it as .xlsx.'
  })
}

function inconsistent(): ReadError {
  return new ReadError('damaged', {
    zh: '文件已损坏，内部的目录读不出来。请重新获取该文件，或用 Excel、WPS 打开核对后另存为 .xlsx。',
    en: 'The file is damaged; its inner directory cannot be read. Get another copy, or open it in Excel or WPS and save it as .xlsx.'
  })
}
