import {toPlainText} from '../workbook/plain-text.js'
import {memoise} from './memoise.js'
import {unitTable} from './unit-table.js'

/** What a unit measures. */
export type Dimension = 'count' | 'measure' | 'money' | 'percent' | 'time' | 'frequency' | 'score'

/** A unit as the table knows it. */
export interface Unit {
  unit: string
  dimension: Dimension
  integerOnly: boolean
}

let table: Map<string, Unit> | undefined

function load(): Map<string, Unit> {
  const map = new Map<string, Unit>()
  for (const line of unitTable.trim().split('\n')) {
    const [unit = '', dimension = '', integer = '', aliases = ''] = line.split('\t')
    const entry: Unit = {
      unit,
      dimension:
        dimension === 'ratio' ? 'percent' : dimension === 'count_scaled' ? 'count' : (dimension as Dimension),
      integerOnly: integer === 'yes'
    }
    map.set(unit, entry)
    for (const alias of aliases.split('|')) if (alias && !map.has(alias)) map.set(alias, entry)
  }
  return map
}

/** Looks up a unit, also composite (元/人·月) and scaled (万份) ones. */
export const lookUpUnit = memoise(findUnit)

function findUnit(unit: string): Unit | undefined {
  table ??= load()
  const plain = toPlainText(unit)
  const exact = table.get(plain)
  if (exact) return exact
  if (/^[百千万亿]*元(?:[/每]|$)/.test(plain)) return {unit: plain, dimension: 'money', integerOnly: false}
  const composite = /^([^/每]+)[/每]/.exec(plain)
  if (composite) {
    const head = lookUpUnit(composite[1] ?? '')
    if (head)
      return {
        unit: plain,
        dimension: head.dimension === 'count' ? 'frequency' : head.dimension,
        integerOnly: false
      }
  }
  const scaled = /^[百千万亿]([^元].*)$/.exec(plain)
  if (scaled) {
    const base = lookUpUnit(scaled[1] ?? '')
    if (base) return {unit: plain, dimension: base.dimension, integerOnly: false}
  }
  return undefined
}
