import {lookUpUnit} from '../vocabulary/units.js'
import {memoise} from '../vocabulary/memoise.js'

/** A number with a unit in running text. Amounts of money are in 元, scaled counts (万人) in the plain unit. */
export interface Quantity {
  number: number
  /** What one more of the last digit shown would add, in the same unit. */
  step: number
  unit: string
  /** 约, 余, 以上 …: the number is not exact. */
  hedged: boolean
  /** As written: `1779.59万元`. */
  text: string
  /** What is counted: the words before the number in its clause, or else those after the unit. */
  label: string
  /** The words after the unit, up to the next number or the end of the clause. */
  tail: string
  /** Offset of the number in the text. */
  at: number
}

/** A percentage in running text, as a ratio. */
export interface ProsePercent {
  ratio: number
  step: number
  hedged: boolean
  text: string
  label: string
  at: number
}

/** Stands for each character of a text that was masked. */
export const maskedCharacter = '\u0001'

const numberPattern = /(?<![\d.A-Za-z第〔[\-—~～×+])(\d+(?:\.\d+)?)([余多来]?)(?![\d.])/g
const hedgeBefore =
  /(?:约|近|大约|将近|接近|超|超过|不少于|不低于|不超过|不高于|不多于|至少|至多|最多|最少|[≥≤><]=?|逾|高于|低于|大于|小于|大于等于|小于等于|控制在)$/
const hedgeAfter = /^(?:以上|以下|左右|以内|多|余|之内|上下|及以上)/
const unusableUnits = /^(?:级|点|分|星|位|号|度|层|届|班|折|倍|档|名次|等次|m|M|G|t|L|h|K)$/

interface ReadUnit {
  unit: string
  scale: number
  length: number
}

/** The unit that a text begins with; the longest known one counts. */
const readUnit = memoise((text: string): ReadUnit | undefined => {
  for (let length = Math.min(4, text.length); length > 0; length--) {
    const written = text.slice(0, length)
    if (/[\d,、;。:()]/.test(written)) continue
    const known = lookUpUnit(written)
    if (!known || !['count', 'measure', 'money'].includes(known.dimension)) continue
    if (unusableUnits.test(written) || /[/每]/.test(written)) continue
    return {...toBase(known.unit), length}
  }
  return undefined
})

const moneyScales: Record<string, number> = {元: 1, 千元: 1e3, 万元: 1e4, 百万元: 1e6, 亿元: 1e8}
const countScales: Record<string, number> = {百: 100, 千: 1e3, 万: 1e4, 亿: 1e8}

function toBase(unit: string): {unit: string; scale: number} {
  const money = moneyScales[unit]
  if (money !== undefined) return {unit: '元', scale: money}
  const scale = countScales[unit[0] ?? '']
  const rest = unit.slice(1)
  return scale !== undefined && rest !== '' && lookUpUnit(rest) ? {unit: rest, scale} : {unit, scale: 1}
}

/** Numbers with units and percentages of one clause of plain text; `offset` is where the clause begins. */
export function readNumbers(clause: string, offset = 0): {quantities: Quantity[]; percents: ProsePercent[]} {
  const quantities: Quantity[] = []
  const percents: ProsePercent[] = []
  let labelFrom = 0
  for (const match of clause.matchAll(numberPattern)) {
    const [written, digits = '', more = ''] = match
    const at = match.index
    const before = clean(clause.slice(labelFrom, at))
    const after = clause.slice(at + written.length)
    const decimals = digits.split('.')[1]?.length ?? 0
    const number = Number(digits)
    const hedged = more !== '' || hedgeBefore.test(before)
    if (/^[-—~～至]\d/.test(after)) {
      labelFrom = at + written.length + 1
      continue
    }
    if (after.startsWith('%')) {
      percents.push({
        ratio: number / 100,
        step: 10 ** -decimals / 100,
        hedged: hedged || hedgeAfter.test(after.slice(1)),
        text: `${digits}%`,
        label: before,
        at: offset + at
      })
      labelFrom = at + written.length + 1
      continue
    }
    const unit = readUnit(after.slice(0, 4))
    if (!unit) continue
    const end = at + written.length + unit.length
    const rest = clause.slice(end)
    labelFrom = end
    if (/^(?:[/每]|[-—~～至]\d)/.test(rest) || /每[^,;]{0,6}$/.test(before)) continue
    const tail = clean(/^[^\d]*/.exec(rest)?.[0] ?? '')
    quantities.push({
      number: Number((number * unit.scale).toPrecision(15)),
      step: 10 ** -decimals * unit.scale,
      unit: unit.unit,
      hedged: hedged || hedgeAfter.test(tail),
      text: digits + more + clause.slice(at + written.length, end),
      label: before === '' ? tail : before,
      tail,
      at: offset + at
    })
  }
  return {quantities, percents}
}

function clean(text: string): string {
  return text.replaceAll(maskedCharacter, '')
}
