import {recognise} from '../tree/recognise.js'
import {readLiteral} from '../workbook/sheet-literal.js'
import type {Workbook} from '../workbook/workbook.js'
import type {Example, Rule} from './define-rule.js'
import type {Finding, Locale} from './finding.js'
import {runRules} from './run-rules.js'

/** An example of a rule as a workbook, with what the rule says of it. Throws when the example has no sheet or the rule crashes. */
export function lintExample(
  rule: Rule,
  example: Example,
  locale: Locale
): {workbook: Workbook; findings: Finding[]} {
  const literal = example.wrong ?? example.right
  if (!literal) throw new Error(`an example of ${rule.id} has neither wrong nor right`)
  const workbook = readLiteral(literal)
  const setting = {severity: rule.severity, options: example.options}
  const {findings, crashed} = runRules(recognise(workbook), [{rule, setting}], {locale})
  if (crashed) throw new Error(findings.map(({message}) => message).join('\n'))
  return {workbook, findings}
}
