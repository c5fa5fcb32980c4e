import type {Form, FundsKey, MoneyUnit, Part} from '../../tree/nodes.js'
import {convertMoney, parseMoney} from '../../value/money.js'
import {contentsOf} from './contents-of.js'
import {decimalsOf} from './decimals-of.js'
import {perForm} from './per-form.js'

export interface Budget {
  /** In 元. */
  yuan: number
  /** What one more of the last digit shown would add, in 元. */
  step: number
  part: Part
  /** Which row it stands in; `amount` for a field like 项目年度金额. */
  key: FundsKey | 'amount'
  spent: boolean
}

/** Every amount of money whose unit is known that a form's head states, the totals first. */
export const budgetsOf = perForm(readBudgets)

function readBudgets(form: Form): Budget[] {
  const unit = form.moneyUnit?.value
  const totals: Budget[] = []
  const others: Budget[] = []
  for (const child of contentsOf(form).others) {
    if (child.type === 'funds') {
      for (const {key, amounts} of child.children) {
        for (const {column, amount, part} of amounts) {
          if (amount === undefined || column === 'rate' || column === 'weight' || column === 'score') continue
          if (column === 'reason') continue
          // Without a unit of the form, only amounts that bring their own.
          const budget = unit
            ? toBudget(amount, unit, part, key, column === 'executed')
            : readBudget(part, undefined, key, column === 'executed')
          if (budget) (isTotal(budget) ? totals : others).push(budget)
        }
      }
    } else if (child.type === 'field' && child.key === 'amount' && child.value) {
      const budget = readBudget(child.value, unit, 'amount', false)
      if (budget) totals.push(budget)
    }
  }
  return others.length === 0 ? totals : totals.concat(others)
}

export function isTotal({key, spent}: Budget): boolean {
  return (key === 'total' || key === 'amount') && !spent
}

/** An amount from the text of its cell; `undefined` when its unit is not known. */
function readBudget(
  part: Part,
  unit: MoneyUnit | undefined,
  key: Budget['key'],
  spent: boolean
): Budget | undefined {
  const money = parseMoney(part.text, unit)
  return money?.unit && toBudget(money.amount, money.unit, part, key, spent)
}

function toBudget(amount: number, unit: MoneyUnit, part: Part, key: Budget['key'], spent: boolean): Budget {
  const step = steps[decimalsOf(part.plain)] ?? 1e-6
  return {yuan: convertMoney(amount, unit, '元'), step: convertMoney(step, unit, '元'), part, key, spent}
}

/** One more of the last digit, by the number of decimals. */
const steps = [1, 0.1, 0.01, 0.001, 1e-4, 1e-5, 1e-6]

/** An amount in 元 as it is written in the form's unit; in 万元 from 10,000 where the form has none. */
export function formatYuan(yuan: number, form: Form): string {
  const unit = form.moneyUnit?.value ?? (Math.abs(yuan) >= 10_000 ? '万元' : '元')
  return `${Number(convertMoney(yuan, '元', unit).toFixed(6))}${unit}`
}
