import type {SheetLayout} from './sheet-layout.js'

/** Where a note's box stands when it is shown: columns and rows counted from 0, offsets in pixels. */
export interface NoteBox {
  column: number
  columnOffset: number
  row: number
  rowOffset: number
  toColumn: number
  toColumnOffset: number
  toRow: number
  toRowOffset: number
}

const boxWidth = 340
/** Chinese characters of 9 points on a line of that width, and a line's height. */
const perLine = 24
const lineHeight = 17

/** Places a note's box to the right of a cell, as wide and high as its text needs. `row` and `column` count from 1. */
export function placeNoteBox(text: string, row: number, column: number, layout: SheetLayout): NoteBox {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(halfWidth(line) / 2 / perLine)), 0)
  const height = Math.min(600, (lines + 1) * lineHeight)
  const startRow = Math.max(0, row - 2)
  const right = walk(column, boxWidth + 12, 16384, (index) => columnPixels(layout, index + 1))
  const bottom = walk(startRow, height + 6, 1048576, (index) => rowPixels(layout, index + 1))
  return {
    column: Math.min(column, 16383),
    columnOffset: 12,
    row: startRow,
    rowOffset: 6,
    toColumn: right.index,
    toColumnOffset: right.offset,
    toRow: bottom.index,
    toRowOffset: bottom.offset
  }
}

function walk(
  from: number,
  length: number,
  count: number,
  sizeOf: (index: number) => number
): {index: number; offset: number} {
  let rest = length
  let index = Math.min(from, count - 1)
  while (index < count - 1 && rest > sizeOf(index)) rest -= sizeOf(index++)
  return {index, offset: Math.min(rest, sizeOf(index))}
}

function columnPixels({columns, defaultWidth}: SheetLayout, column: number): number {
  const written = columns.find(({first, last}) => column >= first && column <= last)
  return written?.hidden ? 0 : Math.round((written?.width ?? defaultWidth) * 7 + 5)
}

function rowPixels({heights, defaultHeight}: SheetLayout, row: number): number {
  return Math.round(((heights.get(row) ?? defaultHeight) * 4) / 3)
}

function halfWidth(line: string): number {
  let width = 0
  for (const character of line) width += character.charCodeAt(0) > 0xff ? 2 : 1
  return width
}
