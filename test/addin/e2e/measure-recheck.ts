import {makeTypical} from '../../../bench/make-workbooks.js'
import {readWorkbook} from '../../../linter/read/read-workbook.js'
import {lintWorkbook} from '../../../shared/lint/lint-workbook.js'
import {formatAddress} from '../../../shared/workbook/address.js'
import type {Cell, Sheet, Workbook} from '../../../shared/workbook/workbook.js'
import {ExcelEmulator} from './excel-emulator.js'
import {openPage, type Stage} from './open-page.js'
import {PanePage} from './pane-page.js'

/** Milliseconds from the end of the wait after an edit until the new findings are on the screen, by part. */
export interface Recheck {
  indicators: number
  sheets: number
  findings: number
  /** Reading the sheet through office.js, without the time in the emulated Excel. */
  read: number
  recognise: number
  rules: number
  /** Between page and worker and back, with what the worker does besides. */
  transfer: number
  /** From the result to the next picture on the screen; up to 17 of them are the wait for it. */
  draw: number
  total: number
  /** The longest total of the edits. */
  worst: number
}

interface Steps {
  read: number
  handOver: number
  check: number
  milliseconds: number
  recognise: number
  rules: number
  draw: number
}

/** Edits one cell after another in the open pane, each on another sheet, and takes the median of each part. */
export async function measureRecheck(stage: Stage, workbook: Workbook, edits = 9): Promise<Recheck> {
  const excel = new ExcelEmulator(workbook, {level: 17})
  const pane = new PanePage(await openPage(stage, excel))
  await pane.page.evaluate(() => localStorage.setItem('jixiao-lint.started', 'yes'))
  await pane.page.reload()
  await pane.sees('实时')
  const parts: Omit<Recheck, 'indicators' | 'sheets' | 'findings' | 'worst'>[] = []
  for (let edit = 0; edit < edits; edit++) {
    excel.batches.length = 0
    const steps = pane.page.evaluate(watchSteps)
    const sheet = workbook.sheets[(edit * 7) % workbook.sheets.length]
    if (!sheet) throw new Error('a workbook has a sheet')
    const cell = sheet.cells.find(({text}) => /^[≥\d].*期(?:左右)?$/.test(text))
    if (!cell) throw new Error('a form counts courses')
    const {row, column} = cell
    // The first kind of edit brings a finding, the second takes it away.
    const text = edit % 2 === 0 ? `≥${70 + edit}%` : `≥${70 + edit}期`
    excel.type(sheet.name, row, column, text, formatAddress(row, column))
    const {read, handOver, check, milliseconds, recognise, rules, draw} = await steps
    const inExcel = excel.batches
      .filter(({housekeeping}) => !housekeeping)
      .reduce((sum, batch) => sum + batch.milliseconds, 0)
    const own = Math.max(0, read - inExcel)
    const transfer = handOver + check - recognise - rules
    parts.push({read: own, recognise, rules, transfer, draw, total: own + handOver + check + draw})
    if (milliseconds > check) throw new Error('the worker cannot take longer than the check')
  }
  const findings = await pane.count()
  await pane.close()
  const median = (key: keyof (typeof parts)[number]): number =>
    Math.round(parts.map((part) => part[key]).sort((a, b) => a - b)[edits >> 1] ?? 0)
  return {
    indicators: lintWorkbook(workbook).forms.reduce((sum, form) => sum + form.indicators, 0),
    sheets: workbook.sheets.length,
    findings,
    read: median('read'),
    recognise: median('recognise'),
    rules: median('rules'),
    transfer: median('transfer'),
    draw: median('draw'),
    total: median('total'),
    worst: Math.round(Math.max(...parts.map(({total}) => total)))
  }
}

/** In the page: the steps of the next check as the pane notes them, and the time until it is drawn. */
function watchSteps(): Promise<Steps> {
  return new Promise((resolve) => {
    const steps: Steps = {read: 0, handOver: 0, check: 0, milliseconds: 0, recognise: 0, rules: 0, draw: 0}
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.name === 'jixiao read') steps.read = entry.duration
        if (entry.name === 'jixiao hand over') steps.handOver = entry.duration
        if (entry.name === 'jixiao check') {
          steps.check = entry.duration
          Object.assign(steps, (entry as PerformanceMeasure).detail)
        }
        if (entry.name !== 'jixiao publish') continue
        observer.disconnect()
        requestAnimationFrame(() => {
          setTimeout(() => {
            steps.draw = performance.now() - entry.startTime
            resolve(steps)
          })
        })
      }
    })
    observer.observe({type: 'measure'})
  })
}

/** Forms of 24 indicators, each a sheet of its own; half of the targets are hedged, which gives a finding each. */
export function makeForms(count: number): Workbook {
  const sheets: Sheet[] = []
  for (let seed = 0; sheets.length < count; seed++)
    for (const sheet of readWorkbook(makeTypical(seed)).sheets) {
      const cells = sheet.cells.map((cell): Cell => {
        const text = cell.row % 2 === 0 ? cell.text.replace(/^≥.*/, '$&左右') : cell.text
        return text === cell.text ? cell : {...cell, text, value: text}
      })
      if (sheets.length < count) sheets.push({...sheet, name: `${sheets.length + 1}.项目`, cells})
    }
  return {format: 'xlsx', date1904: false, sheets, warnings: []}
}

/** The same forms, so many below each other on every sheet. */
export function stackForms(workbook: Workbook, each: number): Workbook {
  const sheets: Sheet[] = []
  workbook.sheets.forEach((sheet, index) => {
    const below = (sheets.at(-1)?.cells.at(-1)?.row ?? 0) + 1
    const shift = index % each === 0 ? 0 : below
    const cells = sheet.cells.map((cell) => ({...cell, row: cell.row + shift}))
    const merges = sheet.merges.map((range) => ({
      ...range,
      top: range.top + shift,
      bottom: range.bottom + shift
    }))
    const last = sheets.at(-1)
    if (shift === 0 || !last) sheets.push({...sheet, cells, merges})
    else {
      last.cells.push(...cells)
      last.merges.push(...merges)
    }
  })
  return {...workbook, sheets}
}
