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

/** Spellings of comparators at the beginning of a text. */
const signAt =
  /^(?:(≥|≧|>=|=>|⩾|大于(?:或)?等于|不低于|不少于|不小于|至少|不得低于|不得少于|高于等于)|(≤|≦|<=|=<|⩽|小于(?:或)?等于|不高于|不超过|不大于|不多于|最多|至多|不得超过|不得高于|控制在|低于等于)|(>|﹥|大于|高于|超过|多于)|(<|﹤|小于|低于|少于)|(?:=|等于|＝|达到?|完成|实现|为))/
const firstOfSigns = '≥≧>=⩾大不至高≤≦<⩽小最控低﹥超多﹤少等＝达完实为'

/** The comparator that a text begins with, and how it is written. */
function readSign(plain: string): {comparator: Comparator; written: string} | undefined {
  if (plain === '' || !firstOfSigns.includes(plain.charAt(0))) return undefined
  const match = signAt.exec(plain)
  if (!match) return undefined
  const comparator = match[1] ? '≥' : match[2] ? '≤' : match[3] ? '>' : match[4] ? '<' : '='
  return {comparator, written: match[0]}
}

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
  const {text, comparator, unit, nameUnit} = input
  let entries = known.get(text)
  if (entries) {
    for (const entry of entries)
      if (entry.comparator === comparator && entry.unit === unit && entry.nameUnit === nameUnit)
        return entry.value
  }
  const value = parse(input)
  if (!entries || entries.length >= 20) {
    entries = []
    if (known.size >= 4000) known.clear()
    known.set(text, entries)
  }
  entries.push({comparator, unit, nameUnit, value})
  return value
}

interface Known {
  comparator: string | undefined
  unit: string | undefined
  nameUnit: string | undefined
  value: TargetValue
}

/** Targets repeat over forms: `≥90%` stands in every one. By text, and under it by what the columns beside say. */
const known = new Map<string, Known[]>()

function parse(input: TargetInput): TargetValue {
  const plain = toPlainText(input.text)
  const value = toEmpty(input)
  if (plain === '') return value
  if (isPlaceholder(plain)) {
    value.kind = 'placeholder'
    value.rest = plain
    return value
  }
  if (isGraded(plain)) {
    readNumber(plain, value, input)
    value.kind = 'graded'
    return value
  }
  if (isFrequency(plain)) {
    readNumber(plain, value, input)
    value.kind = 'frequency'
    return value
  }
  if (isDateText(/^[≥≤=<>]/.test(plain) ? plain.replace(/^(?:≥|≤|=|<|>|<=|>=)/, '') : plain)) {
    value.kind = 'date'
    setSign(value, stripComparator(plain))
    return value
  }
  readNumber(plain, value, input)
  return value
}

/** All values are of one make, with the same keys in the same order. */
function toEmpty({text, comparator: written}: TargetInput): TargetValue {
  const plain = written === undefined ? '' : toPlainText(written)
  const comparator = plain === '' ? undefined : (codes[plain] ?? readSign(plain)?.comparator)
  return {
    kind: 'empty',
    text,
    comparator,
    comparatorText: comparator && written,
    number: undefined,
    upper: undefined,
    unit: undefined,
    unitSource: undefined,
    rest: undefined
  }
}

interface Stripped {
  comparator: Comparator | undefined
  comparatorText: string | undefined
  rest: string
}

function stripComparator(plain: string): Stripped {
  const bare = '全每年总共累平达'.includes(plain.charAt(0))
    ? plain.replace(/^(?:全年|每年|年度|年均|总计|共计?|累计|平均|达标)(?=[^\d]{0,6}\d)/, '')
    : plain
  const sign = readSign(bare)
  if (!sign) return {comparator: undefined, comparatorText: undefined, rest: plain}
  const {comparator, written} = sign
  const rest = bare.slice(written.length)
  // 达到大于等于95%, 完成≥3次: the second sign decides.
  const second = comparator === '=' ? readSign(rest) : undefined
  return second && /\d|[一二三]/.test(rest)
    ? {comparator: second.comparator, comparatorText: written, rest: rest.slice(second.written.length)}
    : {comparator, comparatorText: written, rest}
}

