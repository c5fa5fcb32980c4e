import type {Part, SheetNode} from '../../tree/nodes.js'
import {memoise} from '../../vocabulary/memoise.js'
import {toPlainText} from '../../workbook/plain-text.js'
import type {Cell, Range, Sheet} from '../../workbook/workbook.js'

/** A quick test that tells which texts a rule has to look at. Made once, when the rule's module is loaded. */
export interface TextGate {
  readonly index: number
}

const tests: ((text: string) => boolean)[] = []

/** For each character the gates that ask for it, one bit for each of the first 31. */
const askedFor = new Int32Array(0x10000)
/** Gates that ask for no character, or have no bit any more: they try every text. */
let always: number[] = []

/**
 * Registers the quick test of a rule that looks at all text cells; a regular expression must not be global. Only texts that hold
 * one of `characters` are tried, so that nearly all of them cost no test.
 */
export function textGate(test: RegExp | ((text: string) => boolean), characters = ''): TextGate {
  const index = tests.length
  tests.push(typeof test === 'function' ? test : (text) => test.test(text))
  if (characters === '' || index > 30) always = [...always, index]
  else for (const code of codesOf(characters)) askedFor[code] = (askedFor[code] ?? 0) | (1 << index)
  // A rule that is loaded later, from a plugin: texts judged so far were not judged for it.
  gatesOf = memoise(judgeText)
  return {index}
}

const none: readonly number[] = []

/** Which gates let a text through. The same texts stand on every sheet, and nearly all pass no gate. */
let gatesOf = memoise(judgeText)

function judgeText(text: string): readonly number[] {
  let asking = 0
  for (let at = 0; at < text.length; at++) asking |= askedFor[text.charCodeAt(at)] ?? 0
  let open: number[] | undefined
  for (; asking !== 0; asking &= asking - 1) {
    const index = 31 - Math.clz32(asking & -asking)
    if (tests[index]?.(text)) (open ??= []).push(index)
  }
  for (const index of always) if (tests[index]?.(text)) (open ??= []).push(index)
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
const noParts: readonly Part[] = []

/**
 * The text cells of a sheet that pass a gate, as parts with their merged area as range, in row order. All gates are tried in
 * one pass over the sheet, once for each different text: a dozen rules look at every cell, and a sheet may hold a million.
 */
export function textCells({sheet}: SheetNode, gate: TextGate): readonly Part[] {
  let index = indexes.get(sheet)
  if (!index || index.gates <= gate.index) {
    index = indexTexts(sheet)
    indexes.set(sheet, index)
  }
  const cells = index.cells[gate.index]
  if (!cells) return noParts
  const merges = (index.merges ??= new Map(
    sheet.merges.map((range) => [placeOf(range.top, range.left), range])
  ))
  return cells.map((cell) => {
    const {row, column, text} = cell
    const range = merges.get(placeOf(row, column)) ?? {top: row, left: column, bottom: row, right: column}
    return {text, plain: toPlainText(text), range, cell}
  })
}

function indexTexts(sheet: Sheet): TextIndex {
  const cells: TextIndex['cells'] = []
  for (const cell of sheet.cells) {
    if (typeof cell.value !== 'string') continue
    const gates = gatesOf(cell.text)
    if (gates === none) continue
    for (const gate of gates) {
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

function codesOf(characters: string): number[] {
  return Array.from(characters, (character) => character.charCodeAt(0))
}
