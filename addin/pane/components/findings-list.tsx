import {makeStyles, tokens} from '@fluentui/react-components'
import {defaultRangeExtractor, useVirtualizer} from '@tanstack/react-virtual'
import {useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement} from 'react'
import type {Finding} from '../../../shared/lint/finding.js'
import type {Row} from '../state/arrange-findings.js'
import {FindingRow} from './finding-row.js'
import type {FindingsView} from './findings-view.js'
import {GroupRow} from './group-row.js'
import {usePane, useSpeech} from './pane-context.js'

const useStyles = makeStyles({
  scroller: {
    flexGrow: 1,
    flexBasis: 0,
    minHeight: '120px',
    // WebView2 hides scroll bars that come and go.
    overflowY: 'scroll',
    overflowX: 'hidden',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    scrollbarWidth: 'thin'
  },
  sizer: {position: 'relative', width: '100%', margin: 0, padding: 0},
  item: {position: 'absolute', top: 0, left: 0, width: '100%', listStyleType: 'none'}
})

/**
 * The findings as one list, drawn only as far as it is seen. Up and down move, Enter goes to the cell and stays in the
 * list, Space opens the explanation, left and right fold.
 */
export function FindingsList({
  view,
  onIgnore
}: {
  view: FindingsView
  onIgnore: (finding: Finding) => void
}): ReactElement {
  const styles = useStyles()
  const {pane} = usePane()
  const {t} = useSpeech()
  const {rows} = view
  const scroller = useRef<HTMLDivElement>(null)
  const [openKey, setOpenKey] = useState<string>()
  const [current, setCurrent] = useState({key: '', index: 0})
  // A finding that went away hands its place to the one that took it.
  const found = rows.findIndex(({key}) => key === current.key)
  const at = found >= 0 ? found : Math.min(current.index, rows.length - 1)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? 36 : 58),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
    // The row with the keyboard stays drawn, or the keyboard would be lost.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      return at < 0 || drawn.includes(at) ? drawn : [...drawn, at].sort((a, b) => a - b)
    }
  })

  const keepFocus = useRef(false)
  const moving = useRef(false)
  // Before anything is painted and before the next key: keys are never faster than the list.
  useLayoutEffect(() => {
    // The row that had the keyboard was taken out of the page: its place gets it.
    const lost = keepFocus.current && document.activeElement === document.body
    if ((moving.current || lost) && focusRow(scroller.current, at)) moving.current = false
  })

  const moveTo = (index: number): void => {
    const target = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (!target) return
    const there = rows.indexOf(target)
    moving.current = true
    setCurrent({key: target.key, index: there})
    virtualizer.scrollToIndex(there)
  }
  const activate = (row: Row, index: number, how: 'go' | 'toggle'): void => {
    setCurrent({key: row.key, index})
    if (row.kind === 'group') {
      view.toggleGroup(row.key)
      return
    }
    const isOpen = openKey === row.key
    if (how === 'toggle') {
      setOpenKey(isOpen ? undefined : row.key)
      return
    }
    setOpenKey(row.key)
    // The host may take the keyboard; whoever has moved on meanwhile is left alone.
    void pane.goTo(row.finding).then(() => {
      if (document.activeElement === document.body) focusRow(scroller.current, index)
    })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target as HTMLElement).matches('[data-row]')) return
    const row = rows[at]
    const act = keys[event.key]
    if (!row || !act || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    if (act === 'next') moveTo(at + 1)
    else if (act === 'previous') moveTo(at - 1)
    else if (act === 'first') moveTo(0)
    else if (act === 'last') moveTo(rows.length - 1)
    else if (act === 'nextPage') moveTo(at + 8)
    else if (act === 'previousPage') moveTo(at - 8)
    else if (act === 'go' || act === 'toggle') activate(row, at, act)
    else if (act === 'open') {
      if (row.kind === 'finding') setOpenKey(row.key)
      else if (row.folded) view.toggleGroup(row.key)
    } else if (row.kind === 'finding' && openKey === row.key) setOpenKey(undefined)
    else if (row.kind === 'group') {
      if (!row.folded) view.toggleGroup(row.key)
    } else moveTo(rows.slice(0, at).findLastIndex(({kind}) => kind === 'group'))
  }

  return (
    <div ref={scroller} className={styles.scroller} data-list="findings">
      <ul
        className={styles.sizer}
        style={{height: virtualizer.getTotalSize()}}
        aria-label={t('findings')}
        aria-description={t('findingsHelp')}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          keepFocus.current = true
          const index = Number((event.target as HTMLElement).dataset.row ?? -1)
          const row = rows[index]
          if (row && row.key !== current.key) setCurrent({key: row.key, index})
        }}
        onBlur={(event) => {
          // Without a next element the row itself went away.
          if (event.relatedTarget) keepFocus.current = false
        }}
        onPointerDown={() => {
          keepFocus.current = true
        }}
      >
        {virtualizer.getVirtualItems().map(({index, key, start}) => {
          const row = rows[index]
          if (!row) return undefined
          const common = {index, focusable: index === at}
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className={styles.item}
              style={{transform: `translateY(${start}px)`}}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
            >
              {row.kind === 'group' ? (
                <GroupRow
                  {...common}
                  row={row}
                  grouping={view.grouping}
                  onToggle={() => activate(row, index, 'toggle')}
                />
              ) : (
                <FindingRow
                  {...common}
                  finding={row.finding}
                  grouping={view.grouping}
                  open={openKey === row.key}
                  onPress={() => activate(row, index, 'go')}
                  onIgnore={() => onIgnore(row.finding)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const keys: Record<
  string,
  'next' | 'previous' | 'first' | 'last' | 'nextPage' | 'previousPage' | 'go' | 'toggle' | 'open' | 'close'
> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'nextPage',
  PageUp: 'previousPage',
  Enter: 'go',
  ' ': 'toggle',
  ArrowRight: 'open',
  ArrowLeft: 'close'
}

/** Gives the keyboard back to the row of the list that last had it, once the page is drawn. */
export function focusList(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[data-list="findings"] [data-row][tabindex="0"]')?.focus()
  })
}

/** Returns whether the row is there to have the keyboard. */
function focusRow(scroller: HTMLElement | null, index: number): boolean {
  const row = scroller?.querySelector<HTMLElement>(`[data-row="${index}"]`)
  row?.focus({preventScroll: true})
  return row !== null && row !== undefined
}
