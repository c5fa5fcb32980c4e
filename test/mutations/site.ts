import {recognise} from '../../shared/tree/recognise.js'
import type {Form, FormChild, Indicator, Part, SheetNode, WorkbookNode} from '../../shared/tree/nodes.js'
import {readLiteral} from '../../shared/workbook/sheet-literal.js'
import type {Workbook} from '../../shared/workbook/workbook.js'
import type {CleanWorkbook} from '../clean/clean-workbook.js'
import type {Relayout} from '../clean/relayout.js'
import type {CellEdit, Place} from './mutation.js'

/** A clean workbook, opened up to be spoilt. */
export interface Site {
  workbook: Workbook
  /** What is known besides the cells. */
  hints: {file: string}
  tree: WorkbookNode
  forms: FormSite[]
}

export interface FormSite {
  sheet: SheetNode
  form: Form
  /** Rows of the indicator blocks that have a name and a target. */
  rows: Row[]
}

/** An indicator whose name and target are known to be there. */
export interface Row extends Indicator {
  name: Part
  target: Part
}

export function openSite({title, book}: CleanWorkbook, relayout?: Relayout): Site {
  const workbook = relayout ? relayout.change(readLiteral(book)) : readLiteral(book)
  const hints = {file: `${title}.xlsx`}
  const tree = recognise(workbook, hints)
  const forms = tree.children.flatMap((sheet) =>
    sheet.children.map((form) => ({sheet, form, rows: form.children.filter(isRow)}))
  )
  return {workbook, hints, tree, forms}
}

function isRow(child: FormChild): child is Row {
  return (
    child.type === 'indicator' &&
    child.source === 'table' &&
    !!child.name?.plain &&
    !!child.target?.plain &&
    child.targets.length === 1
  )
}

/** Forms handed in before the year, where no result depends on a target. */
export function planForms({forms}: Site): FormSite[] {
  return forms.filter(({form}) => form.kind === 'project' || form.kind === 'department')
}

export interface RowSite extends FormSite {
  row: Row
}

/** Rows of the plans that pass a test. */
export function planRows(site: Site, test: (row: Row) => boolean): RowSite[] {
  return planForms(site).flatMap((form) => form.rows.filter(test).map((row) => ({...form, row})))
}

export function placeOf({sheet}: {sheet: SheetNode}, {range}: Part): Place {
  return {sheet: sheet.name, row: range.top, column: range.left}
}

export function write(owner: {sheet: SheetNode}, part: Part, to: string | number): CellEdit {
  return {...placeOf(owner, part), to}
}

/** Cells in which a row's target is written: sign, number and unit may stand apart. */
export function targetPlaces({sheet, row}: RowSite): Place[] {
  return [row.target, row.comparator, row.unit].flatMap((part) => (part ? [placeOf({sheet}, part)] : []))
}

/** Writes a target the way the form does: in one cell, or parted into sign, number and unit. */
export function writeTarget({sheet, row}: RowSite, sign: string, number: string, unit: string): CellEdit[] {
  const ascii = /^[<>]=$/.test(row.comparator?.plain ?? '')
  const written = ascii ? sign.replace('≥', '>=').replace('≤', '<=') : sign
  return [
    ...(row.comparator ? [write({sheet}, row.comparator, written || '=')] : []),
    write({sheet}, row.target, `${row.comparator ? '' : sign}${number}${row.unit ? '' : unit}`),
    ...(row.unit ? [write({sheet}, row.unit, unit)] : [])
  ]
}

/** What a row's target says, wherever its pieces stand: `≥`, `95`, `%`. */
export function pieces({target, comparator, unit}: Row): {sign: string; number: string; unit: string} {
  const match = /^([≥≤=]|[<>]=)?(\d[\d.]*)?(.*)$/.exec(target.plain)
  return {
    sign: (comparator?.plain ?? match?.[1] ?? '').replace('>=', '≥').replace('<=', '≤'),
    number: match?.[2] ?? '',
    unit: unit?.plain ?? match?.[3] ?? ''
  }
}

/** Name and explanation of a row, replaced together. */
export function rename({sheet, row}: RowSite, name: string, description: string): CellEdit[] {
  return [
    write({sheet}, row.name, name),
    ...(row.description?.plain ? [write({sheet}, row.description, description)] : [])
  ]
}

/** Whether the label of the row's second-level class stands in this row alone. */
export function ownsClass({level2}: Row): boolean {
  return level2 !== undefined && level2.range.top === level2.range.bottom
}

/** One wording after the other, so that a rule is not tried with a single phrase. */
export function inTurn<T>(wordings: [T, ...T[]], index: number): T {
  return wordings[index % wordings.length] ?? wordings[0]
}

/** Every cell of these rows of a sheet, emptied. */
export function emptyRows({sheet}: {sheet: SheetNode}, rows: Set<number>, keep: Part[] = []): CellEdit[] {
  const kept = new Set(keep.map(({range}) => `${range.top},${range.left}`))
  return sheet.sheet.cells
    .filter(({row, column}) => rows.has(row) && !kept.has(`${row},${column}`))
    .map(({row, column}) => ({sheet: sheet.name, row, column, to: ''}))
}
