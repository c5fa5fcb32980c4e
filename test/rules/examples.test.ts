import assert from 'node:assert/strict'
import type {Example, Rule} from '../../shared/lint/define-rule.js'
import {lintWorkbook} from '../../shared/lint/lint-workbook.js'
import {rules} from '../../shared/rules/index.js'
import {readLiteral} from '../../shared/workbook/sheet-literal.js'
import type {Finding, Locale} from '../../shared/lint/finding.js'

/** Findings of one rule in an example's workbook. */
function findIn(rule: Rule, example: Example, locale: Locale = 'zh-CN'): Finding[] {
  const literal = example.wrong ?? example.right
  assert.ok(literal, `an example of ${rule.id} has neither wrong nor right`)
  const settings = new Map([[rule.id, {severity: rule.severity, options: example.options}]])
  return lintWorkbook(readLiteral(literal), {rules: settings, locale}).findings
}

function placesOf(example: Example, findings: Finding[]): string[] {
  const several = (example.wrong ?? example.right)?.sheets.length !== 1
  return findings.map(({sheet, range}) => (several ? `${sheet}!${range}` : range))
}

for (const rule of rules) {
  describe(`rule ${rule.id}`, () => {
    it('has a wrong and a right example', () => {
      assert.ok(rule.examples.some(({wrong}) => wrong))
      assert.ok(rule.examples.some(({right}) => right))
    })
    rule.examples.forEach((example, index) => {
      const label = example.title?.zh ?? `example ${index + 1}`
      if (example.wrong) {
        it(`reports exactly the marked cells: ${label}`, () => {
          const findings = findIn(rule, example)
          assert.deepEqual(placesOf(example, findings).sort(), [...(example.finds ?? [])].sort())
          for (const finding of findings) assert.equal(finding.ruleId, rule.id)
        })
        it(`leaves no place of a message empty, in both languages: ${label}`, () => {
          for (const locale of ['zh-CN', 'en'] as const) {
            for (const {message} of findIn(rule, example, locale)) {
              assert.doesNotMatch(message, /\{\w+\}|undefined|NaN/)
            }
          }
        })
      } else {
        it(`says nothing: ${label}`, () => {
          assert.deepEqual(placesOf(example, findIn(rule, example)), [])
        })
      }
    })
  })
}

describe('the right half of every example', () => {
  it('is right for every other rule too', () => {
    const loud = rules.flatMap((rule) =>
      rule.examples.flatMap((example) => {
        if (!example.right) return []
        return lintWorkbook(readLiteral(example.right))
          .findings.filter(({severity}) => severity !== 'info')
          .map(
            (finding) => `${rule.id}: ${finding.ruleId} ${finding.sheet}!${finding.range} ${finding.message}`
          )
      })
    )
    assert.deepEqual(loud, [])
  })
})
