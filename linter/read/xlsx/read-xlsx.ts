import type {ReadWarning, Sheet, Visibility, Workbook} from '../../../shared/workbook/workbook.js'
import {decodeState} from '../../../shared/workbook/document-state.js'
import type {ReadLimits} from '../limits.js'
import {ReadError} from '../read-error.js'
import {sheetMissing} from '../sheet-missing.js'
import {refuseTooMany} from '../too-large.js'
import {readNotes} from './notes.js'
import {readRelationships, relationshipsPart, type Relationship} from './relationships.js'
import {readSharedStrings} from './shared-strings.js'
import {readSheet, type SheetContext} from './sheet.js'
import {readFormats} from './styles.js'
import {decodeXml, XmlScanner} from './xml-scanner.js'
import type {ZipArchive} from './zip-directory.js'

/**
 * Reads an opened .xlsx or .xlsm package (ECMA-376, Office Open XML). Only the parts that are needed are inflated; external
 * targets are never followed.
 */
export function readXlsx(archive: ZipArchive, limits: ReadLimits): Workbook {
  const main = findWorkbookPart(archive)
  const warnings: ReadWarning[] = []
  const {sheets: entries, date1904} = readWorkbookPart(decodeXml(archive.read(main), main), main)
  if (entries.length > limits.sheets) throw refuseTooMany('sheets', limits)
  const relationships = relationshipsOf(archive, main)
  const partOf = (type: string): string | undefined => {
    const target = relationships.find((relationship) => relationship.type === type)?.target
    return target !== undefined && archive.has(target) ? target : undefined
  }
  const strings = partOf('sharedStrings')
  const styles = partOf('styles')
  const context = {
    strings: strings
      ? readSharedStrings(decodeXml(archive.read(strings), strings), strings, limits.cells)
      : [],
    formats: styles ? readFormats(decodeXml(archive.read(styles), styles), styles) : [],
    date1904,
    limits,
    counter: {cells: 0},
    warnings
  }
  const sheets = entries.flatMap(({name, id, visibility}): Sheet[] => {
    const relationship = relationships.find((candidate) => candidate.id === id)
    if (
      relationship?.type === 'chartsheet' ||
      relationship?.type === 'dialogsheet' ||
      relationship?.type === 'xlMacrosheet'
    )
      return []
    if (!relationship || !archive.has(relationship.target) || relationship.type !== 'worksheet') {
      warnings.push(sheetMissing(name))
      return []
    }
    return [readOneSheet(archive, relationship.target, name, visibility, context)]
  })
  const state = readState(archive, relationships)
  return {
    format: archive.has('xl/vbaProject.bin') ? 'xlsm' : 'xlsx',
    date1904,
    sheets,
    warnings,
    ...(state !== undefined && {state})
  }
}

/** Larger parts hold the data of other programs. */
const largestState = 4 * 2 ** 20

/** The JSON value that a front end kept in a custom part; a damaged part is nobody's state. */
function readState(archive: ZipArchive, relationships: Relationship[]): unknown {
  for (const {type, target} of relationships) {
    if (type !== 'customXml' || !archive.has(target)) continue
    try {
      const bytes = archive.read(target)
      const state = bytes.length > largestState ? undefined : decodeState(decodeXml(bytes, target))
      if (state !== undefined) return state
    } catch (error) {
      if (!(error instanceof ReadError)) throw error
    }
  }
  return undefined
}

function readOneSheet(
  archive: ZipArchive,
  part: string,
  name: string,
  visibility: Visibility,
  shared: Omit<SheetContext, 'name' | 'part'>
): Sheet {
  const {strings, formats, date1904, limits, counter, warnings} = shared
  const content = readSheet(decodeXml(archive.read(part), part), {
    name,
    part,
    strings,
    formats,
    date1904,
    limits,
    counter,
    warnings
  })
  const comments = relationshipsOf(archive, part).find(({type}) => type === 'comments')?.target
  const notes =
    comments !== undefined && archive.has(comments)
      ? readNotes(decodeXml(archive.read(comments), comments), comments)
      : []
  return {name, visibility, ...content, notes}
}

function relationshipsOf(archive: ZipArchive, owner: string): Relationship[] {
  const part = relationshipsPart(owner)
  return archive.has(part) ? readRelationships(decodeXml(archive.read(part), part), part, owner) : []
}

/** The name of the workbook part; throws {@link ReadError} when the package holds no workbook. */
export function findWorkbookPart(archive: ZipArchive): string {
  const root = '_rels/.rels'
  if (archive.has(root)) {
    const target = readRelationships(decodeXml(archive.read(root), root), root, '').find(
      ({type}) => type === 'officeDocument'
    )?.target
    if (target?.endsWith('.bin')) throw unsupported('.xlsb')
    if (target?.startsWith('word/')) throw unsupported('Word')
    if (target?.startsWith('ppt/')) throw unsupported('PowerPoint')
    if (target !== undefined && archive.has(target)) return target
  }
  if (archive.has('xl/workbook.xml')) return 'xl/workbook.xml'
  if (archive.has('content.xml') || archive.has('META-INF/manifest.xml')) throw unsupported('.ods')
  if (archive.has('word/document.xml')) throw unsupported('Word')
  throw new ReadError('not-a-workbook', {
    zh: '这是压缩包，里面没有工作簿。请先解压，再检查其中的 .xlsx 文件。',
    en: 'This is a zip archive without a workbook in it. Unpack it and check the .xlsx files inside.'
  })
}

function unsupported(kind: string): ReadError {
  return new ReadError('unsupported-format', {
    zh: `这是 ${kind} 文件，暂不支持。请另存为 .xlsx 后再检查。`,
    en: `This is a ${kind} file, which is not supported yet. Save it as .xlsx and check again.`
  })
}

export interface SheetEntry {
  name: string
  id: string
  visibility: Visibility
}

/** The sheets of a workbook part, in order, and its date system. */
export function readWorkbookPart(xml: string, part: string): {sheets: SheetEntry[]; date1904: boolean} {
  const scanner = new XmlScanner(xml, part)
  const sheets: SheetEntry[] = []
  let date1904 = false
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end') break
    if (kind === 'close') continue
    if (scanner.name === 'workbookPr') {
      const flag = scanner.attribute('date1904')
      date1904 = flag === '1' || flag === 'true'
    } else if (scanner.name === 'sheet') {
      const state = scanner.attribute('state')
      sheets.push({
        name: scanner.attribute('name') ?? '',
        id: scanner.attribute('id') ?? '',
        visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible'
      })
    }
  }
  if (sheets.length === 0) {
    throw new ReadError(
      'damaged',
      {zh: '文件里没有任何工作表，可能已损坏。', en: 'The file holds no sheet; it may be damaged.'},
      part
    )
  }
  return {sheets, date1904}
}
