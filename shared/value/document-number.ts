/** A 发文字号 found in running text, right or wrong (GB/T 9704-2012: 机关代字〔年〕序号号). */
export interface DocumentNumber {
  text: string
  offset: number
  /** 机关代字, e.g. 冀财政法. */
  agency: string
  year?: number
  yearText: string
  serial: number
  /** The brackets as written, e.g. `【】`. */
  brackets: string
  hasDi: boolean
  leadingZero: boolean
  hasHao: boolean
  /** The number as GB/T 9704-2012 writes it. */
  correct: string
}

const finder =
  /([\u4e00-\u9fa5]{1,16})\s*([〔[【（(［「﹝])\s*(\d{4}|\d{2})\s*年?\s*([〕\]】）)］」﹞])\s*(第?)\s*(\d{1,5})\s*(号?)/g

const bracketedYear = /[〔[【（(［「﹝]\s*\d{2}/

/** Syllables a 机关代字 ends in or holds; anything else before a bracket is running text. */
const agencyMark =
  /(?:财|政|发|办|函|党|字|通|预|教|社|农|建|行|资|环|企|外|综|会|绩|监|规|审|税|卫|民|司|公|水|林|交|住|保|人|组|宣|委|府|科|文|旅|商|工|信|法|产|贸|扶|残|统|电|令|国|军|督|安|应|疾|医|药|市|粮|气|侨|台|妇|青|团|纪)$/

/**
 * Every document number in a text, also those in wrong brackets. Court case numbers (（2023）冀0602民初1234号), 年度 in
 * brackets and house numbers are none.
 */
export function findDocumentNumbers(text: string): DocumentNumber[] {
  const found: DocumentNumber[] = []
  if (!bracketedYear.test(text)) return found
  for (const match of text.matchAll(finder)) {
    const [whole, before = '', open = '', yearText = '', close = '', di = '', serialText = '', hao = ''] =
      match
    const agency = trimAgency(before)
    if (agency.length < 2 || !agencyMark.test(agency)) continue
    const offset = match.index + before.length - agency.length
    const rest = text.slice(match.index + whole.length)
    if (!hao && /^\s*[年月日万元%人个次件\d.]/.test(rest)) continue
    if (hao && /^[楼院栋室路]/.test(rest)) continue
    const year = yearText.length === 4 ? Number(yearText) : 2000 + Number(yearText)
    if (year < 1949 || year > 2049) continue
    const serial = Number(serialText)
    found.push({
      text: text.slice(offset, match.index + whole.length),
      offset,
      agency,
      year,
      yearText,
      serial,
      brackets: open + close,
      hasDi: di !== '',
      leadingZero: /^0/.test(serialText),
      hasHao: hao !== '',
      correct: `${agency}〔${year}〕${serial}号`
    })
  }
  return found
}

/** Cuts running text before the 机关代字: 根据冀财预 → 冀财预. */
function trimAgency(before: string): string {
  const cut =
    /(?:根据|依据|按照|按|遵照|参照|贯彻|落实|执行|关于|以及|通知|文件|印发|下达|的|和|与|及|由|见|经|为|在|于|至|从|据|《|》|（|）)(?=[\u4e00-\u9fa5]{2,}$)/g
  let start = 0
  for (const match of before.matchAll(cut)) start = match.index + match[0].length
  // 2024年冀财预: the 年 belongs to the year before it.
  if (start === 0 && /^[年月日]/.test(before)) start = /^年度/.test(before) ? 2 : 1
  const agency = before.slice(start)
  return agency.length > 12 ? agency.slice(-12) : agency
}

/** Mentions of 提前下达YYYY年: notices that are issued the autumn before (预算法: transfer payments are announced in advance). */
export function findAdvanceNotices(text: string): {year: number; offset: number; text: string}[] {
  return [...text.matchAll(/提前(?:下达|通知|告知|拨付|预拨)\s*(20\d{2})\s*年/g)].map((match) => ({
    year: Number(match[1]),
    offset: match.index,
    text: match[0]
  }))
}

/** Whether a number stands behind the title of a regulation: 《某某办法》（财教〔2019〕121号）. */
export function namesRegulation(text: string, {offset}: DocumentNumber): boolean {
  return /》\s*[（(]\s*$/.test(text.slice(0, offset))
}
