/** A date that no calendar has. */
export interface InvalidDate {
  messageId: 'day' | 'month'
  text: string
  month: number
  /** Days of that month, for a day that is too large or 0. */
  days: number
}

const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const monthAndDay = /(?:(20\d\d)\s*年\s*)?(?<![\d.])(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/g
const yearAndMonth = /20\d\d\s*年\s*(\d{1,2})\s*月/g
const endOfMonth = /(?<![\d.])(\d{1,2})\s*月\s*(?:份|底|末)/g
/** Only a cell that is nothing but a date: numbers of contracts look the same. */
const numeric = /^\s*[≤<=]?\s*(20\d\d)([-/.])(\d{1,2})\2(\d{1,2})\s*(?:前|之前|以前)?\s*$/

/** The first date of a text that does not exist: 2月30日, 6月31日, 13月底. Durations such as 18月 are no dates. */
export function findInvalidDate(text: string): InvalidDate | undefined {
  for (const [found, year, month, day] of text.matchAll(monthAndDay)) {
    const wrong = judge(found, year, Number(month), Number(day))
    if (wrong) return wrong
  }
  for (const pattern of [yearAndMonth, endOfMonth]) {
    for (const [found, month] of text.matchAll(pattern)) {
      const wrong = judge(found, undefined, Number(month), 1)
      if (wrong) return wrong
    }
  }
  const [found, year, , month, day] = numeric.exec(text) ?? []
  return found === undefined ? undefined : judge(found, year, Number(month), Number(day))
}

function judge(text: string, year: string | undefined, month: number, day: number): InvalidDate | undefined {
  const usual = days[month - 1]
  if (usual === undefined) return {messageId: 'month', text: text.trim(), month, days: 0}
  const most = month === 2 && (year === undefined || isLeap(Number(year))) ? 29 : usual
  return day < 1 || day > most ? {messageId: 'day', text: text.trim(), month, days: most} : undefined
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}
