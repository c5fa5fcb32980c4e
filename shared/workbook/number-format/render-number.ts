/** A number as the format General shows it. */
export function renderGeneral(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  const exact = String(value)
  // Up to 15 digits nothing is rounded.
  const shown = exact.length < 16 ? exact : String(Number(value.toPrecision(15)))
  return shown.includes('e') ? shown.replace(/e([+-])(\d)$/, 'E$10$2').toUpperCase() : shown
}

type NumberRenderer = (value: number) => string

const renderers = new Map<string, NumberRenderer>()

/** What shows a number in a group of placeholders such as `#,##0.00` or `0.0E+00`. */
export function compileNumber(pattern: string): NumberRenderer {
  let renderer = renderers.get(pattern)
  if (!renderer) {
    renderer = /[E/]/.test(pattern) ? (value) => renderSpecial(pattern, value) : compilePlain(pattern)
    if (renderers.size > 2000) renderers.clear()
    renderers.set(pattern, renderer)
  }
  return renderer
}

/**
 * Digits of one number spread over several groups of placeholders, as in `0\.0,` (万元 of yuan with one place); the
 * first group takes whatever the others leave.
 */
export function renderNumbers(patterns: string[], value: number): string[] {
  const [first, ...others] = patterns
  if (first === undefined) return []
  if (others.length === 0) return [compileNumber(first)(value)]
  if (patterns.slice(0, -1).some((pattern) => /[.E/]/.test(pattern))) return [compileNumber(first)(value)]
  const whole = compileNumber(patterns.join(''))(value)
  const point = whole.search(/[.E]/)
  let digits = point < 0 ? whole : whole.slice(0, point)
  const rest = point < 0 ? '' : whole.slice(point)
  const rendered = others.reverse().map((pattern, index) => {
    const count = (pattern.split('.')[0]?.match(/[0#?]/g) ?? []).length
    const own = count > 0 ? digits.slice(-count) : ''
    digits = count > 0 ? digits.slice(0, -count) : digits
    return index === 0 ? own + rest : own
  })
  return [digits, ...rendered.reverse()]
}

/** What a simple pattern such as `#,##0.0#` asks for. */
interface NumberPattern {
  /** Least digits before the point. */
  whole: number
  /** Least and most digits behind the point. */
  minimum: number
  decimals: number
  grouped: boolean
  hasPoint: boolean
}

function compilePlain(code: string): NumberRenderer {
  const [before = '', fraction = ''] = code.split('.')
  const pattern: NumberPattern = {
    whole: (before.match(/0/g) ?? []).length,
    minimum: (fraction.match(/0/g) ?? []).length,
    decimals: Math.min(fraction.length, 20),
    grouped: before.includes(','),
    hasPoint: code.includes('.')
  }
  const {whole, minimum, decimals, grouped} = pattern
  if (whole > 1 || minimum < decimals || decimals > 6) return (value) => renderPlain(pattern, value)
  const power = 10 ** decimals
  const zero = whole === 0 ? '' : '0'
  const places = Array.from({length: decimals === 0 ? 1 : Math.min(power, 100)}, (_, number) =>
    showPlaces(number, power)
  )
  return (value) => {
    const near = Math.abs(value) * power
    // Far from a half every way of rounding agrees, and this one is quick: a large sheet holds a million numbers.
    if (!(near < 1e9 && Math.abs(near - Math.floor(near) - 0.5) > 1e-6)) return renderPlain(pattern, value)
    const units = Math.round(near)
    const integer = Math.floor(units / power)
    const rest = units - integer * power
    const digits = integer === 0 ? zero : grouped ? groupDigits(integer) : String(integer)
    const shown = digits + (places[rest] ?? showPlaces(rest, power))
    return value < 0 && units > 0 ? `-${shown}` : shown
  }
}

/** 5 of 100 → `.05`. */
function showPlaces(number: number, power: number): string {
  return power === 1 ? '' : `.${String(power + number).slice(1)}`
}

const thousands = Array.from({length: 1000}, (_, number) => `,${String(1000 + number).slice(1)}`)

function groupDigits(integer: number): string {
  if (integer < 1000) return String(integer)
  return groupDigits(Math.floor(integer / 1000)) + (thousands[integer % 1000] ?? '')
}

/** Scientific notation; fractions are shown as General. */
function renderSpecial(pattern: string, value: number): string {
  const scientific = /^(.*)E([+-])([0#?]+)$/.exec(pattern)
  if (scientific) {
    const decimals = (scientific[1]?.split('.')[1] ?? '').length
    const [mantissa = '', exponent = '0'] = value.toExponential(Math.min(decimals, 20)).split('e')
    const size = Math.abs(Number(exponent))
      .toString()
      .padStart((scientific[3] ?? '').length, '0')
    return `${mantissa}E${Number(exponent) < 0 ? '-' : scientific[2] === '+' ? '+' : ''}${size}`
  }
  return renderGeneral(value)
}

function renderPlain({whole, minimum, decimals, grouped, hasPoint}: NumberPattern, value: number): string {
  let [digits = '0', places = ''] = roundTo(Math.abs(value), decimals).split('.')
  while (places.length > minimum && places.endsWith('0')) places = places.slice(0, -1)
  digits = digits.padStart(whole, '0')
  if (whole === 0 && digits === '0') digits = ''
  const sign = value < 0 && (Number(digits) !== 0 || Number(places) !== 0) ? '-' : ''
  if (grouped && digits.length > 3) digits = digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return sign + digits + (places !== '' || (hasPoint && minimum > 0) ? '.' + places : '')
}

/** Rounds half away from zero on the decimal that is shown (15 significant digits), as spreadsheets do. */
function roundTo(value: number, decimals: number): string {
  if (value >= 1e15) return value.toFixed(0)
  const shown = Number(value.toPrecision(15))
  const shifted = Math.round(Number(`${shown}e${decimals}`))
  if (!Number.isFinite(shifted)) return value.toFixed(decimals)
  return Number.isSafeInteger(shifted)
    ? decimals === 0
      ? String(shifted)
      : Number(`${shifted}e-${decimals}`).toFixed(decimals)
    : value.toFixed(decimals)
}
