import type {Finding, Locale} from '../../shared/lint/finding.js'
import {lintWorkbook} from '../../shared/lint/lint-workbook.js'
import {contains, formatAddress, parseRange} from '../../shared/workbook/address.js'
import {toPlainText} from '../../shared/workbook/plain-text.js'
import type {Workbook} from '../../shared/workbook/workbook.js'
import {alignRows} from './align-rows.js'
import {exercise, solution, textAt} from './exercise.js'
import {plantedMistakes, type PlantedMistake} from './exercise-mistakes.js'
import {findPlanted, reportedCell} from './find-planted.js'

/** What became of a mistake: repaired; still there; changed into another mistake; or its cell, row or sheet taken out. */
export type MistakeState = 'repaired' | 'remaining' | 'otherwise-wrong' | 'removed'

export interface GradedMistake {
  mistake: PlantedMistake
  state: MistakeState
  /** Where it is in the learner's workbook now, A1. */
  cell: string
  /** What is still said about it. */
  message?: string
}

export interface Grade {
  mistakes: GradedMistake[]
  /** New errors and warnings in places without a planted mistake. */
  broken: Finding[]
  /** Right texts that are gone. */
  lost: {sheet: string; cell: string; text: string}[]
  /** Right texts that were changed, without anything being wrong with them now. */
  changed: {sheet: string; cell: string; from: string; to: string}[]
}

/** Compares a learner's workbook with the exercise; `undefined` when it has none of its sheets. */
export function gradeExercise(workbook: Workbook, locale: Locale): Grade | undefined {
  const given = exercise()
  const right = solution()
  const names = new Set(workbook.sheets.map(({name}) => name))
  if (!given.sheets.some(({name}) => names.has(name))) return undefined
  const before = lintWorkbook(given, {locale}).findings.filter(isWrong)
  const after = lintWorkbook(workbook, {locale}).findings.filter(isWrong)
  const rowsOf = new Map(
    given.sheets.map((sheet) => {
      const learned = workbook.sheets.find(({name}) => name === sheet.name)
      return [sheet.name, learned ? alignRows(sheet, learned) : new Map<number, number>()]
    })
  )
  /** The place that a cell of the exercise has now. */
  const move = (sheet: string, address: string): string | undefined => {
    const place = parseRange(address)
    const row = place && rowsOf.get(sheet)?.get(place.top)
    return row === undefined ? undefined : formatAddress(row, place?.left ?? 1)
  }
  const used = new Set<Finding>()
  const mistakes = plantedMistakes.map((mistake): GradedMistake => {
    const {sheet, cells} = mistake
    const [first = 'A1'] = Object.keys(cells)
    const cell = move(sheet, first)
    const at = move(sheet, reportedCell(mistake))
    const same = at === undefined ? undefined : findPlanted(mistake, after, at)
    if (same) {
      used.add(same)
      return {mistake, state: 'remaining', cell: cell ?? at ?? first, message: same.message}
    }
    const emptied = cell === undefined || toPlainText(textAt(workbook, sheet, cell)) === ''
    const others = after.filter((finding) => {
      const area = finding.sheet === sheet ? parseRange(finding.range) : undefined
      const places = Object.keys(cells).flatMap((address) => parseRange(move(sheet, address) ?? '') ?? [])
      return area && places.some(({top, left}) => contains(area, top, left))
    })
    for (const finding of others) used.add(finding)
    if (emptied) return {mistake, state: 'removed', cell: cell ?? first}
    const [other] = others.filter((finding) => !isKnown(finding, before, move))
    return other
      ? {mistake, state: 'otherwise-wrong', cell, message: other.message}
      : {mistake, state: 'repaired', cell}
  })
  const broken = after.filter((finding) => !used.has(finding) && !isKnown(finding, before, move))
  return {mistakes, broken, ...compareRest(workbook, right, move)}
}

function isWrong({severity}: Finding): boolean {
  return severity !== 'info'
}

/** Whether the exercise itself has this finding, in the place that is now its. */
function isKnown(
  finding: Finding,
  before: Finding[],
  move: (sheet: string, address: string) => string | undefined
): boolean {
  return before.some(
    ({ruleId, sheet, range}) =>
      ruleId === finding.ruleId &&
      sheet === finding.sheet &&
      move(sheet, range.split(':')[0] ?? range) === finding.range.split(':')[0]
  )
}

/** What became of the cells that were right. */
function compareRest(
  workbook: Workbook,
  right: Workbook,
  move: (sheet: string, address: string) => string | undefined
): Pick<Grade, 'lost' | 'changed'> {
  const lost: Grade['lost'] = []
  const changed: Grade['changed'] = []
  for (const {name, cells} of right.sheets) {
    const planted = plantedMistakes.filter(({sheet}) => sheet === name)
    // Whoever repairs a row may well reword it.
    const rows = new Set(
      planted.flatMap((mistake) =>
        [reportedCell(mistake), ...Object.keys(mistake.cells)].map((cell) => parseRange(cell)?.top)
      )
    )
    const plantedCells = new Set(planted.flatMap((mistake) => Object.keys(mistake.cells)))
    for (const {row, column, text} of cells) {
      const address = formatAddress(row, column)
      if (plantedCells.has(address)) continue
      const now = move(name, address)
      const found = now === undefined ? '' : textAt(workbook, name, now)
      if (toPlainText(found) === toPlainText(text)) continue
      if (toPlainText(found) === '') lost.push({sheet: name, cell: now ?? address, text})
      else if (!rows.has(row)) changed.push({sheet: name, cell: now ?? address, from: text, to: found})
    }
  }
  return {lost, changed}
}
