import type {ReadLimits} from '../limits.js'
import {ReadError} from '../read-error.js'
import type {ZipCodec} from './zip-codec.js'

/** An entry of a zip directory (APPNOTE 4.3.12). */
export interface ZipEntry {
  name: string
  method: number
  crc: number
  packedSize: number
  size: number
  /** Offset of the local header. */
  offset: number
  /** Where its record stands in the directory. */
  record: {start: number; end: number}
}

/** Reads whole entries of a zip archive, checking sizes and checksums. */
export interface ZipArchive {
  has(name: string): boolean
  names(): string[]
  /** Entries by name, in the order of the directory. */
  entries: ReadonlyMap<string, ZipEntry>
  /** Where the directory begins, and where the end record behind it begins. */
  directory: {start: number; end: number}
  /** Inflated bytes; throws {@link ReadError} when the entry is damaged or larger than it says. */
  read(name: string): Uint8Array
}

function damaged(zh: string, en: string, part?: string): ReadError {
  return new ReadError(
    'damaged',
    {
      zh: `文件已损坏：${zh}。请重新保存或重新获取该文件。`,
      en: `The file is damaged: ${en}. Save it again or get another copy.`
    },
    part
  )
}

/**
 * Opens a zip archive through its central directory. Refuses too many entries, parts that expand beyond the limits
 * (before anything is inflated), overlapping entries, encryption and truncated archives.
 */
export function openZip(bytes: Uint8Array, limits: ReadLimits, codec: ZipCodec): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const {entries, ...directory} = readDirectory(bytes, view, limits)
  const byName = new Map<string, ZipEntry>()
  for (const entry of entries) {
    const name = toPartName(entry.name)
    if (byName.has(name))
      throw damaged(`部件“${name}”出现两次`, `the part "${name}" stands in it twice`, name)
    byName.set(name, entry)
  }
  let total = 0
  return {
    has: (name) => byName.has(name),
    names: () => [...byName.keys()],
    entries: byName,
    directory,
    read(name) {
      const entry = byName.get(name)
      if (!entry) throw damaged(`缺少部件“${name}”`, `the part "${name}" is missing`, name)
      total += entry.size
      checkSize(entry, limits, total)
      return inflateEntry(bytes, view, entry, codec)
    }
  }
}

/** Some programs write the separators of Windows, or begin with one. */
function toPartName(written: string): string {
  if (!written.includes('\\') && !written.startsWith('/')) return written
  return written.replace(/\\/g, '/').replace(/^\/+/, '')
}

const utf8 = new TextDecoder()

function readDirectory(
  bytes: Uint8Array,
  view: DataView,
  limits: ReadLimits
): {entries: ZipEntry[]; start: number; end: number} {
  const end = findEnd(view)
  if (end < 0)
    throw damaged(
      '找不到压缩包目录，文件可能没有传完',
      'the directory of the package is missing, perhaps the transfer was cut off'
    )
  let count = view.getUint16(end + 10, true)
  let size = view.getUint32(end + 12, true)
  let start = view.getUint32(end + 16, true)
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) {
    const zip64 = readZip64End(view, end)
    if (!zip64) throw damaged('压缩包目录不完整', 'the directory of the package is incomplete')
    ;({count, size, start} = zip64)
  }
  if (count > limits.entries) {
    throw new ReadError('too-large', {
      zh: `文件内含 ${count} 个部件，超过上限 ${limits.entries}，不像正常的工作簿，已拒绝读取。请用 Excel 或 WPS 另存为新文件后再检查。`,
      en: `The file holds ${count} parts, more than the limit of ${limits.entries}; this is no ordinary workbook. Save it as a new file in Excel or WPS and check that.`
    })
  }
  if (start + size > end) throw damaged('压缩包目录的位置不对', 'the directory of the package is misplaced')
  const entries: ZipEntry[] = []
  let at = start
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw damaged('压缩包目录读不出来', 'the directory of the package cannot be read')
    const flags = view.getUint16(at + 8, true)
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const commentLength = view.getUint16(at + 32, true)
    const name = utf8.decode(bytes.subarray(at + 46, at + 46 + nameLength))
    if (flags & 1) {
      throw new ReadError('encrypted', {
        zh: '压缩包设有密码，无法检查。请去掉密码后另存，再检查。',
        en: 'The package is password-protected. Remove the password, save it, and check again.'
      })
    }
    const entry: ZipEntry = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      record: {start: at, end: at + 46 + nameLength + extraLength + commentLength}
    }
    readZip64Extra(view, at + 46 + nameLength, extraLength, entry)
    entries.push(entry)
    at = entry.record.end
  }
  checkOverlap(entries, start)
  return {entries, start, end}
}

