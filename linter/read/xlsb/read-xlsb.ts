import {builtinFormats, formatNumber} from '../../../shared/workbook/number-format.js'
import {
  unknownFormula,
  type Cell,
  type Note,
  type Sheet,
  type Workbook
} from '../../../shared/workbook/workbook.js'
import {errorText} from '../legacy/error-text.js'
import {lastColumn, lastRow, type ReadLimits} from '../limits.js'
import {sheetMissing} from '../sheet-missing.js'
import {addSpan} from '../spans.js'
import {refuseTooMany} from '../too-large.js'
import {readRelationships, relationshipsPart, type Relationship} from '../xlsx/relationships.js'
import {decodeXml} from '../xlsx/xml-scanner.js'
import type {ZipArchive} from '../xlsx/zip-directory.js'
import {RecordScanner} from './record-scanner.js'

const main = 'xl/workbook.bin'

/** Record types ([MS-XLSB] 2.3). Cells are the types 1 to 18 and 62. */
const enum Type {
  Row = 0,
  Blank = 1,
  Rk = 2,
  Error = 3,
  Boolean = 4,
  Real = 5,
  Text = 6,
  Shared = 7,
  FormulaText = 8,
  FormulaNumber = 9,
  FormulaBoolean = 10,
  FormulaError = 11,
  /** From here to 18, the types 1 to 7 without a column: they stand behind the cell before. */
  ShortBlank = 12,
  ShortShared = 18,
  SharedItem = 19,
  Format = 44,
  Style = 47,
  Column = 60,
  RichText = 62,
  Properties = 153,
  Sheet = 156,
  Merge = 176,
  BeginStyles = 617,
  EndStyles = 618,
  Author = 632,
  BeginComment = 635,
  CommentText = 637
}

interface Context {
  strings: string[]
  formats: string[]
  date1904: boolean
  limits: ReadLimits
  cells: number
}

/**
 * Reads a binary package, .xlsb ([MS-XLSB]): values with their formats, merges, notes, hidden rows, columns and sheets. The
 * text of formulas is not read, only their results. Throws `ReadError`.
 */
export function readXlsb(zip: ZipArchive, limits: ReadLimits): Workbook {
  const relationships = relationshipsOf(zip, main)
  const targetOf = (type: string): string | undefined => {
    const target = relationships.find((relationship) => relationship.type === type)?.target
    return target !== undefined && zip.has(target) ? target : undefined
  }
  const [strings, styles] = [targetOf('sharedStrings'), targetOf('styles')]
  const context: Context = {
    strings: strings === undefined ? [] : readStrings(zip, strings, limits),
    formats: styles === undefined ? [] : readFormats(zip, styles),
    date1904: false,
    limits,
    cells: 0
  }
  const workbook: Workbook = {format: 'xlsb', date1904: false, sheets: [], warnings: []}
  const entries: {id: string; name: string; state: number}[] = []
  const scanner = new RecordScanner(zip.read(main), main)
  while (scanner.next()) {
    if (scanner.type === Type.Properties) context.date1904 = (scanner.long(0) & 1) === 1
    else if (scanner.type === Type.Sheet) {
      const {text: id, end} = scanner.text(8)
      entries.push({id, name: scanner.text(end).text, state: scanner.long(0)})
    }
  }
  if (entries.length === 0) throw scanner.damaged()
  if (entries.length > limits.sheets) throw refuseTooMany('sheets', limits)
  workbook.date1904 = context.date1904
  for (const {id, name, state} of entries) {
    const relationship = relationships.find((candidate) => candidate.id === id)
    if (relationship && relationship.type !== 'worksheet') continue
    if (!relationship || !zip.has(relationship.target)) {
      workbook.warnings.push(sheetMissing(name))
      continue
    }
    const visibility = state === 1 ? 'hidden' : state === 2 ? 'veryHidden' : 'visible'
    const sheet = readSheet(zip, relationship.target, context)
    workbook.sheets.push({name, visibility, ...sheet, notes: readNotes(zip, relationship.target)})
  }
  return workbook
}

function relationshipsOf(zip: ZipArchive, owner: string): Relationship[] {
  const part = relationshipsPart(owner)
  return zip.has(part) ? readRelationships(decodeXml(zip.read(part), part), part, owner) : []
}

function readStrings(zip: ZipArchive, part: string, limits: ReadLimits): string[] {
  const scanner = new RecordScanner(zip.read(part), part)
  const strings: string[] = []
  while (scanner.next()) {
    if (scanner.type !== Type.SharedItem) continue
    if (strings.length >= limits.cells) throw refuseTooMany('cells', limits)
    strings.push(scanner.text(1).text)
  }
  return strings
}

/** Number format codes by cell style. */
function readFormats(zip: ZipArchive, part: string): string[] {
  const scanner = new RecordScanner(zip.read(part), part)
  const codes = new Map<number, string>()
  const ids: number[] = []
  let inCells = false
  while (scanner.next()) {
    if (scanner.type === Type.Format) codes.set(scanner.short(0), scanner.text(2).text)
    else if (scanner.type === Type.BeginStyles) inCells = true
    else if (scanner.type === Type.EndStyles) inCells = false
    else if (scanner.type === Type.Style && inCells) ids.push(scanner.short(2))
  }
  return ids.map((id) => codes.get(id) ?? builtinFormats[id] ?? 'General')
}

