import {profileIndicator} from '../vocabulary/indicator-profile.js'
import {parseTargetValue} from '../value/target-value.js'
import {toPart, toPiece, toPosition, type Slot} from './grid.js'
import type {Goal, Indicator, Paragraph, Part} from './nodes.js'

/** A text cell as nodes: a paragraph, and the goals and indicators that its sentences state. */
export function readProse(slot: Slot): (Paragraph | Goal | Indicator)[] {
  const part = toPart(slot)
  const paragraph: Paragraph = {
    type: 'paragraph',
    role: roleOf(slot),
    position: toPosition(slot.range),
    text: part
  }
  const {text} = slot
  const goalAt = /^\s*(?:#+\s*|[（(]?\d+[)）.、]\s*)?绩效目标\s*[:：]/.exec(text)
  if (goalAt) {
    const body = text.slice(goalAt[0].length)
    const goal: Goal = {
      type: 'goal',
      term: 'annual',
      position: toPosition(slot.range),
      label: toPiece(slot, '绩效目标', text.indexOf('绩效目标')),
      text: toPiece(slot, body, goalAt[0].length)
    }
    return [goal]
  }
  const indicatorAt = /绩效指标\s*[:：]/.exec(text)
  if (indicatorAt && indicatorAt.index < 24) {
    return [paragraph, ...splitIndicators(slot, indicatorAt.index + indicatorAt[0].length)]
  }
  return [paragraph]
}

function roleOf({plain, text}: Slot): Paragraph['role'] {
  if (
    plain.length <= 30 &&
    /^(?:#+|第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）])/.test(
      text.trim()
    )
  ) {
    return /[。；;]$/.test(plain) ? 'text' : 'heading'
  }
  if (/^(?:注|说明|备注|附)/.test(plain)) return 'note'
  return 'text'
}

/**
 * Splits the sentence after 绩效指标： into indicators: at ；。 and, where every piece states a number, at 、， too. Each
 * piece is parted into name and target at its comparator or number; a piece without either is a name alone.
 */
export function splitIndicators(slot: Slot, from: number): Indicator[] {
  const indicators: Indicator[] = []
  for (const sentence of joinGrades(slot.text, splitAt(slot.text, from, slot.text.length, /[;；。\n]/))) {
    for (const piece of isGraded(slot.text, sentence) ? [sentence] : splitList(slot.text, sentence)) {
      const indicator = toIndicator(slot, piece.start, piece.end)
      if (indicator) indicators.push(indicator)
    }
  }
  return indicators
}

interface Span {
  start: number
  end: number
}

/** Grades of one indicator stand in several clauses: 大于等于95%为优；大于等于90%为良. */
function joinGrades(text: string, spans: Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && isGraded(text, last) && isGraded(text, span) && !opensScale(text, span)) last.end = span.end
    else joined.push({...span})
  }
  return joined
}

function isGraded(text: string, {start, end}: Span): boolean {
  return /为(?:优秀?|良好?|中|差|一般|合格|不合格)$/.test(text.slice(start, end).trimEnd())
}

/** A scale begins with its best grade. */
function opensScale(text: string, {start, end}: Span): boolean {
  return /为优秀?$/.test(text.slice(start, end).trimEnd())
}

function splitAt(text: string, start: number, end: number, separator: RegExp): Span[] {
  const spans: Span[] = []
  let depth = 0
  let begin = start
  for (let at = start; at < end; at++) {
    const character = text[at] ?? ''
    if (/[（(《“]/.test(character)) depth++
    else if (/[）)》”]/.test(character)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && separator.test(character)) {
      if (at > begin) spans.push({start: begin, end: at})
      begin = at + 1
    }
  }
  if (end > begin) spans.push({start: begin, end})
  return spans.filter((span) => text.slice(span.start, span.end).trim() !== '')
}

const hasNumber = /\d|百分之|[一二三四五六七八九十百]+(?:次|人|件|场|个|份|期|名|户|天|%)/

function splitList(text: string, span: Span): Span[] {
  const pieces = splitAt(text, span.start, span.end, /[、，,]/)
  const merged: Span[] = []
  // A piece without a number belongs to the next one that has it: 组织培训、检查，全年不少于5次.
  let open: number | undefined
  for (const piece of pieces) {
    if (hasNumber.test(text.slice(piece.start, piece.end))) {
      merged.push({start: open ?? piece.start, end: piece.end})
      open = undefined
    } else open ??= piece.start
  }
  if (open !== undefined) {
    const last = merged.at(-1)
    const rest = {start: open, end: span.end}
    if (last && /^[、，,\s]*(?:其中|并|且|以上|以内)/.test(text.slice(open, span.end))) last.end = span.end
    else merged.push(rest)
  }
  return merged
}

const targetStart =
  /(?:大于等于|小于等于|不低于|不少于|不高于|不超过|不小于|不大于|大于|小于|高于|低于|超过|等于|达到|达|完成|控制在|≥|≤|≧|≦|>=|<=|[＞＜>=<＝])?\s*(?:百分之[一二三四五六七八九十百零]+|\d[\d,.]*\s*(?:%|％|‰|万|亿)?)/

function toIndicator(slot: Slot, start: number, end: number): Indicator | undefined {
  const raw = slot.text.slice(start, end)
  const lead = /^[\s、，,]*(?:绩效指标\s*[:：])?\s*(?:[（(]?\d+[)）.、]\s*)?/.exec(raw)?.[0].length ?? 0
  const body = raw.slice(lead).trimEnd()
  if (body === '') return undefined
  const match = targetStart.exec(body)
  const cut = match && match.index > 0 ? match.index : undefined
  const nameText = (cut === undefined ? body : body.slice(0, cut)).trimEnd()
  const targetText = cut === undefined ? undefined : body.slice(cut)
  const name = toPiece(slot, nameText, start + lead)
  const target: Part | undefined =
    targetText === undefined ? undefined : toPiece(slot, targetText, start + lead + (cut ?? 0))
  const profile = profileIndicator({name: nameText})
  return {
    type: 'indicator',
    source: 'prose',
    position: toPosition(slot.range),
    name,
    ...(target && {target}),
    targets: [],
    value: parseTargetValue({text: targetText ?? ''}),
    profile,
    block: -1
  }
}
