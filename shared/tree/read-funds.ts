import {convertMoney, parseMoney} from '../value/money.js'
import {enclose, meaningOfSlot, toPart, toPosition, type Grid, type Slot} from './grid.js'
import type {Range} from '../workbook/workbook.js'
import type {Funds, FundsColumn, FundsKey, FundsRow, MoneyUnit} from './nodes.js'

interface Column {
  key: FundsColumn
  heading: Slot
  left: number
  right: number
}

/**
 * Reads the funds of some rows: label–amount pairs side by side (预算数 | 20.62 | 其中：财政资金 | 20.62), one below
 * the other, and matrices with a heading row (年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分).
 */
export function readFunds(grid: Grid, rows: number[], unit?: MoneyUnit): Funds[] {
  const blocks: Funds[] = []
  let block: Funds | undefined
  let columns: Column[] = []
  let lastRow = -2
  for (const row of rows) {
    const free = grid.freeInRow(row)
    const isUnderColumns = columns.length >= 2 && row - lastRow <= 2
    if (!isUnderColumns && !free.some(isAboutFunds)) {
      if (free.length > 0 && row - lastRow > 2) columns = []
      continue
    }
    const heading = findHeading(grid, free, isUnderColumns)
    const header = readColumns(grid, free, heading)
    if (heading) {
      block = openBlock(heading)
      blocks.push(block)
      columns = []
      grid.take(heading)
    }
    if (header.length >= 2) {
      // 预算金额 | 收入来源 | 预算金额: two lists side by side, read as pairs.
      columns = new Set(header.map(({key}) => key)).size === header.length ? header : []
      if (!block || row - lastRow > 1) {
        if (!heading) {
          block = openBlock()
          blocks.push(block)
        }
      }
      for (const column of header) grid.take(column.heading)
      lastRow = row
      continue
    }
    const read =
      columns.length >= 2 && row - lastRow <= 2
        ? readMatrixRow(grid, free, columns, unit)
        : (readAbove(grid, free, unit) ?? readPairs(grid, free, unit))
    if (read.length === 0) {
      if (heading) lastRow = row
      else if (row - lastRow > 2) columns = []
      continue
    }
    if (!block || (row - lastRow > 2 && !heading)) {
      block = openBlock()
      blocks.push(block)
    }
    block.children.push(...read)
    lastRow = row
  }
  const filled = blocks.filter(({children}) => children.length > 0)
  filled.forEach(finish)
  return filled
}

function isAboutFunds(slot: Slot): boolean {
  return meaningOfSlot(slot).isAboutFunds
}

/** The cell that opens a block at the left of a row. */
function findHeading(grid: Grid, free: Slot[], isUnderColumns: boolean): Slot | undefined {
  for (const slot of free) {
    if (slot.range.left > grid.firstColumn + 1) continue
    const {isFundsHeading, isLooseFundsHeading, funds} = meaningOfSlot(slot)
    if (!isFundsHeading && !(isLooseFundsHeading && slot.range.bottom > slot.range.top)) continue
    // 预算资金总额 under column headings is a row, though it begins like the heading of a block.
    if (isUnderColumns && funds !== undefined) continue
    if (!namesAmount(grid, slot)) return slot
  }
  return undefined
}

function openBlock(label?: Slot): Funds {
  return {
    type: 'funds',
    position: toPosition(label?.range ?? {top: 1, left: 1, bottom: 1, right: 1}),
    ...(label && {label: toPart(label)}),
    children: []
  }
}

/** Sets the place of a block, which is known when all its rows are. */
function finish(block: Funds): void {
  const ranges = block.children.map(({position: {start, end}}) => ({
    top: start.line,
    left: start.column,
    bottom: end.line,
    right: end.column
  }))
  if (block.label) ranges.push(block.label.range)
  block.position = toPosition(enclose(ranges))
}

/** 年度预算金额（元） | 850,000.00: a row, though its label begins like a heading. */
function namesAmount(grid: Grid, slot: Slot): boolean {
  return (
    slot.range.bottom === slot.range.top &&
    meaningOfSlot(slot).funds === 'total' &&
    isAmount(grid.at(slot.range.top, slot.range.right + 1).plain)
  )
}

