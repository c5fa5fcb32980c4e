import type {Finding} from '../../shared/lint/finding.js'
import type {Form, WorkbookNode} from '../../shared/tree/nodes.js'
import {contains, formatColumn, parseRange} from '../../shared/workbook/address.js'
import type {Range, Sheet} from '../../shared/workbook/workbook.js'

/** A few rows of a sheet around a finding, to be drawn as a table. */
export interface Excerpt {
  /** Column letters. */
  columns: string[]
  rows: ExcerptRow[]
}

export interface ExcerptRow {
  /** Row number, 1-based. */
  number: number
  cells: {text: string; columns: number; rows: number; marked?: true}[]
}

const mostColumns = 14
const longestText = 160

/** Cuts the rows around each finding out of its sheet, the heading of its block among them; in the order of the findings. */
export function cutExcerpts(findings: Finding[], tree: WorkbookNode): (Excerpt | undefined)[] {
  const sheets = new Map(tree.children.map((node) => [node.name, node]))
  const indexes = new Map<Sheet, Map<string, string>>()
  return findings.map(({sheet: name, range}) => {
    const node = sheets.get(name)
    const place = parseRange(range)
    if (!node || !place) return undefined
    const form = node.children.find(({position}) => contains(toRange(position), place.top, place.left))
    let texts = indexes.get(node.sheet)
    if (!texts) {
      texts = new Map(node.sheet.cells.map(({row, column, text}) => [`${row},${column}`, text]))
      indexes.set(node.sheet, texts)
    }
    return cut(node.sheet, texts, place, form)
  })
}

function cut(sheet: Sheet, texts: Map<string, string>, place: Range, form: Form | undefined): Excerpt {
  const area = form ? toRange(form.position) : place
  const left = area.left
  const right = Math.min(Math.max(area.right, place.right), left + mostColumns - 1)
  const shown = rowsToShow(place, area, form)
  const columns = Array.from({length: right - left + 1}, (_, index) => formatColumn(left + index))
  const merges = sheet.merges.filter((merge) => merge.left <= right && merge.right >= left)
  const rows = shown.map((row, index): ExcerptRow => {
    const cells: ExcerptRow['cells'] = []
    for (let column = left; column <= right; column++) {
      const merge = merges.find((candidate) => contains(candidate, row, column))
      const above = shown[index - 1]
      // Of a merged area only the part that is shown is drawn, once.
      if (merge && column > Math.max(merge.left, left)) continue
      if (merge && above !== undefined && above >= merge.top && above === row - 1) continue
      const text = texts.get(merge ? `${merge.top},${merge.left}` : `${row},${column}`) ?? ''
      let height = 1
      if (merge)
        while ((shown[index + height] ?? Infinity) <= merge.bottom && shown[index + height] === row + height)
          height++
      cells.push({
        text: text.length > longestText ? text.slice(0, longestText) + '…' : text,
        columns: merge ? Math.min(merge.right, right) - column + 1 : 1,
        rows: height,
        ...(overlaps(merge ?? {top: row, left: column, bottom: row, right: column}, place) && {
          marked: true as const
        })
      })
    }
    return {number: row, cells}
  })
  return {columns, rows}
}

/** The heading above, one row before, the rows of the finding (three at most) and one behind. */
function rowsToShow(place: Range, area: Range, form: Form | undefined): number[] {
  const rows = new Set<number>()
  const heading = Math.max(
    0,
    ...(form?.headings ?? []).flatMap((block) =>
      Object.values(block).flatMap(({range}) => (range.top < place.top ? [range.top] : []))
    )
  )
  if (heading > 0) rows.add(heading)
  const first = Math.max(area.top, place.top - 1)
  const last = Math.min(Math.max(area.bottom, place.bottom), Math.min(place.bottom, place.top + 2) + 1)
  for (let row = first; row <= last; row++) rows.add(row)
  return [...rows].sort((a, b) => a - b)
}

function toRange({start, end}: Form['position']): Range {
  return {top: start.line, left: start.column, bottom: end.line, right: end.column}
}

function overlaps(a: Range, b: Range): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right
}
