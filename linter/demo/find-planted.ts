import type {Finding} from '../../shared/lint/finding.js'
import {contains, parseRange} from '../../shared/workbook/address.js'
import type {PlantedMistake} from './exercise-mistakes.js'

/** Cell (A1) that the rule of a planted mistake points to. */
export function reportedCell({cells, reportedAt}: PlantedMistake): string {
  return reportedAt ?? Object.keys(cells)[0] ?? 'A1'
}

/** The finding about a planted mistake; `cell` says where it is when rows have moved. */
export function findPlanted(
  mistake: PlantedMistake,
  findings: Finding[],
  cell = reportedCell(mistake)
): Finding | undefined {
  const place = parseRange(cell)
  return findings.find(({ruleId, sheet, range}) => {
    const area = parseRange(range)
    return (
      ruleId === mistake.rule &&
      sheet === mistake.sheet &&
      area &&
      place &&
      contains(area, place.top, place.left)
    )
  })
}
