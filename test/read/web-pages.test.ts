import assert from 'node:assert/strict'
import {formatRange} from '../../shared/workbook/address.js'
import {strToU8} from 'fflate'
import {encodeGbk, encodeUtf16} from './make-other-formats.js'
import {readSheet, refused, showSheet} from './read-one.js'

describe('reading web pages named as workbooks', () => {
  const page = (body: string): string => `<html><body>${body}</body></html>`

  it('reads spans over rows and columns', () =>
    assert.deepEqual(
      showSheet(
        readSheet(
          encodeGbk(
            '<meta charset=gb2312><table><tr><td rowspan=2>产出</td><td colspan=2>数量</td></tr><tr><td>次数</td><td>≥12次</td></tr></table>'
          )
        )
      ),
      ['A1=产出', 'B1=数量', 'B2=次数', 'C2=≥12次', 'A1:A2', 'B1:C1']
    ))
  it('ends spans with their table', () =>
    assert.deepEqual(
      showSheet(readSheet(page('<table><tr><td rowspan=9>甲<td>乙</table><table><tr><td>丙<td>丁</table>'))),
      ['A1=甲', 'B1=乙', 'A2=丙', 'B2=丁']
    ))
  it('lets a span of 0 rows go down to the end of the table', () =>
    assert.deepEqual(
      showSheet(readSheet(page('<table><tr><td rowspan=0>甲<td>乙<tr><td>丙<tr><td>丁</table>'))),
      ['A1=甲', 'B1=乙', 'B2=丙', 'B3=丁', 'A1:A3']
    ))
  it('never lets two spans cover one place', () =>
    assert.deepEqual(
      readSheet(page('<table><tr><td>甲<td rowspan=2>乙<tr><td colspan=3>丙</table>')).merges.map(
        formatRange
      ),
      ['B1:B2']
    ))
  it('reads a title and text around the table as rows of their own', () =>
    assert.deepEqual(
      showSheet(readSheet(page('<h1>绩效目标表</h1><table><tr><td>甲<td>乙</table><p>填报说明</p>'))),
      ['A1=绩效目标表', 'A2=甲', 'B2=乙', 'A3=填报说明']
    ))
  it('leaves out scripts, styles and comments, even when the head is never closed', () =>
    assert.deepEqual(
      showSheet(
        readSheet(
          '<html><head><meta><style>td{}</style><script>x()</script><!-- no --><table><tr><td>甲</table>'
        )
      ),
      ['A1=甲']
    ))
  it('takes a non-breaking blank for an empty cell', () =>
    assert.deepEqual(showSheet(readSheet(page('<table><tr><td>&nbsp;<td>甲&#160;乙</table>'))), [
      'B1=甲\u00a0乙'
    ]))
  it('reads line breaks and entities', () =>
    assert.deepEqual(showSheet(readSheet(page('<table><tr><td>甲<br>乙 <b>&ge;</b>80%</table>'))), [
      'A1=甲\n乙 ≥80%'
    ]))
  it('reads a table inside a cell as lines of that cell', () =>
    assert.deepEqual(
      showSheet(readSheet(page('<table><tr><td>甲<table><tr><td>1<td>2<tr><td>3</table><td>乙</table>'))),
      ['A1=甲\n1 2\n3', 'B1=乙']
    ))
  it('reads cells without rows', () =>
    assert.deepEqual(showSheet(readSheet(page('<table><td>甲<td>乙</table><table><td>丙</table>'))), [
      'A1=甲',
      'B1=乙',
      'A2=丙'
    ]))
  it('prefers the byte order mark to what the page says', () =>
    assert.deepEqual(showSheet(readSheet(encodeUtf16('<meta charset=gb2312><table><tr><td>甲</table>'))), [
      'A1=甲'
    ]))
  it('refuses spans that would take for ever', () =>
    refused(
      strToU8(`<table><tr>${'<td colspan=1000 rowspan=60000>'.repeat(16)}${'<tr>'.repeat(60_000)}</table>`),
      'too-large',
      3000
    ))
  it('refuses a table wider than Excel', () =>
    refused(strToU8(`<table><tr>${'<td colspan=60000>x'.repeat(3)}</table>`), 'too-large'))
  it('refuses a page without a table', () => refused(strToU8(page('请先登录')), 'not-a-workbook'))
})
