import type {Part, SheetNode} from '../../tree/nodes.js'
import {memoise} from '../../vocabulary/memoise.js'
import {toPlainText} from '../../workbook/plain-text.js'
import type {Cell, Range, Sheet} from '../../workbook/workbook.js'

/** A quick test that tells which texts a rule has to look at. Made once, when the rule's module is loaded. */
export interface TextGate {
  readonly index: number
}

const tests: ((text: string) => boolean)[] = []

/** Registers the quick test of a rule that looks at all text cells; a regular expression must not be global. */
export function textGate(test: RegExp | ((text: string) => boolean)): TextGate {
  tests.push(typeof test === 'function' ? test : (text) => test.test(text))
  // A rule that is loaded later, from a plugin: texts judged so far were not judged for it.
  gatesOf = memoise(judgeText)
  return {index: tests.length - 1}
}

const none: readonly number[] = []

/** Which gates let a text through. The same texts stand on every sheet, and nearly all pass no gate. */
let gatesOf = memoise(judgeText)

function judgeText(text: string): readonly number[] {
  let open: number[] | undefined
  for (let index = 0; index < tests.length; index++) if (tests[index]?.(text)) (open ??= []).push(index)
  return open ?? none
}

interface TextIndex {
  /** Cells by the gate that they pass. */
  cells: (Cell[] | undefined)[]
  /** Gates there were when the index was made. */
  gates: number
  merges?: Map<number, Range>
}

const indexes = new WeakMap<Sheet, TextIndex>()

/**
 * The text cells of a sheet that pass a gate, as parts with their merged area as range, in row order. All gates are tried in
 * one pass over the sheet, once for each different text: a dozen rules look at every cell, and a sheet may hold a million.
 */
export function* textCells({sheet}: SheetNode, gate: TextGate): Generator<Part> {
  let index = indexes.get(sheet)
  if (!index || index.gates <= gate.index) {
    index = indexTexts(sheet)
    indexes.set(sheet, index)
  }
  const cells = index.cells[gate.index]
  if (!cells) return
  index.merges ??= new Map(sheet.merges.map((range) => [placeOf(range.top, range.left), range]))
  for (const cell of cells) {
    const {row, column, text} = cell
    yield {
      text,
      get plain() {
        return toPlainText(text)
      },
      range: index.merges.get(placeOf(row, column)) ?? {top: row, left: column, bottom: row, right: column},
      cell
    }
  }
}

function indexTexts(sheet: Sheet): TextIndex {
  const cells: TextIndex['cells'] = []
  for (const cell of sheet.cells) {
    if (typeof cell.value !== 'string') continue
    for (const gate of gatesOf(cell.text)) {
      const list = cells[gate]
      if (list) list.push(cell)
      else cells[gate] = [cell]
    }
  }
  return {cells, gates: tests.length}
}

function placeOf(row: number, column: number): number {
  return row * 16384 + column
}
