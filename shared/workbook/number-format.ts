/**
 * Number format codes (ECMA-376 part 1, 18.8.30–31) as far as people see them in budget workbooks: General, decimals,
 * thousands, percent, scientific, dates and times (also Chinese ones), literals quoted, escaped or — as some programs
 * write them — bare, up to four sections. Anything else falls back to General.
 */

import {parseFormat, type Section} from './number-format/parse-format.js'
import {renderDate} from './number-format/render-date.js'
import {compileNumber, renderGeneral, renderNumbers} from './number-format/render-number.js'

export {builtinFormats} from './number-format/builtin-formats.js'
export {toCalendar} from './number-format/calendar.js'

type Formatter = (value: number, date1904: boolean) => string

const formatters = new Map<string, Formatter>()
let lastCode = 'General'
let lastFormatter: Formatter = renderGeneral

/** What a person sees of a number in a cell of this format. Dates are serial numbers of the 1900 or 1904 system. */
export function formatNumber(value: number, code: string, date1904 = false): string {
  // Cells of one format stand together.
  if (code !== lastCode) {
    lastFormatter = findFormatter(code)
    lastCode = code
  }
  return lastFormatter(value, date1904)
}

/** Whether a format shows dates or times. */
export function isDateFormat(code: string): boolean {
  return code !== 'General' && (parseFormat(code)?.some(({isDate}) => isDate) ?? false)
}

function findFormatter(code: string): Formatter {
  let formatter = formatters.get(code)
  if (!formatter) {
    formatter = compile(code)
    if (formatters.size > 2000) formatters.clear()
    formatters.set(code, formatter)
  }
  return formatter
}

function compile(code: string): Formatter {
  if (code === '' || /^general$/i.test(code)) return renderGeneral
  const sections = parseFormat(code)
  const [positive, negative, zero] = sections?.map(compileSection) ?? []
  if (!sections || !positive) return renderGeneral
  if (sections.some(({condition}) => condition)) {
    const compiled = sections.map((section) => ({...section, show: compileSection(section)}))
    return (value, date1904) => {
      const chosen =
        compiled.find(({condition}) => condition?.(value)) ?? compiled.findLast(({condition}) => !condition)
      return (chosen?.show ?? positive)(value, date1904)
    }
  }
  if (!negative) return positive
  return (value, date1904) => {
    if (value < 0) return negative(-value, date1904)
    return (value === 0 && zero ? zero : positive)(value, date1904)
  }
}

function compileSection(section: Section): Formatter {
  if (section.isDate) return (value, date1904) => renderDate(section, value, date1904)
  const {tokens} = section
  const multiplier = 100 ** section.percent
  const divisor = 1000 ** section.scale
  const patterns = tokens.flatMap(({kind, text}) => (kind === 'number' ? text : []))
  const at = tokens.findIndex(({kind}) => kind !== 'text')
  const [pattern] = patterns
  if (pattern !== undefined && tokens.filter(({kind}) => kind !== 'text').length === 1) {
    const join = (part: typeof tokens): string => part.map(({text}) => text).join('')
    const [before, behind] = [join(tokens.slice(0, at)), join(tokens.slice(at + 1))]
    const show = compileNumber(pattern)
    if (before === '' && behind === '' && multiplier === 1 && divisor === 1) return show
    return (value) => before + show((value * multiplier) / divisor) + behind
  }
  return (value) => {
    const scaled = (value * multiplier) / divisor
    const numbers = renderNumbers(patterns, scaled)
    let text = ''
    for (const token of tokens) {
      if (token.kind === 'text') text += token.text
      else if (token.kind === 'number') text += numbers.shift() ?? ''
      else text += renderGeneral(scaled)
    }
    return text
  }
}
