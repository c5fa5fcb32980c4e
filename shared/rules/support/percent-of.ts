/** The percentage a whole cell states, e.g. `102.59%` → 102.59; `undefined` for anything else. Takes plain text. */
export function percentOf(plain: string): number | undefined {
  const match = /^(-?\d+(?:\.\d+)?)(?:%|百分比)$/.exec(plain)
  return match ? Number(match[1]) : undefined
}
