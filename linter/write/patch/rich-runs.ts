import {XmlScanner} from '../../read/xlsx/xml-scanner.js'
import {unescapeControls} from '../../read/xlsx/rich-text.js'
import {escapeXml} from '../xml-text.js'
import {applySplices, type Splice} from './splice.js'

interface Run {
  text: string
  /** Its looks without the typeface. */
  looks: string
  /** The `t` element. */
  start: number
  end: number
}

/** A stretch of the old text and what takes its place. */
interface Change {
  start: number
  end: number
  text: string
}

/**
 * Changes the text of a string element made of runs (`si` or `is`); every run keeps its looks. The change must lie
 * inside one run, or touch only runs that differ in nothing but the typeface: LibreOffice writes Chinese and Latin
 * letters of one text like that. Gives the inner XML, without phonetic runs (they count characters of the old text);
 * `undefined` when looks would be lost.
 */
export function editRuns(element: string, from: string, to: string, part: string): string | undefined {
  const {runs, phonetic, innerStart, innerEnd, prefix} = readRuns(element, part)
  if (runs.map(({text}) => text).join('') !== from) return undefined
  const texts = changeTexts(runs, findChanges(from, to))
  if (!texts) return undefined
  const edited = runs.flatMap(({text, start, end}, index): Splice[] => {
    const now = texts[index] ?? ''
    const written = `<${prefix}t xml:space="preserve">${escapeXml(now)}</${prefix}t>`
    return now === text ? [] : [{start, end, text: written}]
  })
  const whole = applySplices(element, [...edited, ...phonetic])
  return whole.slice(innerStart, innerEnd + whole.length - element.length)
}

/** The new texts of the runs. Text in place of several runs goes into the first of them. */
function changeTexts(runs: Run[], changes: Change[]): string[] | undefined {
  const texts = runs.map(({text}) => text)
  const touched = new Set<string>()
  let count = 0
  for (const {start, end, text} of [...changes].reverse()) {
    let at = 0
    let isPut = false
    for (const [index, run] of runs.entries()) {
      const first = Math.max(start, at)
      const last = Math.min(end, at + run.text.length)
      // Text that is only put in goes behind the run that ends there.
      const isHere = start === end ? !isPut && first === start && last === start : first < last
      if (isHere) {
        const old = texts[index] ?? ''
        texts[index] = old.slice(0, first - at) + (isPut ? '' : text) + old.slice(last - at)
        isPut = true
        touched.add(run.looks)
        count++
      }
      at += run.text.length
    }
    if (!isPut) return undefined
  }
  return count === 1 || touched.size === 1 ? texts : undefined
}

/** What differs between two texts: single characters when the lengths are the same, else one stretch. */
function findChanges(from: string, to: string): Change[] {
  const shorter = Math.min(from.length, to.length)
  let start = 0
  while (start < shorter && from[start] === to[start]) start++
  let same = 0
  while (same < shorter - start && from[from.length - 1 - same] === to[to.length - 1 - same]) same++
  const end = from.length - same
  if (from.length !== to.length) return [{start, end, text: to.slice(start, to.length - same)}]
  const changes: Change[] = []
  for (let at = start; at < end; at++) {
    if (from[at] === to[at]) continue
    const last = changes.at(-1)
    if (last?.end === at) {
      last.end++
      last.text += to.charAt(at)
    } else changes.push({start: at, end: at + 1, text: to.charAt(at)})
  }
  return changes
}

function readRuns(
  element: string,
  part: string
): {runs: Run[]; phonetic: Splice[]; innerStart: number; innerEnd: number; prefix: string} {
  const scanner = new XmlScanner(element, part)
  const runs: Run[] = []
  const phonetic: Splice[] = []
  scanner.next()
  const innerStart = scanner.end
  const prefix = /^<([^\s/>:]+:)/.exec(element)?.[1] ?? ''
  let innerEnd = element.length
  let looks = ''
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end') break
    const {start, name} = scanner
    if (kind === 'close') {
      if (scanner.depth === 0) innerEnd = start
    } else if (name === 'rPh' || name === 'phoneticPr') {
      if (kind === 'open') scanner.skipElement()
      phonetic.push({start, end: scanner.end, text: ''})
    } else if (name === 'r') looks = ''
    else if (name === 'rPr') {
      if (kind === 'open') scanner.skipElement()
      looks = withoutTypeface(element.slice(start, scanner.end))
    } else if (name === 't') {
      let text = ''
      if (kind === 'open') {
        text = unescapeControls(scanner.text())
        scanner.next()
      }
      runs.push({text, looks, start, end: scanner.end})
    }
  }
  return {runs, phonetic, innerStart, innerEnd, prefix}
}

function withoutTypeface(properties: string): string {
  return properties.replace(/<(?:[^\s/>:]+:)?(?:rFont|family|charset|scheme)\b[^>]*>/g, '')
}
