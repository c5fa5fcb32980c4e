import type {Range} from '../../../shared/workbook/workbook.js'
import type {Reading} from './reading.js'

/** What the first questions to a sheet ask for. */
export interface Outline {
  sheet: Excel.Worksheet
  used: Excel.Range
  /** With cells that only have a format: merged areas may reach beyond the values. */
  whole?: Excel.Range
  notes?: Excel.NoteCollection
  comments?: Excel.CommentCollection
}

/** Queues the first questions to a sheet: how far it reaches, its notes and comments. */
export function askOutline(sheet: Excel.Worksheet, {level, capabilities, live}: Reading): Outline {
  const place = 'rowIndex,columnIndex,rowCount,columnCount'
  // A sheet with formats only has no used range of values.
  const used = level >= 4 ? sheet.getUsedRangeOrNullObject(true) : sheet.getUsedRange()
  used.load(level >= 2 ? `${place},rowHidden,columnHidden` : place)
  const outline: Outline = {sheet, used}
  // Asking for merged areas was reported to empty the undo list, so live checking does not.
  if (capabilities.merges && !live) {
    outline.whole = sheet.getUsedRangeOrNullObject()
    outline.whole.load(place)
  }
  if (capabilities.notes) {
    outline.notes = sheet.notes
    outline.notes.load('items/content,items/authorName')
  }
  if (capabilities.comments) {
    outline.comments = sheet.comments
    outline.comments.load('items/content,items/authorName')
  }
  return outline
}

/** A loaded range with our numbers, which begin with 1. */
export function toRange({rowIndex, columnIndex, rowCount, columnCount}: Excel.Range): Range {
  return {
    top: rowIndex + 1,
    left: columnIndex + 1,
    bottom: rowIndex + rowCount,
    right: columnIndex + columnCount
  }
}
