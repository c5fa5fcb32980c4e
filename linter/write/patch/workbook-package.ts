import {defaultLimits} from '../../read/limits.js'
import {nodeCodec} from '../../read/xlsx/inflate-node.js'
import {findWorkbookPart, readWorkbookPart} from '../../read/xlsx/read-xlsx.js'
import {readRelationships, relationshipsPart, type Relationship} from '../../read/xlsx/relationships.js'
import {decodeXml} from '../../read/xlsx/xml-scanner.js'
import {openZip, type ZipArchive} from '../../read/xlsx/zip-directory.js'
import {escapeXml} from '../xml-text.js'
import {getAttribute} from './open-tag.js'
import {encodePart} from './encode-part.js'
import {appendToRoot, readRoot} from './root-element.js'
import {rewriteZip} from './rewrite-zip.js'

/** Begins every part that is written anew. */
export const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
/** Namespaces of ECMA-376, part 1. */
export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const contentTypes = '[Content_Types].xml'

/** A workbook's package being changed: parts as text, read when needed, written only when they differ. */
export class WorkbookPackage {
  readonly workbookPart: string
  private readonly archive: ZipArchive
  private readonly texts = new Map<string, string>()
  private readonly changed = new Map<string, string>()
  private readonly added = new Map<string, string>()

  constructor(private readonly bytes: Uint8Array) {
    this.archive = openZip(bytes, defaultLimits, nodeCodec)
    this.workbookPart = findWorkbookPart(this.archive)
  }

  names(): string[] {
    return [...this.archive.names(), ...this.added.keys()]
  }

  has(part: string): boolean {
    return this.archive.has(part) || this.added.has(part)
  }

  /** The text of a part as it stands now. */
  text(part: string): string {
    const now = this.changed.get(part) ?? this.added.get(part) ?? this.texts.get(part)
    if (now !== undefined) return now
    const text = decodeXml(this.archive.read(part), part)
    this.texts.set(part, text)
    return text
  }

  /** Gives a part new text; a part that is not there yet is added. */
  write(part: string, text: string): void {
    if (!this.archive.has(part)) this.added.set(part, text)
    else if (text === this.texts.get(part)) this.changed.delete(part)
    else this.changed.set(part, text)
  }

  /** Parts of the worksheets by sheet name. */
  sheetParts(): Map<string, string> {
    const relationships = this.relationships(this.workbookPart)
    const parts = new Map<string, string>()
    for (const {name, id} of readWorkbookPart(this.text(this.workbookPart), this.workbookPart).sheets) {
      const target = relationships.find((relationship) => relationship.id === id)?.target
      if (target !== undefined && this.has(target) && !parts.has(name)) parts.set(name, target)
    }
    return parts
  }

  relationships(owner: string): Relationship[] {
    const part = relationshipsPart(owner)
    return this.has(part) ? readRelationships(this.text(part), part, owner) : []
  }

  /** Adds a relationship of an Office type to a part and gives its id. */
  addRelationship(owner: string, type: string, target: string): string {
    const part = relationshipsPart(owner)
    if (!this.has(part))
      this.write(part, `${head}<Relationships xmlns="${packageRelations}"></Relationships>`)
    const xml = this.text(part)
    const used = new Set(
      readRoot(xml, part).children.map(({start, openEnd}) => getAttribute(xml.slice(start, openEnd), 'Id'))
    )
    let number = used.size + 1
    while (used.has(`rId${number}`)) number++
    const id = `rId${number}`
    this.write(
      part,
      appendToRoot(
        xml,
        part,
        (prefix) =>
          `<${prefix}Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${escapeXml(target)}"/>`
      )
    )
    return id
  }

  /** Adds a part with its content type. */
  addPart(part: string, text: string, contentType: string): void {
    this.write(part, text)
    this.addContentType(
      (prefix) => `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${contentType}"/>`
    )
  }

  /** Declares the content type of all parts with a file name ending, unless it is declared. */
  declareEnding(ending: string, contentType: string): void {
    const xml = this.text(contentTypes)
    const declared = readRoot(xml, contentTypes).children.some(
      ({name, start, openEnd}) =>
        name === 'Default' && getAttribute(xml.slice(start, openEnd), 'Extension')?.toLowerCase() === ending
    )
    if (!declared)
      this.addContentType(
        (prefix) => `<${prefix}Default Extension="${ending}" ContentType="${contentType}"/>`
      )
  }

  /** A part name that is not in use: `stem1.ending`, `stem2.ending` … */
  freeName(stem: string, ending: string): string {
    const used = new Set(this.names().map((name) => name.toLowerCase()))
    let number = 1
    while (used.has(`${stem}${number}.${ending}`.toLowerCase())) number++
    return `${stem}${number}.${ending}`
  }

  toBytes(): Uint8Array {
    if (this.changed.size === 0 && this.added.size === 0) return this.bytes
    const changed = new Map(
      [...this.changed].map(([part, text]) => [part, encodePart(text, this.archive.read(part))])
    )
    const added = new Map([...this.added].map(([part, text]) => [part, new TextEncoder().encode(text)]))
    return rewriteZip(this.bytes, this.archive, changed, added)
  }

  private addContentType(write: (prefix: string) => string): void {
    this.write(contentTypes, appendToRoot(this.text(contentTypes), contentTypes, write))
  }
}
