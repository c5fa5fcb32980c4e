import {unzipSync} from 'fflate'
import {defaultLimits} from '../../linter/read/limits.js'
import {nodeCodec} from '../../linter/read/xlsx/inflate-node.js'
import {openZip} from '../../linter/read/xlsx/zip-directory.js'
import {XmlScanner} from '../../linter/read/xlsx/xml-scanner.js'

/** All bytes that belong to each entry of a zip archive, header and packed data, by name and in order. */
export function entryBytes(bytes: Uint8Array): Map<string, Uint8Array> {
  const {entries, directory} = openZip(bytes, defaultLimits, nodeCodec)
  const offsets = [...[...entries.values()].map(({offset}) => offset), directory.start].sort((a, b) => a - b)
  return new Map(
    [...entries].map(([name, {offset}]) => [
      name,
      bytes.subarray(
        offset,
        offsets.find((next) => next > offset)
      )
    ])
  )
}

/** Names of entries whose bytes differ, or that only one of two archives has. */
export function changedEntries(before: Uint8Array, after: Uint8Array): string[] {
  const old = entryBytes(before)
  const now = entryBytes(after)
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (name) => Buffer.compare(old.get(name) ?? Buffer.of(), now.get(name) ?? Buffer.of()) !== 0
  )
}

/** A part as text. */
export function partText(bytes: Uint8Array, part: string): string {
  const content = unzipSync(bytes)[part]
  if (!content) throw new Error(`no part ${part}`)
  return new TextDecoder().decode(content)
}

/** Throws when an XML part of the package is not well-formed. */
export function requireWellFormed(bytes: Uint8Array): void {
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (!/\.(?:xml|rels|vml)$/.test(name)) continue
    const scanner = new XmlScanner(new TextDecoder().decode(content), name)
    for (let kind = scanner.next(); kind !== 'end'; kind = scanner.next());
  }
}
