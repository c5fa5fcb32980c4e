import type {BlockColumn} from './find-indicator-headings.js'
import type {Grid, Slot} from './grid.js'
import type {HeadingKey, Position} from './nodes.js'

/** Columns by what they hold, left to right. */
export type Columns = Record<HeadingKey, BlockColumn[] | undefined>

/** The cells of a row by what their columns hold, and how far they reach. */
export interface RowCells {
  position: Position
  name: Slot | undefined
  description: Slot | undefined
  comparator: Slot | undefined
  target: Slot | undefined
  targets: TargetCell[]
  unit: Slot | undefined
  basis: Slot | undefined
  weight: Slot | undefined
  actual: Slot | undefined
  progress: Slot | undefined
  score: Slot | undefined
  deviation: Slot | undefined
  direction: Slot | undefined
  history: Slot | undefined
  remark: Slot | undefined
}

interface TargetCell {
  column: BlockColumn
  slot: Slot
}

/** Reads the cells of an indicator's row; `slots` are all that stand in the row. */
export function readRowCells(grid: Grid, columns: Columns, row: number, slots: Slot[]): RowCells {
  const targets = readTargets(grid, columns.target, row)
  const cells: RowCells = {
    position: toRowPosition(row, slots),
    name: readName(grid, columns.name, row),
    description: readCell(grid, columns.description, row),
    comparator: readCell(grid, columns.comparator, row),
    target: (targets.length > 1 ? chooseTarget(targets) : targets[0])?.slot,
    targets,
    unit: readCell(grid, columns.unit, row),
    basis: readCell(grid, columns.basis, row),
    weight: readCell(grid, columns.weight, row),
    actual: readActual(grid, columns.actual, row),
    progress: readCell(grid, columns.progress, row),
    score: readCell(grid, columns.score, row),
    deviation: readCell(grid, columns.deviation, row),
    direction: readCell(grid, columns.direction, row),
    history: readCell(grid, columns.history, row),
    remark: readCell(grid, columns.remark, row)
  }
  // 指标方向 may hold 正向, and may hold ≥.
  if (cells.direction && !cells.comparator?.plain && /^[≥≤≧≦<>=＝＞＜]{1,2}$/.test(cells.direction.plain)) {
    cells.comparator = cells.direction
    cells.direction = undefined
  }
  reach(cells)
  return cells
}

const noTargets: TargetCell[] = []

function readTargets(grid: Grid, columns: BlockColumn[] | undefined, row: number): TargetCell[] {
  return columns ? columns.map((column) => ({column, slot: cellOf(grid, column, row)})) : noTargets
}

function cellOf(grid: Grid, {left, right}: BlockColumn, row: number): Slot {
  return grid.between(row, left, right) ?? grid.at(row, left)
}

/** The first cell that is filled; the last one where none is. */
function readCell(grid: Grid, columns: BlockColumn[] | undefined, row: number): Slot | undefined {
  let found: Slot | undefined
  if (columns)
    for (const column of columns) {
      found = cellOf(grid, column, row)
      if (found.plain !== '') break
    }
  return found
}

/** 三级指标 | 四级指标: the last cell that is filled. */
function readName(grid: Grid, columns: BlockColumn[] | undefined, row: number): Slot | undefined {
  let found: Slot | undefined
  if (columns)
    for (const column of columns) {
      const slot = cellOf(grid, column, row)
      if (!found?.plain || slot.plain !== '') found = slot
    }
  return found
}

/** Of several columns of what was reached, that of the whole year. */
function readActual(grid: Grid, columns: BlockColumn[] | undefined, row: number): Slot | undefined {
  if (columns === undefined || columns.length === 1) return readCell(grid, columns, row)
  let found: Slot | undefined
  for (const column of columns) {
    const slot = cellOf(grid, column, row)
    const isWhole = slot.plain !== '' && wholeYear.test(column.subheading?.label ?? '')
    if (isWhole || !found?.plain) found = slot
  }
  return found
}

/**
 * 第一季度 | 上半年 | 第三季度 | 全年: of several filled columns the year counts, also before a period of several years and
 * before half of it.
 */
function chooseTarget(targets: TargetCell[]): TargetCell | undefined {
  const filled = targets.filter(({slot}) => slot.plain !== '')
  if (filled.length < 2) return filled[0] ?? targets[0]
  const labelOf = ({column: {subheading, heading}}: TargetCell): string => (subheading ?? heading).label
  return (
    filled.find((target) => wholeYear.test(labelOf(target))) ??
    filled.find((target) => thisYear.test(labelOf(target))) ??
    filled[0]
  )
}

const wholeYear = /^(?:全年(?:绩效)?(?:目标|指标)?值?|年末|1?-?12月底?)$/
const thisYear =
  /^(?!.*(?:半年|季度|中期|长期|实施期|项目期|总体|三年|上年|前年|历史|调整)).*(?:年度|当年|本年|^20\d\d年)/

/** A row from its first to its last cell; merges that run down over several rows are left out of its height. */
function toRowPosition(row: number, slots: Slot[]): Position {
  let bottom = row
  for (const {range} of slots)
    if (range.bottom > bottom && range.bottom - range.top < 3) bottom = range.bottom
  return {
    start: {line: row, column: slots[0]?.range.left ?? 1},
    end: {line: bottom, column: slots.at(-1)?.range.right ?? 1}
  }
}

/** Widens a row by its empty cells, and by those of merges from above. */
function reach(cells: RowCells): void {
  const {position} = cells
  widen(position, cells.name)
  widen(position, cells.description)
  widen(position, cells.comparator)
  widen(position, cells.target)
  widen(position, cells.unit)
  widen(position, cells.basis)
  widen(position, cells.weight)
  widen(position, cells.actual)
  widen(position, cells.progress)
  widen(position, cells.score)
  widen(position, cells.deviation)
  widen(position, cells.direction)
  widen(position, cells.history)
  widen(position, cells.remark)
}

function widen({start, end}: Position, slot: Slot | undefined): void {
  if (!slot) return
  const {left, right} = slot.range
  if (left < start.column) start.column = left
  if (right > end.column) end.column = right
}
