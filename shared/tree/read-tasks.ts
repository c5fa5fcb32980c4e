import {endsBlock, isTotalLabel, type TaskKey} from '../vocabulary/labels.js'
import {convertMoney, parseMoney} from '../value/money.js'
import {enclose, meaningOfSlot, toPart, toPosition, type Grid, type Slot} from './grid.js'
import type {MoneyUnit, Task} from './nodes.js'

interface TaskColumn {
  key: TaskKey
  left: number
  right: number
}

export interface TaskBlock {
  tasks: Task[]
  /** The heading of the money column and its unit, e.g. 拟投入金额(万元). */
  amountHeading?: Slot
}

/** Reads a department's task table whose heading stands in `row`; nothing when the row is no such heading. */
export function readTasks(grid: Grid, row: number, end: number, unit?: MoneyUnit): TaskBlock | undefined {
  const slots = grid.freeInRow(row)
  if (!mayHeadTasks(slots)) return undefined
  const words = slots.flatMap((slot) => {
    const key = meaningOfSlot(slot).task
    return key ? [{key, slot}] : []
  })
  // 年度重点工作任务 may be the label of the block beside its column 名称.
  const lastName = words.filter(({key}) => key === 'name').at(-1)
  const found = words.filter((word) => word.key !== 'name' || word === lastName)
  const keys = new Set(found.map(({key}) => key))
  if (!(
    (keys.has('content') || keys.has('expectation') || keys.has('amount')) &&
    keys.has('name') &&
    (keys.size >= 3 || lastName?.slot.label === '任务名称')
  ))
    return undefined
  const columns: TaskColumn[] = found.map(({key, slot}, index) => {
    const next = found[index + 1]
    return {
      key,
      left: slot.range.left,
      right: next ? next.slot.range.left - 1 : Math.max(slot.range.right, slot.range.left)
    }
  })
  const left = Math.min(...columns.map((column) => column.left))
  const group = slots.find((slot) => slot.range.left < left)
  const lastHeadingRow = Math.min(row + 2, Math.max(...found.map(({slot}) => slot.range.bottom)))
  for (let at = row; at <= lastHeadingRow; at++) grid.take(...grid.freeInRow(at))
  const tasks: Task[] = []
  for (const at of grid.rows) {
    if (at <= lastHeadingRow) continue
    if (at > end) break
    const inRow = grid.freeInRow(at)
    if (inRow.length === 0) break
    const isNextHeading = inRow.filter((slot) => meaningOfSlot(slot).task).length >= 3
    const [first] = inRow
    if (isNextHeading || !first || endsBlock(first.plain) || meaningOfSlot(first).goal) break
    if (first.range.left < left && meaningOfSlot(first).isFundsHeading) break
    if (inRow.length === 1 && (first.range.left < left || first.range.right > (columns[0]?.right ?? 1) + 1))
      break
    if (inRow.some((slot) => isTotalLabel(slot.label))) {
      grid.take(...inRow)
      continue
    }
    const by = (key: TaskKey): Slot | undefined => {
      const column = columns.find((candidate) => candidate.key === key)
      return column && (grid.between(at, column.left, column.right) ?? grid.at(at, column.left))
    }
    const amount = by('amount')
    const name = by('name')
    if (!name?.plain && !by('content')?.plain) break
    grid.take(...inRow)
    const part = (slot: Slot | undefined) => slot && toPart(slot)
    tasks.push({
      type: 'task',
      position: toPosition(enclose(inRow.map((slot) => slot.range))),
      ...(group && {group: toPart(group)}),
      number: part(by('number')),
      name: part(name),
      content: part(by('content')),
      expectation: part(by('expectation')),
      amount: part(amount),
      ...readAmount(amount, unit)
    })
  }
  const amountHeading = found.find(({key}) => key === 'amount')?.slot
  return {tasks, ...(amountHeading && {amountHeading})}
}

/** Whether a row names tasks and something of them; hardly any does. */
function mayHeadTasks(slots: Slot[]): boolean {
  let named = false
  let described = false
  for (const slot of slots) {
    const {task} = meaningOfSlot(slot)
    if (task === 'name') named = true
    else if (task !== undefined && task !== 'number') described = true
  }
  return named && described
}

function readAmount(slot: Slot | undefined, unit?: MoneyUnit): {money?: number} {
  if (!slot?.plain) return {}
  if (typeof slot.cell?.value === 'number') return {money: slot.cell.value}
  const money = parseMoney(slot.text, unit)
  if (!money) return {}
  return {
    money:
      money.unitSource === 'text' && money.unit && unit
        ? convertMoney(money.amount, money.unit, unit)
        : money.amount
  }
}