function readSheet(
  zip: ZipArchive,
  part: string,
  context: Context
): Pick<Sheet, 'cells' | 'merges' | 'hiddenRows' | 'hiddenColumns'> {
  const scanner = new RecordScanner(zip.read(part), part)
  const {limits} = context
  const sheet: ReturnType<typeof readSheet> = {cells: [], merges: [], hiddenRows: [], hiddenColumns: []}
  let row = 0
  let column = 0
  while (scanner.next()) {
    const {type} = scanner
    if (type === Type.Row) {
      const next = placeAt(scanner, 0, lastRow)
      if (next <= row) throw scanner.damaged()
      row = next
      column = 0
      if (scanner.byte(11) & 0x10) addSpan(sheet.hiddenRows, row)
    } else if ((type > Type.Row && type <= Type.ShortShared) || type === Type.RichText) {
      const isShort = type >= Type.ShortBlank && type <= Type.ShortShared
      const next = isShort ? column + 1 : placeAt(scanner, 0, lastColumn)
      if (row === 0 || next <= column || next > lastColumn) throw scanner.damaged()
      column = next
      const cell = readCell(scanner, row, column, isShort, context)
      if (!cell) continue
      if (++context.cells > limits.cells) throw refuseTooMany('cells', limits)
      sheet.cells.push(cell)
    } else if (type === Type.Column) {
      const [from, to] = [placeAt(scanner, 0, lastColumn), placeAt(scanner, 4, lastColumn)]
      if (scanner.short(16) & 1 && to >= from) addSpan(sheet.hiddenColumns, from, to)
    } else if (type === Type.Merge) {
      if (sheet.merges.length >= limits.merges) throw refuseTooMany('merges', limits)
      const [top, bottom] = [placeAt(scanner, 0, lastRow), placeAt(scanner, 4, lastRow)]
      const [left, right] = [placeAt(scanner, 8, lastColumn), placeAt(scanner, 12, lastColumn)]
      if (bottom < top || right < left) throw scanner.damaged()
      sheet.merges.push({top, left, bottom, right})
    }
  }
  return sheet
}

/** A row or column, 1-based. */
function placeAt(scanner: RecordScanner, offset: number, last: number): number {
  const place = scanner.long(offset) + 1
  if (place > last) throw scanner.damaged()
  return place
}

function readCell(
  scanner: RecordScanner,
  row: number,
  column: number,
  isShort: boolean,
  {strings, formats, date1904}: Context
): Cell | undefined {
  // Column, style, content; the first is missing in short ones.
  const at = isShort ? 4 : 8
  const code = formats[scanner.long(at - 4) & 0xffffff] ?? 'General'
  const type = isShort ? scanner.type - 11 : scanner.type
  const isFormula = type >= Type.FormulaText && type <= Type.FormulaError
  const more = {
    ...(code !== 'General' && code !== '@' && {format: code}),
    ...(isFormula && {formula: unknownFormula})
  }
  const ofNumber = (value: number): Cell | undefined =>
    Number.isFinite(value)
      ? {row, column, text: formatNumber(value, code, date1904), value, ...more}
      : undefined
  const ofText = (text: string): Cell | undefined =>
    text === '' && !isFormula ? undefined : {row, column, text, value: text, ...more}
  switch (type) {
    case Type.Rk:
      return ofNumber(decodeRk(scanner.long(at)))
    case Type.Real:
    case Type.FormulaNumber:
      return ofNumber(scanner.double(at))
    case Type.Boolean:
    case Type.FormulaBoolean: {
      const value = scanner.byte(at) !== 0
      return {row, column, text: value ? 'TRUE' : 'FALSE', value, ...more}
    }
    case Type.Error:
    case Type.FormulaError: {
      const error = errorText(scanner.byte(at))
      return {row, column, text: error, value: {error}, ...more}
    }
    case Type.Text:
    case Type.FormulaText:
      return ofText(scanner.text(at).text)
    case Type.RichText:
      return ofText(scanner.text(at + 1).text)
    case Type.Shared: {
      const text = strings[scanner.long(at)]
      if (text === undefined) throw scanner.damaged()
      return ofText(text)
    }
    default:
      return undefined
  }
}

/** A number of 30 bits ([MS-XLSB] 2.5.122): whole or the upper part of a floating-point one, perhaps times a hundred. */
function decodeRk(packed: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setUint32(0, packed & 0xfffffffc)
  const number = packed & 2 ? (packed | 0) >> 2 : view.getFloat64(0)
  return packed & 1 ? number / 100 : number
}

function readNotes(zip: ZipArchive, sheetPart: string): Note[] {
  const part = relationshipsOf(zip, sheetPart).find(({type}) => type === 'comments')?.target
  if (part === undefined || !zip.has(part)) return []
  const scanner = new RecordScanner(zip.read(part), part)
  const authors: string[] = []
  const notes: Note[] = []
  while (scanner.next()) {
    if (scanner.type === Type.Author) authors.push(scanner.text(0).text)
    else if (scanner.type === Type.BeginComment) {
      const author = authors[scanner.long(0)]
      const [row, column] = [placeAt(scanner, 4, lastRow), placeAt(scanner, 12, lastColumn)]
      notes.push({row, column, text: '', ...(author && {author})})
    } else if (scanner.type === Type.CommentText) {
      const note = notes.at(-1)
      if (note) note.text = scanner.text(1).text
    }
  }
  return notes
}
