import {XmlScanner} from '../../read/xlsx/xml-scanner.js'
import {unescapeControls} from '../../read/xlsx/rich-text.js'
import {escapeXml} from '../xml-text.js'
import {applySplices, type Splice} from './splice.js'

interface Run {
  text: string
  /** The `t` element. */
  start: number
  end: number
}

/**
 * Changes the text of a string element made of runs (`si` or `is`) when the change lies inside one run, which keeps
 * its looks. Gives the inner XML, without phonetic runs (they count characters of the old text); `undefined` when the
 * change touches more than one run.
 */
export function editRuns(element: string, from: string, to: string, part: string): string | undefined {
  const {runs, phonetic, innerStart, innerEnd, prefix} = readRuns(element, part)
  if (runs.map(({text}) => text).join('') !== from) return undefined
  const {start, endOfFrom, endOfTo} = findChange(from, to)
  let at = 0
  for (const run of runs) {
    const runEnd = at + run.text.length
    if (start >= at && endOfFrom <= runEnd && (run.text !== '' || from === '')) {
      const text = run.text.slice(0, start - at) + to.slice(start, endOfTo) + run.text.slice(endOfFrom - at)
      const edited = `<${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t>`
      const splices: Splice[] = [{start: run.start, end: run.end, text: edited}, ...phonetic]
      const whole = applySplices(element, splices)
      return whole.slice(innerStart, innerEnd + whole.length - element.length)
    }
    at = runEnd
  }
  return undefined
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
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end') break
    const {start} = scanner
    if (kind === 'close') {
      if (scanner.depth === 0) innerEnd = start
    } else if (scanner.name === 'rPh' || scanner.name === 'phoneticPr') {
      if (kind === 'open') scanner.skipElement()
      phonetic.push({start, end: scanner.end, text: ''})
    } else if (scanner.name === 't') {
      if (kind === 'empty') runs.push({text: '', start, end: scanner.end})
      else {
        const text = unescapeControls(scanner.text())
        scanner.next()
        runs.push({text, start, end: scanner.end})
      }
    }
  }
  return {runs, phonetic, innerStart, innerEnd, prefix}
}

/** The one stretch in which two texts differ. */
function findChange(from: string, to: string): {start: number; endOfFrom: number; endOfTo: number} {
  const shorter = Math.min(from.length, to.length)
  let start = 0
  while (start < shorter && from[start] === to[start]) start++
  let same = 0
  while (same < shorter - start && from[from.length - 1 - same] === to[to.length - 1 - same]) same++
  return {start, endOfFrom: from.length - same, endOfTo: to.length - same}
}
