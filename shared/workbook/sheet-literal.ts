/**
 * Workbooks written as text, for rule examples, tests, demos and documentation:
 *
 *     sheet`
 *       2024年普法经费绩效目标表
 *       项目名称 | 普法经费 | 预算数 | #10.5
 *       一级指标 | 二级指标 | 三级指标 | 指标值
 *       产出指标 | 数量指标 | 宣传次数 | ≥80%
 *       ^ | ^ | 印制份数 | ≥2000份
 *     `
 *
 * `|` parts cells, an empty place is an empty cell, `^` merges with the cell above, `<` with the cell to the left,
 * `#12.5` is a number, `#0.95 0%` a number with a format, `⏎` a line break inside a cell. Blanks around a cell are
 * dropped; `␣` writes one that stays.
 */
import {contains} from './address.js'
import type {Cell, Range, Sheet, Workbook} from './workbook.js'
import {formatNumber} from './number-format.js'

/** A workbook literal: sheets by name, each the raw text of a `sheet` template. Read with {@link readLiteral}. */
export interface WorkbookLiteral {
  sheets: {name: string; text: string}[]
}

/** A workbook of one sheet called 绩效目标表. */
export function sheet(strings: TemplateStringsArray, ...values: (string | number)[]): WorkbookLiteral {
  return {sheets: [{name: '绩效目标表', text: String.raw({raw: strings}, ...values)}]}
}

/** A workbook of several sheets: names → `sheet` templates. */
export function workbook(sheets: Record<string, WorkbookLiteral>): WorkbookLiteral {
  return {
    sheets: Object.entries(sheets).map(([name, literal]) => ({name, text: literal.sheets[0]?.text ?? ''}))
  }
}

/** Turns a literal into a workbook. */
export function readLiteral(literal: WorkbookLiteral): Workbook {
  return {
    format: 'literal',
    date1904: false,
    sheets: literal.sheets.map(({name, text}) => readSheet(name, text)),
    warnings: []
  }
}

function readSheet(name: string, text: string): Sheet {
  const lines = text.split('\n').map((line) => line.trim())
  while (lines.length > 0 && lines[0] === '') lines.shift()
  while (lines.length > 0 && lines.at(-1) === '') lines.pop()
  const cells: Cell[] = []
  const merges: Range[] = []
  lines.forEach((line, index) => {
    if (line === '') return
    line.split('|').forEach((raw, at) => {
      const written = raw.trim()
      const row = index + 1
      const column = at + 1
      if (written === '^' || written === '<') {
        joinMerge(merges, row, column, written)
      } else if (written !== '') {
        cells.push(readCell(row, column, written))
      }
    })
  })
  return {name, visibility: 'visible', cells, merges, notes: [], hiddenRows: [], hiddenColumns: []}
}

function joinMerge(merges: Range[], row: number, column: number, sign: '^' | '<'): void {
  const [baseRow, baseColumn] = sign === '^' ? [row - 1, column] : [row, column - 1]
  const merge = merges.find((range) => contains(range, baseRow, baseColumn))
  if (merge) {
    merge.bottom = Math.max(merge.bottom, row)
    merge.right = Math.max(merge.right, column)
  } else {
    merges.push({top: baseRow, left: baseColumn, bottom: row, right: column})
  }
}

function readCell(row: number, column: number, written: string): Cell {
  const number = /^#(-?\d+(?:\.\d+)?)(?: (.+))?$/.exec(written)
  if (number) {
    const value = Number(number[1])
    const format = number[2]
    return {row, column, text: formatNumber(value, format ?? 'General'), value, ...(format ? {format} : {})}
  }
  const text = written.replace(/⏎/g, '\n').replace(/␣/g, ' ')
  return {row, column, text, value: text}
}
