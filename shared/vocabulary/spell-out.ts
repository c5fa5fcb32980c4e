/**
 * All words of a pattern: its parts are parted by blanks, what may stand in a part by `|`, and an empty choice says that the
 * part may be missing. `年度| 资金|预算 总额` gives 年度资金总额, 年度预算总额, 资金总额, 预算总额. A table of words answers with one
 * look-up where a regular expression of that size has to be compiled first.
 */
export function spellOut(pattern: string): string[] {
  let words = ['']
  for (const part of pattern.split(' ')) {
    const longer: string[] = []
    const choices = part.split('|')
    for (const word of words) for (const choice of choices) longer.push(word + choice)
    words = longer
  }
  return words
}

/** A table of the words of patterns by what they mean; a word of several meanings has the first of them. */
export function tabulate<K extends string>(patterns: Readonly<Partial<Record<K, string[]>>>): Map<string, K> {
  const table = new Map<string, K>()
  for (const key in patterns)
    for (const pattern of patterns[key] ?? [])
      for (const word of spellOut(pattern)) if (!table.has(word)) table.set(word, key)
  return table
}
