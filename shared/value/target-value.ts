import type {CellValue} from '../workbook/workbook.js'
import {toPlainText} from '../workbook/plain-text.js'
import {parseChineseNumeral} from './chinese-numeral.js'
import {isDateText} from './deadline.js'

/** How a target compares: at least, at most, exactly, more than, less than. */
export type Comparator = '≥' | '≤' | '=' | '>' | '<'

/** What a target text turned out to be. */
export type TargetKind =
  | 'empty'
  | 'number'
  | 'percent'
  | 'range'
  | 'date'
  | 'duration'
  | 'frequency'
  | 'money'
  | 'qualitative'
  | 'graded'
  | 'placeholder'

/** A target cell read together with its comparator and unit columns. Ratios: 95 % has `number` 95 and `kind` percent. */
export interface TargetValue {
  kind: TargetKind
  /** The original text of the target cell. */
  text: string
  comparator?: Comparator
  /** The comparator's original spelling, e.g. `大于等于`. */
  comparatorText?: string
  number?: number
  /** Upper bound of a range; `number` is the lower one. */
  upper?: number
  /** The unit as written, e.g. `元/人`, `%`, `件`; from the unit column when the cell has none. */
  unit?: string
  /** Where the unit came from. */
  unitSource?: 'cell' | 'column' | 'name'
  /** What stands in the cell besides comparator, number and unit. */
  rest?: string
}

const spellings: [RegExp, Comparator][] = [
  [/^(?:≥|≧|>=|=>|⩾|大于(?:或)?等于|不低于|不少于|不小于|至少|不得低于|不得少于|高于等于)/, '≥'],
  [
    /^(?:≤|≦|<=|=<|⩽|小于(?:或)?等于|不高于|不超过|不大于|不多于|最多|至多|不得超过|不得高于|控制在|低于等于)/,
    '≤'
  ],
  [/^(?:>|﹥|大于|高于|超过|多于)/, '>'],
  [/^(?:<|﹤|小于|低于|少于)/, '<'],
  [/^(?:=|等于|＝)/, '='],
  [/^(?:达到?|完成|实现|为)/, '=']
]

/** Codes of comparators in the systems of the 财政 family. */
const codes: Record<string, Comparator> = {'1': '≥', '2': '>', '3': '=', '4': '<', '5': '≤'}

/** Fractions in words as parts of a thousand: 万分之三 = 0.3 ‰. */
const permilles: Record<string, number> = {千: 1, 万: 0.1, 十万: 0.01, 百万: 0.001}

const number = '[-+]?\\d+(?:,\\d{3})*(?:\\.\\d+)?'
const numberAt = new RegExp(`^${number}`)
const rangeAt = new RegExp(`^(%?)(?:-|—|~|～|至|到|--)(${number})`)
const chineseAt =
  /^[一二两三四五六七八九十百千]+(?=[个件次人场份期名户项天篇套台辆月年批家所处条本册头只亩]|人次|小时)/

export interface TargetInput {
  text: string
  value?: CellValue
  comparator?: string
  unit?: string
  /** The unit written into the name, e.g. `件` of `办案数（件）`. */
  nameUnit?: string
}

/**
 * Reads a target cell together with its comparator and unit columns. Never throws; the original text is kept. A text
 * that is not a number with comparator and unit, a date, a frequency or a placeholder is `qualitative`.
 */
export function parseTargetValue(input: TargetInput): TargetValue {
  const key = `${input.text}\n${input.comparator ?? ''}\n${input.unit ?? ''}\n${input.nameUnit ?? ''}`
  let value = known.get(key)
  if (!value) {
    value = parse(input)
    if (known.size >= 4000) known.clear()
    known.set(key, value)
  }
  return value
}

/** Targets repeat over forms: `≥90%` stands in every one. */
const known = new Map<string, TargetValue>()

