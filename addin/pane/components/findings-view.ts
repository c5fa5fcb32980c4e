import {useMemo, useState} from 'react'
import type {Finding, Severity} from '../../../shared/lint/finding.js'
import {
  arrangeFindings,
  filterFindings,
  type Grouping,
  type Row,
  type View
} from '../state/arrange-findings.js'
import {useSpeech} from './pane-context.js'
import {titleOf} from './rule-titles.js'

export interface FindingsView extends View {
  rows: Row[]
  /** Findings that pass filter and search. */
  shown: Finding[]
  filtered: boolean
  setGrouping: (grouping: Grouping) => void
  setSearch: (search: string) => void
  toggleSeverity: (severity: Severity) => void
  toggleGroup: (key: string) => void
  clearFilter: () => void
}

/** How the user looks at the findings: grouping, filter, search, folded groups. */
export function useFindingsView(findings: Finding[]): FindingsView {
  const {pick} = useSpeech()
  const [grouping, setGrouping] = useState<Grouping>('sheet')
  const [search, setSearch] = useState('')
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set())
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const shown = useMemo(
    () => filterFindings(findings, {hidden, search}, (id) => pick(titleOf(id))),
    [findings, hidden, search, pick]
  )
  const rows = useMemo(() => arrangeFindings(shown, {grouping, folded}), [shown, grouping, folded])
  return {
    grouping,
    search,
    hidden,
    folded,
    rows,
    shown,
    filtered: search.trim() !== '' || hidden.size > 0,
    setGrouping,
    setSearch,
    toggleSeverity: (severity) => setHidden(toggled(hidden, severity)),
    toggleGroup: (key) => setFolded(toggled(folded, key)),
    clearFilter: () => {
      setSearch('')
      setHidden(new Set())
    }
  }
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const copy = new Set(set)
  if (!copy.delete(item)) copy.add(item)
  return copy
}
