/** Excel's limit for names of sheets, and what they must not hold. */
const longest = 31
const forbidden = /[[\]:*?/\\\u0000-\u001f]|^'|'$/g

/** Names of sheets → names that Excel accepts; different names stay different, whatever their case. */
export function nameForExcel(names: string[]): Map<string, string> {
  const taken = new Set<string>()
  return new Map(
    names.map((name) => {
      const base = name.replace(forbidden, '_').slice(0, longest) || '_'
      let free = base
      for (let number = 2; taken.has(free.toLowerCase()); number++) {
        const suffix = `_${number}`
        free = base.slice(0, longest - suffix.length) + suffix
      }
      taken.add(free.toLowerCase())
      return [name, free]
    })
  )
}
