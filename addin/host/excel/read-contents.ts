import {formatAddress, formatRange} from '../../../shared/workbook/address.js'
import {formatNumber} from '../../../shared/workbook/number-format.js'
import type {Cell, Note, Range, ReadWarning, Sheet, Visibility} from '../../../shared/workbook/workbook.js'
import {cellCount, planBatches, type Piece} from './plan-batches.js'
import type {Reading} from './reading.js'
import {excelCode} from './run-excel.js'
import {askHidden} from './sheet-hidden.js'
import {askMerges, tooManyMerges} from './sheet-merges.js'
import {toRange, type Outline} from './sheet-outline.js'
import {appendCells, findDate, type Block} from './to-cells.js'

/** A sheet that is too large is not read but said; a target workbook has some thousand cells. */
const mostCells = 2_000_000

/** Messages are not made smaller than this. */
const leastCells = 200

/** Cells that are turned into our shape at a time. */
const cellsPerTurn = 20_000

/** A sheet whose content is being read. */
interface Task {
  outline: Outline
  /** Cells with values; absent where there are none. */
  range: Range | undefined
  result: Sheet
}

interface Contents {
  sheets: Sheet[]
  date1904: boolean
}

/**
 * Reads the cells of sheets, with merged areas, hidden parts and notes, in one batch if they fit into one message. What
 * cannot be read is added to `warnings`.
 */
export async function readContents(
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
      if (done > 0 || manyMerges || !tooManyMerges(error, outlines)) throw error
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

/** Turns cells into our shape in turns; the pane draws in between. */
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
    Object.assign(result, hidden?.())
  }
}

function byPlace(a: Note, b: Note): number {
  return a.row - b.row || a.column - b.column
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
