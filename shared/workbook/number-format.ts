/**
 * Number format codes (ECMA-376 part 1, 18.8.30–31) as far as people see them in budget workbooks: General, decimals,
 * thousands, percent, scientific, dates and times (also Chinese ones), literals quoted, escaped or — as some programs
 * write them — bare, up to four sections. Anything else falls back to General.
 */

/**
 * Codes of the built-in format ids (ECMA-376 part 1, 18.8.30). Ids whose meaning depends on the language have that of
 * Chinese programs; the currencies and accounting formats (5–8, 41–44) are not in the standard's list, and programs
 * that write files without a style table of their own use them all the same.
 */
export const builtinFormats: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;[Red]"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"'
}

interface Token {
  kind: 'text' | 'number' | 'date' | 'general' | 'at'
  text: string
}

interface Section {
  tokens: Token[]
  isDate: boolean
  percent: number
  /** Each comma behind the last digit divides by a thousand. */
  scale: number
  /** A condition such as `[>=10000]`. */
  condition?: (value: number) => boolean
}

type Formatter = (value: number, date1904: boolean) => string

const formatters = new Map<string, Formatter>()

/** What a person sees of a number in a cell of this format. Dates are serial numbers of the 1900 or 1904 system. */
export function formatNumber(value: number, code: string, date1904 = false): string {
  let formatter = formatters.get(code)
  if (!formatter) {
    formatter = compile(code)
    if (formatters.size > 2000) formatters.clear()
    formatters.set(code, formatter)
  }
  return formatter(value, date1904)
}

/** Whether a format shows dates or times. */
export function isDateFormat(code: string): boolean {
  return (
    code !== 'General' &&
    code.length <= longestCode &&
    splitSections(code).some((section) => parseSection(section).isDate)
  )
}

/** Excel allows 255 characters; anything far beyond is no format. */
const longestCode = 1024

function compile(code: string): Formatter {
  if (code === '' || code.length > longestCode || /^general$/i.test(code)) return formatGeneral
  const sections = splitSections(code).map(parseSection)
  const [positive, negative, zero] = sections
  if (!positive) return formatGeneral
  const conditional = sections.some(({condition}) => condition)
  return (value, date1904) => {
    if (conditional) {
      const chosen =
        sections.find(({condition}) => condition?.(value)) ??
        sections.findLast(({condition}) => !condition) ??
        positive
      return render(chosen, value, date1904)
    }
    if (value < 0 && negative && sections.length > 1) return render(negative, -value, date1904)
    if (value === 0 && zero && sections.length > 2) return render(zero, 0, date1904)
    return render(positive, value, date1904)
  }
}

function formatGeneral(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  const exact = String(value)
  // Up to 15 digits nothing is rounded.
  const shown = exact.length < 16 ? exact : String(Number(value.toPrecision(15)))
  return shown.includes('e') ? shown.replace(/e([+-])(\d)$/, 'E$10$2').toUpperCase() : shown
}

function splitSections(code: string): string[] {
  const sections: string[] = []
  let current = ''
  for (let at = 0; at < code.length; at++) {
    const character = code[at] ?? ''
    if (character === '"') {
      const close = code.indexOf('"', at + 1)
      const end = close < 0 ? code.length - 1 : close
      current += code.slice(at, end + 1)
      at = end
    } else if (character === '\\' || character === '!') {
      current += code.slice(at, at + 2)
      at++
    } else if (character === ';') {
      sections.push(current)
      current = ''
    } else current += character
  }
  sections.push(current)
  return sections
}

