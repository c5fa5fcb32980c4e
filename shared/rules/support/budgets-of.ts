import type {Form, FundsKey, MoneyUnit, Part} from '../../tree/nodes.js'
import {convertMoney, parseMoney} from '../../value/money.js'
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
  const budgets: Budget[] = []
  for (const child of form.children) {
    if (child.type === 'funds') {
      for (const {key, amounts} of child.children) {
        for (const {column, amount, part} of amounts) {
          if (amount === undefined || column === 'rate' || column === 'weight' || column === 'score') continue
          if (column === 'reason') continue
          // Without a unit of the form, only amounts that bring their own.
          const money = unit ? {amount, unit} : parseMoney(part.text)
          if (!money?.unit) continue
          budgets.push({...toYuan(money.amount, money.unit, part), part, key, spent: column === 'executed'})
        }
      }
    } else if (child.type === 'field' && child.key === 'amount' && child.value) {
      const money = parseMoney(child.value.text, unit)
      if (!money?.unit) continue
      budgets.push({
        ...toYuan(money.amount, money.unit, child.value),
        part: child.value,
        key: 'amount',
        spent: false
      })
    }
  }
  return budgets.sort((a, b) => Number(isTotal(b)) - Number(isTotal(a)))
}

export function isTotal({key, spent}: Budget): boolean {
  return (key === 'total' || key === 'amount') && !spent
}

function toYuan(amount: number, unit: MoneyUnit, part: Part): {yuan: number; step: number} {
  const decimals = Math.min(6, /\.(\d+)/.exec(part.plain)?.[1]?.length ?? 0)
  return {yuan: convertMoney(amount, unit, '元'), step: convertMoney(10 ** -decimals, unit, '元')}
}

/** An amount in 元 as it is written in the form's unit; in 万元 from 10,000 where the form has none. */
export function formatYuan(yuan: number, form: Form): string {
  const unit = form.moneyUnit?.value ?? (Math.abs(yuan) >= 10_000 ? '万元' : '元')
  return `${Number(convertMoney(yuan, '元', unit).toFixed(6))}${unit}`
}
