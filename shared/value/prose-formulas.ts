import {toProse} from './prose-clauses.js'

/** A written calculation whose result is wrong: `30人×500元=1.6万元`. */
export interface WrongFormula {
  text: string
  at: number
  /** The right result, in the unit of the written one. */
  expected: number
  unit: string
}

const number = String.raw`\d+(?:\.\d+)?`
const money = String.raw`(?:百万|[千万亿])?元`
const operand = String.raw`${number}(?:%|(?:${money}|万|[\u4e00-\u9fff]{1,3})(?:[/·每][\u4e00-\u9fff]{1,3}){0,2})?`
const formula = new RegExp(
  String.raw`(?<![\d.%=×+\-/*])(${operand}(?:[×*xX+]${operand})+)=(${number})(${money})?(?![\d×*+\-/%.=百千万亿])`,
  'g'
)
const scales: Record<string, number> = {元: 1, 千元: 1e3, 万元: 1e4, 百万元: 1e6, 亿元: 1e8}

/**
 * Finds products and sums that are written out with their result, where every operand is understood: at most one amount
 * of money in a product, all of them in a sum.
 */
export function findWrongFormulas(text: string): WrongFormula[] {
  const prose = toProse(text)
  if (!prose.includes('=')) return []
  return [...prose.matchAll(formula)].flatMap((match): WrongFormula[] => {
    const [whole, left = '', result = '', resultUnit] = match
    if (/[+]/.test(left) && /[×*xX]/.test(left)) return []
    const isProduct = !left.includes('+')
    const operands = left.split(/[×*xX+]/).map(readOperand)
    const paid = operands.filter(({money}) => money)
    // 毫米 × 米, 吨 × 公里: units that would have to be converted.
    if (!resultUnit && operands.some(({plain}) => !plain)) return []
    // Without any unit of money on one side the scale of the other is not known.
    if (resultUnit ? paid.length === 0 : paid.length > 0) return []
    if (isProduct ? paid.length > 1 : paid.length > 0 && paid.length !== operands.length) return []
    const scale = scales[resultUnit ?? '元'] ?? 1
    const value =
      operands.reduce((all, {value}) => (isProduct ? all * value : all + value), isProduct ? 1 : 0) / scale
    const decimals = result.split('.')[1]?.length ?? 0
    const tolerance = decimals === 0 ? 0.5 : 10 ** -decimals
    if (Math.abs(value - Number(result)) <= tolerance + 1e-9 * value) return []
    return [{text: whole, at: match.index, expected: Number(value.toPrecision(10)), unit: resultUnit ?? ''}]
  })
}

const plainUnit = /^(?:[%人件个次份册台套户月年天期场辆名村张块](?![\u4e00-\u9fff])|$)/

function readOperand(text: string): {value: number; money: boolean; plain: boolean} {
  const [digits = '0'] = /^\d+(?:\.\d+)?/.exec(text) ?? []
  const unit = text.slice(digits.length)
  const plain = plainUnit.test(unit)
  if (unit.startsWith('%')) return {value: Number(digits) / 100, money: false, plain}
  const amount = /^(?:百万|[千万亿])?元/.exec(unit)?.[0]
  if (amount) return {value: Number(digits) * (scales[amount] ?? 1), money: true, plain}
  const scaled = unit.startsWith('万') ? 1e4 : 1
  return {value: Number(digits) * scaled, money: false, plain}
}

const perThing = new RegExp(
  String.raw`(?<![\d.])(${number})(万?)(?:[\u4e00-\u9fff]{1,2})([^。;\d]{0,24}?每[\u4e00-\u9fff]{1,10}?(?:补助|补贴|奖励|奖补|资助|发放|配备|投入|安排|标准为?|按|为)*)(${number})((?:万)?元)([^。;\d]{0,6}(?:共计|合计|总计|共需|共|计)[^\d。;]{0,8})(${number})(${money})`,
  'g'
)

/** A count, an amount for each and a total that the two do not give: 80个书屋，每个书屋2500元，共计25万元. */
export function findWrongTotals(text: string): WrongFormula[] {
  const prose = toProse(text)
  if (!/每.*\d.*[共合总]?计|共/.test(prose)) return []
  return [...prose.matchAll(perThing)].flatMap((match): WrongFormula[] => {
    const [
      whole,
      count = '',
      scaled = '',
      words = '',
      price = '',
      priceUnit = '',
      between = '',
      total = '',
      unit = ''
    ] = match
    // Months, times and other factors may stand in between, and several groups may make up one total.
    if (/[年月日天次季周期轮学届]|其中|分别|[和及与]/.test(words.replace(/^[^每]*/, '') + between)) return []
    if (/[年月日天]|其中/.test(words)) return []
    // 每村配备1套，每套1.5万元: the number is itself one of several.
    if (prose.slice(Math.max(0, match.index - 16), match.index).includes('每')) return []
    const scale = scales[unit] ?? 1
    const value = (Number(count) * (scaled ? 1e4 : 1) * Number(price) * (scales[priceUnit] ?? 1)) / scale
    const decimals = total.split('.')[1]?.length ?? 0
    if (
      Math.abs(value - Number(total)) <=
      Math.max(decimals === 0 ? 0.5 : 10 ** -decimals, Number(total) * 0.005)
    )
      return []
    return [{text: whole, at: match.index, expected: Number(value.toPrecision(10)), unit}]
  })
}
