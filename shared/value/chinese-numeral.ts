const digits = '零一二三四五六七八九'
const units: Record<string, number> = {十: 10, 百: 100, 千: 1000}

/** `一百二十` → 120, `两` → 2, `十二` → 12, `三千零五万` → 30050000; `undefined` for anything else. */
export function parseChineseNumeral(text: string): number | undefined {
  if (text === '' || !/^[零〇一二两三四五六七八九十百千万亿]+$/.test(text)) return undefined
  let total = 0
  let section = 0
  let digit = -1
  for (const character of text) {
    if (character === '万' || character === '亿') {
      const value = section + Math.max(0, digit)
      if (value === 0) return undefined
      total = (total + value) * (character === '万' ? 1e4 : 1e8)
      section = 0
      digit = -1
    } else if (character in units) {
      section += (digit < 0 ? 1 : digit) * (units[character] ?? 1)
      digit = -1
    } else {
      digit = character === '两' ? 2 : character === '〇' ? 0 : digits.indexOf(character)
    }
  }
  return total + section + Math.max(0, digit)
}
