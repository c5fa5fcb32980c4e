import {classifyField, classifyGoal, isSpendingPlan} from '../vocabulary/labels.js'
import {classifyHeading} from '../vocabulary/headings.js'
import {normaliseLabel} from '../vocabulary/levels.js'
import {toPlainText} from '../workbook/plain-text.js'
import {enclose, toPart, toPiece, toPosition, type Grid, type Slot} from './grid.js'
import type {Field, FieldKey, Funds} from './nodes.js'

/** Reads the label–value pairs of a row: side by side, or both in one cell (`金额单位：万元`). */
export function readFields(grid: Grid, row: number): Field[] {
  const fields: Field[] = []
  const slots = grid.freeInRow(row)
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index]
    if (!slot || !grid.isFree(slot)) continue
    const inside = readInside(slot)
    if (inside.length > 0) {
      fields.push(...inside)
      grid.take(slot)
      continue
    }
    const unit = readUnitLine(slot)
    if (unit) {
      fields.push(unit)
      grid.take(slot)
      continue
    }
    const key = classifyField(slot.label) ?? (isGenericLabel(slot, slots[index + 1]) ? 'other' : undefined)
    if (!key) continue
    const value = valueOf(grid, slot, slots[index + 1])
    if (!value && key === 'other') continue
    fields.push({
      type: 'field',
      key,
      position: toPosition(enclose([slot.range, ...(value ? [value.range] : [])])),
      label: toPart(slot),
      ...(value && {value: toPart(value)})
    })
    grid.take(slot)
    if (value?.plain) {
      grid.take(value)
      index++
    }
  }
  return fields
}

/** The cell right of a label, unless it is a label itself; an empty cell in the table is an empty value. */
function valueOf(grid: Grid, label: Slot, next: Slot | undefined): Slot | undefined {
  const right = grid.at(label.range.top, label.range.right + 1)
  if (right.plain === '') {
    if (next && next.range.left === label.range.right + 1) return undefined
    const gap = next ? next.range.left : grid.lastColumn + 1
    if (label.range.right + 1 >= gap) return undefined
    // The table may leave cells free between label and value where a merge was lost.
    if (next && !isLabel(next) && next.range.left - label.range.right <= 3) return next
    return right
  }
  return isLabel(right) ? undefined : right
}

function isLabel(slot: Slot): boolean {
  return (
    classifyField(slot.label) !== undefined ||
    classifyGoal(slot.label) !== undefined ||
    (slot.plain.length <= 12 && /[:：]$|[(（](?:分|%|万元|元|人|个)[)）]$/.test(slot.text.trim()))
  )
}

/** Short text at the left with a text beside it: an unknown label. */
function isGenericLabel(slot: Slot, next: Slot | undefined): boolean {
  if (slot.plain.length > 16 || /[。；;，,]/.test(slot.plain) || /^\d/.test(slot.plain)) return false
  if (classifyHeading(slot.label) || isSpendingPlan(slot.label)) return false
  return next !== undefined && next.range.left <= slot.range.right + 3
}

const insidePattern =
  /(金额单位|计量单位|货币单位|填报单位|预算单位|申报单位|编报单位|单位名称|部门名称|项目名称|项目编码|项目代码|项目编号|主管部门|实施单位|预算年度|填报日期|编制单位|(?:预算|填报|编制)?部门|单位)(?:[(（][^)）]{0,6}[)）])?\s*[:：]\s*([^\s:：]+(?: [^\s:：]+)*)/g

/** Labels with their values in one cell, possibly several: `预算单位：某某局    金额单位：万元`. */
function readInside(slot: Slot): Field[] {
  if (slot.plain.length > 60 || !/[:：]/.test(slot.text) || /[。；]/.test(slot.text)) return []
  const fields: Field[] = []
  for (const match of slot.text.matchAll(insidePattern)) {
    const [, label = '', written = ''] = match
    // The next label of the same cell is not part of this value.
    const value = written.replace(/\s+(?:金额单位|单位|填报日期|项目编码|项目名称)$/, '')
    const at = match.index
    const valueAt = at + match[0].length - written.length
    fields.push({
      type: 'field',
      key: keyOfInside(label, value),
      position: toPosition(slot.range),
      label: toPiece(slot, label, at),
      value: toPiece(slot, value, valueAt)
    })
  }
  return fields
}

function keyOfInside(label: string, value: string): FieldKey {
  if (/单位$/.test(label) && /^(?:人民币)?(?:百万|[千万亿])?元$/.test(toPlainText(value))) return 'money-unit'
  return classifyField(normaliseLabel(label)) ?? 'other'
}

/** A line that is only the reporting unit, with its budget code: `315001某市某局本级`. */
function readUnitLine(slot: Slot): Field | undefined {
  if (slot.plain.length > 40) return undefined
  const match = /^\s*[[［【]?(\d{3}|\d{6}|\d{9})[\]］】]?\s*[-—]?\s*(\D{4,30})$/.exec(slot.text)
  if (
    !match ||
    !/(?:局|委|委员会|办|办公室|厅|院|所|站|中心|政府|机关|本级|大队|支队|学校|处|部|会)$/.test(
      match[2]?.trim() ?? ''
    )
  )
    return undefined
  const name = match[2] ?? ''
  return {
    type: 'field',
    key: 'unit-name',
    position: toPosition(slot.range),
    label: toPiece(slot, match[1] ?? '', slot.text.indexOf(match[1] ?? '')),
    value: toPiece(slot, name.trim(), slot.text.indexOf(name.trim()))
  }
}

/** The text under 预算规模及资金用途: what the money is for. */
export function readPurposes(grid: Grid, funds: Funds[]): Field[] {
  return funds.flatMap((block): Field[] => {
    const {label} = block
    if (!label?.plain.includes('用途')) return []
    const last = Math.max(...block.children.map(({position}) => position.end.line))
    const below = grid.freeInRow(last + 1)
    const [text] = below
    if (!text || below.length !== 1 || text.range.left <= label.range.left || isLabel(text)) return []
    grid.take(text)
    return [{type: 'field', key: 'purpose', position: toPosition(text.range), label, value: toPart(text)}]
  })
}
