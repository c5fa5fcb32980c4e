import type {Capabilities} from '../workbook-host.js'

/** The highest set ExcelApi 1.n of this edition, as n; asked once. Every edition has at least 1.1. */
export function probeLevel(isSupported: (version: string) => boolean): number {
  let level = 1
  // Sets are cumulative; no edition skips one.
  while (level < 99 && isSupported(`1.${level + 1}`)) level++
  return level
}

/** The first ExcelApi set, 1.n, that has what a capability needs. */
const neededLevel = {
  hidden: 2,
  documentState: 5,
  highlight: 6,
  changeEvents: 9,
  comments: 10,
  merges: 13,
  notes: 18,
  nativeUndo: 19
} as const satisfies Record<keyof Capabilities, number>

/** What an edition of this level can do, through a copy of office.js that may be older than the edition. */
export function capabilitiesOf(level: number, libraryHasNotes: boolean): Capabilities {
  const has = (capability: keyof Capabilities): boolean => level >= neededLevel[capability]
  return {
    documentState: has('documentState'),
    highlight: has('highlight'),
    changeEvents: has('changeEvents'),
    hidden: has('hidden'),
    comments: has('comments'),
    merges: has('merges'),
    notes: has('notes') && libraryHasNotes,
    nativeUndo: has('nativeUndo')
  }
}