/** The end record stands in the last 64 KB, before a comment. */
function findEnd(view: DataView): number {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 65535); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return -1
}

function readZip64End(view: DataView, end: number): {count: number; size: number; start: number} | undefined {
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return undefined
  const at = Number(view.getBigUint64(locator + 8, true))
  if (!(at + 56 <= view.byteLength) || view.getUint32(at, true) !== 0x06064b50) return undefined
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    size: Number(view.getBigUint64(at + 40, true)),
    start: Number(view.getBigUint64(at + 48, true))
  }
}

function readZip64Extra(view: DataView, start: number, length: number, entry: ZipEntry): void {
  let at = start
  while (at + 4 <= start + length && at + 4 <= view.byteLength) {
    const id = view.getUint16(at, true)
    const size = view.getUint16(at + 2, true)
    if (id === 1) {
      let field = at + 4
      const next = (): number => {
        const value =
          field + 8 <= Math.min(at + 4 + size, view.byteLength) ? Number(view.getBigUint64(field, true)) : 0
        field += 8
        return value
      }
      if (entry.size === 0xffffffff) entry.size = next()
      if (entry.packedSize === 0xffffffff) entry.packedSize = next()
      if (entry.offset === 0xffffffff) entry.offset = next()
    }
    at += 4 + size
  }
}

function checkOverlap(entries: ZipEntry[], directory: number): void {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset)
  sorted.forEach((entry, index) => {
    const next = sorted[index + 1]?.offset ?? directory
    if (entry.offset + 30 + entry.packedSize > next) {
      throw damaged(
        `部件“${entry.name}”与其他部件重叠`,
        `the part "${entry.name}" overlaps another`,
        entry.name
      )
    }
  })
}

function checkSize({name, size, packedSize}: ZipEntry, limits: ReadLimits, total: number): void {
  const suspicious = size > limits.ratioFloor && size > packedSize * limits.ratio
  if (size <= limits.partSize && total <= limits.totalSize && !suspicious) return
  const megabytes = Math.round(size / 2 ** 20)
  throw new ReadError(
    'too-large',
    {
      zh: `部件“${name}”展开后有 ${megabytes} MB（压缩后 ${Math.ceil(packedSize / 1024)} KB），超过读取上限，可能是恶意文件，已拒绝读取。请向报送人核实；确认可靠的，可在配置的 limits 里放宽上限。`,
      en: `The part "${name}" expands to ${megabytes} MB (packed ${Math.ceil(packedSize / 1024)} KB), beyond the limits; it may be hostile and was not read. Ask the sender; if you trust it, raise "limits" in the configuration.`
    },
    name
  )
}

function inflateEntry(bytes: Uint8Array, view: DataView, entry: ZipEntry, codec: ZipCodec): Uint8Array {
  const {name, offset, packedSize, size, method} = entry
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) {
    throw damaged(`部件“${name}”的位置不对`, `the part "${name}" is misplaced`, name)
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const packed = bytes.subarray(start, start + packedSize)
  if (packed.length !== packedSize)
    throw damaged(`部件“${name}”不完整`, `the part "${name}" is cut off`, name)
  let content: Uint8Array
  if (method === 0) content = packed
  else if (method === 8) {
    try {
      content = codec.inflate(packed, size)
    } catch {
      throw damaged(`部件“${name}”解压失败`, `the part "${name}" cannot be inflated`, name)
    }
  } else {
    throw new ReadError(
      'unsupported-format',
      {
        zh: `部件“${name}”的压缩方式（${method}）不受支持。请用 Excel 重新另存。`,
        en: `The part "${name}" is packed by an unsupported method (${method}). Save it again with Excel.`
      },
      name
    )
  }
  if (content.length !== size)
    throw damaged(`部件“${name}”的大小与目录不符`, `the size of "${name}" does not match the directory`, name)
  if (codec.crc32(content) !== entry.crc)
    throw damaged(`部件“${name}”校验不符`, `the checksum of "${name}" does not match`, name)
  return content
}
