import {parseRange} from '../../../shared/workbook/address.js'
import type {Severity} from '../../../shared/lint/finding.js'
import type {Mark} from '../workbook-host.js'

/**
 * Marks are conditional formats with a formula of our own that is always true. The cells' formats stay untouched, so
 * taking the marks away leaves exactly what was there, and marks that were saved with the file are found again.
 */
const sign = 'jixiao-lint'
const formula = `=LEN("${sign}")>0`

const colours: Record<Severity, string> = {error: '#FFC7CE', warning: '#FFEB9C', info: '#DDEBF7'}

/** Excel takes at most 8192 characters for the address of several areas. */
const longestAddress = 8000

/** Sets marks; returns those on missing or protected sheets, or without an address. */
export async function setMarks(context: Excel.RequestContext, marks: Mark[], level: number): Promise<Mark[]> {
  const sheets = await listSheets(context)
  const left: Mark[] = []
  const groups = new Map<string, {sheet: Excel.Worksheet; severity: Severity; ranges: string[]}>()
  for (const mark of marks) {
    const sheet = sheets.find(({name}) => name === mark.sheet)
    if (!sheet || sheet.protection.protected || !parseRange(mark.range)) {
      left.push(mark)
      continue
    }
    const key = `${mark.severity} ${mark.sheet}`
    const group = groups.get(key)
    if (group) group.ranges.push(mark.range)
    else groups.set(key, {sheet, severity: mark.severity, ranges: [mark.range]})
  }
  for (const {sheet, severity, ranges} of groups.values()) {
    for (const address of level >= 9 ? joinAddresses(ranges) : ranges) {
      const area = level >= 9 ? sheet.getRanges(address) : sheet.getRange(address)
      const {custom} = area.conditionalFormats.add('Custom')
      custom.rule.formula = formula
      custom.format.fill.color = colours[severity]
    }
  }
  await context.sync()
  return left
}

/** Removes every mark of ours from the sheets that may be written. */
export async function removeMarks(context: Excel.RequestContext): Promise<void> {
  const collections = (await listSheets(context))
    .filter((sheet) => !sheet.protection.protected)
    .map((sheet) => {
      const {conditionalFormats} = sheet.getRange()
      conditionalFormats.load('items/type')
      return conditionalFormats
    })
  await context.sync()
  const candidates = collections
    .flatMap(({items}) => items)
    .filter(({type}) => type === 'Custom')
    .map((format) => {
      format.custom.rule.load('formula')
      return format
    })
  if (candidates.length === 0) return
  await context.sync()
  // The last first: deleting one may renumber those behind it.
  for (const format of candidates.reverse()) if (format.custom.rule.formula.includes(sign)) format.delete()
  await context.sync()
}

async function listSheets(context: Excel.RequestContext): Promise<Excel.Worksheet[]> {
  const {worksheets} = context.workbook
  worksheets.load('items/name,items/protection/protected')
  await context.sync()
  return worksheets.items
}

function joinAddresses(ranges: string[]): string[] {
  const joined: string[] = []
  for (const range of ranges) {
    const last = joined.at(-1)
    if (last !== undefined && last.length + range.length < longestAddress)
      joined[joined.length - 1] = `${last},${range}`
    else joined.push(range)
  }
  return joined
}
