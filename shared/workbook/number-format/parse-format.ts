/** A piece of a section: literal text, placeholders of digits, a part of a date, `General`, or the cell's text. */
export interface Token {
  kind: 'text' | 'number' | 'date' | 'general' | 'at'
  text: string
}

/** One of the up to four parts of a format code. */
export interface Section {
  tokens: Token[]
  isDate: boolean
  percent: number
  /** Each comma behind the last digit divides by a thousand. */
  scale: number
  /** A condition such as `[>=10000]`. */
  condition?: (value: number) => boolean
}

/** Excel allows 255 characters; anything far beyond is no format. */
const longestCode = 1024

/** Parses a number format code (ECMA-376 part 1, 18.8.31) into its sections; `undefined` for what is no format. */
export function parseFormat(code: string): Section[] | undefined {
  return code.length > longestCode ? undefined : splitSections(code).map(parseSection)
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