function parse(input: TargetInput): TargetValue {
  const {text} = input
  const plain = toPlainText(text)
  const column = readColumnComparator(input.comparator)
  const base: TargetValue = {kind: 'empty', text, ...column}
  if (plain === '') return base
  if (isPlaceholder(plain)) return {...base, kind: 'placeholder', rest: plain}
  if (isGraded(plain)) return {...base, ...readNumber(plain, base, input), kind: 'graded'}
  if (isFrequency(plain)) return {...base, ...readNumber(plain, base, input), kind: 'frequency'}
  if (isDateText(plain.replace(/^(?:≥|≤|=|<|>|<=|>=)/, ''))) {
    const {comparator, comparatorText} = stripComparator(plain)
    return {...base, kind: 'date', ...(comparator && {comparator, comparatorText})}
  }
  return readNumber(plain, base, input)
}

function readColumnComparator(
  written: string | undefined
): Pick<TargetValue, 'comparator' | 'comparatorText'> {
  const plain = written === undefined ? '' : toPlainText(written)
  if (plain === '') return {}
  const comparator = codes[plain] ?? spellings.find(([pattern]) => pattern.test(plain))?.[1]
  return comparator ? {comparator, comparatorText: written} : {}
}

function stripComparator(plain: string): {comparator?: Comparator; comparatorText?: string; rest: string} {
  let rest = plain.replace(/^(?:全年|每年|年度|年均|总计|共计?|累计|平均|达标)(?=[^\d]{0,6}\d)/, '')
  for (const [pattern, comparator] of spellings) {
    const match = pattern.exec(rest)
    if (!match) continue
    let after = rest.slice(match[0].length)
    let found = comparator
    // 达到大于等于95%, 完成≥3次: the second sign decides.
    for (const [second, sign] of spellings) {
      const again = second.exec(after)
      if (again && comparator === '=' && /\d|[一二三]/.test(after)) {
        after = after.slice(again[0].length)
        found = sign
        break
      }
    }
    return {comparator: found, comparatorText: match[0], rest: after}
  }
  rest = plain
  return {rest}
}

function readNumber(plain: string, base: TargetValue, input: TargetInput): TargetValue {
  const stripped = stripComparator(plain)
  let {rest} = stripped
  let comparator = stripped.comparator ?? base.comparator
  let comparatorText = stripped.comparatorText ?? base.comparatorText
  rest = rest.replace(/^(?:约|大约|左右)/, '')
  const percentWords = /^百分之([零一二三四五六七八九十百点]+)/.exec(rest)
  const fractionWords = percentWords ? null : /^([千万]|十万|百万)分之([零一二三四五六七八九十]+)/.exec(rest)
  let value: number | undefined
  let unit: string | undefined
  if (percentWords) {
    value = parseChineseNumeral((percentWords[1] ?? '').replace(/点.*/, ''))
    if (percentWords[1] === '百') value = 100
    rest = rest.slice(percentWords[0].length)
    unit = '%'
  } else if (fractionWords) {
    value = (parseChineseNumeral(fractionWords[2] ?? '') ?? 0) * (permilles[fractionWords[1] ?? ''] ?? 1)
    rest = rest.slice(fractionWords[0].length)
    unit = '‰'
  } else {
    const digits = numberAt.exec(rest)
    const words = digits ? null : chineseAt.exec(rest)
    if (!digits && !words) {
      return {
        ...base,
        kind: 'qualitative',
        ...(stripped.comparator && {comparator, comparatorText}),
        rest: plain
      }
    }
    const written = (digits ?? words)?.[0] ?? ''
    value = digits ? Number(written.replace(/,/g, '')) : parseChineseNumeral(written)
    rest = rest.slice(written.length)
  }
  const range = rangeAt.exec(rest)
  let upper: number | undefined
  if (range && Number(range[2]) >= (value ?? 0)) {
    upper = Number((range[2] ?? '').replace(/,/g, ''))
    rest = (range[1] ?? '') + rest.slice(range[0].length)
    if (range[1] && rest.startsWith('%%')) rest = rest.slice(1)
  }
  const tail = /(?:(?:及|或|或者)?(以上|以下|以内|之内|以里|内|起|左右|上下|前))(?:[(（].*[)）])?$/.exec(rest)
  // 0起 counts incidents; 500元起 is a least amount.
  const isIncidents = rest === '起'
  if (tail && !isIncidents && !/[,，;；、。]/.test(rest)) {
    const word = tail[1] ?? ''
    if (!stripped.comparator) {
      if (word === '以上' || word === '起') comparator = '≥'
      else if (/^(?:以下|以内|之内|以里|内)$/.test(word)) comparator = '≤'
      if (comparator) comparatorText ??= word
    }
    rest = rest.slice(0, tail.index)
  }
  if (unit === undefined) {
    const written = readUnit(rest)
    unit = written?.unit
    if (written) rest = rest.slice(written.length)
  }
  rest = rest.replace(/[。.;；,，]+$/, '')
  if (rest !== '' && !isShortRest(rest)) {
    return {
      ...base,
      kind: 'qualitative',
      ...(stripped.comparator && {comparator, comparatorText}),
      ...(stripped.comparator || /^\d/.test(plain)
        ? {number: value, ...(unit && {unit, unitSource: 'cell' as const})}
        : {}),
      rest
    }
  }
  let unitSource: TargetValue['unitSource'] = unit === undefined ? undefined : 'cell'
  if (unit === undefined && input.unit && toPlainText(input.unit)) {
    unit = toPlainText(input.unit)
    unitSource = 'column'
  } else if (unit === undefined && input.nameUnit) {
    unit = input.nameUnit
    unitSource = 'name'
  }
  if (unit === '百分比' || unit === '百分号') unit = unitSource === 'cell' ? unit : '%'
  return {
    ...base,
    kind: kindOf(unit, unitSource, upper),
    ...(comparator && {comparator, comparatorText}),
    number: value,
    ...(upper !== undefined && {upper}),
    ...(unit && {unit, unitSource}),
    ...(rest && {rest})
  }
}

