import assert from 'node:assert/strict'
import type {Finding} from '../../shared/lint/finding.js'
import {lintWorkbook} from '../../shared/lint/lint-workbook.js'
import type {WorkbookNode} from '../../shared/tree/nodes.js'
import {readLiteral} from '../../shared/workbook/sheet-literal.js'
import {cleanWorkbooks} from './index.js'
import {relayouts} from './relayout.js'

describe('a clean workbook', () => {
  for (const {title, layout, book, indicators} of cleanWorkbooks) {
    describe(`${title} (${layout})`, () => {
      const {findings, tree, crashed} = lintWorkbook(readLiteral(book), {file: `${title}.xlsx`})

      it('is read in full', () => {
        assert.deepEqual(countIndicators(tree), indicators)
      })

      it('gives no finding of error or warning', () => {
        assert.deepEqual(describeLoud(findings), [])
        assert.equal(crashed, false)
      })
    })
  }

  for (const {does, change} of relayouts) {
    it(`stays clean, and read in full, when a unit ${does}`, () => {
      let changed = 0
      for (const {title, book, indicators} of cleanWorkbooks) {
        const workbook = readLiteral(book)
        const other = change(workbook)
        if (JSON.stringify(other) !== JSON.stringify(workbook)) changed++
        const {findings, tree} = lintWorkbook(other, {file: `${title}.xlsx`})
        assert.deepEqual(countIndicators(tree), indicators, title)
        assert.deepEqual(describeLoud(findings), [], title)
      }
      assert.ok(changed >= 10, `changes only ${changed} workbooks`)
    }).timeout(30_000)
  }

  it('stands for at least fourteen layouts', () => {
    assert.ok(new Set(cleanWorkbooks.map(({layout}) => layout)).size >= 14)
  })
})

/** Indicators of each form in reading order. */
function countIndicators({children}: WorkbookNode): number[] {
  return children.flatMap((sheet) =>
    sheet.children.map((form) => form.children.filter(({type}) => type === 'indicator').length)
  )
}

function describeLoud(findings: Finding[]): string[] {
  return findings
    .filter(({severity}) => severity !== 'info')
    .map(({sheet, range, ruleId, message}) => `${sheet}!${range} ${ruleId} ${message}`)
}
