import {classifyLevelOne, classifyLevelTwo, normaliseLabel, parentsOf} from '../vocabulary/levels.js'
import {toPlainText} from '../workbook/plain-text.js'
import {toPiece, type Slot} from './grid.js'
import type {Indicator, LevelOne, LevelTwo, Part} from './nodes.js'
import {splitIndicators, type ProseClass} from './read-prose.js'

/** A label inside a text that says which class the indicators behind it belong to. */
interface Marker extends ProseClass {
  start: number
  end: number
  /** Whether it is written as a label of a class and not as an everyday word: 数量指标, 【质量】. */
  sure: boolean
}

/**
 * Reads the indicators that a cell lists under labels of classes: `【产出指标-数量指标】养护里程：≥80公里；…` or
 * `数量指标：1.维护路灯≥2000盏 2.…`. Gives nothing for texts without such labels.
 */
export function readClassifiedText(place: Slot | Part, outer: ProseClass = {}): Indicator[] {
  const {plain} = place
  if (plain.length < 10 || !/[:：】\]]/.test(plain) || !/指标|数量|质量|满意|目标/.test(plain)) return []
  // How to fill in a form is said with the same labels.
  if (/^(?:注|说明|备注|填)|填写|填报|是指|例如|反映/.test(plain)) return []
  const markers = findMarkers(place)
  if (!markers.some(({sure}) => sure) && markers.length < 3) return []
  const indicators: Indicator[] = []
  let current: ProseClass = outer
  markers.forEach((marker, index) => {
    const next = markers[index + 1]
    current = join(current, marker)
    const to = next ? withoutNumber(place.text, marker.end, next.start) : place.text.length
    indicators.push(...splitIndicators(place, marker.end, to, current))
  })
  // Without targets it is a text about indicators.
  return indicators.filter(({target}) => target !== undefined).length * 3 >= indicators.length
    ? indicators
    : []
}

/** 产出指标： above 数量指标： gives the first level of what follows, unless that belongs elsewhere. */
function join(before: ProseClass, {level1, level2, levelOne, levelTwo}: Marker): ProseClass {
  if (levelTwo === undefined) return {...(level1 && {level1}), ...(levelOne && {levelOne})}
  const parents = parentsOf[levelTwo]
  const kept = levelOne === undefined && before.levelOne && parents.includes(before.levelOne)
  // 成本指标 may be of either level.
  const one = levelOne ?? (kept ? before.levelOne : levelTwo === 'cost' ? undefined : parents[0])
  const part = level1 ?? (kept ? before.level1 : undefined)
  return {...(part && {level1: part}), ...(level2 && {level2}), ...(one && {levelOne: one}), levelTwo}
}

const candidate =
  /(?<=^|[\s;；。，,、:：】\]]|[)）.、．]|[一二三四五六七八九]、)(?:[【[]\s*([^【】[\]]{2,24})\s*[】\]]\s*[:：]?|([\u4e00-\u9fff]{2,14}(?:[-—－/][\u4e00-\u9fff]{2,14})?)(?:[（(]\d{1,3}分?[)）])?\s*[:：]|([\u4e00-\u9fff]{2,8}指标)(?=[ \t]*\n))/g

function findMarkers(place: Slot | Part): Marker[] {
  const markers: Marker[] = []
  for (const match of place.text.matchAll(candidate)) {
    const [whole, bracketed, plain, alone] = match
    const written = bracketed ?? plain ?? alone ?? ''
    const classes = classify(place, written, match.index + whole.indexOf(written))
    if (!classes) continue
    const sure = bracketed !== undefined || /指标|(?:产出|效果|效益|影响力)目标/.test(written)
    // 群众满意度：≥90% is an indicator and its target.
    if (!sure && /^\s*[≥≤<>=＞＜＝≧≦\d]/.test(place.text.slice(match.index + whole.length))) continue
    markers.push({
      ...classes,
      start: match.index,
      end: match.index + whole.length,
      sure
    })
  }
  return markers
}

function classify(place: Slot | Part, written: string, at: number): ProseClass | undefined {
  const [first = '', second] = written.split(/\s*[-—－/]+\s*/)
  const one = second === undefined ? undefined : classOf(first)
  const own = classOf(second ?? first)
  if (!own || (second !== undefined && one?.levelOne === undefined)) return undefined
  // 满意度指标 is a class of both levels.
  const levelTwo = own.levelTwo ?? (own.levelOne === 'satisfaction' ? 'satisfaction' : undefined)
  const isBoth = levelTwo === 'satisfaction' && own.levelOne === levelTwo
  const levelOne = one?.levelOne ?? (levelTwo === undefined || isBoth ? own.levelOne : undefined)
  const level1 = second === undefined ? undefined : toPiece(place, first, at)
  const label = toPiece(place, second ?? first, at + (second === undefined ? 0 : written.lastIndexOf(second)))
  return levelTwo === undefined
    ? {level1: label, ...(levelOne && {levelOne})}
    : {...(level1 && {level1}), level2: label, ...(levelOne && {levelOne}), levelTwo}
}

function classOf(written: string): {levelOne?: LevelOne; levelTwo?: LevelTwo} | undefined {
  const label = normaliseLabel(toPlainText(written))
  const levelTwo = classifyLevelTwo(label)
  // 成本指标 stands beside 数量指标 in one generation and beside 产出指标 in the other.
  const levelOne = classifyLevelOne(label)
  return (levelTwo ?? levelOne) ? {...(levelOne && {levelOne}), ...(levelTwo && {levelTwo})} : undefined
}

/** The number of the next label belongs to the label: …≥2000盏；2.质量指标：. */
function withoutNumber(text: string, from: number, to: number): number {
  const behind = /[（(]?(?:\d{1,2}|[一二三四五六七八九十])[)）.、．]\s*$/.exec(text.slice(from, to))
  return behind ? from + behind.index : to
}
