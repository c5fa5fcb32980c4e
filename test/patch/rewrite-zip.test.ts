import assert from 'node:assert/strict'
import {deflateRawSync, crc32} from 'node:zlib'
import fc from 'fast-check'
import {unzipSync, zipSync} from 'fflate'
import {defaultLimits} from '../../linter/read/limits.js'
import {nodeCodec} from '../../linter/read/xlsx/inflate-node.js'
import {openZip} from '../../linter/read/xlsx/zip-directory.js'
import {rewriteZip} from '../../linter/write/patch/rewrite-zip.js'
import {changedEntries, entryBytes} from './packages.js'

const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const nothing = new Map<string, Uint8Array>()

function rewrite(
  bytes: Uint8Array,
  changed: Record<string, string>,
  added: Record<string, string> = {}
): Uint8Array {
  const toMap = (parts: Record<string, string>): Map<string, Uint8Array> =>
    new Map(Object.entries(parts).map(([name, content]) => [name, text(content)]))
  return rewriteZip(bytes, openZip(bytes, defaultLimits, nodeCodec), toMap(changed), toMap(added))
}

describe('rewriting a zip archive', () => {
  it('gives the same bytes when nothing changes', () => {
    const bytes = zipSync({'a.xml': text('一'), 'b/图.png': [text('二'), {level: 0}]}, {comment: 'x'})
    const archive = openZip(bytes, defaultLimits, nodeCodec)
    assert.deepEqual(rewriteZip(bytes, archive, nothing, nothing), bytes)
  })

  it('copies what does not change byte for byte and in order, and keeps how entries are packed', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            name: fc.stringMatching(/^[a-z]{1,8}(?:\/[a-z]{1,8})?\.xml$/),
            content: fc.string({maxLength: 200}),
            stored: fc.boolean(),
            changed: fc.option(fc.string({maxLength: 200}), {nil: undefined})
          }),
          {selector: ({name}) => name, minLength: 1, maxLength: 8}
        ),
        fc.option(fc.string(), {nil: undefined}),
        (parts, added) => {
          const bytes = zipSync(
            Object.fromEntries(
              parts.map(({name, content, stored}) => [name, [text(content), {level: stored ? 0 : 6}]])
            ),
            {mtime: '2024-05-06T07:08:10'}
          )
          const before = Buffer.from(bytes)
          const changes = Object.fromEntries(
            parts.flatMap(({name, changed}) => (changed === undefined ? [] : [[name, changed]]))
          )
          const after = rewrite(before, changes, added === undefined ? {} : {'new/1.bin': added})
          assert.deepEqual(new Uint8Array(before), bytes, 'the bytes given were changed')
          const names = [...parts.map(({name}) => name), ...(added === undefined ? [] : ['new/1.bin'])]
          assert.deepEqual([...entryBytes(after).keys()], names)
          const differing = changedEntries(before, after)
          assert.ok(differing.every((name) => name in changes || name === 'new/1.bin'))
          const read = unzipSync(after)
          for (const {name, content, changed} of parts) assert.deepEqual(read[name], text(changed ?? content))
          if (added !== undefined) assert.deepEqual(read['new/1.bin'], text(added))
          const [old, now] = [before, after].map((file) => openZip(file, defaultLimits, nodeCodec).entries)
          for (const {name, stored} of parts) {
            assert.equal(now!.get(name)!.method, stored ? 0 : old!.get(name)!.method)
            // The time of an entry stands 12 bytes behind the start of its record.
            const timeOf = (file: Uint8Array, entries: typeof old): string =>
              Buffer.from(file.subarray(entries!.get(name)!.record.start + 12).subarray(0, 4)).toString('hex')
            assert.equal(timeOf(after, now), timeOf(before, old))
          }
        }
      ),
      {numRuns: 100}
    )
  })

  it('copies sizes written behind the data, keeps unknown extra fields and drops zip64 ones of what it writes', () => {
    const bytes = streamedZip([
      ['a.xml', '不变'],
      ['b.xml', '会变']
    ])
    assert.deepEqual(Object.keys(unzipSync(bytes)), ['a.xml', 'b.xml'])
    const after = rewrite(bytes, {'b.xml': '变了'})
    assert.deepEqual(changedEntries(bytes, after), ['b.xml'])
    const archive = openZip(after, defaultLimits, nodeCodec)
    assert.equal(new TextDecoder().decode(archive.read('b.xml')), '变了')
    const entry = archive.entries.get('b.xml')!
    const header = Buffer.from(after.subarray(entry.offset))
    assert.equal(header.readUInt16LE(6) & 8, 0, 'the flag for sizes behind the data is gone')
    assert.equal(header.readUInt16LE(28), 6, 'only the unknown extra field is left')
    assert.equal(header.readUInt16LE(30 + 5), 0x7777)
    assert.deepEqual(rewrite(bytes, {'b.xml': '变了'}), after)
  })
})

/** A zip as streaming writers make it: sizes behind the data, a zip64 and an unknown extra field in local headers. */
function streamedZip(parts: [name: string, content: string][]): Uint8Array {
  const chunks: Buffer[] = []
  const records: Buffer[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const raw = Buffer.from(content)
    const data = deflateRawSync(raw)
    const extra = Buffer.alloc(26)
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(16, 2)
    extra.writeUInt16LE(0x7777, 20)
    extra.writeUInt16LE(2, 22)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(45, 4)
    local.writeUInt16LE(8, 6)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(0xffffffff, 18)
    local.writeUInt32LE(0xffffffff, 22)
    local.writeUInt16LE(name.length, 26)
    local.writeUInt16LE(extra.length, 28)
    const behind = Buffer.alloc(24)
    behind.writeUInt32LE(0x08074b50, 0)
    behind.writeUInt32LE(crc32(raw), 4)
    behind.writeUInt32LE(data.length, 8)
    behind.writeUInt32LE(raw.length, 16)
    const record = Buffer.alloc(46)
    record.writeUInt32LE(0x02014b50, 0)
    record.writeUInt16LE(45, 4)
    record.writeUInt16LE(45, 6)
    record.writeUInt16LE(8, 8)
    record.writeUInt16LE(8, 10)
    record.writeUInt32LE(crc32(raw), 16)
    record.writeUInt32LE(data.length, 20)
    record.writeUInt32LE(raw.length, 24)
    record.writeUInt16LE(name.length, 28)
    record.writeUInt32LE(offset, 42)
    const whole = Buffer.concat([local, Buffer.from(name), extra, data, behind])
    chunks.push(whole)
    records.push(Buffer.concat([record, Buffer.from(name)]))
    offset += whole.length
  }
  const directory = Buffer.concat(records)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...chunks, directory, end])
}
