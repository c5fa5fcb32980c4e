const generation = 6000

/**
 * Remembers what a pure function gave for a text; the same texts stand on every sheet and in every workbook. Texts that
 * were not asked for lately are forgotten: the older half goes when the newer is full.
 */
export function memoise<T>(judge: (text: string) => T): (text: string) => T {
  let recent = new Map<string, T>()
  let older = new Map<string, T>()
  // All rules visit one indicator before the next, so the same text is asked for several times in a row.
  let last: string | undefined
  let lastResult: T | undefined
  return (text) => {
    if (text === last) return lastResult as T
    // Set afterwards: a function may ask for a part of its own text.
    const result = recall(text)
    last = text
    lastResult = result
    return result
  }

  function recall(text: string): T {
    let result = recent.get(text)
    if (result !== undefined || recent.has(text)) return result as T
    result = older.get(text)
    if (result === undefined && !older.has(text)) result = judge(text)
    if (recent.size >= generation) {
      older = recent
      recent = new Map()
    }
    recent.set(text, result as T)
    return result as T
  }
}
