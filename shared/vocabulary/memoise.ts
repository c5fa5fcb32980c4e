const generation = 6000

/** Stands for a result of `undefined`, so that one look into a map is enough. */
const nothing = Symbol('nothing')

/**
 * Remembers what a pure function gave for a text; the same texts stand on every sheet and in every workbook. Texts that
 * were not asked for lately are forgotten: the older half goes when the newer is full.
 */
export function memoise<T>(judge: (text: string) => T): (text: string) => T {
  let recent = new Map<string, T | typeof nothing>()
  let older = new Map<string, T | typeof nothing>()
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
    const known = recent.get(text)
    if (known !== undefined) return (known === nothing ? undefined : known) as T
    let result = older.get(text)
    if (result === undefined) {
      const judged = judge(text)
      result = judged === undefined ? nothing : judged
    }
    if (recent.size >= generation) {
      const forgotten = older
      forgotten.clear()
      older = recent
      recent = forgotten
    }
    recent.set(text, result)
    return (result === nothing ? undefined : result) as T
  }
}
