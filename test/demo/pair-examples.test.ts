import assert from 'node:assert/strict'
import {pairExamples} from '../../linter/demo/pair-examples.js'
import {lintWorkbook} from '../../shared/lint/lint-workbook.js'
import {rules} from '../../shared/rules/index.js'
import {formatAddress} from '../../shared/workbook/address.js'

describe('wrong and right side by side', () => {
  const pairs = rules.flatMap((rule) => pairExamples(rule, 'zh-CN').map((pair) => ({...pair, rule})))

  it('has a pair for each wrong example, and at least one right sheet a rule', () => {
    for (const rule of rules) {
      const own = pairs.filter((pair) => pair.rule === rule)
      assert.equal(own.length, rule.examples.filter(({wrong}) => wrong).length)
      assert.ok(
        own.some(({right}) => right),
        rule.id
      )
    }
  })

  it('shows the wrong sheet repaired where the rule says how, changed in the marked cells only', () => {
    const repaired = pairs.filter((pair) => pair.repaired.length > 0)
    assert.ok(repaired.length > 0)
    for (const pair of repaired) {
      const changed = pair.wrong.sheets.flatMap(({name, cells}, index) =>
        cells.flatMap(({row, column, text}) => {
          const now = pair.right?.sheets[index]?.cells.find(
            (cell) => cell.row === row && cell.column === column
          )
          return now?.text === text ? [] : [`${name}!${formatAddress(row, column)}`]
        })
      )
      const marked = pair.repaired.map(({sheet, range}) => `${sheet}!${range}`)
      assert.deepEqual(changed.sort(), marked.sort(), pair.rule.id)
    }
  })

  it('shows nothing on the right that any rule objects to', () => {
    for (const {right, rule} of pairs) {
      if (!right) continue
      const wrong = lintWorkbook(right).findings.filter(({severity}) => severity !== 'info')
      assert.deepEqual(wrong, [], rule.id)
    }
  })
})
