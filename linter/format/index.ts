import type {RunResult} from '../run/result.js'
import {formatNames, type FormatName} from './names.js'
import {formatJson} from './json.js'
import {formatStylish, type StylishOptions} from './stylish.js'

/** Formats of the report, and what loads them: only what is asked for is read from disk. */
const formats = {
  stylish: () => Promise.resolve(formatStylish),
  json: () => Promise.resolve(formatJson),
  html: async () => (await import('./html.js')).formatHtml,
  sarif: async () => (await import('./sarif.js')).formatSarif,
  csv: async () => (await import('./csv.js')).formatCsv,
  xlsx: async () => (await import('./xlsx/review-workbook.js')).formatXlsx,
  markdown: async () => (await import('./markdown.js')).formatMarkdown,
  junit: async () => (await import('./junit.js')).formatJunit,
  github: async () => (await import('./github.js')).formatGithub
} satisfies Record<
  FormatName,
  () => Promise<(run: RunResult, options: StylishOptions) => string | Uint8Array>
>

/** Which formats draw the table around a finding, so that it must be kept while the file is open. */
export const drawingFormats: FormatName[] = ['html']

/** Which formats are no text. */
export const binaryFormats: FormatName[] = ['xlsx']

/** Which formats give each finding's fingerprint. */
export const fingerprintFormats: FormatName[] = ['json', 'sarif']

/** A format asked for on the command line: `html:out.html`, or `json` for the standard output. */
export interface WantedFormat {
  name: FormatName
  file?: string
}

/** Reads `NAME` or `NAME:FILE`; `undefined` when there is no such format. */
export function parseFormat(written: string): WantedFormat | undefined {
  const colon = written.indexOf(':')
  const name = (colon < 0 ? written : written.slice(0, colon)) as FormatName
  if (!formatNames.includes(name)) return undefined
  const file = colon < 0 ? '' : written.slice(colon + 1)
  return {name, ...(file && {file})}
}

/** Renders the result of a run in a format. */
export async function renderReport(
  name: FormatName,
  run: RunResult,
  options: StylishOptions
): Promise<string | Uint8Array> {
  const format = await formats[name]()
  return format(run, options)
}
