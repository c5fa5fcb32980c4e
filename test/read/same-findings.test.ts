import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {strToU8} from 'fflate'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import {cleanForms, mistakenForms} from '../../scripts/example-forms.js'
import {lintWorkbook} from '../../shared/lint/lint-workbook.js'
import {formatRange} from '../../shared/workbook/address.js'
import {readLiteral} from '../../shared/workbook/sheet-literal.js'
import type {Workbook} from '../../shared/workbook/workbook.js'
import {
  encodeGbk,
  encodeUtf16,
  makeBinary,
  makeCsv,
  makeDocx,
  makeExcelXml,
  makeHtml,
  makeOds
} from './make-other-formats.js'
import {makeXlsx} from './make-xlsx.js'

const forms = Object.values({...mistakenForms, ...cleanForms}).map((literal) => {
  const workbook = readLiteral(literal)
  // Formats that hold one table can be compared on the first sheet only.
  return {...workbook, sheets: workbook.sheets.slice(0, 1)}
})

/** What is found where, without the name of the sheet, which some formats do not keep. */
function findingsOf(bytes: Uint8Array): string[] {
  return lintWorkbook(readWorkbook(bytes), {locale: 'zh-CN'}).findings.map(
    ({range, ruleId, message}) => `${range} ${ruleId} ${message}`
  )
}

const formats: Record<string, (workbook: Workbook) => Uint8Array> = {
  '.xls': (workbook) => makeBinary(workbook, 'biff8'),
  '.xlsb': (workbook) => makeBinary(workbook, 'xlsb'),
  '.ods': makeOds,
  '.docx': makeDocx,
  'Excel 2003 XML': (workbook) => strToU8(makeExcelXml(workbook)),
  'HTML in UTF-8': (workbook) => strToU8(makeHtml(workbook)),
  'HTML in GBK': (workbook) => encodeGbk(makeHtml(workbook, 'gb2312')),
  'HTML in UTF-16': (workbook) => encodeUtf16(makeHtml(workbook, 'unicode'))
}

describe('the same findings in every format', () => {
  for (const [format, make] of Object.entries(formats)) {
    it(`finds in ${format} what it finds in .xlsx, in the same cells`, () => {
      let count = 0
      for (const workbook of forms) {
        const expected = findingsOf(makeXlsx(workbook))
        assert.deepEqual(findingsOf(make(workbook)), expected)
        count += expected.length
      }
      assert.ok(count > 10)
    })

    it(`keeps the texts and merged areas of .xlsx in ${format}`, () => {
      for (const workbook of forms) {
        const [expected, actual] = [makeXlsx(workbook), make(workbook)].map((bytes) => {
          const [sheet] = readWorkbook(bytes).sheets
          return {
            cells: sheet?.cells.map(({row, column, text}) => ({row, column, text})),
            merges: sheet?.merges.map(formatRange).sort()
          }
        })
        assert.deepEqual(actual, expected)
      }
    })
  }

  for (const ending of ['xls', 'ods', 'html']) {
    it(`finds in a .${ending} of LibreOffice what it finds in the example it was made from`, () => {
      const sample = readFileSync(new URL(`../samples/mistakes-libreoffice.${ending}`, import.meta.url))
      const expected = findingsOf(makeXlsx(readLiteral(Object.values(mistakenForms)[0]!)))
      assert.deepEqual(findingsOf(sample), expected)
    })
  }

  const csv: Record<string, (text: string) => Uint8Array> = {
    'UTF-8': (text) => strToU8(text),
    'UTF-8 with a byte order mark': (text) => strToU8('\ufeff' + text),
    'UTF-16 little-endian': (text) => encodeUtf16(text),
    'UTF-16 big-endian': (text) => encodeUtf16(text, false),
    GBK: encodeGbk
  }
  for (const [encoding, encode] of Object.entries(csv)) {
    for (const separator of [',', ';', '\t']) {
      it(`finds in text in ${encoding} parted by ${JSON.stringify(separator)} what it finds in .xlsx without merged areas`, () => {
        for (const workbook of forms) {
          const flat = {...workbook, sheets: workbook.sheets.map((sheet) => ({...sheet, merges: []}))}
          assert.deepEqual(findingsOf(encode(makeCsv(workbook, separator))), findingsOf(makeXlsx(flat)))
        }
      })
    }
  }
})
