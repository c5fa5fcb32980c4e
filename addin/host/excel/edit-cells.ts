import type {Cell} from '../../../shared/workbook/workbook.js'
import {planChanges, toCellAddress, type CellPlan, type CurrentCell} from '../content/plan-changes.js'
import {refuse} from '../content/refuse.js'
import {toContent, toStored} from '../content/to-content.js'
import type {
  AppliedChange,
  CellContent,
  Change,
  EditOutcome,
  Refusal,
  RevertOutcome
} from '../workbook-host.js'
import {excelCode} from './run-excel.js'
import {appendCells} from './to-cells.js'
import {toTypedText} from './typed-text.js'

/** What writing must know of this edition and this workbook. */
export interface Writing {
  level: number
  date1904: boolean
}

/** Carries changes out in three batches: which sheets are there, what stands in the cells, write and read back. */
export async function applyChanges(
  context: Excel.RequestContext,
  changes: Change[],
  writing: Writing
): Promise<EditOutcome> {
  const plan = ({edits}: Change): CellPlan[] =>
    edits.map(({sheet, cell, from}) => ({sheet, cell, expected: from}))
  const cells = await readCells(context, changes.flatMap(plan), writing)
  const {accepted, refused} = planChanges(changes, plan, (sheet, cell) => cells.current(sheet, cell))
  const writes = accepted.map(({edits}) =>
    edits.map(({sheet, cell, to}) =>
      cells.write(sheet, cell, to, (current) => toContent(current, to, writing.date1904))
    )
  )
  const refusals = await writeChanges(context, writes, writing)
  return {
    applied: accepted.flatMap((change, index): AppliedChange[] =>
      refusals[index] ? [] : [{change, before: (writes[index] ?? []).map(({before}) => before)}]
    ),
    refused: [...refused, ...withRefusal(accepted, refusals)]
  }
}

/** Puts back what stood in the cells of changes, the last change first. */
export async function revertChanges(
  context: Excel.RequestContext,
  applied: AppliedChange[],
  writing: Writing
): Promise<RevertOutcome> {
  const plan = ({change}: AppliedChange): CellPlan[] =>
    change.edits.map(({sheet, cell, to}) => ({sheet, cell, expected: to}))
  const latestFirst = [...applied].reverse()
  const cells = await readCells(context, latestFirst.flatMap(plan), writing)
  const {accepted, refused} = planChanges(latestFirst, plan, (sheet, cell) => cells.current(sheet, cell))
  const writes = accepted.map(({change, before}) =>
    before.map(({sheet, cell, value, format}, index) => ({
      ...cells.write(sheet, cell, change.edits[index]?.from ?? '', () => value),
      format
    }))
  )
  const refusals = await writeChanges(context, writes, writing)
  return {
    reverted: accepted.filter((_, index) => !refusals[index]),
    refused: [...refused, ...withRefusal(accepted, refusals)]
  }
}

function withRefusal<T>(changes: T[], refusals: (Refusal | undefined)[]): {change: T; refusal: Refusal}[] {
  return changes.flatMap((change, index) => {
    const refusal = refusals[index]
    return refusal ? [{change, refusal}] : []
  })
}

/** One cell to be written. */
interface Write {
  range: Excel.Range
  before: CellContent
  /** What the cell must show afterwards. */
  text: string
  value: string | number | boolean
  format: string
}

interface CellsNow {
  current(sheet: string, cell: string): CurrentCell | 'missing-sheet'
  write(
    sheet: string,
    cell: string,
    text: string,
    toValue: (current: CurrentCell) => string | number | boolean
  ): Write
}

async function readCells(
  context: Excel.RequestContext,
  plans: CellPlan[],
  {level, date1904}: Writing
): Promise<CellsNow> {
  const {worksheets} = context.workbook
  worksheets.load(level >= 2 ? 'items/name,items/protection/protected' : 'items/name')
  await context.sync()
  const sheets = new Map(worksheets.items.map((sheet) => [sheet.name, sheet]))
  const ranges = new Map<string, Excel.Range>()
  const keyOf = (sheet: string, cell: string): string => `${toCellAddress(cell) ?? ''}!${sheet}`
  for (const {sheet, cell} of plans) {
    const address = toCellAddress(cell)
    const key = keyOf(sheet, cell)
    const owner = sheets.get(sheet)
    if (!owner || address === undefined || ranges.has(key)) continue
    const range = owner.getRange(address)
    range.load('values,formulas,numberFormat')
    range.format.font.load(fontProperties(level))
    if (level >= 2) range.format.protection.load('locked')
    ranges.set(key, range)
  }
  await context.sync()
  const current = (sheet: string, cell: string): CurrentCell | 'missing-sheet' => {
    const range = ranges.get(keyOf(sheet, cell))
    const owner = sheets.get(sheet)
    if (!owner || !range) return 'missing-sheet'
    const shown = readBack(range, date1904)
    return {
      text: shown?.text ?? '',
      value: shown?.value ?? null,
      format: shown?.format ?? 'General',
      ...(shown?.formula !== undefined && {formula: shown.formula}),
      richText: isFormattedInParts(range, level),
      // A cell that is not locked may be written on a protected sheet.
      locked: level >= 2 && owner.protection.protected && range.format.protection.locked !== false
    }
  }
  return {
    current,
    write(sheet, cell, text, toValue) {
      const range = ranges.get(keyOf(sheet, cell))
      const found = current(sheet, cell)
      if (!range || found === 'missing-sheet') throw new Error(`${sheet}!${cell} was not read before writing`)
      const format = formatOf(range)
      const before: CellContent = {sheet, cell, value: toStored(found), format}
      return {range, before, text, value: toValue(found), format}
    }
  }
}

