import {classifyField} from '../vocabulary/labels.js'
import {classifyHeading} from '../vocabulary/headings.js'
import {normaliseLabel} from '../vocabulary/levels.js'
import {spellOut} from '../vocabulary/spell-out.js'
import {toPlainText} from '../workbook/plain-text.js'
import {enclose, meaningOfSlot, toPart, toPiece, toPosition, type Grid, type Slot} from './grid.js'
import type {Field, FieldKey, Funds} from './nodes.js'

/** Reads the label–value pairs of a row: side by side, or both in one cell (`金额单位：万元`). */
export function readFields(grid: Grid, row: number): Field[] {
  const fields: Field[] = []
  const slots = grid.freeInRow(row)
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index]
    if (!slot || !grid.isFree(slot)) continue
    if (readInside(slot, fields) || readUnitLine(slot, fields)) {
      grid.take(slot)
      continue
    }
    const key = meaningOfSlot(slot).field ?? (isGenericLabel(slot, slots[index + 1]) ? 'other' : undefined)
    if (!key) continue
    const value = valueOf(grid, slot, slots[index + 1])
    if (!value && key === 'other') continue
    const label = toPart(slot)
    grid.take(slot)
    if (!value) {
      fields.push({type: 'field', key, position: toPosition(slot.range), label})
      continue
    }
    const position = toPosition(enclose([slot.range, value.range]))
    fields.push({type: 'field', key, position, label, value: toPart(value)})
    if (value.plain !== '') {
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
  const {field, goal} = meaningOfSlot(slot)
  return (
    field !== undefined ||
    goal !== undefined ||
    (slot.plain.length <= 12 && /[:：]$|[(（](?:分|%|万元|元|人|个)[)）]$/.test(slot.text.trim()))
  )
}

/** Short text at the left with a text beside it: an unknown label. */
function isGenericLabel(slot: Slot, next: Slot | undefined): boolean {
  if (next === undefined || next.range.left > slot.range.right + 3) return false
  if (slot.plain.length > 16 || /^\d|[。；;，,]/.test(slot.plain)) return false
  return !meaningOfSlot(slot).isPlan && classifyHeading(slot.label) === undefined
}

const insidePattern =
  /(金额单位|计量单位|货币单位|填报单位|预算单位|申报单位|编报单位|单位名称|部门名称|项目名称|项目编码|项目代码|项目编号|主管部门|实施单位|预算年度|填报日期|编制单位|(?:预算|填报|编制)?部门|单位)(?:[(（][^)）]{0,6}[)）])?\s*[:：]\s*([^\s:：]+(?: [^\s:：]+)*)/g

/** Labels with their values in one cell, possibly several: `预算单位：某某局    金额单位：万元`. */
function readInside(slot: Slot, fields: Field[]): boolean {
  const {plain, text} = slot
  // Colons of all widths are one in plain text.
  if (plain.length > 60 || !plain.includes(':') || /[。；]/.test(text)) return false
  const before = fields.length
  insidePattern.lastIndex = 0
  for (let match = insidePattern.exec(text); match; match = insidePattern.exec(text)) {
    const [whole, label = '', written = ''] = match
    // The next label of the same cell is not part of this value.
    const value = written.includes(' ')
      ? written.replace(/\s+(?:金额单位|单位|填报日期|项目编码|项目名称)$/, '')
      : written
    const at = match.index
    const valueAt = at + whole.length - written.length
    fields.push({
      type: 'field',
      key: keyOfInside(label, value),
      position: toPosition(slot.range),
      label: toPiece(slot, label, at),
      value: toPiece(slot, value, valueAt)
    })
  }
  return fields.length > before
}

const moneyUnits = new Set(spellOut('|人民币 |百万|千|万|亿 元'))

function keyOfInside(label: string, value: string): FieldKey {
  if (label.endsWith('单位') && moneyUnits.has(toPlainText(value))) return 'money-unit'
  return classifyField(normaliseLabel(label)) ?? 'other'
}

const unitEndings = '局 委 委员会 办 办公室 厅 院 所 站 中心 政府 机关 本级 大队 支队 学校 处 部 会'.split(
  ' '
)

function endsLikeUnit(text: string): boolean {
  for (const ending of unitEndings) if (text.endsWith(ending)) return true
  return false
}

/** A line that is only the reporting unit, with its budget code: `315001某市某局本级`. */
function readUnitLine(slot: Slot, fields: Field[]): boolean {
  const {plain, text} = slot
  if (plain.length > 40 || !endsLikeUnit(plain)) return false
  const match = /^\s*[[［【]?(\d{3}|\d{6}|\d{9})[\]］】]?\s*[-—]?\s*(\D{4,30})$/.exec(text)
  const [, code = '', written = ''] = match ?? []
  const name = written.trim()
  if (!endsLikeUnit(name)) return false
  fields.push({
    type: 'field',
    key: 'unit-name',
    position: toPosition(slot.range),
    label: toPiece(slot, code, text.indexOf(code)),
    value: toPiece(slot, name, text.indexOf(name))
  })
  return true
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
