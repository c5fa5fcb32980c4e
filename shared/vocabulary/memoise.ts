/** Remembers what a pure function gave for a text; labels repeat on every sheet. */
export function memoise<T>(judge: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (known.has(text)) return known.get(text) as T
    const result = judge(text)
    if (known.size >= 4000) known.clear()
    known.set(text, result)
    return result
  }
}
