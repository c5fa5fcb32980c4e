import {parseRange} from '../../../shared/workbook/address.js'
import type {Edit} from '../../../shared/lint/finding.js'
import type {Workbook} from '../../../shared/workbook/workbook.js'
import {readWorkbook} from '../../read/read-workbook.js'
import {addFirstSheet, freeSheetName, type NewSheet} from './add-first-sheet.js'
import {addNotes} from './add-notes.js'
import {changeCells, type CellChange} from './change-cells.js'
import {findUnwantedChange} from './compare-workbooks.js'
import {mayBeRead, type FormulaTarget} from './formula-dependence.js'
import {readGuardedAreas} from './guarded-areas.js'
import {PatchError} from './patch-error.js'
import {planEdit, type OpenSheet} from './plan-edit.js'
import {recalculateOnOpen} from './recalculate-on-open.js'
import {layOutSheet} from './sheet-layout.js'
import {applySplices} from './splice.js'
import {SharedStringSource} from './string-source.js'
import {PatchedStyles} from './patched-styles.js'
import {head, mainNamespace, WorkbookPackage} from './workbook-package.js'
import type {CellContent} from './write-cell.js'

export interface WorkbookChanges {
  /** At most one edit a cell. */
  edits?: Edit[]
  /** Cells that get a background; `color` as `RRGGBB`. */
  highlights?: {sheet: string; cell: string; color: string}[]
  /** Notes, put behind those that are there; at most one a cell. */
  notes?: {sheet: string; cell: string; text: string}[]
  /** Author of new notes. */
  author?: string
  /** A sheet put before the others; its name gets a number when it is taken. */
  firstSheet?: NewSheet
}

export interface PatchedWorkbook {
  bytes: Uint8Array
  /** What the new bytes hold, read again. */
  workbook: Workbook
  /** Cells that got no note because they hold a threaded comment. */
  withoutNote: {sheet: string; cell: string}[]
}

/**
 * Changes an .xlsx or .xlsm: only the bytes of the cells concerned, the style table, notes and what names them differ;
 * every other part is copied byte for byte. The result is read again and compared with the original cell by cell.
 * Throws {@link PatchError} when any of it cannot be done without harm, and `ReadError` for what is no workbook.
 */
export function patchWorkbook(
  bytes: Uint8Array,
  changes: WorkbookChanges,
  workbook: Workbook = readWorkbook(bytes)
): PatchedWorkbook {
  const {edits = [], highlights = [], notes = [], author = '', firstSheet} = changes
  const file = openPackage(bytes)
  if (notes.length > 0 || firstSheet) refuseStrict(file)
  const styles = highlights.length > 0 || firstSheet ? openStyles(file) : undefined
  const withoutNote: PatchedWorkbook['withoutNote'] = []
  const written: typeof notes = []
  for (const [name, own] of groupBySheet({edits, highlights, notes})) {
    const open = openSheet(file, workbook, name, [...own.edits, ...own.highlights])
    const splices = changeCells(open.xml, open.layout, planChanges(own, open, styles?.table))
    if (own.notes.length > 0) {
      const added = addNotes(file, open.part, open.sheet, own.notes, author, open.layout)
      splices.push(...added.splices)
      // A sheet may have more notes than a call takes arguments.
      for (const cell of added.left) withoutNote.push({sheet: name, cell})
      for (const {cell, text} of added.written) written.push({sheet: name, cell, text})
    }
    file.write(open.part, applySplices(open.xml, splices))
  }
  if (mayBeRead(workbook.sheets, edits.map(toTarget)))
    file.write(file.workbookPart, recalculateOnOpen(file.text(file.workbookPart), file.workbookPart))
  const sheetName =
    firstSheet &&
    freeSheetName(
      firstSheet.name,
      workbook.sheets.map(({name}) => name)
    )
  if (firstSheet && sheetName !== undefined && styles)
    addFirstSheet(file, {...firstSheet, name: sheetName}, styles.table)
  if (styles) file.write(styles.part, styles.table.toXml())
  const patched = file.toBytes()
  const reread = verify(workbook, patched, {
    edits,
    notes: written,
    ...(sheetName !== undefined && {firstSheet: sheetName})
  })
  return {bytes: patched, workbook: reread, withoutNote}
}

/** The edits that {@link patchWorkbook} would refuse, each with the reason. */
export function findRefusals(
  bytes: Uint8Array,
  edits: Edit[],
  workbook: Workbook = readWorkbook(bytes)
): Map<Edit, PatchError> {
  const refused = new Map<Edit, PatchError>()
  let file: WorkbookPackage
  try {
    file = openPackage(bytes)
  } catch (error) {
    if (!(error instanceof PatchError)) throw error
    return new Map(edits.map((edit) => [edit, error]))
  }
  for (const [name, own] of groupBySheet({edits, highlights: [], notes: []})) {
    try {
      const open = openSheet(file, workbook, name, own.edits)
      for (const edit of own.edits) {
        const plan = planEdit(edit, open)
        if (plan instanceof PatchError) refused.set(edit, plan)
      }
    } catch (error) {
      if (!(error instanceof PatchError)) throw error
      for (const edit of own.edits) refused.set(edit, error)
    }
  }
  return refused
}

