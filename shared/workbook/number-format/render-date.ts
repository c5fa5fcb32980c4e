import {toCalendar} from './calendar.js'
import type {Section} from './parse-format.js'
import {renderGeneral} from './render-number.js'

/** `AM/PM`, `A/P` or `上午/下午`: what is shown before and from noon. */
function isHalves(token: string): boolean {
  return token.includes('/')
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = '日一二三四五六'

/** What a section with dates or times shows of a serial number. */
export function renderDate(section: Section, value: number, date1904: boolean): string {
  const calendar = toCalendar(value, date1904)
  if (!calendar) return renderGeneral(value)
  const {year, month, day, weekday, seconds} = calendar
  const half = section.tokens.some(({text, kind}) => kind === 'date' && isHalves(text))
  const hour = Math.floor(seconds / 3600)
  const pad = (number: number): string => String(number).padStart(2, '0')
  let text = ''
  for (const token of section.tokens) {
    if (token.kind !== 'date') {
      text += token.kind === 'text' ? token.text : token.kind === 'number' ? '' : renderGeneral(value)
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
