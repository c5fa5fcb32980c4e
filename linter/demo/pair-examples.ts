import type {Example, Rule} from '../../shared/lint/define-rule.js'
import {readLiteral} from '../../shared/workbook/sheet-literal.js'

/** Each wrong example of a rule with the right one that is most like it; every right one is used once. */
export function pairExamples(rule: Rule): {wrong: Example; right?: Example}[] {
  const left = rule.examples.filter(({right}) => right)
  return rule.examples
    .filter(({wrong}) => wrong)
    .map((wrong) => {
      const [right] = [...left].sort((a, b) => countCommon(wrong, b) - countCommon(wrong, a))
      if (right) left.splice(left.indexOf(right), 1)
      return {wrong, ...(right && {right})}
    })
}

/** Cells with the same text in the same place count for it, a different size against it. */
function countCommon(a: Example, b: Example): number {
  const inB = cellsOf(b)
  return (
    cellsOf(a).reduce((sum, cell) => sum + (inB.includes(cell) ? 2 : 0), 0) -
    Math.abs(cellsOf(a).length - inB.length)
  )
}

function cellsOf(example: Example): string[] {
  const literal = example.wrong ?? example.right
  return literal
    ? readLiteral(literal).sheets.flatMap(({cells}, index) =>
        cells.map(({row, column, text}) => `${index} ${row} ${column} ${text}`)
      )
    : []
}
