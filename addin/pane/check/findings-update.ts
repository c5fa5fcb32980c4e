import type {Finding} from '../../../shared/lint/finding.js'

/** A list of findings for somebody who has the list before it: what stood there is a place in that list. */
export type FindingsUpdate = (number | Finding)[]

/** Leaves out what the receiver has: after one edit that is nearly everything. */
export function shorten(findings: Finding[], before: Finding[]): FindingsUpdate {
  const places = new Map(before.map((finding, at) => [finding, at]))
  const unknown = findings.filter((finding) => !places.has(finding))
  if (unknown.length === 0) return findings.map((finding) => places.get(finding) ?? finding)
  // A sheet that was checked again gives new objects that mostly say the same.
  const kept = new Set(findings)
  const placesByText = new Map(
    before.flatMap((finding, at) => (kept.has(finding) ? [] : [[JSON.stringify(finding), at] as const]))
  )
  return findings.map(
    (finding) => places.get(finding) ?? placesByText.get(JSON.stringify(finding)) ?? finding
  )
}

/** The whole list again; what stood in the list before is the same object. */
export function complete(update: FindingsUpdate, before: Finding[]): Finding[] {
  return update.flatMap((entry) => (typeof entry === 'number' ? (before[entry] ?? []) : entry))
}
