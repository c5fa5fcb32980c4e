/** A date or deadline of a target or plan. Month 1–12, day 1–31. */
export interface Deadline {
  year?: number
  month?: number
  day?: number
  end?: 'month' | 'quarter' | 'half' | 'year'
  /** 前, 之前, 以前: by then, not on that day. */
  before: boolean
  /** 每年12月底前. */
  recurring?: boolean
  /** A period: first and last year. */
  period?: {from: number; to: number}
  /** 13月, 2月30日 … */
  invalid?: boolean
  text: string
  offset: number
}

const pattern = new RegExp(
  [
    // 2022年12月底前, 2022.12.31, 2022-12, 12月底, 12月31日前, 9月前, 12月份
    '(?:(每年)|(?:(20\\d{2})\\s*(?:年度?|[./-])\\s*)?)(\\d{1,2})\\s*(?:月份?|[./-](?=\\d{1,2}(?!\\d)))\\s*(?:(\\d{1,2})\\s*[日号]?|(底|末|初|上旬|中旬|下旬))?\\s*(之?前|以前|内|前)?',
    // 2022年底前, 年底, 2024年度内, 2021年全年
    '(20\\d{2})?\\s*(?:年度?)\\s*年?(底|末|内|全年|终)\\s*(之?前|以前)?',
    // 第四季度末
    '(20\\d{2})?年?第?([一二三四1-4])季度(末|底)?(前)?',
    '(20\\d{2})年(上|下)半年'
  ].join('|')
)
/** The first date or deadline of a text; `undefined` when there is none. */
export function parseDeadline(text: string): Deadline | undefined {
  const period = /(20\d{2})\s*年?(?:\d{1,2}月?)?\s*(?:-|—|~|至|到|～|－)\s*(20\d{2})/.exec(text)
  if (period) {
    return {
      period: {from: Number(period[1]), to: Number(period[2])},
      year: Number(period[2]),
      before: false,
      text: period[0],
      offset: period.index
    }
  }
  const match = pattern.exec(text)
  if (match) {
    const [
      whole,
      every,
      year1,
      month,
      day,
      part,
      before1,
      year2,
      part2,
      before2,
      year3,
      quarter,
      ,
      before3,
      year4,
      half
    ] = match
    const common = {text: whole.trim(), offset: match.index}
    if (month !== undefined) {
      const m = Number(month)
      const d = day === undefined ? undefined : Number(day)
      return {
        ...common,
        ...(year1 && {year: Number(year1)}),
        month: m,
        ...(d !== undefined && {day: d}),
        ...(part && /底|末/.test(part) && {end: 'month' as const}),
        before: before1 !== undefined,
        ...(every && {recurring: true}),
        ...(isInvalid(m, d, year1 ? Number(year1) : undefined) && {invalid: true})
      }
    }
    if (part2 !== undefined)
      return {...common, ...(year2 && {year: Number(year2)}), end: 'year', before: before2 !== undefined}
    if (quarter !== undefined) {
      const q = '一二三四'.indexOf(quarter) + 1 || Number(quarter)
      return {
        ...common,
        ...(year3 && {year: Number(year3)}),
        month: q * 3,
        end: 'quarter',
        before: before3 !== undefined
      }
    }
    if (half !== undefined)
      return {...common, year: Number(year4), month: half === '上' ? 6 : 12, end: 'half', before: false}
  }
  const bare = /(20\d{2})年度?(?:内|前|完成)?/.exec(text)
  return bare
    ? {year: Number(bare[1]), before: bare[0].endsWith('前'), text: bare[0], offset: bare.index}
    : undefined
}

