import {profileIndicator} from '../vocabulary/indicator-profile.js'
import {parseTargetValue} from '../value/target-value.js'
import {toPart, toPiece, toPosition, type Slot} from './grid.js'
import type {Goal, Indicator, LevelOne, LevelTwo, Paragraph, Part} from './nodes.js'

/** A text cell as nodes: a paragraph, and the goals and indicators that its sentences state. */
export function readProse(slot: Slot): (Paragraph | Goal | Indicator)[] {
  const paragraph = toParagraph(slot)
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

/** A cell as a paragraph. */
export function toParagraph(slot: Slot): Paragraph {
  return {type: 'paragraph', role: roleOf(slot), position: toPosition(slot.range), text: toPart(slot)}
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

/** The class that a label gives to all indicators of a text. */
export interface ProseClass {
  level1?: Part
  level2?: Part
  levelOne?: LevelOne
  levelTwo?: LevelTwo
}

/**
 * Splits the sentence after 绩效指标： into indicators: at ；。, before numbers of a list and, where every piece states a
 * number, at 、， too. Each piece is parted into name and target at its comparator or number; a piece without either is a
 * name alone.
 */
export function splitIndicators(
  place: Slot | Part,
  from: number,
  to = place.text.length,
  classes: ProseClass = {}
): Indicator[] {
  const indicators: Indicator[] = []
  const {text} = place
  for (const sentence of joinGrades(text, splitAt(text, from, to, /[;；。\n]/))) {
    for (const item of splitNumbered(text, sentence))
      for (const piece of isGraded(text, item) ? [item] : splitList(text, item)) {
        const indicator = toIndicator(place, piece.start, piece.end, classes)
        if (indicator) indicators.push(indicator)
      }
  }
  return indicators
}

/** 1.维护路灯≥2000盏 2.巡查次数≥48次: items numbered in running text. */
function splitNumbered(text: string, {start, end}: Span): Span[] {
  const part = text.slice(start, end)
  if (!/\s[（(]?\d/.test(part)) return [{start, end}]
  const cuts = [...part.matchAll(/\s+(?=[（(]?\d{1,2}(?:[.．](?!\d)|[、)）]))/g)].map(
    ({index}) => start + index
  )
  return [...cuts, end].map((cut, index) => ({
    start: index === 0 ? start : (cuts[index - 1] ?? start),
    end: cut
  }))
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
  /(?:大于等于|大于或等于|小于或等于|小于等于|不低于|不少于|不高于|不超过|不小于|不大于|大于|小于|高于|低于|超过|等于|达到|达|完成|控制在|≥|≤|≧|≦|>=|<=|[＞＜>=<＝])?\s*(?:百分之[一二三四五六七八九十百零]+|\d[\d,.]*\s*(?:%|％|‰|万|亿)?)/g

function toIndicator(
  place: Slot | Part,
  start: number,
  end: number,
  classes: ProseClass
): Indicator | undefined {
  const raw = place.text.slice(start, end)
  const lead =
    /^[\s、，,]*(?:绩效指标\s*[:：])?\s*(?:[（(]\d{1,2}[)）]|\d{1,2}(?:[.．](?!\d)|[)）、]))?\s*/.exec(
      raw
    )?.[0].length ?? 0
  const body = raw.slice(lead).trimEnd()
  if (body === '') return undefined
  // 满意度指标：≥90%: a target of the class itself.
  const isNameless = classes.level2 !== undefined && /^[≥≤<>＞＜≧≦]/.test(body)
  const cut = isNameless ? 0 : findTarget(body)
  const nameText = (cut === undefined ? body : body.slice(0, cut)).replace(/[\s:：]+$/, '')
  const targetText = cut === undefined ? undefined : body.slice(cut)
  const name = toPiece(place, nameText, start + lead)
  const target: Part | undefined =
    targetText === undefined ? undefined : toPiece(place, targetText, start + lead + (cut ?? 0))
  const profile = profileIndicator({name: nameText})
  return {
    type: 'indicator',
    source: 'prose',
    position: toPosition(place.range),
    ...classes,
    ...(!isNameless && {name}),
    ...(target && {target}),
    targets: [],
    value: parseTargetValue({text: targetText ?? ''}),
    profile,
    block: -1
  }
}

/** Where the target begins; the numbers of a date are none: 2024年11月底前完成培训5期. */
function findTarget(body: string): number | undefined {
  for (const match of body.matchAll(targetStart)) {
    if (match.index === 0) {
      if (!/^20\d\d$/.test(match[0])) return undefined
    } else if (!/^(?:年(?!度?均)|月(?!均)|日)/.test(body.slice(match.index + match[0].length)))
      return match.index
    else if (!/20\d\d$|^\d{1,2}$/.test(match[0])) return match.index
  }
  return undefined
}
