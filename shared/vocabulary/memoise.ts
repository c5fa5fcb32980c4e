const generation = 6000

/**
 * Remembers what a pure function gave for a text; the same texts stand on every sheet and in every workbook. Texts that
 * were not asked for lately are forgotten: the older half goes when the newer is full.
 */
export function memoise<T>(judge: (text: string) => T): (text: string) => T {
  let recent = new Map<string, T>()
  let older = new Map<string, T>()
  return (text) => {
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
