import type {Form, Funds, FundsColumn, FundsRow, Indicator, Part, PointTotal} from '../../tree/nodes.js'
import {contentsOf} from './contents-of.js'
import {entryIn} from './entry-in.js'
import {perForm} from './per-form.js'
import {readPoints} from './points.js'

/** The indicators under one heading row of a form, and the totals printed with them. */
export interface EvaluationBlock {
  block: number
  rows: Indicator[]
  totals: PointTotal[]
}

/** The blocks of a form that have a column of points or scores, with at least one indicator. */
export const evaluationBlocks = perForm((form): EvaluationBlock[] =>
  form.headings.flatMap((headings, block) => {
    if (!headings.weight && !headings.score && !headings.actual) return []
    const rows = contentsOf(form).rows.filter(
      // A row without name and target repeats the points of its class.
      (row) => row.block === block && Boolean(row.name?.plain || row.target?.plain)
    )
    const totals = form.totals.filter((total) => total.block === block)
    return rows.length > 0 ? [{block, rows, totals}] : []
  })
)

/** Rows that share one cell of a column, because it is merged over them, together; rows without the column are left out. */
export function groupByCell(rows: Indicator[], column: 'weight' | 'score'): Indicator[][] {
  const groups: Indicator[][] = []
  let place = ''
  for (const row of rows) {
    const part = row[column]
    if (!part) continue
    const own = `${part.range.top},${part.range.left}`
    if (own === place) groups.at(-1)?.push(row)
    else groups.push([row])
    place = own
  }
  return groups
}

/** The cells of one column, a cell merged over several rows once. */
export function distinctParts(rows: Indicator[], column: 'weight' | 'score'): Part[] {
  return groupByCell(rows, column).flatMap(([row]) => row?.[column] ?? [])
}

/** The sum of a column; `undefined` when a filled cell cannot be read or none is filled. Dashes count as empty. */
export function sumPoints(parts: Part[]): {sum: number; filled: number; empty: number} | undefined {
  let sum = 0
  let filled = 0
  let empty = 0
  for (const part of parts) {
    if (isBlank(part)) {
      empty++
      continue
    }
    const points = readPoints(part)
    if (points === undefined) return undefined
    sum += points
    filled++
  }
  return filled > 0 ? {sum: Number(sum.toPrecision(12)), filled, empty} : undefined
}

/** Empty, or a mark that says so. */
export function isBlank(part: Part | undefined): boolean {
  return part === undefined || /^[-—－–/／\\]*$/.test(part.plain)
}

/** A cell of one column of a funds row. */
export function fundsCell(row: FundsRow, column: FundsColumn): Part | undefined {
  return entryIn(row, column)?.part
}

/** The row of a form that bears the points for budget execution: the total, if it has a column of points or scores. */
export function executionOf(form: Form): {row: FundsRow; points?: number; score?: number} | undefined {
  for (const child of contentsOf(form).others) {
    if (child.type !== 'funds') continue
    const row = totalRowOf(child)
    if (row && (fundsCell(row, 'weight') ?? fundsCell(row, 'score')))
      return {row, points: executionPoints(child, row), score: readPoints(fundsCell(row, 'score'))}
  }
  return undefined
}

/** The points of a row of budget execution: in its cell, or announced in a heading, e.g. `预算执行情况（10分）`. */
export function executionPoints(block: Funds, row: FundsRow): number | undefined {
  const own = row.amounts.find(({column}) => column === 'weight')
  if (own && !isBlank(own.part)) return readPoints(own.part)
  const {heading} = row.amounts.find(({column}) => column === 'score') ?? {}
  const match = /(\d{1,2})分/.exec(heading?.plain ?? '') ?? /(\d{1,2})分/.exec(block.label?.plain ?? '')
  return match ? Number(match[1]) : undefined
}

/** The first total of a funds block, or its only row. */
export function totalRowOf({children}: Funds): FundsRow | undefined {
  for (const row of children) if (row.key === 'total') return row
  return children.length === 1 ? children[0] : undefined
}

/** Whether the sheet is a check in the middle of the year, where falling behind the target is no miss yet. */
export function isMidYear(form: Form): boolean {
  return (
    /监控/.test(form.title?.plain ?? '') ||
    form.headings.some(({actual}) => actual !== undefined && /\d月|截至|截止|目前/.test(actual.plain))
  )
}

/** Whether somebody has begun the self-evaluation: a result, a score or an amount spent is filled in. */
export function isStarted(form: Form, rows: Indicator[]): boolean {
  return (
    rows.some(({actual, score}) => Boolean(actual?.plain) || readPoints(score) !== undefined) ||
    contentsOf(form).others.some(
      (child) =>
        child.type === 'funds' &&
        child.children.some(({amounts}) =>
          amounts.some(({column, amount}) => column === 'executed' && amount)
        )
    )
  )
}

/**
 * Whether a table ends with this row, without a total or a note behind it, and the row itself ends early: then the file
 * may be cut off there, and what is missing proves nothing.
 */
export function isCutOff(form: Form, row: Indicator): boolean {
  return (
    form.position.end.line <= row.position.end.line &&
    readPoints(row.score) === undefined &&
    !isTotalBelow(form, row)
  )
}

function isTotalBelow({totals}: Form, row: Indicator): boolean {
  return totals.some(({label}) => label.range.top > row.position.end.line)
}