function parseSection(code: string): Section {
  const section: Section = {tokens: [], isDate: false, percent: 0, scale: 0}
  let at = 0
  const push = (kind: Token['kind'], text: string): void => {
    const last = section.tokens.at(-1)
    if (last && last.kind === kind && kind === 'text') last.text += text
    else section.tokens.push({kind, text})
  }
  while (at < code.length) {
    const rest = code.slice(at)
    const character = rest[0] ?? ''
    if (character === '"') {
      const close = rest.indexOf('"', 1)
      push('text', rest.slice(1, close < 0 ? undefined : close))
      at += close < 0 ? rest.length : close + 1
    } else if (character === '\\' || character === '!') {
      push('text', rest[1] ?? '')
      at += 2
    } else if (character === '_') {
      push('text', ' ')
      at += 2
    } else if (character === '*') {
      at += 2
    } else if (character === '[') {
      const close = rest.indexOf(']')
      const inside = rest.slice(1, close < 0 ? undefined : close)
      at += close < 0 ? rest.length : close + 1
      const currency = /^\$([^-]*)/.exec(inside)
      const condition = /^(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$/.exec(inside)
      if (currency) push('text', currency[1] ?? '')
      else if (condition) section.condition = toCondition(condition[1] ?? '', Number(condition[2]))
      else if (/^[hms]+$/i.test(inside)) {
        section.isDate = true
        push('date', `[${inside.toLowerCase()}]`)
      }
    } else if (/^(?:general|G\/通用格式)/i.test(rest)) {
      push('general', '')
      at += rest[1] === '/' ? 6 : 7
    } else if (character === '@') {
      push('at', '')
      at++
    } else if (character === '%') {
      section.percent++
      push('text', '%')
      at++
    } else if (/^(?:AM\/PM|A\/P|上午\/下午)/i.test(rest)) {
      const halves = rest.slice(0, rest[1] === '/' ? 3 : 5)
      section.isDate = true
      push('date', halves)
      at += halves.length
    } else if (/^[ymdhs]/i.test(rest) && !/^[dm]?[0#?]/.test(rest)) {
      const run = /^(y+|m+|d+|h+|s+(?:\.0+)?)/i.exec(rest)?.[0] ?? character
      section.isDate = true
      push('date', run.toLowerCase())
      at += run.length
    } else if (/^a{3,4}/i.test(rest)) {
      const run = /^a+/i.exec(rest)?.[0] ?? ''
      section.isDate = true
      push('date', run.toLowerCase())
      at += run.length
    } else if (/^[0#?]|^\.[0#?]/.test(rest)) {
      const run = /^[0#?,]*(?:\.[0#?]*)?(?:E[+-][0#?]+|\/[0#?\d]+)?,*/.exec(rest)?.[0] ?? character
      const scaled = /,+$/.exec(run)?.[0].length ?? 0
      section.scale += scaled
      push('number', scaled ? run.slice(0, -scaled) : run)
      at += run.length
    } else {
      push('text', character)
      at++
    }
  }
  if (section.isDate) resolveMinutes(section.tokens)
  return section
}

function toCondition(sign: string, limit: number): (value: number) => boolean {
  return (value) =>
    sign === '<'
      ? value < limit
      : sign === '<='
        ? value <= limit
        : sign === '>'
          ? value > limit
          : sign === '>='
            ? value >= limit
            : sign === '='
              ? value === limit
              : value !== limit
}

/** `m` behind hours or before seconds means minutes. */
function resolveMinutes(tokens: Token[]): void {
  const dates = tokens.filter(({kind}) => kind === 'date')
  dates.forEach((token, index) => {
    if (!/^m{1,2}$/.test(token.text)) return
    const before = dates[index - 1]?.text ?? ''
    const after = dates[index + 1]?.text ?? ''
    if (/^(?:\[?h+\]?)$/.test(before) || /^s/.test(after)) token.text = token.text.replace(/m/g, 'n')
  })
}

function render(section: Section, value: number, date1904: boolean): string {
  if (section.isDate) return renderDate(section, value, date1904)
  let scaled = value * 100 ** section.percent
  if (section.scale > 0) scaled /= 1000 ** section.scale
  const numbers = renderNumbers(
    section.tokens.flatMap(({kind, text}) => (kind === 'number' ? text : [])),
    scaled
  )
  let text = ''
  for (const token of section.tokens) {
    if (token.kind === 'text') text += token.text
    else if (token.kind === 'general' || token.kind === 'at') text += formatGeneral(scaled)
    else if (token.kind === 'number') text += numbers.shift() ?? ''
  }
  return text
}

/**
 * Digits of one number spread over several groups of placeholders, as in `0\.0,` (万元 of yuan with one place); the
 * first group takes whatever the others leave.
 */
function renderNumbers(patterns: string[], value: number): string[] {
  const [first, ...others] = patterns
  if (first === undefined) return []
  if (others.length === 0) return [renderNumber(first, value)]
  if (patterns.slice(0, -1).some((pattern) => /[.E/]/.test(pattern))) return [renderNumber(first, value)]
  const whole = renderNumber(patterns.join(''), value)
  const point = whole.search(/[.E]/)
  let digits = point < 0 ? whole : whole.slice(0, point)
  const rest = point < 0 ? '' : whole.slice(point)
  const rendered = others.reverse().map((pattern, index) => {
    const count = (pattern.split('.')[0]?.match(/[0#?]/g) ?? []).length
    const own = count > 0 ? digits.slice(-count) : ''
    digits = count > 0 ? digits.slice(0, -count) : digits
    return index === 0 ? own + rest : own
  })
  return [digits, ...rendered.reverse()]
}

/** What a simple pattern such as `#,##0.0#` asks for. */
interface NumberPattern {
  /** Least digits before the point. */
  whole: number
  /** Least and most digits behind the point. */
  minimum: number
  decimals: number
  grouped: boolean
  hasPoint: boolean
}

const patterns = new Map<string, NumberPattern>()

function parsePattern(pattern: string): NumberPattern {
  let parsed = patterns.get(pattern)
  if (!parsed) {
    const [whole = '', fraction = ''] = pattern.split('.')
    parsed = {
      whole: (whole.match(/0/g) ?? []).length,
      minimum: (fraction.match(/0/g) ?? []).length,
      decimals: Math.min(fraction.length, 20),
      grouped: whole.includes(','),
      hasPoint: pattern.includes('.')
    }
    if (patterns.size > 2000) patterns.clear()
    patterns.set(pattern, parsed)
  }
  return parsed
}

function renderNumber(pattern: string, value: number): string {
  return /[E/]/.test(pattern) ? renderSpecial(pattern, value) : renderPlain(parsePattern(pattern), value)
}

/** Scientific notation; fractions are shown as General. */
function renderSpecial(pattern: string, value: number): string {
  const scientific = /^(.*)E([+-])([0#?]+)$/.exec(pattern)
  if (scientific) {
    const decimals = (scientific[1]?.split('.')[1] ?? '').length
    const [mantissa = '', exponent = '0'] = value.toExponential(Math.min(decimals, 20)).split('e')
    const size = Math.abs(Number(exponent))
      .toString()
      .padStart((scientific[3] ?? '').length, '0')
    return `${mantissa}E${Number(exponent) < 0 ? '-' : scientific[2] === '+' ? '+' : ''}${size}`
  }
  return formatGeneral(value)
}

function renderPlain({whole, minimum, decimals, grouped, hasPoint}: NumberPattern, value: number): string {
  let [digits = '0', places = ''] = roundTo(Math.abs(value), decimals).split('.')
  while (places.length > minimum && places.endsWith('0')) places = places.slice(0, -1)
  digits = digits.padStart(whole, '0')
  if (whole === 0 && digits === '0') digits = ''
  const sign = value < 0 && (Number(digits) !== 0 || Number(places) !== 0) ? '-' : ''
  if (grouped && digits.length > 3) digits = digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return sign + digits + (places !== '' || (hasPoint && minimum > 0) ? '.' + places : '')
}

/** Rounds half away from zero on the decimal that is shown (15 significant digits), as spreadsheets do. */
function roundTo(value: number, decimals: number): string {
  if (value >= 1e15) return value.toFixed(0)
  const power = 10 ** decimals
  const near = value * power
  // Far from a half every way of rounding agrees, and this one is quick.
  if (near < 1e9 && Math.abs(near - Math.floor(near) - 0.5) > 1e-6)
    return (Math.round(near) / power).toFixed(decimals)
  const shown = Number(value.toPrecision(15))
  const shifted = Math.round(Number(`${shown}e${decimals}`))
  if (!Number.isFinite(shifted)) return value.toFixed(decimals)
  return Number.isSafeInteger(shifted)
    ? decimals === 0
      ? String(shifted)
      : Number(`${shifted}e-${decimals}`).toFixed(decimals)
    : value.toFixed(decimals)
}

/** Calendar date of a serial number; the 1900 system counts a 29 February 1900 that never was. */
export function toCalendar(
  serial: number,
  date1904 = false
): {year: number; month: number; day: number; weekday: number; seconds: number} | undefined {
  const shifted = date1904 ? serial + 1462 : serial
  if (!(shifted >= 0 && shifted < 2958466)) return undefined
  let days = Math.floor(shifted)
  let seconds = Math.round((shifted - days) * 86400)
  if (seconds === 86400) {
    seconds = 0
    days++
  }
  if (days === 60) return {year: 1900, month: 2, day: 29, weekday: 3, seconds}
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 864e5)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    seconds
  }
}

/** `AM/PM`, `A/P` or `上午/下午`: what is shown before and from noon. */
function isHalves(token: string): boolean {
  return token.includes('/')
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = '日一二三四五六'

function renderDate(section: Section, value: number, date1904: boolean): string {
  const calendar = toCalendar(value, date1904)
  if (!calendar) return formatGeneral(value)
  const {year, month, day, weekday, seconds} = calendar
  const half = section.tokens.some(({text, kind}) => kind === 'date' && isHalves(text))
  const hour = Math.floor(seconds / 3600)
  const pad = (number: number): string => String(number).padStart(2, '0')
  let text = ''
  for (const token of section.tokens) {
    if (token.kind !== 'date') {
      text += token.kind === 'text' ? token.text : token.kind === 'number' ? '' : formatGeneral(value)
      continue
    }
    const hours = half ? hour % 12 || 12 : hour
    switch (token.text) {
      case 'y':
      case 'yy':
        text += pad(year % 100)
        break
      case 'm':
        text += month
        break
      case 'mm':
        text += pad(month)
        break
      case 'mmm':
      case 'mmmm':
      case 'mmmmm':
        text += months[month - 1]
        break
      case 'd':
        text += day
        break
      case 'dd':
        text += pad(day)
        break
      case 'ddd':
      case 'dddd':
      case 'aaaa':
        text += '星期' + weekdays[weekday]
        break
      case 'aaa':
        text += weekdays[weekday]
        break
      case 'h':
        text += hours
        break
      case 'hh':
        text += pad(hours)
        break
      case 'n':
        text += Math.floor(seconds / 60) % 60
        break
      case 'nn':
        text += pad(Math.floor(seconds / 60) % 60)
        break
      case '[h]':
      case '[hh]':
        text += Math.floor(value * 24 + 1e-9)
        break
      case '[m]':
      case '[mm]':
        text += Math.floor(value * 1440 + 1e-9)
        break
      default:
        if (isHalves(token.text)) text += token.text.split('/')[hour < 12 ? 0 : 1]
        else
          text += /^yyy/.test(token.text)
            ? year
            : /^s/.test(token.text)
              ? token.text.startsWith('ss')
                ? pad(seconds % 60)
                : seconds % 60
              : ''
    }
  }
  return text
}