/** Whether the cells below a heading are row labels rather than amounts. */
function holdsLabels(grid: Grid, {range}: Slot): boolean {
  const below = grid.at(range.bottom + 1, range.left)
  return below.plain !== '' && meaningOfSlot(below).funds !== undefined
}

function readColumns(grid: Grid, free: Slot[], heading: Slot | undefined): Column[] {
  if (countAmountColumns(free) < 2) return []
  const slots = free.filter((slot) => slot !== heading)
  const found = slots.flatMap((slot, index): Column[] => {
    const key = meaningOfSlot(slot).fundsColumn
    // 年度预算数 | 年初预算 | 调整后预算数: the first names the block, its column holds the row labels.
    if (key === 'budget' && index === 0 && holdsLabels(grid, slot)) return []
    return key && !isAmount(slot.plain)
      ? [{key, heading: slot, left: slot.range.left, right: slot.range.right}]
      : []
  })
  // 全年预算数 | 调整预算数: beside an adjusted budget the other one is not.
  const adjusted = found.filter(({key}) => key === 'adjusted')
  if (adjusted.length === 2 && adjusted[0] && !found.some(({key}) => key === 'budget'))
    adjusted[0].key = 'budget'
  const amounts = found.filter(({key}) => amountColumns.includes(key))
  if (amounts.length < 2) return []
  // 预算数 and 财政资金 beside each other are labels of amounts, not headings.
  if (slots.some((slot) => isAmount(slot.plain))) return []
  return found.map((column, index) => {
    const next = found[index + 1]
    return {...column, right: next ? next.left - 1 : column.right}
  })
}

const amountColumns: (FundsColumn | undefined)[] = ['budget', 'initial', 'adjusted', 'executed', 'rate']

function countAmountColumns(slots: Slot[]): number {
  let count = 0
  for (const slot of slots) if (amountColumns.includes(meaningOfSlot(slot).fundsColumn)) count++
  return count
}

function readMatrixRow(grid: Grid, free: Slot[], columns: Column[], unit?: MoneyUnit): FundsRow[] {
  const firstLeft = Math.min(...columns.map((column) => column.left))
  const label = free.filter((slot) => slot.range.left < firstLeft && slot.plain.length <= 24).at(-1)
  if (!label || free.some((slot) => meaningOfSlot(slot).goal !== undefined)) return []
  const key = fundsKey(label)
  if (
    key === 'unknown' &&
    !(label.plain.length <= 16 && /(?:资金|拨款|补助|收入|支出|总额)[:：]?$/.test(label.plain))
  )
    return []
  const row = label.range.top
  const amounts = columns.map((column) => {
    const slot = grid.between(row, column.left, column.right) ?? grid.at(row, column.left)
    grid.take(slot)
    const amount = amountOf(slot, column.key, unit)
    const heading = toPart(column.heading)
    const part = toPart(slot)
    return amount === undefined
      ? {column: column.key, heading, part}
      : {column: column.key, heading, part, amount}
  })
  grid.take(label)
  return [toRow(label, key, amounts)]
}

function readPairs(grid: Grid, free: Slot[], unit?: MoneyUnit): FundsRow[] {
  const rows: FundsRow[] = []
  for (let index = 0; index < free.length; index++) {
    const slot = free[index]
    if (!slot) continue
    const {funds, isLooseTotal} = meaningOfSlot(slot)
    const key = isLooseTotal && standsBeside(grid, slot) ? 'total' : funds
    if (key === undefined || slot.taken) continue
    // 资金性质 | 一般公共预算: the kind of money is a value here.
    const before = free[index - 1]
    if (before && meaningOfSlot(before).field === 'attribute') continue
    const value = free[index + 1] ?? grid.at(slot.range.top, slot.range.right + 1)
    const isOther = value.plain !== '' && !isAmount(value.plain)
    if (isOther && meaningOfSlot(value).funds !== undefined) {
      // A label right after a label: the amount between them is missing.
      const empty = grid.at(slot.range.top, slot.range.right + 1)
      if (empty.plain === '') {
        grid.take(slot)
        rows.push(toRow(slot, key, [{column: columnOf(slot), part: toPart(empty)}]))
      }
      continue
    }
    if (isOther && parseMoney(value.text) === undefined) continue
    grid.take(slot)
    grid.take(value)
    rows.push(toRow(slot, key, [toAmount(value, columnOf(slot), unit)]))
  }
  return rows
}