/** Of a text formatted in parts, the properties that differ are null. */
function fontProperties(level: number): string {
  return `bold,italic,underline,color,name,size${level >= 9 ? ',superscript,subscript,strikethrough' : ''}`
}

function isFormattedInParts(range: Excel.Range, level: number): boolean {
  const font = range.format.font.toJSON() as Record<string, unknown>
  return fontProperties(level)
    .split(',')
    .some((property) => font[property] === null)
}

function readBack(
  {values, formulas, numberFormat: formats}: Excel.Range,
  date1904: boolean
): Cell | undefined {
  const cells: Cell[] = []
  appendCells({row: 1, column: 1, values, formulas, formats}, date1904, cells)
  return cells[0]
}

function formatOf({numberFormat}: Excel.Range): string {
  const code: unknown = (numberFormat as unknown[][])[0]?.[0]
  return typeof code === 'string' ? code : 'General'
}

/** Writes changes in one batch; when Excel refuses, one by one, so that one refusal does not stop the others. */
async function writeChanges(
  context: Excel.RequestContext,
  changes: Write[][],
  writing: Writing
): Promise<(Refusal | undefined)[]> {
  if (changes.length === 0) return []
  try {
    changes.flat().forEach(queueWrite)
    await context.sync()
  } catch (error) {
    if (changes.length > 1) return writeOneByOne(context, changes, writing)
    return [await undo(context, changes[0] ?? [], toRefusal(error, changes[0]?.[0]))]
  }
  const refusals = changes.map((writes) => firstMismatch(writes, writing))
  for (const [index, refusal] of refusals.entries())
    if (refusal) await undo(context, changes[index] ?? [], refusal)
  return refusals
}

async function writeOneByOne(
  context: Excel.RequestContext,
  changes: Write[][],
  writing: Writing
): Promise<(Refusal | undefined)[]> {
  const refusals: (Refusal | undefined)[] = []
  for (const writes of changes) refusals.push(...(await writeChanges(context, [writes], writing)))
  return refusals
}

function queueWrite({range, value, format, before}: Write): void {
  if (format !== before.format) range.numberFormat = [[format]]
  range.values = [[typeof value === 'string' ? toTypedText(value, format) : value]]
  range.load('values,formulas,numberFormat')
}

function firstMismatch(writes: Write[], {date1904}: Writing): Refusal | undefined {
  for (const {range, text, value, format, before} of writes) {
    const shown = readBack(range, date1904)
    const isSo =
      (shown?.text ?? '') === text &&
      shown?.formula === undefined &&
      formatOf(range) === format &&
      (value === '' || typeof shown?.value === typeof value || typeof shown?.value === 'object')
    if (!isSo) return refuse('rejected', before, shown?.text ?? '')
  }
  return undefined
}

/** Puts back the cells of a change that was written in part or not as asked. */
async function undo(context: Excel.RequestContext, writes: Write[], refusal: Refusal): Promise<Refusal> {
  try {
    for (const {range, before} of writes) {
      range.numberFormat = [[before.format]]
      range.values = [
        [typeof before.value === 'string' ? toTypedText(before.value, before.format) : before.value]
      ]
    }
    await context.sync()
  } catch {
    // Where writing is forbidden, nothing was written either.
  }
  return refusal
}

function toRefusal(error: unknown, write: Write | undefined): Refusal {
  const code = excelCode(error)
  // Anything else, such as a cell being edited, concerns the whole conversation.
  if (!write || (code !== 'AccessDenied' && code !== 'InvalidArgument' && code !== 'GeneralException'))
    throw error
  return refuse(code === 'AccessDenied' ? 'protected' : 'rejected', write.before)
}
