import {memoise} from '../vocabulary/memoise.js'
import {toPlainText} from '../workbook/plain-text.js'

/** The alphabet of GB 32100-2015: 31 characters, without I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

export interface ProjectCode {
  code: string
  /** Division code of six digits (GB/T 2260). */
  division: string
  /** Full year in which the project entered the library. */
  year: number
  category: string
  base?: string
  serial?: string
  check?: string
  scheme: 'hebei' | 'general' | 'unknown'
  problems: ('length' | 'charset' | 'check' | 'format')[]
}

/**
 * The check character of a Hebei project code: S = Σ value(cᵢ)·3^(i−1) mod 31 over the first 20 characters, check =
 * alphabet[30 − S]. Derived from 19 published codes; no published rule is known. `undefined` when a character is not in
 * the alphabet.
 */
export function computeHebeiCheck(first20: string): string | undefined {
  let sum = 0
  let weight = 1
  for (const character of first20.slice(0, 20)) {
    const value = alphabet.indexOf(character)
    if (value < 0) return undefined
    sum = (sum + value * weight) % 31
    weight = (weight * 3) % 31
  }
  return alphabet[30 - sum]
}

/** Reads a project code; `undefined` for text that does not look like one (fewer than 15 characters, no digits first). */
export const parseProjectCode = memoise(readProjectCode)

const codeForm = /^\d{6}(?=\d*[A-Z])[0-9A-Z]{6,20}$/
const hebeiRest = /^[0-9A-HJ-NP-RTUWXY]{12}$/
const yearAndLetter = /^\d{8}[A-Z]/

function readProjectCode(text: string): ProjectCode | undefined {
  const code = toPlainText(text).toUpperCase()
  if (!codeForm.test(code)) return undefined
  const letter = code[8] ?? ''
  const isRegular = yearAndLetter.test(code)
  const hebei = code.startsWith('13') && letter === 'P'
  const problems: ProjectCode['problems'] = []
  if (code.length !== 21) problems.push('length')
  if (!isRegular) problems.push('format')
  if (hebei && code.length === 21 && !hebeiRest.test(code.slice(9))) problems.push('charset')
  if (hebei && problems.length === 0 && computeHebeiCheck(code) !== code[20]) problems.push('check')
  return {
    code,
    division: code.slice(0, 6),
    year: 2000 + Number(code.slice(6, 8)),
    category: letter,
    ...(hebei && {base: code.slice(9, 15), serial: code.slice(15, 20), check: code.slice(20)}),
    scheme: hebei ? 'hebei' : isRegular ? 'general' : 'unknown',
    problems
  }
}

const confusions: Record<string, string[]> = {
  I: ['1'],
  O: ['0'],
  S: ['5'],
  V: ['U', 'Y'],
  Z: ['2'],
  B: ['8'],
  '8': ['B'],
  '0': ['D', 'Q'],
  '1': ['L', '7'],
  '5': ['6'],
  '6': ['5', 'G'],
  G: ['6'],
  D: ['0'],
  L: ['1']
}

/** Codes one slip away for which the check passes, likeliest slip first; at most three. */
export function suggestProjectCodes(code: string): string[] {
  const passing = new Set<string>()
  const attempt = (candidate: string): void => {
    const parsed = readProjectCode(candidate)
    if (candidate !== code && parsed?.scheme === 'hebei' && parsed.problems.length === 0)
      passing.add(candidate)
  }
  const replaced = [...code]
    .map((character) => (/[IOSZ]/.test(character) ? (confusions[character]?.[0] ?? character) : character))
    .join('')
  attempt(replaced)
  for (let at = 8; at < code.length; at++) {
    for (const other of confusions[code[at] ?? ''] ?? [])
      attempt(code.slice(0, at) + other + code.slice(at + 1))
  }
  for (let at = 9; at + 1 < code.length; at++) {
    attempt(code.slice(0, at) + (code[at + 1] ?? '') + (code[at] ?? '') + code.slice(at + 2))
  }
  const check = computeHebeiCheck(code)
  if (check && code.length === 21) attempt(code.slice(0, 20) + check)
  return [...passing].slice(0, 3)
}

/** Every project code in a text, also in the form `代码-名称`. */
export function findProjectCodes(text: string): {code: string; offset: number}[] {
  return [...text.matchAll(/(?<![0-9A-Za-z])\d{8}[A-Z][0-9A-Z]{12}(?![0-9A-Za-z])/g)].map((match) => ({
    code: match[0],
    offset: match.index
  }))
}
