import assert from 'node:assert/strict'
import {strToU8} from 'fflate'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import {encodeGbk, excelXml} from './make-other-formats.js'
import {readSheet, refused, showSheet} from './read-one.js'

describe('reading Excel 2003 XML', () => {
  it('reads values, formats, merges, notes and what is hidden', () => {
    const workbook = readWorkbook(
      strToU8(
        excelXml(
          `<Worksheet ss:Name="目标"><Table><Column ss:Index="2" ss:Hidden="1" ss:Span="1"/><Row ss:Index="2"><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">甲&#10;乙</Data><Comment ss:Author="审核员"><ss:Data xmlns="http://www.w3.org/TR/REC-html40"><B>请</B>补充</ss:Data></Comment></Cell><Cell ss:StyleID="p"><Data ss:Type="Number">0.95</Data></Cell><Cell ss:Index="6" ss:StyleID="d"><Data ss:Type="DateTime">2024-12-31T00:00:00.000</Data></Cell></Row><Row ss:Hidden="1"><Cell ss:Index="3" ss:Formula="=R1C1"/><Cell><Data ss:Type="Error">#N/A</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row></Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>`,
          '<Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style><Style ss:ID="d"><NumberFormat ss:Format="Long Date"/></Style>'
        )
      )
    )
    const [sheet] = workbook.sheets
    assert.ok(sheet)
    assert.deepEqual(showSheet(sheet), [
      'A2=甲\n乙',
      'C2=95%',
      'F2=2024年12月31日',
      'C3=',
      'D3=#N/A',
      'E3=TRUE',
      'A2:B3'
    ])
    assert.deepEqual(sheet.notes, [{row: 2, column: 1, text: '请补充', author: '审核员'}])
    assert.deepEqual(
      [sheet.hiddenRows, sheet.hiddenColumns, sheet.visibility],
      [[[3, 3]], [[2, 3]], 'hidden']
    )
    assert.equal(sheet.cells[3]?.unknown, true)
  })
  it('reads GBK where the file says so', () =>
    assert.deepEqual(
      showSheet(
        readSheet(
          encodeGbk(
            '<?xml version="1.0" encoding="gb2312"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet Name="x"><Table><Row><Cell><Data>甲</Data></Cell></Row></Table></Worksheet></Workbook>'
          )
        )
      ),
      ['A1=甲']
    ))
  it('refuses places beyond the grid', () => {
    for (const place of [
      '<Row ss:Index="99999999"><Cell><Data>x</Data></Cell></Row>',
      '<Row><Cell ss:Index="20000"><Data>x</Data></Cell></Row>'
    ])
      refused(strToU8(excelXml(`<Worksheet ss:Name="x"><Table>${place}</Table></Worksheet>`)), 'too-large')
  })
})
