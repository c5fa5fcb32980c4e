import type {Example, Rule} from '../../shared/lint/define-rule.js'
import type {Edit, Finding, Locale} from '../../shared/lint/finding.js'
import {lintExample} from '../../shared/lint/lint-example.js'
import {lintWorkbook} from '../../shared/lint/lint-workbook.js'
import {parseRange} from '../../shared/workbook/address.js'
import {readLiteral} from '../../shared/workbook/sheet-literal.js'
import type {Workbook} from '../../shared/workbook/workbook.js'

/** A place that is marked in a sheet. */
export interface Mark {
  sheet: string
  /** A1 range. */
  range: string
}

export interface ExamplePair {
  example: Example
  wrong: Workbook
  findings: Finding[]
  right?: Workbook
  /** What was changed from wrong to right, when `right` is the wrong workbook repaired. */
  repaired: Mark[]
}

/**
 * Each wrong example of a rule with a right one: the same workbook with the rule's own proposals carried out when that
 * makes it right, else the right example that is most like it.
 */
export function pairExamples(rule: Rule, locale: Locale): ExamplePair[] {
  const left = rule.examples.filter(({right}) => right)
  return rule.examples
    .filter(({wrong}) => wrong)
    .map((example) => {
      const {workbook, findings} = lintExample(rule, example, locale)
      const repair = repairAll(example, findings)
      if (repair) return {example, wrong: workbook, findings, ...repair}
      const [right] = [...left].sort((a, b) => likeness(example, b) - likeness(example, a))
      if (right) left.splice(left.indexOf(right), 1)
      return {
        example,
        wrong: workbook,
        findings,
        ...(right?.right && {right: readLiteral(right.right)}),
        repaired: []
      }
    })
}

/** Carries out the first proposal of each finding; `undefined` when one has none, or when the result is still not right. */
function repairAll({wrong}: Example, findings: Finding[]): {right: Workbook; repaired: Mark[]} | undefined {
  if (!wrong || findings.some(({fixes}) => !fixes?.length)) return undefined
  const edits = findings.flatMap(({fixes}) => fixes?.[0]?.edits ?? [])
  const places = edits.map(({sheet, cell}) => `${sheet}!${cell}`)
  if (new Set(places).size !== places.length) return undefined
  const right = applyEdits(readLiteral(wrong), edits)
  if (lintWorkbook(right).findings.some(({severity}) => severity !== 'info')) return undefined
  return {right, repaired: edits.map(({sheet, cell}) => ({sheet, range: cell}))}
}

function applyEdits(workbook: Workbook, edits: Edit[]): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => {
        const edit = edits.find((candidate) => {
          const place = candidate.sheet === sheet.name ? parseRange(candidate.cell) : undefined
          return place?.top === cell.row && place.left === cell.column
        })
        return edit ? {...cell, text: edit.to, value: edit.to} : cell
      })
    }))
  }
}

/** Cells with the same text in the same place count for it, a different size against it. */
function likeness(a: Example, b: Example): number {
  const [inA, inB] = [cellsOf(a), cellsOf(b)]
  return inA.filter((cell) => inB.includes(cell)).length * 2 - Math.abs(inA.length - inB.length)
}

function cellsOf(example: Example): string[] {
  const literal = example.wrong ?? example.right
  return literal
    ? readLiteral(literal).sheets.flatMap(({cells}, index) =>
        cells.map(({row, column, text}) => `${index} ${row} ${column} ${text}`)
      )
    : []
}
