import {makeStyles, tokens} from '@fluentui/react-components'
import type {VirtualItem} from '@tanstack/react-virtual'
import {useRef, useState, type FocusEvent, type ReactElement} from 'react'
import type {Finding} from '../../../shared/lint/finding.js'
import type {Row} from '../state/arrange-findings.js'
import {FindingRow} from './finding-row.js'
import type {FindingsView} from './findings-view.js'
import {GroupRow} from './group-row.js'
import {useSpeech} from './pane-context.js'
import {useDrawnRows} from './use-drawn-rows.js'
import {useKeptFocus} from './use-kept-focus.js'
import {useListActions} from './use-list-actions.js'

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
  const {t} = useSpeech()
  const {rows} = view
  const scroller = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState({key: '', index: 0})
  // A finding that went away hands its place to the one that took it.
  const found = rows.findIndex(({key}) => key === current.key)
  const at = found >= 0 ? found : Math.min(current.index, rows.length - 1)
  const drawn = useDrawnRows(rows, at, scroller)
  const focus = useKeptFocus(scroller, at)
  const moveTo = (index: number, how: 'here' | 'follow'): void => {
    const row = rows[index]
    if (!row) return
    setCurrent({key: row.key, index})
    if (how === 'here') return
    focus.follow()
    drawn.scrollToIndex(index)
  }
  const {openKey, act, onKeyDown, reveal} = useListActions(view, at, scroller, moveTo)
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    focus.onFocus()
    const index = Number(event.target.dataset.row ?? -1)
    if (rows[index]?.key !== current.key) moveTo(index, 'here')
  }
  const drawRow = (row: Row, index: number): ReactElement => {
    const common = {index, focusable: index === at, grouping: view.grouping}
    return row.kind === 'group' ? (
      <GroupRow {...common} row={row} onToggle={() => act(row, index, 'toggle')} />
    ) : (
      <FindingRow
        {...common}
        finding={row.finding}
        open={openKey === row.key}
        onPress={() => act(row, index, 'go')}
        onOpened={(details) => reveal(row, details)}
        onIgnore={() => onIgnore(row.finding)}
      />
    )
  }
  const drawItem = ({index, key, start}: VirtualItem): ReactElement | undefined => {
    const row = rows[index]
    return (
      row && (
        <li
          key={key}
          ref={drawn.measureElement}
          data-index={index}
          className={styles.item}
          style={{transform: `translateY(${start}px)`}}
          aria-setsize={rows.length}
          aria-posinset={index + 1}
        >
          {drawRow(row, index)}
        </li>
      )
    )
  }
  return (
    <div ref={scroller} className={styles.scroller} data-list="findings">
      <ul
        className={styles.sizer}
        style={{height: drawn.getTotalSize()}}
        aria-label={t('findings')}
        aria-description={t('findingsHelp')}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={focus.onBlur}
        onPointerDown={focus.onPointerDown}
      >
        {drawn.getVirtualItems().map(drawItem)}
      </ul>
    </div>
  )
}

/** Gives the keyboard back to the row of the list that last had it, once the page is drawn. */
export function focusList(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[data-list="findings"] [data-row][tabindex="0"]')?.focus()
  })
}
