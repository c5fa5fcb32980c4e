import assert from 'node:assert/strict'
import * as sheetjs from '@e965/xlsx'
import {unzipSync, zipSync} from 'fflate'
import {openCompoundFile} from '../../linter/read/legacy/compound-file.js'
import {ReadError} from '../../linter/read/read-error.js'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import {RecordScanner} from '../../linter/read/xlsb/record-scanner.js'
import {unknownFormula} from '../../shared/workbook/workbook.js'
import {encodeGbk, makeCompound} from './make-other-formats.js'
import {readSheet, showSheet} from './read-one.js'

describe('reading old binary workbooks', () => {
  const write = (sheet: sheetjs.WorkSheet, bookType: sheetjs.BookType): Uint8Array => {
    const book = sheetjs.utils.book_new()
    sheetjs.utils.book_append_sheet(book, sheet, '表')
    return new Uint8Array(sheetjs.write(book, {bookType, type: 'array'}) as ArrayBuffer)
  }

  it('reads errors, truth values and dates as Excel shows them in China', () => {
    const sheet: sheetjs.WorkSheet = {
      '!ref': 'A1:D1',
      A1: {t: 'e', v: 0x07},
      B1: {t: 'b', v: true},
      C1: {t: 'n', v: 45657, z: 'yyyy"年"m"月"d"日"'},
      D1: {t: 'n', v: 45657, z: 'yyyy/m/d'}
    }
    for (const type of ['biff8', 'xlsb'] as const)
      assert.deepEqual(showSheet(readSheet(write(sheet, type))), [
        'A1=#DIV/0!',
        'B1=TRUE',
        'C1=2024年12月31日',
        'D1=2024/12/31'
      ])
  })
  it('tells the formulas of an .xlsb, whose text is not read', () => {
    const parts = unzipSync(write({'!ref': 'A1:B1', A1: {t: 'n', v: 0.95}, B1: {t: 'n', v: 0.95}}, 'xlsb'))
    const sheet = parts['xl/worksheets/sheet1.bin']
    assert.ok(sheet)
    const scanner = new RecordScanner(sheet, 'sheet1.bin')
    let at = 0
    const [real, realOfFormula] = [5, 9]
    // The first number becomes the result of a formula; what would follow it is not read.
    while (scanner.next() && scanner.type !== real) at += scanner.size + (scanner.type > 127 ? 3 : 2)
    assert.equal(sheet[at], real)
    sheet[at] = realOfFormula
    assert.deepEqual(
      readSheet(zipSync(parts)).cells.map(({text, formula}) => [text, formula]),
      [
        ['0.95', unknownFormula],
        ['0.95', undefined]
      ]
    )
  })
  it('does not carry number formats over from the file before', () => {
    const first = write({'!ref': 'A1', A1: {t: 'n', v: 1, z: '0.00"甲"'}}, 'biff8')
    const second = write({'!ref': 'A1', A1: {t: 'n', v: 1, z: '0.000"乙"'}}, 'biff8')
    for (const [bytes, text] of [
      [first, '1.00甲'],
      [second, '1.000乙'],
      [first, '1.00甲']
    ] as const)
      assert.deepEqual(showSheet(readSheet(bytes)), [`A1=${text}`])
  })
  it('reads the GBK of Excel 95', () => {
    const record = (type: number, ...content: number[]): number[] => [
      ...[type & 255, type >> 8, content.length & 255, content.length >> 8],
      ...content
    ]
    const label = (column: number, text: string): number[] => {
      const bytes = [...encodeGbk(text)]
      return record(0x204, 0, 0, column, 0, 0, 0, bytes.length, 0, ...bytes)
    }
    const name = [...encodeGbk('目标')]
    const begin = (kind: number): number[] => record(0x809, 0, 5, kind, 0, 0, 0, 0, 0)
    const globalsSize = 12 + 6 + (4 + 7 + name.length) + 4
    const stream = [
      ...begin(5),
      ...record(0x42, 936 & 255, 936 >> 8),
      ...record(0x85, globalsSize, 0, 0, 0, 0, 0, name.length, ...name),
      ...record(0x0a),
      ...begin(16),
      ...label(0, '项目名称'),
      ...label(1, '≥80％'),
      ...record(0x0a)
    ]
    const sheet = readSheet(makeCompound({Book: Uint8Array.from(stream)}))
    assert.equal(sheet.name, '目标')
    assert.deepEqual(showSheet(sheet), ['A1=项目名称', 'B1=≥80％'])
  })
  it('is not misled by a document embedded in a workbook', () => {
    const file = openCompoundFile(write({'!ref': 'A1', A1: {t: 's', v: '甲'}}, 'biff8'))
    const bytes = makeCompound({
      'MBD0001/WordDocument': 'x',
      'MBD0001/EncryptedPackage': 'x',
      Workbook: file.read('Workbook')
    })
    assert.deepEqual(showSheet(readSheet(bytes)), ['A1=甲'])
  })
  it('says that a workbook is damaged without the words of the library', () => {
    const bytes = write({'!ref': 'A1:B2', A1: {t: 's', v: '甲'}, B2: {t: 'n', v: 1}}, 'biff8')
    const stream = openCompoundFile(bytes).read('Workbook')
    let refusals = 0
    for (let at = 200; at < stream.length; at += 7) {
      const broken = stream.slice()
      broken.fill(0xff, at, at + 5)
      try {
        readWorkbook(makeCompound({Workbook: broken}))
      } catch (error) {
        assert.ok(error instanceof ReadError, String(error))
        assert.doesNotMatch(error.text.zh + error.text.en, /undefined|propert|Unrecognized|Bad |Error/)
        refusals++
      }
    }
    assert.ok(refusals > 0)
  })
})
