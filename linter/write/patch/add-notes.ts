import {contains, formatAddress, parseRange} from '../../../shared/workbook/address.js'
import type {Sheet} from '../../../shared/workbook/workbook.js'
import {XmlScanner} from '../../read/xlsx/xml-scanner.js'
import {placeNoteBox} from './note-box.js'
import {addToNoteList, emptyNoteList, type NewNote} from './note-list.js'
import {addNoteShapes, newDrawing} from './note-shapes.js'
import {prefixFor} from './open-tag.js'
import type {SheetLayout} from './sheet-layout.js'
import type {Splice} from './splice.js'
import {officeRelations, type WorkbookPackage} from './workbook-package.js'

const commentsType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const drawingType = 'application/vnd.openxmlformats-officedocument.vmlDrawing'

/**
 * Adds notes to a sheet, behind those that are there. A cell with a threaded comment gets none: Excel would put the
 * thread's own text in its place. A note that already says the same stays as it is. Gives the change to the sheet's
 * part, the notes written and the cells left out.
 */
export function addNotes(
  file: WorkbookPackage,
  sheetPart: string,
  sheet: Sheet,
  wanted: NewNote[],
  author: string,
  layout: SheetLayout
): {splices: Splice[]; written: NewNote[]; left: string[]} {
  const relationships = file.relationships(sheetPart)
  const threads = new Set(
    relationships
      .filter(({type, target}) => type === 'threadedComment' && file.has(target))
      .flatMap(({target}) => readThreads(file.text(target), target))
  )
  const texts = new Map(sheet.notes.map(({row, column, text}) => [formatAddress(row, column), text]))
  const notes = wanted.filter(({cell, text}) => !threads.has(cell) && !texts.get(cell)?.includes(text))
  const left = wanted.filter(({cell}) => threads.has(cell)).map(({cell}) => cell)
  if (notes.length === 0) return {splices: [], written: [], left}
  const list = relationships.find(({type, target}) => type === 'comments' && file.has(target))?.target
  if (list !== undefined) file.write(list, addToNoteList(file.text(list), list, notes, author))
  else {
    const part = file.freeName('xl/comments', 'xml')
    file.addPart(part, addToNoteList(emptyNoteList, part, notes, author), commentsType)
    file.addRelationship(sheetPart, 'comments', `/${part}`)
  }
  return {splices: addBoxes(file, sheetPart, sheet, notes, layout), written: notes, left}
}

function addBoxes(
  file: WorkbookPackage,
  sheetPart: string,
  {notes: existing, merges}: Sheet,
  notes: NewNote[],
  layout: SheetLayout
): Splice[] {
  const id = layout.references.get('legacyDrawing')
  const old = file.relationships(sheetPart).find((relationship) => relationship.id === id)?.target
  const toBox = (
    cell: string,
    text: string
  ): {row: number; column: number; box: ReturnType<typeof placeNoteBox>}[] => {
    const place = parseRange(cell)
    if (!place) return []
    const {top: row, left: column} = place
    // Beside the whole of a merged cell, not over it.
    const right = merges.find((range) => contains(range, row, column))?.right ?? column
    return [{row, column, box: placeNoteBox(text, row, right, layout)}]
  }
  const had = new Set(existing.map(({row, column}) => formatAddress(row, column)))
  const fresh = notes.filter(({cell}) => !had.has(cell)).flatMap(({cell, text}) => toBox(cell, text))
  if (old !== undefined && file.has(old)) {
    const drawing = fresh.length > 0 ? addNoteShapes(file.text(old), fresh) : undefined
    if (drawing !== undefined) file.write(old, drawing)
    return []
  }
  // Notes that came without boxes get theirs too: Excel shows none without.
  const older = existing.flatMap(({row, column, text}) => toBox(formatAddress(row, column), text))
  const part = file.freeName('xl/drawings/vmlDrawing', 'vml')
  const drawing = addNoteShapes(newDrawing(freeBlock(file)), [...older, ...fresh]) ?? ''
  file.declareEnding('vml', drawingType)
  file.write(part, drawing)
  const reference = file.addRelationship(sheetPart, 'vmlDrawing', `/${part}`)
  return [{...placeOfDrawing(layout), text: referenceElement(layout, reference)}]
}

/** A block of shape numbers that no drawing of the workbook uses. */
function freeBlock(file: WorkbookPackage): number {
  const used = file
    .names()
    .filter((name) => name.endsWith('.vml'))
    .flatMap((name) => [...file.text(name).matchAll(/<o:idmap\b[^>]*\bdata="([\d,]+)/g)])
    .flatMap(([, blocks = '']) => blocks.split(',').map(Number))
  return Math.max(0, ...used) + 1
}

function referenceElement({rootTag, prefix}: SheetLayout, id: string): string {
  const bound = prefixFor(rootTag, officeRelations)
  // An attribute without prefix is in no namespace, so a default binding is of no use here.
  return bound
    ? `<${prefix}legacyDrawing ${bound}id="${id}"/>`
    : `<${prefix}legacyDrawing xmlns:r="${officeRelations}" r:id="${id}"/>`
}

/** Elements that stand before `legacyDrawing` in a worksheet (ECMA-376 part 1, 18.3.1.99). */
const before = new Set(
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing'.split(
    ' '
  )
)

function placeOfDrawing(layout: SheetLayout): {start: number; end: number} {
  const broken = layout.children.find(({name}) => name === 'legacyDrawing')
  if (broken) return broken
  const at = layout.children.filter(({name}) => before.has(name)).at(-1)?.end ?? layout.data.openEnd
  return {start: at, end: at}
}

function readThreads(xml: string, part: string): string[] {
  const scanner = new XmlScanner(xml, part)
  const cells: string[] = []
  for (let kind = scanner.next(); kind !== 'end'; kind = scanner.next()) {
    if (kind !== 'close' && scanner.name === 'threadedComment')
      cells.push((scanner.attribute('ref') ?? '').toUpperCase())
  }
  return cells
}
