import assert from 'node:assert/strict'
import {strToU8} from 'fflate'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import {encodeGbk, encodeUtf16} from './make-other-formats.js'
import {readSheet, refused, showSheet} from './read-one.js'

describe('reading separated text', () => {
  it('keeps codes, percents and dates as they stand', () =>
    assert.deepEqual(
      readSheet('001,95%,1-2\n=1+1,1e5,TRUE\n').cells.map(({value}) => value),
      ['001', '95%', '1-2', '=1+1', '1e5', 'TRUE']
    ))
  it('reads quoted separators, line breaks and doubled quotation marks', () =>
    assert.deepEqual(showSheet(readSheet('"甲,乙","丙\r\n丁","戊""己"\r\n,"",庚')), [
      'A1=甲,乙',
      'B1=丙\n丁',
      'C1=戊"己',
      'C2=庚'
    ]))
  it('takes a quotation mark that is never closed for text', () =>
    assert.deepEqual(showSheet(readSheet('"十四五规划,甲\n乙,丙')), [
      'A1="十四五规划',
      'B1=甲',
      'A2=乙',
      'B2=丙'
    ]))
  it('keeps text behind a closing quotation mark', () =>
    assert.deepEqual(showSheet(readSheet('"十四五"规划,甲')), ['A1=十四五规划', 'B1=甲']))
  it('knows line ends of every system', () =>
    assert.deepEqual(showSheet(readSheet('甲,1\r乙,2\n丙,3\r\n丁,4')).length, 8))
  it('chooses the separator outside quotation marks', () =>
    assert.deepEqual(showSheet(readSheet('"甲,乙,丙,丁";1\n"戊,己";2')), [
      'A1=甲,乙,丙,丁',
      'B1=1',
      'A2=戊,己',
      'B2=2'
    ]))
  it('follows the hint of Excel in the first line', () =>
    assert.deepEqual(showSheet(readSheet('sep=;\r\n甲,乙,丙;1')), ['A1=甲,乙,丙', 'B1=1']))
  it('tells text with tabs from text with commas', () =>
    assert.equal(readWorkbook(encodeUtf16('指标\t指标值\r\n次数\t≥12次')).format, 'tsv'))
  it('reads GBK with characters outside of the common ones', () =>
    assert.deepEqual(showSheet(readSheet(encodeGbk('面积（㎡）,①镕'))), ['A1=面积（㎡）', 'B1=①镕']))
  it('says how many characters are lost, and keeps the others', () => {
    const bytes = strToU8('项目名称,普法宣传经费绩效目标表\n指标值,全年开展宣传活动\n')
    const broken = bytes.slice()
    broken[bytes.length - 6] = 0xff
    const workbook = readWorkbook(broken)
    assert.equal(workbook.sheets[0]?.cells[1]?.text, '普法宣传经费绩效目标表')
    assert.deepEqual(
      workbook.warnings.map(({code}) => code),
      ['characters-lost']
    )
  })
  it('says when a program has written question marks for Chinese', () =>
    assert.deepEqual(
      readWorkbook(strToU8('????????????,??????\n????,?80%\n')).warnings.map(({code}) => code),
      ['characters-lost']
    ))
  it('has nothing to warn of in ordinary text', () =>
    assert.deepEqual(readWorkbook(strToU8('目标,???\n次数,12\n')).warnings, []))
  it('refuses text wider than Excel', () => refused(strToU8(','.repeat(20_000) + 'x'), 'too-large'))
  it('reads a long file of quotation marks at once', () => {
    const started = performance.now()
    readSheet('"a,\n'.repeat(30_000) + '""'.repeat(200_000))
    assert.ok(performance.now() - started < 1000)
  })
})
