/** Excel's limit for the name of a sheet. */
const longest = 31

/** A name for a new sheet: the wished one without forbidden characters, numbered when it is taken. */
export function freeName(wished: string, taken: string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()))
  const clean =
    wished
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, longest) || 'Sheet'
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` (${number})`
    const name = clean.slice(0, longest - suffix.length).trim() + suffix
    // Excel keeps History for itself.
    if (!used.has(name.toLowerCase()) && name.toLowerCase() !== 'history') return name
  }
}