function isInvalid(month: number, day: number | undefined, year: number | undefined): boolean {
  if (month < 1 || month > 12) return true
  if (day === undefined) return false
  const leap = year === undefined || (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31
  return day < 1 || day > days
}

const firstOfDates = '0123456789于在截不预每当本该年第一二三四./-'

/** Whether a plain text is a date or deadline as a whole. */
export function isDateText(plain: string): boolean {
  if (!firstOfDates.includes(plain.charAt(0)) || !/[年月季./-]/.test(plain)) return false
  const bare = plain
    .replace(/^(?:于|在|截至|截止|不晚于|不迟于|预计)/, '')
    .replace(/(?:完成|之前|以前|前|止|内|完工|竣工|发放|到位|结束|前完成)+$/, '')
  return (
    (/^(?:每年|当年|本年|20\d{2}年?度?)?(?:[./-])?\d{1,2}(?:月份?|[./-]\d{1,2})(?:底|末|初|上旬|中旬|下旬|\d{1,2}[日号]?)?(?:前|之前)?$/.test(
      bare
    ) &&
      !/^\d{1,2}(?:[./-]\d{1,2}|\.\d+)$/.test(bare)) ||
    (/^(?:20\d{2}|当|本|每|该)?年度?年?(?:底|末|内|终|全年)?$/.test(bare) &&
      /年/.test(bare) &&
      bare.length > 1) ||
    /^20\d{2}年(?:上|下)半年$|^(?:20\d{2}年)?第?[一二三四1-4]季度(?:末|底)?$/.test(bare) ||
    /^20\d{2}[年./-]\d{1,2}(?:[月./-](?:\d{1,2}日?)?)?(?:-|—|~|至|到)(?:20\d{2}[年./-])?\d{1,2}(?:[月./-](?:\d{1,2}日?)?)?底?$/.test(
      bare
    ) ||
    /^20\d{2}年(?:全年|12月31日)$/.test(bare)
  )
}

export type YearRole =
  'date' | 'document-number' | 'law' | 'plan-period' | 'advance-notice' | 'since' | 'comparison' | 'other'

export interface FoundYear {
  year: number
  text: string
  offset: number
  role: YearRole
}

/** Not within a longer number; 1.2023年 is a numbered sentence that begins with a year. */
const bareYear = /(?<!\d)(?<!\.(?!20\d\d\s*年))(20[0-4]\d)(?!\d)/g

/** Every four-digit year of a text with the role it plays, so that stale years can be told from citations. */
export function findYears(text: string): FoundYear[] {
  const found: FoundYear[] = []
  if (!text.includes('20')) return found
  for (const match of text.matchAll(bareYear)) {
    const year = Number(match[1])
    const offset = match.index
    const before = text.slice(Math.max(0, offset - 12), offset)
    const after = text.slice(offset + 4, offset + 20)
    const whole = /^\s*年度?/.exec(after)?.[0] ?? ''
    found.push({year, text: match[0] + whole, offset, role: roleOf(text, offset, before, after)})
  }
  return found
}

function roleOf(text: string, offset: number, before: string, after: string): YearRole {
  if (/[〔[【（(［「]\s*$/.test(before) && /^\s*[〕\]】）)］」]\s*第?\s*\d{1,5}\s*号/.test(after))
    return 'document-number'
  if (insideTitle(text, offset)) return 'law'
  if (/(?:提前下达|提前通知|预拨)\s*$/.test(before)) return 'advance-notice'
  if (
    /^\s*年?\s*(?:-|—|~|～|至|到|－|–)\s*(?:20)?\d{2}(?![-./]\d)/.test(after) ||
    /(?:20)?\d{2}\s*年?\s*(?:-|—|~|～|至|到|－|–)\s*$/.test(before)
  )
    return 'plan-period'
  if (
    /(?:自|从|始于|起)\s*$/.test(before) ||
    /^\s*年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以来|起|开始|至今)/.test(after)
  )
    return 'since'
  if (/(?:较|比|与|同比|对比|相比)\s*$/.test(before) || /^\s*年(?:同期|相比|基础上|的基础|水平)/.test(after))
    return 'comparison'
  if (/^\s*(?:年|[./-]\d{1,2})/.test(after)) return 'date'
  return 'other'
}

function insideTitle(text: string, offset: number): boolean {
  const open = text.lastIndexOf('《', offset)
  if (open < 0) return false
  const close = text.indexOf('》', open)
  return close < 0 || close > offset
}
