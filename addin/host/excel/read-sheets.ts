import {formatAddress, formatRange} from '../../../shared/workbook/address.js'
import {formatNumber} from '../../../shared/workbook/number-format.js'
import type {
  Cell,
  Note,
  Range,
  ReadWarning,
  Sheet,
  Visibility,
  Workbook
} from '../../../shared/workbook/workbook.js'
import {limitationsOf} from '../limitations.js'
import type {Capabilities, ReadOptions} from '../workbook-host.js'
import {cellCount, planBatches, type Piece} from './plan-batches.js'
import {excelCode} from './run-excel.js'
import {appendCells, findDate, type Block} from './to-cells.js'

/** How this edition reads. */
export interface Reading extends ReadOptions {
  level: number
  capabilities: Capabilities
  /** Most cells in one message; Excel on the web allows 5 MB. */
  cellsPerBatch: number
  known: Known
}

/** What stays from one reading to the next. */
export interface Known {
  /** Merged areas of the last full reading, by the id of the sheet. */
  merges: Map<string, Range[]>
  /** Whether dates count from 1904, once a date has told it. */
  date1904?: boolean
}

/** A sheet that is too large is not read but said; a target workbook has some thousand cells. */
const mostCells = 2_000_000

/** Messages are not made smaller than this. */
const leastCells = 200

/** One call tells at most so many merged areas of a range and fails beyond. */
const mostMerges = 512

/** Where some rows are hidden and some are not, so many are asked one by one. */
const mostRows = 1000

/** What the first questions to a sheet ask for. */
interface Outline {
  sheet: Excel.Worksheet
  used: Excel.Range
  /** With cells that only have a format: merged areas may reach beyond the values. */
  whole?: Excel.Range
  notes?: Excel.NoteCollection
  comments?: Excel.CommentCollection
}

/** A sheet whose content is being read. */
interface Task {
  outline: Outline
  /** Cells with values; absent where there are none. */
  range: Range | undefined
  result: Sheet
}

/**
 * Reads the whole workbook in three batches whatever the number of sheets: the list of sheets, the extents, the contents
 * (in several messages where they are too large for one). One more, once, tells the date system of workbooks with dates.
 *
 * Nothing here but the question for merged areas is a write operation in the eyes of Office.js: such operations empty
 * the user's undo list unless Excel is new enough, and harmless-looking ones (`getRowProperties`, `functions.date`) do.
 */
export async function readAllSheets(context: Excel.RequestContext, reading: Reading): Promise<Workbook> {
  const {worksheets} = context.workbook
  worksheets.load('items/id,items/name,items/visibility')
  reading.progress?.({done: 0, total: 0})
  await context.sync()
  reading.signal?.throwIfAborted()
  const outlines = worksheets.items.map((sheet) => askOutline(sheet, reading))
  await context.sync()
  reading.signal?.throwIfAborted()
  const warnings: ReadWarning[] = limitationsOf(reading.capabilities)
    .filter(({capability}) => capability === 'merges' || capability === 'notes')
    .map(({capability, text}) => ({code: `no-${capability}`, message: text}))
  const contents = await readContents(context, outlines, reading, warnings)
  return {format: 'excel', ...contents, warnings}
}

/** Reads one sheet in two batches. Throws Excel's `ItemNotFound` when there is none of that name. */
export async function readOneSheet(
  context: Excel.RequestContext,
  name: string,
  reading: Reading
): Promise<Sheet | undefined> {
  const sheet = context.workbook.worksheets.getItem(name)
  sheet.load('id,name,visibility')
  const outline = askOutline(sheet, reading)
  await context.sync()
  reading.signal?.throwIfAborted()
  const {sheets} = await readContents(context, [outline], reading, [])
  return sheets[0]
}