function kindOf(
  unit: string | undefined,
  source: TargetValue['unitSource'],
  upper: number | undefined
): TargetValue['kind'] {
  if (unit && /^(?:%|‰|百分比|百分点|个百分点)/.test(unit) && source !== 'name') return 'percent'
  if (unit && /^[百千万亿]*元/.test(unit)) return 'money'
  if (unit && /^(?:个?(?:工作日|小时|分钟|天|日|个月|月|周|年|季度))$/.test(unit)) return 'duration'
  return upper === undefined ? 'number' : 'range'
}

/** The unit at the start of a text: a sign, or Chinese words without sentence marks, with /人·年 behind. */
function readUnit(rest: string): {unit: string; length: number} | undefined {
  const match =
    /^(?:%|‰|℃|个百分点|百分点|百分比|[a-zA-Z]{1,4}[²³23]?(?![a-zA-Z])|㎡|m²|[\u4e00-\u9fff]{1,6})(?:[/每][\u4e00-\u9fff㎡]{1,4}(?:[.*·、,]?[/]?[\u4e00-\u9fff]{1,3})?)?/.exec(
      rest
    )
  if (!match) return undefined
  return {unit: match[0], length: match[0].length}
}

function isShortRest(rest: string): boolean {
  return /^[(（][^()（）]{0,14}[)）]$/.test(rest) || /^[!！]$/.test(rest)
}

function isPlaceholder(plain: string): boolean {
  return (
    /^(?:[≥≤=<>≧≦]+)?(?:[x×X*_＿]{2,}|[…]+|\.{3,}|\*+|-{2,})(?:[%个人次件元万]*)$/.test(plain) ||
    /^[≥≤=<>≧≦]+%?$/.test(plain) ||
    /^(?:[≥≤=<>]\s*)?(?:%|万?公里|万?亩|万?人次?|万?元|个|件|次|人|份|户|平方米|万立方米|吨|项|台|套|辆|家|场|期|米|千米|公顷|名|只|头|天|月|年)$/.test(
      plain
    )
  )
}

function isGraded(plain: string): boolean {
  return (
    /[\d%](?:分)?(?:以上|及以上|以下)?[,，]?[为是得]?(?:优秀?|良好?|合格|达标)(?=$|[,，;；。、])/.test(
      plain
    ) && /优/.test(plain)
  )
}

function isFrequency(plain: string): boolean {
  return (
    /^(?:[≥≤=]|不少于|不低于|至少)?(?:每|按)(?:年|季度?|月|周|日|天|半年|学期|旬|两周|两个?月)/.test(plain) &&
    !/(?:底|末|日|月)前|完成率|%/.test(plain) &&
    plain.length <= 24
  )
}
