import type {Form, Indicator} from '../../tree/nodes.js'
import {parseDeadline, type Deadline} from '../../value/deadline.js'
import {parseTargetValue, type TargetValue} from '../../value/target-value.js'
import {isClassifier} from './known-classifiers.js'

/** How a result compares with its target. */
export interface Outcome {
  /** Which results are good: at least, at most, or exactly the target. */
  direction: 'up' | 'down' | 'equal'
  target: number
  actual: number
  /** `undefined` when it cannot be said without knowing more. */
  met?: boolean
  /** How far the result stays behind, as a share of the target; 0 when it does not. */
  gap: number
}

const numeric = new Set(['number', 'percent', 'money', 'duration', 'range'])
const scales: Record<string, number> = {十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8, 百万: 1e6}

/** Reads the result of an indicator like its target; words as 已完成 before the number are left out. */
export function readActual({actual, unit, profile}: Indicator): TargetValue | undefined {
  if (!actual?.plain) return undefined
  const text = actual.plain.replace(
    /^(?:(?:本?年度?|全年|当年|截至目前)?[,，:：]?(?:已|实际|共计?|累计|合计|总计|均|约|为)*(?:完成|达到?|实现|发放|开展|举办|支出)?[了到为]?)(?=\d)/,
    ''
  )
  return parseTargetValue({text, unit: unit?.text, nameUnit: profile.unitHint})
}

/**
 * Compares the numbers of target and result, in the direction that the comparator and the name say is good. `undefined`
 * when one of them is no single number, the units differ, or comparator and name contradict each other.
 */
export function compareActual(node: Indicator): Outcome | undefined {
  const {value} = node
  if (!node.actual?.plain || value.number === undefined || !numeric.has(value.kind)) return undefined
  // A target with several conditions, e.g. districts side by side, has no single result.
  if (node.targets.filter(({part}) => part.plain !== '').length > 1) return undefined
  const read = readActual(node)
  if (read?.number === undefined || !numeric.has(read.kind) || read.upper !== undefined) return undefined
  if (read.comparator !== undefined && read.comparator !== '=') return undefined
  const actual = convert(read, value)
  if (actual === undefined) return undefined
  const direction = directionOf(node)
  if (!direction) return undefined
  return judge(direction, value, actual)
}

function judge(direction: Outcome['direction'], value: TargetValue, actual: number): Outcome {
  const target = value.number ?? 0
  const most = value.upper ?? target
  const least = target
  const base = {direction, target: direction === 'down' ? most : target, actual}
  if (direction === 'equal') return {...base, ...(actual >= least && actual <= most && {met: true}), gap: 0}
  const miss = direction === 'up' ? least - actual : actual - most
  const met = miss <= 1e-9 * Math.max(1, Math.abs(base.target))
  return {...base, met, gap: met ? 0 : base.target === 0 ? 1 : miss / Math.abs(base.target)}
}

/** The good direction; `undefined` when comparator and name contradict each other. */
function directionOf({name, value, profile}: Indicator): Outcome['direction'] | undefined {
  const byName = profile.confidence >= 0.75 && profile.kind !== 'cost' ? profile.direction : undefined
  if (value.comparator === '≥' || value.comparator === '>') return byName === 'down' ? undefined : 'up'
  if (value.comparator === '≤' || value.comparator === '<') return byName === 'up' ? undefined : 'down'
  if (profile.kind === 'cost' && /(?:成本|造价|控制数|总投资)[^标准]{0,4}$/.test(name?.plain ?? ''))
    return 'down'
  // A standard that is paid exactly is neither saved nor exceeded.
  if (profile.kind === 'cost' || profile.kind === 'deadline') return 'equal'
  return byName === 'up' || byName === 'down' ? byName : 'equal'
}

/** The result's number in the target's unit; `undefined` when the units cannot be compared. */
function convert(actual: TargetValue, target: TargetValue): number | undefined {
  const {number = 0} = actual
  const own = unitOf(actual)
  const wanted = unitOf(target)
  const isPercent = target.kind === 'percent'
  if (isPercent || actual.kind === 'percent') {
    if (isPercent && own === wanted && actual.unitSource === 'cell') return number
    // 0.95 may be 95 % without its format, or less than one per cent.
    if (!isPercent || (own !== undefined && own !== wanted)) return undefined
    return number > 1 || number === 0 ? number : undefined
  }
  if (own === wanted || own === undefined || wanted === undefined) return number
  const [scale, base] = splitScale(own)
  const [wantedScale, wantedBase] = splitScale(wanted)
  if (base === wantedBase || (isClassifier(base) && isClassifier(wantedBase)))
    return (number * scale) / wantedScale
  return undefined
}

function unitOf({unit}: TargetValue): string | undefined {
  const plain = unit?.replace(/(?:百分比|百分号)/, '%').replace(/[.*·、,]/g, '/')
  return plain === '' ? undefined : plain
}

function splitScale(unit: string): [number, string] {
  const match = /^(百万|[十百千万亿])(.+)$/.exec(unit)
  return match ? [scales[match[1] ?? ''] ?? 1, match[2] ?? ''] : [1, unit]
}

/**
 * Whether a result that is a date lies behind a target that is a date: by months, by days only when both name one.
 * `undefined` when one of them is no single date.
 */
export function isLate(node: Indicator, form: Form): boolean | undefined {
  const {target, actual, value} = node
  if (value.kind !== 'date' || !target || !actual?.plain || actual.plain.length > 24) return undefined
  if (value.comparator === '≥' || value.comparator === '>') return undefined
  const due = single(parseDeadline(target.plain))
  const done = single(parseDeadline(actual.plain))
  if (!due || !done) return undefined
  const dueYear = due.year ?? form.year?.value ?? done.year
  const doneYear = done.year ?? form.year?.value ?? due.year
  if (dueYear !== doneYear)
    return dueYear === undefined || doneYear === undefined ? undefined : doneYear > dueYear
  const dueMonth = due.month ?? 12
  if (done.month === undefined) return false
  if (done.month !== dueMonth) return done.month > dueMonth
  if (due.day === undefined || done.day === undefined) return false
  return done.day > due.day
}

function single(deadline: Deadline | undefined): Deadline | undefined {
  return deadline && !deadline.period && !deadline.recurring && !deadline.invalid ? deadline : undefined
}
