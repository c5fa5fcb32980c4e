import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import * as XLSX from '@e965/xlsx'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import {formatAddress, formatRange} from '../../shared/workbook/address.js'
import {unknownFormula, type Cell} from '../../shared/workbook/workbook.js'

/** Where SheetJS is known to be wrong or to mean something else: `file sheet!cell` → why. */
const expectedDifferences: Record<string, string> = {
  'targets-openpyxl.xlsx 绩效目标表!E8':
    'formula without cached result: SheetJS has no cell or 0, we say unknown',
  'targets-openpyxl.xlsx 绩效目标表!F8': 'formula without cached result',
  'targets-openpyxl.xlsx 绩效目标表!G8': 'formula without cached result',
  'targets-openpyxl.xlsx 绩效目标表!H8': 'formula without cached result',
  'formats-1904-libreoffice.xlsx 格式!A8': 'SheetJS shows 0.0000001 where Excel shows 1E-07',
  'formats-1904-libreoffice.xlsx 格式!A9': 'SheetJS loses a digit in formats such as 0\\.0,'
}

function compareCell(own: Cell | undefined, theirs: XLSX.CellObject | undefined): string | undefined {
  if (!own || !theirs) return own ? `only ours: ${own.text}` : `only theirs: ${String(theirs?.v)}`
  const {value} = own
  if (typeof value === 'object') {
    const error = value === null ? '' : value.error
    return theirs.t === 'e' && theirs.w === error
      ? undefined
      : `error ${error} / ${theirs.t} ${String(theirs.v)}`
  }
  if (value !== theirs.v) return `value ${String(value)} / ${String(theirs.v)}`
  const isCopy = own.formula === unknownFormula && theirs.f !== undefined
  if (!isCopy && (own.formula ?? '') !== (theirs.f ?? ''))
    return `formula ${own.formula ?? ''} / ${theirs.f ?? ''}`
  if (typeof value === 'number' && (own.format ?? 'General') !== (theirs.z ?? 'General'))
    return `format ${own.format ?? ''} / ${String(theirs.z)}`
  if (typeof value !== 'string' && own.text !== theirs.w) return `text ${own.text} / ${theirs.w ?? ''}`
  return undefined
}

describe('reading the same as SheetJS', () => {
  for (const file of ['targets-openpyxl.xlsx', 'targets-libreoffice.xlsx', 'formats-1904-libreoffice.xlsx']) {
    it(`agrees on every cell, merge, note and hidden sheet of ${file}`, () => {
      const bytes = readFileSync(new URL(`../samples/${file}`, import.meta.url))
      const workbook = readWorkbook(bytes)
      const other = XLSX.read(bytes, {cellNF: true, cellStyles: true})
      assert.deepEqual(workbook.warnings, [])
      assert.deepEqual(
        workbook.sheets.map(({name, visibility}) => [name, visibility === 'visible']),
        other.SheetNames.map((name, index) => [name, !other.Workbook?.Sheets?.[index]?.Hidden])
      )
      const differences: Record<string, string> = {}
      for (const sheet of workbook.sheets) {
        const theirs = other.Sheets[sheet.name] ?? {}
        const own = new Map(sheet.cells.map((cell) => [formatAddress(cell.row, cell.column), cell]))
        const filled = Object.keys(theirs).filter(
          (key) => !key.startsWith('!') && (theirs[key] as XLSX.CellObject).t !== 'z'
        )
        for (const address of new Set([...own.keys(), ...filled])) {
          const difference = compareCell(own.get(address), theirs[address] as XLSX.CellObject | undefined)
          if (difference !== undefined) differences[`${file} ${sheet.name}!${address}`] = difference
        }
        assert.deepEqual(
          sheet.merges.map(formatRange).sort(),
          (theirs['!merges'] ?? []).map((range) => XLSX.utils.encode_range(range)).sort()
        )
        const notes = filled.flatMap((address) => ((theirs[address] as XLSX.CellObject).c ? [address] : []))
        assert.deepEqual(
          sheet.notes.map(({row, column}) => formatAddress(row, column)),
          notes
        )
      }
      const expected = Object.keys(expectedDifferences).filter((key) => key.startsWith(`${file} `))
      assert.deepEqual(
        Object.keys(differences).sort(),
        expected.sort(),
        JSON.stringify(differences, undefined, 1)
      )
    })
  }

  it('reads from LibreOffice what was written with openpyxl', () => {
    const [openpyxl, libreoffice] = ['targets-openpyxl.xlsx', 'targets-libreoffice.xlsx'].map((file) =>
      readWorkbook(readFileSync(new URL(`../samples/${file}`, import.meta.url)))
    )
    const [texts, others] = [openpyxl, libreoffice].map(
      (workbook) =>
        new Map(
          workbook?.sheets.flatMap(({name, cells}) =>
            cells.map((cell) => [`${name}!${formatAddress(cell.row, cell.column)}`, cell])
          )
        )
    )
    assert.deepEqual([...(others?.keys() ?? [])], [...(texts?.keys() ?? [])])
    for (const [address, {text, unknown}] of texts ?? [])
      if (!unknown) assert.equal(others?.get(address)?.text, text, address)
    assert.deepEqual(libreoffice?.sheets[0]?.merges, openpyxl?.sheets[0]?.merges)
    assert.deepEqual(libreoffice?.sheets[0]?.hiddenRows, [[10, 10]])
    assert.deepEqual(libreoffice?.sheets[0]?.hiddenColumns, [[10, 10]])
    assert.deepEqual(openpyxl?.sheets[0]?.notes, [{row: 3, column: 4, text: '请补充依据', author: '审核员'}])
  })
})
