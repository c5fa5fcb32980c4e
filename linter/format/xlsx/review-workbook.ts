import {strToU8, zipSync, type Zippable, type ZipOptions} from 'fflate'
import {say} from '../../../shared/locale/texts.js'
import type {RunResult} from '../../run/result.js'
import {escapeXml} from '../../write/xml-text.js'
import {reportApplication} from '../own-report.js'
import {listRows} from '../review-rows.js'
import {chartPart, drawingPart} from './bar-chart.js'
import {makeListSheet} from './list-sheet.js'
import {reportStyles} from './report-styles.js'
import {makeSummarySheet} from './summary-sheet.js'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument'

/**
 * The report as a workbook: a sheet 审核意见表 with a row a finding, and a sheet 汇总 with counts and charts. The same run
 * gives the same bytes.
 */
export function formatXlsx(run: RunResult): Uint8Array {
  const {locale} = run
  const rows = listRows(run)
  const list = makeListSheet(run, rows, say({zh: '审核意见表', en: 'Review'}, locale))
  const summary = makeSummarySheet(run, rows, say({zh: '汇总', en: 'Summary'}, locale))
  const {charts} = summary
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(charts.length),
    '_rels/.rels': relationships([
      ['officeDocument', 'xl/workbook.xml'],
      ['extended-properties', 'docProps/app.xml']
    ]),
    'xl/workbook.xml': workbookPart([list.sheet.name, summary.sheet.name], list),
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
      ['styles', 'styles.xml']
    ]),
    'xl/styles.xml': reportStyles(),
    'xl/worksheets/sheet1.xml': list.sheet.toXml({
      frozenRows: list.headingRow,
      filter: list.filter,
      landscape: true
    }),
    'xl/worksheets/sheet2.xml': summary.sheet.toXml({drawing: charts.length > 0, landscape: true})
  }
  if (charts.length > 0) {
    parts['xl/worksheets/_rels/sheet2.xml.rels'] = relationships([['drawing', '../drawings/drawing1.xml']])
    parts['xl/drawings/drawing1.xml'] = drawingPart(charts)
    parts['xl/drawings/_rels/drawing1.xml.rels'] = relationships(
      charts.map((_, index) => ['chart', `../charts/chart${index + 1}.xml`])
    )
    for (const [index, chart] of charts.entries()) parts[`xl/charts/chart${index + 1}.xml`] = chartPart(chart)
  }
  const properties = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${reportApplication}</Application></Properties>`
  // First and not packed, so that the beginning of the file tells what it is.
  const files: Zippable = {'docProps/app.xml': [strToU8(head + properties), {level: 0} satisfies ZipOptions]}
  for (const [name, part] of Object.entries(parts)) files[name] = strToU8(head + part)
  return zipSync(files, {level: 6, mtime: '2024-01-01T00:00:00'})
}

function contentTypes(charts: number): string {
  const overrides: [string, string][] = [
    ['xl/workbook.xml', `${types}.spreadsheetml.sheet.main+xml`],
    ['xl/styles.xml', `${types}.spreadsheetml.styles+xml`],
    ['xl/worksheets/sheet1.xml', `${types}.spreadsheetml.worksheet+xml`],
    ['xl/worksheets/sheet2.xml', `${types}.spreadsheetml.worksheet+xml`],
    ['docProps/app.xml', `${types}.extended-properties+xml`],
    ...(charts > 0 ? [['xl/drawings/drawing1.xml', `${types}.drawing+xml`] as [string, string]] : []),
    ...Array.from({length: charts}, (_, index): [string, string] => [
      `xl/charts/chart${index + 1}.xml`,
      `${types}.drawingml.chart+xml`
    ])
  ]
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`).join('')}</Types>`
}

function relationships(targets: [type: string, target: string][]): string {
  const list = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`
  )
  return `<Relationships xmlns="${packageRelations}">${list.join('')}</Relationships>`
}

/** The filter and the rows repeated on every page are defined names. */
function workbookPart(
  names: string[],
  {headingRow, filter, sheet}: {headingRow: number; filter: string; sheet: {name: string}}
): string {
  const list = names.map(
    (name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`
  )
  const [from = '', to = ''] = filter.split(':').map((cell) => cell.replace(/([A-Z]+)(\d+)/, '$$$1$$$2'))
  return `<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list.join('')}</sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${sheet.name}'!${from}:${to}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'${sheet.name}'!$${headingRow}:$${headingRow}</definedName></definedNames></workbook>`
}
