import {toPlainText} from '../../shared/workbook/plain-text.js'
import type {Sheet} from '../../shared/workbook/workbook.js'

/** A gap costs nothing, a pair of rows without a common cell hardly counts. */
const hardly = 0.01

/**
 * Which row of a changed sheet a row of the original has become; rows that were taken out are missing. Rows keep their
 * order, and the pairing with the most equal cells is taken.
 */
export function alignRows(original: Sheet, changed: Sheet): Map<number, number> {
  const before = readRows(original)
  const after = readRows(changed)
  const best = Array.from({length: before.length + 1}, () => new Array<number>(after.length + 1).fill(0))
  const pairing = (i: number, j: number): number => likeness(before[i]?.cells ?? [], after[j]?.cells ?? [])
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = best[i] ?? []
      row[j] = Math.max(best[i + 1]?.[j] ?? 0, row[j + 1] ?? 0, pairing(i, j) + (best[i + 1]?.[j + 1] ?? 0))
    }
  }
  const rows = new Map<number, number>()
  let i = 0
  let j = 0
  while (i < before.length && j < after.length) {
    const here = best[i]?.[j] ?? 0
    if (here === pairing(i, j) + (best[i + 1]?.[j + 1] ?? 0)) {
      rows.set(before[i++]?.row ?? 0, after[j++]?.row ?? 0)
    } else if (here === (best[i + 1]?.[j] ?? 0)) i++
    else j++
  }
  return rows
}

interface Row {
  row: number
  cells: string[]
}

function readRows({cells}: Sheet): Row[] {
  const rows: Row[] = []
  for (const {row, column, text} of cells) {
    const last = rows.at(-1)
    const content = `${column} ${toPlainText(text)}`
    if (last?.row === row) last.cells.push(content)
    else rows.push({row, cells: [content]})
  }
  return rows
}

/** Share of equal cells, 0–1. */
function likeness(a: string[], b: string[]): number {
  const common = a.filter((cell) => b.includes(cell)).length
  return common / Math.max(1, a.length, b.length) + hardly
}
