import {memoise} from '../../vocabulary/memoise.js'

/** Words that name a kind of value but are no unit. */
const kindWords = '数量|百分比|百分数|比例|比率|个数|人数|次数|金额|面积|指标值|目标值'

/** What is wrong with the characters of a target: a message of the rule `garbled-target`. */
export interface Diagnosis {
  messageId: 'words' | 'percentWord' | 'digits' | 'operators' | 'doubled'
  rest?: string
  expected?: string
}

const withWords = new RegExp(`^([≥≤≧≦<>=]*\\d+(?:\\.\\d+)?)(%?)((?:${kindWords})(?:[,、;:(].*)?)$`)

/** Leftovers of lists or scans in a target. Takes plain text. */
export const findGarble = memoise(judgeTarget)

/** What each of the diagnoses needs at least; most targets have none of it. */
const suspicious = new RegExp(
  `百分[比数]|${kindWords}|^[第到二三]|[OoIl]|\\.\\d*\\.|,\\d|[≥≤≧≦<>=]{2}|(%|[\\u4e00-\\u9fff]{1,3})\\1$`
)

function judgeTarget(plain: string): Diagnosis | undefined {
  if (!suspicious.test(plain)) return undefined
  const percentWord = /^([≥≤≧≦<>=]*\d+(?:\.\d+)?)百分[比数]$/.exec(plain)
  if (percentWord) return {messageId: 'percentWord', expected: `${percentWord[1] ?? ''}%`}
  const words = withWords.exec(plain)
  if (words) {
    const [, number = '', percent = '', rest = ''] = words
    const isPercent = percent !== '' || /^百分/.test(rest)
    return {messageId: 'words', rest, ...(isPercent && {expected: `${number}%`})}
  }
  if (isUnreadable(plain)) return {messageId: 'digits'}
  if (hasBadOperators(plain)) return {messageId: 'operators'}
  const doubled = /^([≥≤≧≦<>=]*\d+(?:\.\d+)?[万千]?)(%|[\u4e00-\u9fff]{1,3})\2$/.exec(plain)
  if (doubled) return {messageId: 'doubled', expected: `${doubled[1] ?? ''}${doubled[2] ?? ''}`}
  return undefined
}

/** Letters for digits (`9O%`, `1l次`), two points or a misplaced comma (`12..5`, `1,2000`), a lost comparator read as a word (`到0场`, `第O册`, `二100%`). */
function isUnreadable(plain: string): boolean {
  if (/^[第到][0oO〇○]+[^\d号]{1,2}$/.test(plain)) return true
  if (/^[二三]\d+(?:\.\d+)?(?:%|百分比|[\u4e00-\u9fff]{0,2})$/.test(plain)) return true
  const body = /^[≥≤≧≦<>=]*([\dOoIl.]+)(?:%|[\u4e00-\u9fff]{1,3})?(?:以上|以下|以内)?$/.exec(plain)?.[1]
  if (body !== undefined && /\d/.test(body) && /[OoIl]/.test(body)) return true
  return (
    /^[≥≤≧≦<>=]*\d+\.\.+\d/.test(plain) ||
    /^[≥≤≧≦<>=]*\d{1,3},(?!(?:19|20)\d\d(?:年|$))\d{4,}[\u4e00-\u9fff]{0,4}$/.test(plain) ||
    /^[≥≤≧≦<>=]*(?!20\d\d)\d+\.\d+\.\d+(?!日)[\u4e00-\u9fff%]{1,3}$/.test(plain)
  )
}

function hasBadOperators(plain: string): boolean {
  const run = /^[≥≤≧≦<>=]{2,}/.exec(plain)?.[0]
  return run !== undefined && run !== '>=' && run !== '<=' && run !== '==' ? true : /[≥≤≧≦]{2,}/.test(plain)
}
