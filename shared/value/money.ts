import type {MoneyUnit} from '../tree/nodes.js'
import {toPlainText} from '../workbook/plain-text.js'

const yuan: Record<MoneyUnit, number> = {元: 1, 千元: 1e3, 万元: 1e4, 百万元: 1e6, 亿元: 1e8}

export interface Money {
  /** In the text's own unit. */
  amount: number
  unit?: MoneyUnit
  unitSource: 'text' | 'default' | 'none'
  text: string
}

/** Converts an amount between money units. */
export function convertMoney(amount: number, from: MoneyUnit, to: MoneyUnit): number {
  if (from === to) return amount
  const converted = (amount * yuan[from]) / yuan[to]
  // A whole number needs no rounding of what the arithmetic left behind its digits.
  return Number.isInteger(converted) && Math.abs(converted) < 1e15
    ? converted
    : Number(converted.toPrecision(15))
}

/**
 * Reads a cell that is an amount: `620.82万元`, `5.8万`, `31.900000`, `854万(其中…)` (its head). `undefined` for empty cells,
 * `-`, `—`, `/` and text that does not begin with an amount.
 */
export function parseMoney(text: string, defaultUnit?: MoneyUnit): Money | undefined {
  const plain = toPlainText(text).replace(/^(?:≥|≤|=|<=|>=|[¥￥])/, '')
  const match =
    /^(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)((?:百万|[千万亿])?元|万|亿)?(?=$|[(,，。;；])/.exec(
      plain
    )
  if (!match) return undefined
  const unit = toUnit(match[2])
  const resolved = unit ?? defaultUnit
  return {
    amount: Number((match[1] ?? '').replace(/,/g, '')),
    ...(resolved && {unit: resolved}),
    unitSource: unit ? 'text' : defaultUnit ? 'default' : 'none',
    text
  }
}

function toUnit(written: string | undefined): MoneyUnit | undefined {
  if (written === undefined) return undefined
  if (written === '万') return '万元'
  if (written === '亿') return '亿元'
  return written in yuan ? (written as MoneyUnit) : undefined
}
