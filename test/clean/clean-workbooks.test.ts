import assert from 'node:assert/strict'
import {lintWorkbook} from '../../shared/lint/lint-workbook.js'
import {readLiteral} from '../../shared/workbook/sheet-literal.js'
import {cleanWorkbooks} from './index.js'

describe('a clean workbook', () => {
  for (const {title, layout, book, indicators} of cleanWorkbooks) {
    describe(`${title} (${layout})`, () => {
      const {findings, tree, crashed} = lintWorkbook(readLiteral(book), {file: `${title}.xlsx`})

      it('is read in full', () => {
        const read = tree.children.flatMap(({children}) =>
          children.map((form) => form.children.filter(({type}) => type === 'indicator').length)
        )
        assert.deepEqual(read, indicators)
      })

      it('gives no finding of error or warning', () => {
        const loud = findings
          .filter(({severity}) => severity !== 'info')
          .map(({sheet, range, ruleId, message}) => `${sheet}!${range} ${ruleId} ${message}`)
        assert.deepEqual(loud, [])
        assert.equal(crashed, false)
      })
    })
  }

  it('stands for at least fourteen layouts', () => {
    assert.ok(new Set(cleanWorkbooks.map(({layout}) => layout)).size >= 14)
  })
})
