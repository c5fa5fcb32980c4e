import path from 'node:path'
import type {FileResult} from '../linter/run/result.js'
import {contains, parseRange} from '../shared/workbook/address.js'

export interface Labels {
  files: {file: string; noisy?: boolean}[]
  labels: {file: string; sheet: string; cell: string; kind: string; severity: string; certain: boolean}[]
}

export interface Share {
  found: number
  of: number
}

export interface Score {
  recall: Share
  errorRecall: Share
  confirmed: Share
  confirmedErrors: Share
  kinds: [string, Share][]
  rules: [string, Share][]
  unconfirmed: string[]
}

/** Kinds of remarks that need a person or another document. */
const outOfScope = new Set(
  (
    'grammar missing-word truncated-text layout-shifted garbled-text foreign-word redundant-words basis-name-error ' +
    'inconsistent-term contradiction logic-error name-content-mismatch copied-from-elsewhere purpose-project-mismatch ' +
    'unsorted-indicators personal-data missing-core-indicator indicator-not-project-core weak-basis cross-check ' +
    'arithmetic-check missing-punctuation'
  ).split(' ')
)

/**
 * Compares findings with hand-made labels. A label is found when a finding, or one of its related ranges, covers its
 * cell; a finding of error or warning is confirmed when any label stands on one of its cells.
 */
export function scoreFindings({files, labels}: Labels, results: FileResult[]): Score {
  const noisy = new Set(files.filter((file) => file.noisy).map(({file}) => file))
  const findings = results.flatMap(({file, findings}) =>
    findings
      .filter(({suppressed}) => !suppressed)
      .map((finding) => ({
        finding,
        file: path.basename(file),
        places: [{sheet: finding.sheet, range: finding.range}, ...(finding.related ?? [])],
        confirmed: false
      }))
  )
  const kinds = new Map<string, Share>()
  const recall: Share = {found: 0, of: 0}
  const errorRecall: Share = {found: 0, of: 0}
  for (const label of labels) {
    const cell = parseRange(label.cell)
    const hits = findings.filter(
      ({file, places}) =>
        file === label.file &&
        places.some(({sheet, range}) => {
          const area = parseRange(range)
          return sheet === label.sheet && area && cell && contains(area, cell.top, cell.left)
        })
    )
    for (const hit of hits) hit.confirmed = true
    if (!label.certain || noisy.has(label.file) || outOfScope.has(label.kind)) continue
    const found = hits.length > 0
    for (const share of [
      recall,
      ...(label.severity === 'error' ? [errorRecall] : []),
      shareOf(kinds, label.kind)
    ])
      count(share, found)
  }
  const rules = new Map<string, Share>()
  const confirmed: Share = {found: 0, of: 0}
  const confirmedErrors: Share = {found: 0, of: 0}
  const unconfirmed: string[] = []
  for (const {finding, file, confirmed: isConfirmed} of findings) {
    if (finding.severity === 'info' || noisy.has(file)) continue
    for (const share of [
      confirmed,
      ...(finding.severity === 'error' ? [confirmedErrors] : []),
      shareOf(rules, finding.ruleId)
    ])
      count(share, isConfirmed)
    if (!isConfirmed)
      unconfirmed.push(
        `${file} ${finding.sheet}!${finding.range} ${finding.ruleId} [${finding.severity}] ${finding.message}`
      )
  }
  const bySize = (map: Map<string, Share>): [string, Share][] => [...map].sort((a, b) => b[1].of - a[1].of)
  return {
    recall,
    errorRecall,
    confirmed,
    confirmedErrors,
    kinds: bySize(kinds),
    rules: bySize(rules),
    unconfirmed
  }
}

function shareOf(map: Map<string, Share>, key: string): Share {
  let share = map.get(key)
  if (!share) map.set(key, (share = {found: 0, of: 0}))
  return share
}

function count(share: Share, found: boolean): void {
  share.of++
  if (found) share.found++
}
