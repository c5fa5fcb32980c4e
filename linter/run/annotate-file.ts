import {readFileSync} from 'node:fs'
import path from 'node:path'
import {formatAddress} from '../../shared/workbook/address.js'
import type {Finding, Locale} from '../../shared/lint/finding.js'
import {lintWorkbook, type LintSettings} from '../../shared/lint/lint-workbook.js'
import {say} from '../../shared/locale/texts.js'
import type {Workbook} from '../../shared/workbook/workbook.js'
import type {ReadLimits} from '../read/limits.js'
import {readWorkbook} from '../read/read-workbook.js'
import {sniffFormat} from '../read/sniff-format.js'
import {PatchError} from '../write/patch/patch-error.js'
import {patchWorkbook} from '../write/patch/patch-workbook.js'
import {markCells} from '../write/review/mark-cells.js'
import {makeReviewSheet} from '../write/review/review-sheet.js'
import {nameForExcel} from '../write/name-for-excel.js'
import {writeWorkbook} from '../write/write-workbook.js'
import {describeFailure} from './check-file.js'

export interface AnnotatedFile {
  file: string
  status: 'annotated' | 'failed'
  error?: {code: string; message: string}
  findings: Finding[]
  bytes?: Uint8Array
  /** The copy is a new workbook: the original's format cannot be written. */
  isNew: boolean
  /** Cells marked without a note, because they hold a threaded comment. */
  withoutNote: string[]
}

/**
 * Checks one file and gives a copy of it with the cells concerned highlighted, a note on each, and a sheet 审核意见 before
 * the others. Never throws for a bad file: what goes wrong is the file's own result.
 */
export function annotateFile(
  file: string,
  cwd: string,
  settings: LintSettings,
  limits?: Partial<ReadLimits>
): AnnotatedFile {
  const locale = settings.locale ?? 'zh-CN'
  try {
    const bytes = readFileSync(path.resolve(cwd, file))
    const workbook = readWorkbook(bytes, {limits})
    const findings = lintWorkbook(workbook, {...settings, file}).findings.filter(
      ({suppressed}) => !suppressed
    )
    const kept = sniffFormat(bytes) === 'zip' && /^xls[xm]$/.test(workbook.format)
    return {
      file,
      status: 'annotated',
      ...annotateWorkbook(workbook, findings, {file, locale, ...(kept && {bytes})})
    }
  } catch (error) {
    const {code, text} = error instanceof PatchError ? error : describeFailure(error)
    const message = say(text, locale)
    return {file, status: 'failed', error: {code, message}, findings: [], isNew: false, withoutNote: []}
  }
}

/**
 * A copy of a workbook with its findings in it. Without the `bytes` of an .xlsx or .xlsm, a new workbook is written:
 * values, formats of numbers, merges and notes, but no formulas and no looks of the original.
 */
export function annotateWorkbook(
  workbook: Workbook,
  findings: Finding[],
  {file, locale, bytes}: {file: string; locale: Locale; bytes?: Uint8Array}
): Pick<AnnotatedFile, 'findings' | 'bytes' | 'isNew' | 'withoutNote'> {
  const names = bytes ? undefined : nameForExcel(workbook.sheets.map(({name}) => name))
  const base = bytes ?? writeNew(workbook, names)
  const target = bytes ? workbook : readWorkbook(base)
  const placed = names
    ? findings.map((finding) => ({...finding, sheet: names.get(finding.sheet) ?? finding.sheet}))
    : findings
  const patched = patchWorkbook(
    base,
    {
      ...markCells(target, placed, locale),
      author: say({zh: '绩效目标体检', en: 'jixiao-lint'}, locale),
      firstSheet: makeReviewSheet(file, target, placed, locale)
    },
    target
  )
  return {
    findings,
    bytes: patched.bytes,
    isNew: !bytes,
    withoutNote: patched.withoutNote.map(({sheet, cell}) => `${sheet}!${cell}`)
  }
}

/** A new .xlsx with the cells, merges and notes of a workbook, its sheets under other names where Excel needs them. */
function writeNew(workbook: Workbook, names: ReadonlyMap<string, string> = new Map()): Uint8Array {
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    name: names.get(sheet.name) ?? sheet.name,
    // Other formats write formulas in other ways; one that Excel cannot read would make it repair the whole file.
    cells: sheet.cells.map(({formula: _, ...cell}) => cell)
  }))
  let bytes = writeWorkbook({...workbook, sheets})
  const notes = sheets.flatMap(({name, notes: own}) =>
    own.map(({row, column, text, author = ''}) => ({
      sheet: name,
      cell: formatAddress(row, column),
      text,
      author
    }))
  )
  for (const author of new Set(notes.map((note) => note.author))) {
    const own = notes.filter((note) => note.author === author)
    bytes = patchWorkbook(bytes, {notes: own, author}).bytes
  }
  return bytes
}