function openPackage(bytes: Uint8Array): WorkbookPackage {
  const file = new WorkbookPackage(bytes)
  if (file.names().some((name) => name.startsWith('_xmlsignatures/'))) {
    throw new PatchError('signed', {
      zh: '工作簿有数字签名，任何改动都会使签名失效，所以没有改。请请签名人去掉签名后再改。',
      en: 'The workbook is digitally signed; any change would break the signature, so nothing was changed. Have the signature removed first.'
    })
  }
  return file
}

/** Strict workbooks name everything differently; their cells can be changed, parts cannot be added. */
function refuseStrict(file: WorkbookPackage): void {
  if (!file.text(file.workbookPart).includes('http://purl.oclc.org/ooxml/')) return
  throw new PatchError('strict', {
    zh: '工作簿存成了“Strict Open XML”格式，不能加批注。请另存为普通的 .xlsx。',
    en: 'The workbook is saved as "Strict Open XML", to which notes cannot be added. Save it as an ordinary .xlsx.'
  })
}

function openStyles(file: WorkbookPackage): {part: string; table: PatchedStyles} {
  const found = file
    .relationships(file.workbookPart)
    .find(({type, target}) => type === 'styles' && file.has(target))?.target
  if (found !== undefined) return {part: found, table: new PatchedStyles(file.text(found), found)}
  const part = file.freeName('xl/styles', 'xml')
  file.addPart(
    part,
    `${head}<styleSheet xmlns="${mainNamespace}"></styleSheet>`,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'
  )
  file.addRelationship(file.workbookPart, 'styles', `/${part}`)
  return {part, table: new PatchedStyles(file.text(part), part)}
}

function openSheet(
  file: WorkbookPackage,
  workbook: Workbook,
  name: string,
  changes: {cell: string}[]
): OpenSheet {
  const part = file.sheetParts().get(name)
  const sheet = workbook.sheets.find((candidate) => candidate.name === name)
  if (part === undefined || !sheet) {
    throw new PatchError('no-sheet', {
      zh: `找不到工作表“${name}”。请重新检查这个文件。`,
      en: `There is no sheet "${name}". Check the file again.`
    })
  }
  const strings = file
    .relationships(file.workbookPart)
    .find(({type, target}) => type === 'sharedStrings' && file.has(target))?.target
  const xml = file.text(part)
  return {
    part,
    xml,
    sheet,
    layout: layOutSheet(
      xml,
      part,
      changes.map(({cell}) => parsePlace(cell).row)
    ),
    guarded: readGuardedAreas(file, part),
    strings: strings === undefined ? undefined : new SharedStringSource(file.text(strings), strings),
    date1904: workbook.date1904
  }
}

function planChanges(
  {edits, highlights}: Pick<Required<WorkbookChanges>, 'edits' | 'highlights'>,
  open: OpenSheet,
  styles: PatchedStyles | undefined
): CellChange[] {
  const changes = new Map<string, CellChange>()
  for (const edit of edits) {
    const {row, column} = parsePlace(edit.cell)
    const content: CellContent | PatchError = planEdit(edit, open)
    if (content instanceof PatchError) throw content
    if (changes.has(edit.cell)) {
      throw new PatchError('edited-twice', {
        zh: `单元格 ${edit.sheet}!${edit.cell} 有两处不同的改动，没有改。`,
        en: `Cell ${edit.sheet}!${edit.cell} would be changed in two ways; nothing was changed.`
      })
    }
    changes.set(edit.cell, {row, column, content})
  }
  for (const {cell, color} of highlights) {
    const change = changes.get(cell) ?? parsePlace(cell)
    changes.set(cell, {...change, ...(styles && {restyle: (base) => styles.highlight(base, color)})})
  }
  return [...changes.values()]
}

/** Reads what was written and compares it with what was there; gives what was read. */
function verify(
  before: Workbook,
  bytes: Uint8Array,
  expected: Parameters<typeof findUnwantedChange>[2]
): Workbook {
  const after = readWorkbook(bytes)
  const place = findUnwantedChange(before, after, expected)
  if (place === undefined) return after
  throw new PatchError('verification', {
    zh: `写出后重新读取，${place} 处与预期不符，已放弃，原文件没有变。请反馈这个问题。`,
    en: `Read again after writing, ${place} is not as expected; the change was given up and the file is as it was. Please report this.`
  })
}

function parsePlace(address: string): {row: number; column: number} {
  const range = parseRange(address)
  if (!range) throw new Error(`no cell address: ${address}`)
  return {row: range.top, column: range.left}
}

function toTarget({sheet, cell}: Edit): FormulaTarget {
  return {sheet, ...parsePlace(cell)}
}

type SheetChanges = Pick<Required<WorkbookChanges>, 'edits' | 'highlights' | 'notes'>

function groupBySheet(changes: SheetChanges): Map<string, SheetChanges> {
  const groups = new Map<string, SheetChanges>()
  const groupOf = (sheet: string): SheetChanges => {
    const group = groups.get(sheet) ?? {edits: [], highlights: [], notes: []}
    groups.set(sheet, group)
    return group
  }
  for (const edit of changes.edits) groupOf(edit.sheet).edits.push(edit)
  for (const highlight of changes.highlights) groupOf(highlight.sheet).highlights.push(highlight)
  for (const note of changes.notes) groupOf(note.sheet).notes.push(note)
  return groups
}
