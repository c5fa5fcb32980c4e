import type {ReadWarning, Sheet, Workbook} from '../../../shared/workbook/workbook.js'
import {limitationsOf} from '../limitations.js'
import {readContents} from './read-contents.js'
import type {Reading} from './reading.js'
import {askOutline} from './sheet-outline.js'

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
