import {parseRange} from '../../../shared/workbook/address.js'
import type {Edit} from '../../../shared/lint/finding.js'
import type {Cell, Sheet} from '../../../shared/workbook/workbook.js'
import {getAttribute, prefixOf} from './open-tag.js'
import {PatchError} from './patch-error.js'
import {refuseEdit, type EditPlace, type Guarded} from './refuse-edit.js'
import {editRuns} from './rich-runs.js'
import type {SheetLayout} from './sheet-layout.js'
import {findElement, type SharedStringSource} from './string-source.js'
import {contentFor, inlineText, type CellContent} from './write-cell.js'

/** A worksheet part with all that is needed to change cells of it. */
export interface OpenSheet {
  part: string
  xml: string
  layout: SheetLayout
  sheet: Sheet
  guarded: Guarded
  strings: SharedStringSource | undefined
  date1904: boolean
}

/** The new content of an edit's cell, or the reason why the edit must not be made. */
export function planEdit(edit: Edit, open: OpenSheet): CellContent | PatchError {
  const place = findPlace(edit, open)
  const refusal = refuseEdit(edit, place, open.sheet, open.xml, open.layout, open.guarded)
  if (refusal) return refusal
  const {prefix} = open.layout
  const source = stringOf(place, open)
  const hasRuns = source !== undefined && /<(?:[^\s/>:]+:)?r[\s>]/.test(source)
  if (edit.to !== '' && source !== undefined && hasRuns) {
    const inner = prefixOf(source) === prefix ? editRuns(source, edit.from, edit.to, open.part) : undefined
    if (inner !== undefined) return inlineText(inner, prefix)
    if (place.cell?.richText) {
      return new PatchError(
        'rich-text',
        {
          zh: `单元格 ${edit.sheet}!${edit.cell} 未改：改动跨越了几段不同格式（颜色、字体）的文字，自动修改会丢失格式。请手工修改。`,
          en: `Cell ${edit.sheet}!${edit.cell} was left as it is: the change spans text in several formats (colours, fonts), which would be lost. Change it by hand.`
        },
        {sheet: edit.sheet, cell: edit.cell}
      )
    }
  }
  return contentFor(edit.to, place.cell, open.date1904, prefix)
}

function findPlace({cell: address}: Edit, {layout, sheet}: OpenSheet): EditPlace {
  const {top: row, left: column} = parseRange(address) ?? {top: 0, left: 0}
  return {
    row,
    column,
    cell: findCell(sheet.cells, row, column),
    spots: (layout.rows.get(row) ?? []).flatMap(({cells}) => cells.filter((spot) => spot.column === column))
  }
}

/** Cells stand in row order, then by column. */
function findCell(cells: Cell[], row: number, column: number): Cell | undefined {
  let low = 0
  let high = cells.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const cell = cells[middle] as Cell
    const order = cell.row - row || cell.column - column
    if (order === 0) return cell
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return undefined
}

/** The string element that a text cell shows, shared or its own. */
function stringOf({cell, spots}: EditPlace, {xml, part, strings}: OpenSheet): string | undefined {
  const spot = spots[0]
  if (!spot || typeof cell?.value !== 'string') return undefined
  const element = xml.slice(spot.start, spot.end)
  const type = getAttribute(xml.slice(spot.start, spot.openEnd), 't')
  if (type === 'inlineStr') return findElement(element, part, 'is')
  if (type !== 's') return undefined
  const index = /<(?:[^\s/>:]+:)?v[^>]*>\s*(\d+)/.exec(element)?.[1]
  return index === undefined ? undefined : strings?.get(Number(index))
}
