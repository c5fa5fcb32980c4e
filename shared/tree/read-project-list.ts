import {classifyField, classifyGoal} from '../vocabulary/labels.js'
import {parseMoney} from '../value/money.js'
import type {BlockHeading} from './find-indicator-headings.js'
import {enclose, toPart, toPosition, type Grid, type Slot} from './grid.js'
import type {Field, Funds, Goal, MoneyUnit} from './nodes.js'
import {readIndicators, type IndicatorBlock} from './read-indicators.js'

/** The columns left of the indicators in a list of projects, by their headings. */
export interface ListColumns {
  project: Slot
  goal?: Slot
  amount?: Slot
  /** Leftmost column of the list. */
  left: number
  /** First row of its headings. */
  top: number
}

/** One project of a list: what stands left of its indicators, and the indicators. */
export interface ListedProject {
  top: number
  bottom: number
  children: (Field | Goal | Funds)[]
  block: IndicatorBlock
}

/**
 * The columns of a list of projects (单位名称 | 项目名称 | 预算数 | 年度目标 | 一级指标 | …), in use where one sheet publishes
 * all projects of a unit; nothing when the heading belongs to the form of one project.
 */
export function findListColumns(grid: Grid, {row, columns}: BlockHeading): ListColumns | undefined {
  const first = Math.min(...columns.map(({left}) => left))
  // 绩效指标 may stand above the levels, and the other headings run down beside both.
  const leads: Slot[] = []
  for (let column = 1; column < first; column++) {
    const own = grid.at(row, column)
    const slot = own.plain === '' && row > 1 ? grid.at(row - 1, column) : own
    if (slot.plain !== '' && leads.at(-1) !== slot) leads.push(slot)
  }
  const project = leads.findLast(isProjectHeading)
  if (!project) return undefined
  return {
    project,
    goal: leads.find((slot) => classifyGoal(slot.label) !== undefined),
    amount: leads.find((slot) =>
      /^(?:年度)?(?:预算|资金|项目)(?:数|金额|总额|安排)$|^金额$/.test(slot.label)
    ),
    left: Math.min(...leads.map(({range}) => range.left)),
    top: Math.min(row, ...leads.map(({range}) => range.top))
  }
}

/** 项目名称, or what names units and their projects in one column: 单位（专项）名称. */
export function isProjectHeading({label, plain}: Slot): boolean {
  return (
    classifyField(label) === 'project-name' ||
    /^单位(?:名称)?[、/和及(](?:二级)?(?:项目|专项)(?:资金)?(?:名称$|\)名称$)/.test(plain)
  )
}

/** Reads a list of projects: a project goes on until another one is named in its column. */
export function readProjectList(
  grid: Grid,
  heading: BlockHeading,
  list: ListColumns,
  end: number,
  unit?: MoneyUnit
): ListedProject[] {
  const starts: {row: number; cell: Slot}[] = []
  for (const row of grid.rows) {
    if (row <= heading.lastRow || row > end) continue
    const cell = grid.between(row, list.project.range.left, list.project.range.right)
    if (cell && cell.plain !== starts.at(-1)?.cell.plain) starts.push({row, cell})
  }
  return starts.flatMap(({row: top, cell}, index): ListedProject[] => {
    const bottom = (starts[index + 1]?.row ?? end + 1) - 1
    const first = firstIndicatorRow(grid, heading, top, bottom)
    if (first === undefined) return []
    const children = readLeads(grid, list, cell, top, unit)
    const block = readIndicators(grid, {...heading, lastRow: first - 1, left: list.left}, bottom, 0)
    return [{top, bottom, children, block}]
  })
}

/** Rows of a unit or a subtotal name no indicators; a project may stand in a row above its first one. */
function firstIndicatorRow(
  grid: Grid,
  {columns}: BlockHeading,
  top: number,
  bottom: number
): number | undefined {
  const left = Math.min(...columns.map((column) => column.left))
  return grid.rows.find(
    (row) => row >= top && row <= bottom && grid.inRow(row).some((slot) => slot.range.left >= left)
  )
}

/** What stands left of the indicators in the first row of a project. */
export function readLeads(
  grid: Grid,
  {project, goal, amount}: ListColumns,
  cell: Slot,
  row: number,
  unit?: MoneyUnit
): (Field | Goal | Funds)[] {
  const children: (Field | Goal | Funds)[] = [
    {
      type: 'field',
      key: 'project-name',
      position: toPosition(enclose([cell.range])),
      label: toPart(project),
      value: toPart(cell)
    }
  ]
  grid.take(cell)
  const goalCell = goal && grid.between(row, goal.range.left, goal.range.right)
  if (goal && goalCell) {
    const term = classifyGoal(goal.label)
    grid.take(goalCell)
    children.push({
      type: 'goal',
      position: toPosition(goalCell.range),
      term: term === undefined || term === 'actual' ? 'annual' : term,
      label: toPart(goal),
      text: toPart(goalCell)
    })
  }
  const money = amount && grid.between(row, amount.range.left, amount.range.right)
  if (amount && money) {
    const value = parseMoney(money.text, unit)?.amount
    const part = toPart(money)
    const position = toPosition(money.range)
    grid.take(money)
    children.push({
      type: 'funds',
      position,
      children: [
        {
          type: 'fundsRow',
          position,
          key: 'total',
          label: toPart(amount),
          amounts: [{column: 'budget', part, ...(value !== undefined && {amount: value})}]
        }
      ]
    })
  }
  return children
}