function setSign(value: TargetValue, {comparator, comparatorText}: Stripped): void {
  if (!comparator) return
  value.comparator = comparator
  value.comparatorText = comparatorText
}

/** Reads a text as a number with comparator and unit into an empty value; any other text is qualitative. */
function readNumber(plain: string, value: TargetValue, input: TargetInput): void {
  const stripped = stripComparator(plain)
  setSign(value, stripped)
  let {rest} = stripped
  if (rest.startsWith('约') || rest.startsWith('大约') || rest.startsWith('左右'))
    rest = rest.slice(rest.startsWith('约') ? 1 : 2)
  const amount = readAmount(rest)
  if (!amount) {
    value.kind = 'qualitative'
    value.rest = plain
    return
  }
  rest = rest.slice(amount.length)
  const range = '%-—~～至到'.includes(rest.charAt(0)) ? rangeAt.exec(rest) : null
  let upper: number | undefined
  if (range && Number(range[2]) >= (amount.number ?? 0)) {
    upper = Number((range[2] ?? '').replace(/,/g, ''))
    rest = (range[1] ?? '') + rest.slice(range[0].length)
    if (range[1] && rest.startsWith('%%')) rest = rest.slice(1)
  }
  const bound = readBound(rest)
  if (bound) {
    rest = rest.slice(0, bound.index)
    if (!stripped.comparator) {
      if (bound.comparator) value.comparator = bound.comparator
      if (value.comparator) value.comparatorText ??= bound.word
    }
  }
  let {unit} = amount
  if (unit === undefined) {
    unit = readUnit(rest)
    if (unit !== undefined) rest = rest.slice(unit.length)
  }
  if ('。.;；,，'.includes(rest.charAt(rest.length - 1))) rest = rest.replace(/[。.;；,，]+$/, '')
  if (rest !== '' && !isShortRest(rest)) {
    value.kind = 'qualitative'
    if (!stripped.comparator) {
      // What stands behind a number in a sentence is no bound of it.
      const column = toEmpty(input)
      value.comparator = column.comparator
      value.comparatorText = column.comparatorText
    }
    if (stripped.comparator || /^\d/.test(plain)) {
      value.number = amount.number
      value.unit = unit
      value.unitSource = unit === undefined ? undefined : 'cell'
    }
    value.rest = rest
    return
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
  value.kind = kindOf(unit, unitSource, upper)
  value.number = amount.number
  value.upper = upper
  value.unit = unit
  value.unitSource = unitSource
  value.rest = rest || undefined
}

/** The number a text begins with, in digits or words; 百分之 and 千分之 bring their unit. */
function readAmount(
  text: string
): {number: number | undefined; unit: string | undefined; length: number} | undefined {
  const digits = numberAt.exec(text)
  if (digits) return {number: Number(digits[0].replace(/,/g, '')), unit: undefined, length: digits[0].length}
  if (!'一二两三四五六七八九十百千万'.includes(text.charAt(0))) return undefined
  const percent = /^百分之([零一二三四五六七八九十百点]+)/.exec(text)
  if (percent) {
    const [whole, written = ''] = percent
    const number = written === '百' ? 100 : parseChineseNumeral(written.replace(/点.*/, ''))
    return {number, unit: '%', length: whole.length}
  }
  const fraction = /^([千万]|十万|百万)分之([零一二三四五六七八九十]+)/.exec(text)
  if (fraction) {
    const [whole, parts = '', written = ''] = fraction
    const number = (parseChineseNumeral(written) ?? 0) * (permilles[parts] ?? 1)
    return {number, unit: '‰', length: whole.length}
  }
  const words = chineseAt.exec(text)
  return words ? {number: parseChineseNumeral(words[0]), unit: undefined, length: words[0].length} : undefined
}

/** 以上, 以内 … at the end. */
function readBound(
  rest: string
): {word: string; comparator: Comparator | undefined; index: number} | undefined {
  // 0起 counts incidents; 500元起 is a least amount.
  if (rest === '' || rest === '起' || !'上下内里起右前)）'.includes(rest.charAt(rest.length - 1)))
    return undefined
  const tail = /(?:(?:及|或|或者)?(以上|以下|以内|之内|以里|内|起|左右|上下|前))(?:[(（].*[)）])?$/.exec(rest)
  if (!tail || /[,，;；、。]/.test(rest)) return undefined
  const word = tail[1] ?? ''
  const comparator =
    word === '以上' || word === '起' ? '≥' : /^(?:以下|以内|之内|以里|内)$/.test(word) ? '≤' : undefined
  return {word, comparator, index: tail.index}
}

function kindOf(
  unit: string | undefined,
  source: TargetValue['unitSource'],
  upper: number | undefined
): TargetValue['kind'] {
  if (unit) {
    if (source !== 'name' && /^(?:%|‰|百分比|百分点|个百分点)/.test(unit)) return 'percent'
    if (unit.includes('元') && /^[百千万亿]*元/.test(unit)) return 'money'
    if (durations.has(unit)) return 'duration'
  }
  return upper === undefined ? 'number' : 'range'
}

const durations = new Set(
  '工作日 小时 分钟 天 日 个月 月 周 年 季度'.split(' ').flatMap((unit) => [unit, `个${unit}`])
)

/** The unit at the start of a text: a sign, or Chinese words without sentence marks, with /人·年 behind. */
function readUnit(rest: string): string | undefined {
  if (rest === '' || rest === '%') return rest || undefined
  return /^(?:%|‰|℃|个百分点|百分点|百分比|[a-zA-Z]{1,4}[²³23]?(?![a-zA-Z])|㎡|m²|[\u4e00-\u9fff]{1,6})(?:[/每][\u4e00-\u9fff㎡]{1,4}(?:[.*·、,]?[/]?[\u4e00-\u9fff]{1,3})?)?/.exec(
    rest
  )?.[0]
}

function isShortRest(rest: string): boolean {
  return /^(?:[(（][^()（）]{0,14}[)）]|[!！])$/.test(rest)
}

function isPlaceholder(plain: string): boolean {
  if ('≥≤=<>≧≦xX×*_＿….-'.includes(plain.charAt(0))) {
    if (
      /^(?:(?:[≥≤=<>≧≦]+)?(?:[x×X*_＿]{2,}|[…]+|\.{3,}|\*+|-{2,})(?:[%个人次件元万]*)|[≥≤=<>≧≦]+%?)$/.test(
        plain
      )
    )
      return true
  }
  return plain.length <= 5 && bareUnits.has('≥≤=<>'.includes(plain.charAt(0)) ? plain.slice(1) : plain)
}

/** Units that stand where a number is still to be filled in. */
const bareUnits = new Set(
  '% 公里 万公里 亩 万亩 人 万人 人次 万人次 元 万元 个 件 次 份 户 平方米 万立方米 吨 项 台 套 辆 家 场 期 米 千米 公顷 名 只 头 天 月 年'.split(
    ' '
  )
)

function isGraded(plain: string): boolean {
  return (
    plain.includes('优') &&
    /[\d%](?:分)?(?:以上|及以上|以下)?[,，]?[为是得]?(?:优秀?|良好?|合格|达标)(?=$|[,，;；。、])/.test(plain)
  )
}

function isFrequency(plain: string): boolean {
  return (
    plain.length <= 24 &&
    (plain.includes('每') || plain.includes('按')) &&
    /^(?:[≥≤=]|不少于|不低于|至少)?(?:每|按)(?:年|季度?|月|周|日|天|半年|学期|旬|两周|两个?月)/.test(plain) &&
    !/(?:底|末|日|月)前|完成率|%/.test(plain)
  )
}
