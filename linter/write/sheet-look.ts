import type {StyleName} from './style-table.js'

/** How a written sheet looks, where its own cells do not say; rows and columns count from 1. */
export interface SheetLook {
  /** Style by row and column (see {@link placeKey}). With it, cells without a style are plain. */
  styles?: Map<string, StyleName>
  /** Widths of columns in characters; others follow from their content. */
  widths?: Map<number, number>
  /** Heights of rows in points; others are left to the program that opens the file. */
  heights?: Map<number, number>
  /** Cells that lead to a cell of a sheet. */
  links?: {row: number; column: number; sheet: string; cell: string}[]
  /** Rows that stay in view when the sheet is scrolled. */
  frozenRows?: number
}

/** Names a cell in tables of looks; row and column from 1. */
export function placeKey(row: number, column: number): string {
  return `${row} ${column}`
}