function askOutline(sheet: Excel.Worksheet, {level, capabilities, live}: Reading): Outline {
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

interface Contents {
  sheets: Sheet[]
  date1904: boolean
}

async function readContents(
  context: Excel.RequestContext,
  outlines: Outline[],
  reading: Reading,
  warnings: ReadWarning[],
  manyMerges = false,
  limit = reading.cellsPerBatch
): Promise<Contents> {
  const tasks = outlines.map(startTask)
  const readable = tasks.filter(({range}) => !range || cellCount(range) <= mostCells)
  const pieces = readable.flatMap((task): Piece<Task>[] =>
    task.range ? [{owner: task, range: task.range}] : []
  )
  const total = pieces.reduce((count, {range}) => count + cellCount(range), 0)
  const blocks: Loaded[] = []
  let done = 0
  reading.progress?.({done, total})
  // Small things, once a sheet, go with the first batch of cells.
  const completions = readable.map((task) => askDetails(task, reading, manyMerges))
  const batches = planBatches(pieces, limit)
  // Without a single cell there are still merged areas and notes to be asked for.
  for (const batch of batches.length > 0 ? batches : [[]]) {
    const asked = batch.map(({owner, range}) => ({owner, range, cells: askCells(owner.outline.sheet, range)}))
    try {
      await context.sync()
    } catch (error) {
      reading.signal?.throwIfAborted()
      // Long texts can make a message too large for Excel on the web.
      if (excelCode(error) === 'ResponsePayloadSizeLimitExceeded' && limit > leastCells)
        return readContents(
          context,
          outlines,
          reading,
          warnings,
          manyMerges,
          Math.ceil(Math.min(limit, total) / 4)
        )
      if (done > 0 || manyMerges || !tooManyMerges(error, readable)) throw error
      return readContents(context, outlines, reading, warnings, true, limit)
    }
    reading.signal?.throwIfAborted()
    for (const {owner, range, cells} of asked) {
      const {values, formulas, numberFormat: formats} = cells
      blocks.push({owner, block: {row: range.top, column: range.left, values, formulas, formats}})
      done += cellCount(range)
    }
    reading.progress?.({done, total})
  }
  reading.known.date1904 ??= await askDateSystem(context, blocks)
  const date1904 = reading.known.date1904 ?? false
  for (const {owner, block} of blocks) await appendInTurns(block, date1904, owner.result.cells, reading)
  for (const complete of completions) complete()
  for (const task of tasks) if (!readable.includes(task)) warnings.push(tooLarge(task))
  return {sheets: tasks.map(({result}) => result), date1904}
}

/** Turns so many cells at a time into our shape; the pane draws in between. */
const cellsPerTurn = 20_000

async function appendInTurns(
  block: Block,
  date1904: boolean,
  cells: Cell[],
  {signal}: Reading
): Promise<void> {
  const rows = Math.max(1, Math.floor(cellsPerTurn / (block.values[0]?.length || 1)))
  for (let start = 0; start < block.values.length; start += rows) {
    if (start > 0) {
      await new Promise((resolve) => setTimeout(resolve))
      signal?.throwIfAborted()
    }
    const end = start + rows
    appendCells(
      {
        row: block.row + start,
        column: block.column,
        values: block.values.slice(start, end),
        formulas: block.formulas.slice(start, end),
        formats: block.formats.slice(start, end)
      },
      date1904,
      cells
    )
  }
}

interface Loaded {
  owner: Task
  block: Block
}

/** Excel does not tell the date system, but it shows a date: the first one that would look different decides. */
async function askDateSystem(context: Excel.RequestContext, blocks: Loaded[]): Promise<boolean | undefined> {
  for (const {owner, block} of blocks) {
    const date = findDate(block)
    if (!date) continue
    const {row, column, value, format} = date
    const cell = owner.outline.sheet.getRange(formatAddress(row, column))
    cell.load('text')
    await context.sync()
    const shown = (cell.text as unknown[][])[0]?.[0]
    return shown === formatNumber(value, format, true)
  }
  return undefined
}

function startTask(outline: Outline): Task {
  const {sheet, used} = outline
  const visibility: Visibility =
    sheet.visibility === 'Hidden' ? 'hidden' : sheet.visibility === 'VeryHidden' ? 'veryHidden' : 'visible'
  return {
    outline,
    range: used.isNullObject ? undefined : toRange(used),
    result: {
      name: sheet.name,
      visibility,
      cells: [],
      merges: [],
      notes: [],
      hiddenRows: [],
      hiddenColumns: []
    }
  }
}

function askCells(sheet: Excel.Worksheet, range: Range): Excel.Range {
  const cells = sheet.getRange(formatRange(range))
  cells.load('values,formulas,numberFormat')
  return cells
}

/** Asks for merged areas, hidden rows and columns, and places of notes; what is returned takes the answers in. */
function askDetails({outline, range, result}: Task, reading: Reading, manyMerges: boolean): () => void {
  const merges = askMerges(outline, manyMerges)
  const notes = [...(outline.notes?.items ?? []), ...(outline.comments?.items ?? [])].map((note) => {
    const place = note.getLocation()
    place.load('rowIndex,columnIndex')
    return {note, place}
  })
  const hidden = reading.capabilities.hidden && range ? askHidden(outline) : undefined
  return () => {
    result.merges = merges ? merges() : [...(reading.known.merges.get(outline.sheet.id) ?? [])]
    if (merges) reading.known.merges.set(outline.sheet.id, [...result.merges])
    result.notes = notes
      .map(({note, place}): Note => ({
        row: place.rowIndex + 1,
        column: place.columnIndex + 1,
        text: note.content,
        ...(note.authorName && {author: note.authorName})
      }))
      .sort(byPlace)
    if (!hidden || !range) return
    const {rows, columns} = hidden()
    result.hiddenRows = toSpans(range.top, rows)
    result.hiddenColumns = toSpans(range.left, columns)
  }
}

/** Whether each row and column is hidden; where some are and some are not, they are asked one by one. */
function askHidden({used}: Outline): () => {rows: boolean[]; columns: boolean[]} {
  const {rowHidden, columnHidden, rowCount, columnCount} = used as {
    rowHidden: boolean | null
    columnHidden: boolean | null
    rowCount: number
    columnCount: number
  }
  const rows = ask(rowHidden, rowCount, (index) => used.getRow(index), 'rowHidden')
  const columns = ask(columnHidden, columnCount, (index) => used.getColumn(index), 'columnHidden')
  return () => ({rows: rows(), columns: columns()})
}

function ask(
  all: boolean | null,
  count: number,
  lineAt: (index: number) => Excel.Range,
  property: 'rowHidden' | 'columnHidden'
): () => boolean[] {
  if (all !== null) return () => Array.from({length: count}, () => all)
  const lines = Array.from({length: Math.min(count, mostRows)}, (_, index) => {
    const line = lineAt(index)
    line.load(property)
    return line
  })
  return () => lines.map((line) => line[property])
}

function askMerges({sheet, whole}: Outline, many: boolean): (() => Range[]) | undefined {
  if (!whole) return undefined
  if (whole.isNullObject) return () => []
  const range = toRange(whole)
  // Every merged area has two cells at least.
  const limit = mostMerges * 2
  const parts = many ? planBatches([{owner: undefined, range}], limit).flat() : [{range}]
  const asked = parts.map((part) => {
    const merged = sheet.getRange(formatRange(part.range)).getMergedAreasOrNullObject()
    merged.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount')
    return merged
  })
  return () => {
    const found = new Map<string, Range>()
    for (const merged of asked) {
      if (merged.isNullObject) continue
      for (const area of merged.areas.items) found.set(formatRange(toRange(area)), toRange(area))
    }
    return [...found.values()].sort((a, b) => a.top - b.top || a.left - b.left)
  }
}

/** Whether a batch may have failed because a sheet has more merged areas than one call tells. */
function tooManyMerges(error: unknown, tasks: Task[]): boolean {
  const code = excelCode(error)
  return (
    code !== undefined &&
    code !== 'InvalidOperationInCellEditMode' &&
    tasks.some(
      ({outline: {whole}}) => whole && !whole.isNullObject && cellCount(toRange(whole)) > mostMerges * 2
    )
  )
}

function toRange({rowIndex, columnIndex, rowCount, columnCount}: Excel.Range): Range {
  return {
    top: rowIndex + 1,
    left: columnIndex + 1,
    bottom: rowIndex + rowCount,
    right: columnIndex + columnCount
  }
}

function byPlace(a: Note, b: Note): number {
  return a.row - b.row || a.column - b.column
}

/** Numbers from `first` on whose flag is set, as spans. */
export function toSpans(first: number, flags: boolean[]): [number, number][] {
  const spans: [number, number][] = []
  flags.forEach((flag, index) => {
    if (!flag) return
    const number = first + index
    const last = spans.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else spans.push([number, number])
  })
  return spans
}

function tooLarge({result: {name}, range}: Task): ReadWarning {
  const place = range ? formatRange(range) : ''
  return {
    code: 'sheet-too-large',
    message: {
      zh: `工作表“${name}”用到 ${place}，单元格太多，未检查该表。请删除数据以外的多余行列后再检查。`,
      en: `Sheet "${name}" uses ${place}, which is too many cells; it was not checked. Delete the surplus rows and columns around the data, then check again.`
    },
    sheet: name
  }
}
