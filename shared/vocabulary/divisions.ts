import {divisionData} from './division-data.js'

export interface Division {
  code: string
  name: string
  /** With province and city before it. */
  fullName: string
  /** No longer in force; valid for the years in which it was. */
  retired?: boolean
}

let divisions: Map<number, string> | undefined

/** The entries of the data by code; what stands in an entry is read when somebody asks for it. */
function load(): Map<number, string> {
  const map = new Map<number, string>()
  let code = 0
  for (const entry of divisionData.split(' ')) {
    code += Number.parseInt(entry, 10) || 1
    map.set(code, entry)
  }
  return map
}

/** The name in an entry of the data, without step and mark. */
function nameOf(entry: string): string {
  return entry.replace(/[\d*]+/, '')
}

/** Whether a code of six digits is in the standard, in force or not. */
export function isDivision(code: string): boolean {
  divisions ??= load()
  return divisions.has(Number(code))
}

/** Looks up a division code of six digits (GB/T 2260); `undefined` for codes outside the standard. */
export function lookUpDivision(code: string): Division | undefined {
  divisions ??= load()
  const found = divisions.get(Number(code))
  if (found === undefined) return undefined
  const name = nameOf(found)
  const above = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`]
    .filter((parent) => parent !== code)
    .flatMap((parent) => {
      const entry = divisions?.get(Number(parent))
      return entry === undefined ? [] : [nameOf(entry)]
    })
  const fullName = [...new Set([...above, name])].join('')
  return {code, name, fullName, ...(found.includes('*') && {retired: true})}
}

let codesByName: Map<string, number | number[]> | undefined

function loadNames(): Map<string, number | number[]> {
  const map = new Map<string, number | number[]>()
  divisions ??= load()
  // All names at once: reading three thousand entries one by one takes longer.
  const names = divisionData.replace(/[\d*]+/g, '').split(' ')
  let at = 0
  for (const code of divisions.keys()) {
    const name = names[at++] ?? ''
    const known = map.get(name)
    if (known === undefined) map.set(name, code)
    else if (typeof known === 'number') map.set(name, [known, code])
    else known.push(code)
  }
  return map
}

/** Names of divisions of two characters (和县, 城区) and these are words as well. */
const commonWords =
  /^(?:.{1,2}|.*城市|市辖区|省直辖.*|自治区直辖.*|新城区|市中区|城中区|城关区|城厢区|城[东西南北]区|高新区|开发区|滨海新区|铁路区|工业园区|示范区|东方市|新市区|中山区|南山区|西山区|金山区|和平区|新华区|朝阳区|河[东西]区|桥[东西]区|沿滩区|向阳区|红旗区|解放区|文峰区|港口区|老城区|工农区|前进区|东风区|郊区|矿区)$/

/**
 * Finds the full names of divisions (with 县, 市, 区 …) in running text, with every code that bears the name. Names that are
 * common words too are left out.
 */
export function findDivisions(text: string): {name: string; codes: string[]; at: number}[] {
  codesByName ??= loadNames()
  const found: {name: string; codes: string[]; at: number}[] = []
  // 东方市场, 和平区域, 山区 …: the sign of a division is part of another word.
  for (const {index} of text.matchAll(/省|市(?![场民面容值售况])|县|区(?![域间块位])|旗(?![帜舰])|州|盟/g)) {
    for (let length = Math.min(index + 1, 15); length >= 3; length--) {
      const at = index + 1 - length
      const name = text.slice(at, index + 1)
      const codes = codesByName.get(name)
      if (codes === undefined || commonWords.test(name)) continue
      found.push({name, codes: typeof codes === 'number' ? [String(codes)] : codes.map(String), at})
      break
    }
  }
  return found
}

/** Whether one division lies in the other, or they are the same. */
export function areNested(a: string, b: string): boolean {
  const [left, right] = [trimCode(a), trimCode(b)]
  return left.startsWith(right) || right.startsWith(left)
}

/** The significant digits of a code: 130000 → 13, 130600 → 1306. Counties right under a province share its first two. */
function trimCode(code: string): string {
  return code.replace(/(?:00){1,2}$/, '')
}
