/** How many decimals the first number with a point shows in a text (plain): `31.900` → 3, `12%` → 0. */
export function decimalsOf(plain: string): number {
  for (let point = plain.indexOf('.'); point >= 0; point = plain.indexOf('.', point + 1)) {
    let end = point + 1
    while (isDigit(plain.charCodeAt(end))) end++
    if (end > point + 1) return end - point - 1
  }
  return 0
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