/** 资金总额 | 财政拨款 | 单位资金 with the amounts in the row below. */
function readAbove(grid: Grid, free: Slot[], unit?: MoneyUnit): FundsRow[] | undefined {
  const known = free.filter((slot) => meaningOfSlot(slot).funds !== undefined)
  if (known.length < 2 || free.some((slot) => isAmount(slot.plain))) return undefined
  // 年度支出预算 beside them may be the label of both rows.
  const bottom = Math.min(...known.map(({range}) => range.bottom))
  const inRow = known.filter(({range}) => range.bottom === bottom)
  const [first] = inRow
  const isOuter = inRow.length > 2 && first && grid.at(bottom + 1, first.range.left).plain === ''
  const labels = isOuter ? inRow.slice(1) : inRow
  if (labels.length < 2) return undefined
  const pairs = labels.map((label) => ({label, below: grid.at(label.range.bottom + 1, label.range.left)}))
  if (pairs.some(({below}) => !isAmount(below.plain) || grid.at(below.range.top, 1) === below))
    return undefined
  if (!pairs.some(({below}) => /\d/.test(below.plain))) return undefined
  // A kind of money that is not known: what is known does not make up the total.
  const [left] = labels
  const isPartial = free.some((slot) => {
    if (labels.includes(slot) || slot.range.left < (left?.range.left ?? 0)) return false
    const {plain} = grid.at(slot.range.bottom + 1, slot.range.left)
    return /[1-9]/.test(plain) && isAmount(plain)
  })
  const read = isPartial ? pairs.filter(({label}) => fundsKey(label) !== 'total') : pairs
  return read.map(({label, below}) => {
    grid.take(label, below)
    return toRow(label, fundsKey(label), [toAmount(below, columnOf(label), unit)])
  })
}

function toAmount(slot: Slot, column: FundsColumn, unit?: MoneyUnit): FundsRow['amounts'][number] {
  const amount = amountOf(slot, column, unit)
  const part = toPart(slot)
  return amount === undefined ? {column, part} : {column, part, amount}
}

function standsBeside(grid: Grid, {range}: Slot): boolean {
  const {plain} = grid.at(range.top, range.right + 1)
  return /\d/.test(plain) && isAmount(plain)
}

function columnOf({label}: Slot): FundsColumn {
  if (label.endsWith('执行数')) return 'executed'
  return /^(?:中期|实施期)/.test(label) ? 'medium-term' : 'budget'
}

function fundsKey(slot: Slot): FundsKey {
  return meaningOfSlot(slot).funds ?? 'unknown'
}

function isAmount(plain: string): boolean {
  return /^[-—－/／]?$|^-?\d[\d,]*(?:\.\d+)?(?:万?元|亿元|千元|万)?$/.test(plain)
}

function amountOf(slot: Slot, column: FundsColumn, unit?: MoneyUnit): number | undefined {
  if (column === 'rate' || column === 'reason') return undefined
  // The cell's own number is exact where the text shown is rounded.
  const value = slot.cell?.value
  if (typeof value === 'number') return value
  if (column === 'weight' || column === 'score' || slot.plain === '') return undefined
  const money = parseMoney(slot.text, unit)
  if (!money) return undefined
  return money.unitSource === 'text' && money.unit && unit
    ? convertMoney(money.amount, money.unit, unit)
    : money.amount
}

function encloseParts(label: Slot, amounts: FundsRow['amounts']): Range {
  const ranges = [label.range]
  for (const {part} of amounts) ranges.push(part.range)
  return enclose(ranges)
}

function toRow(label: Slot, key: FundsKey, amounts: FundsRow['amounts']): FundsRow {
  return {
    type: 'fundsRow',
    position: toPosition(encloseParts(label, amounts)),
    key,
    label: toPart(label),
    amounts,
    ...(label.plain.startsWith('其中') && {partOf: true})
  }
}
