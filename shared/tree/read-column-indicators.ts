import {profileIndicator} from '../vocabulary/indicator-profile.js'
import {classifyLevelTwo, parentsOf} from '../vocabulary/levels.js'
import {parseTargetValue} from '../value/target-value.js'
import {enclose, toPart, toPosition, type Grid, type Slot} from './grid.js'
import type {Indicator} from './nodes.js'

/**
 * Reads tables whose indicators are columns: a row of second-level classes side by side, the names below, and one row
 * of targets per unit.
 */
export function readColumnIndicators(grid: Grid, top: number, bottom: number): Indicator[] {
  for (const row of grid.rows) {
    if (row < top || row > bottom) continue
    const classes = grid.inRow(row).filter((slot) => classifyLevelTwo(slot.label) !== undefined)
    if (classes.length < 2 || new Set(classes.map((slot) => slot.range.left)).size < 2) continue
    const names = grid.inRow(row + 1).filter((slot) => slot.range.left >= (classes[0]?.range.left ?? 1))
    if (names.length < classes.length || !names.every(isName)) continue
    const indicators: Indicator[] = []
    for (const at of grid.rows) {
      if (at <= row + 1 || at > bottom) continue
      const cells = grid.inRow(at)
      if (cells.length < 2) break
      for (const name of names) {
        const target = grid.at(at, name.range.left)
        const owner = classes.filter((slot) => slot.range.left <= name.range.left).at(-1)
        if (owner) indicators.push(toIndicator(owner, name, target))
      }
      grid.take(...cells)
    }
    if (indicators.length === 0) {
      for (const name of names) {
        const owner = classes.filter((slot) => slot.range.left <= name.range.left).at(-1)
        if (owner) indicators.push(toIndicator(owner, name))
      }
    }
    grid.take(...grid.inRow(row), ...names)
    return indicators
  }
  return []
}

/** Words, and no target: neither a number nor a text that states one. */
function isName({plain}: Slot): boolean {
  return /[\u4e00-\u9fff]{2}/.test(plain) && (/[(]/.test(plain) || !/[≥≤%]|\d[\u4e00-\u9fff]/.test(plain))
}

function toIndicator(owner: Slot, name: Slot, target?: Slot): Indicator {
  const levelTwo = classifyLevelTwo(owner.label)
  const [levelOne] = levelTwo ? parentsOf[levelTwo] : []
  const profile = profileIndicator({name: name.text})
  return {
    type: 'indicator',
    source: 'table',
    position: toPosition(target ? target.range : enclose([name.range])),
    level2: toPart(owner),
    ...(levelOne && {levelOne}),
    ...(levelTwo && {levelTwo}),
    name: toPart(name),
    ...(target && {target: toPart(target)}),
    targets: [],
    value: parseTargetValue({
      text: target?.text ?? '',
      nameUnit: profile.unitHint
    }),
    profile,
    block: 0
  }
}
