import assert from 'node:assert/strict'
import {wordCell, wordDocument, wordParagraph} from './make-other-formats.js'
import {readSheet, showSheet} from './read-one.js'

describe('reading Word documents', () => {
  const table = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`
  const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
  const read = (body: string): string[] => showSheet(readSheet(wordDocument(body)))

  it('reads paragraphs and tables below each other', () =>
    assert.deepEqual(
      read(
        wordParagraph('绩效目标表') +
          wordParagraph('') +
          table(row(wordCell('甲'), wordCell('乙'))) +
          wordParagraph('说明')
      ),
      ['A1=绩效目标表', 'A2=甲', 'B2=乙', 'A3=说明']
    ))
  it('reads spans of columns and merges of rows', () =>
    assert.deepEqual(
      read(
        table(
          row(wordCell('甲', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), wordCell('乙')),
          row(wordCell('', '<w:gridSpan w:val="2"/><w:vMerge/>'), wordCell('丙')),
          row(wordCell('丁'), wordCell('戊', '<w:gridSpan w:val="2"/>'))
        )
      ),
      ['A1=甲', 'C1=乙', 'C2=丙', 'A3=丁', 'B3=戊', 'A1:B2', 'B3:C3']
    ))
  it('takes the continuation of a merge that nothing began for a cell', () =>
    assert.deepEqual(
      read(
        table(
          row(wordCell('甲', '<w:vMerge/>'), wordCell('乙')),
          row(wordCell('丙'), wordCell('丁', '<w:vMerge/>'))
        )
      ),
      ['A1=甲', 'B1=乙', 'A2=丙', 'B2=丁']
    ))
  it('does not go on with a merge of another width', () =>
    assert.deepEqual(
      read(
        table(
          row(wordCell('甲', '<w:vMerge w:val="restart"/>'), wordCell('乙')),
          row(wordCell('丙', '<w:gridSpan w:val="2"/><w:vMerge/>'))
        )
      ),
      ['A1=甲', 'B1=乙', 'A2=丙', 'A2:B2']
    ))
  it('leaves grid columns free before a row that says so', () =>
    assert.deepEqual(
      read(
        table(
          row(wordCell('甲'), wordCell('乙')),
          row('<w:trPr><w:gridBefore w:val="1"/></w:trPr>', wordCell('丙'))
        )
      ),
      ['A1=甲', 'B1=乙', 'B2=丙']
    ))
  it('joins cells merged in the old way', () =>
    assert.deepEqual(
      read(
        table(row(wordCell('甲', '<w:hMerge w:val="restart"/>'), wordCell('', '<w:hMerge/>'), wordCell('乙')))
      ),
      ['A1=甲', 'C1=乙', 'A1:B1']
    ))
  it('leaves out deleted text, rows and cells, and reads inserted ones', () =>
    assert.deepEqual(
      read(
        table(
          row(
            '<w:tc><w:p><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p></w:tc>',
            wordCell('删', '<w:cellDel w:id="1"/>'),
            wordCell('留')
          ),
          row('<w:trPr><w:del w:id="2"/></w:trPr>', wordCell('甲')),
          row('<w:trPr><w:ins w:id="3"/></w:trPr>', wordCell('乙'))
        )
      ),
      ['A1=新', 'B1=留', 'A2=乙']
    ))
  it('reads a table inside a cell as lines of that cell, without its spans', () =>
    assert.deepEqual(
      read(
        table(
          row(
            `<w:tc>${table(row(wordCell('1', '<w:gridSpan w:val="5"/>')), row(wordCell('2', '<w:vMerge w:val="restart"/>')))}${wordParagraph('甲')}</w:tc>`,
            wordCell('乙')
          )
        )
      ),
      ['A1=1\n2\n甲', 'B1=乙']
    ))
  it('reads controls, line breaks, tabs and hyphens, each text once', () =>
    assert.deepEqual(
      read(
        table(
          `<w:sdt><w:sdtContent>${row(
            '<w:tc><w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:t>图</w:t></mc:Choice><mc:Fallback><w:t>图</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p><w:p/><w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p></w:tc>'
          )}</w:sdtContent></w:sdt>`
        )
      ),
      ['A1=甲\n乙\t1-2图']
    ))
  it('reads many merged rows at once', () => {
    const started = performance.now()
    const rows = row(wordCell('甲', '<w:vMerge/>')).repeat(20_000)
    const sheet = readSheet(wordDocument(table(row(wordCell('甲', '<w:vMerge w:val="restart"/>')), rows)))
    assert.deepEqual(showSheet(sheet), ['A1=甲', 'A1:A20001'])
    assert.ok(performance.now() - started < 1500)
  })
})
