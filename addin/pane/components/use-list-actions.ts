import {useRef, useState, type KeyboardEvent, type RefObject} from 'react'
import type {Row} from '../state/arrange-findings.js'
import type {FindingsView} from './findings-view.js'
import {rowActions, rowByKey, type RowAction} from './list-keys.js'
import {usePane} from './pane-context.js'
import {focusRow} from './use-kept-focus.js'

export interface ListActions {
  /** The finding whose explanation is open. */
  openKey: string | undefined
  /** Carries out what a key or a press asks of a row. */
  act: (row: Row, index: number, action: RowAction) => void
  onKeyDown: (event: KeyboardEvent) => void
  /** Brings an explanation that was just opened into sight, with its row. */
  reveal: (row: Row, details: HTMLElement) => void
}

/** What can be done with the rows of the list: open, close, fold, go to the cell, move. */
export function useListActions(
  view: FindingsView,
  at: number,
  scroller: RefObject<HTMLElement>,
  moveTo: (index: number, how: 'here' | 'follow') => void
): ListActions {
  const {pane} = usePane()
  const {rows} = view
  const [openKey, setOpenKey] = useState<string>()
  const toReveal = useRef<string>()

  const actOnGroup = (row: Extract<Row, {kind: 'group'}>, action: RowAction): void => {
    const isWanted = action === 'open' ? row.folded : action !== 'close' || !row.folded
    if (isWanted) view.toggleGroup(row.key)
  }
  const actOnFinding = (row: Extract<Row, {kind: 'finding'}>, index: number, action: RowAction): void => {
    const isOpen = openKey === row.key
    if (action === 'close' && !isOpen) {
      moveTo(
        rows.slice(0, index).findLastIndex(({kind}) => kind === 'group'),
        'follow'
      )
      return
    }
    const isLeftOpen = action !== 'close' && !(action === 'toggle' && isOpen)
    setOpenKey(isLeftOpen ? row.key : undefined)
    if (isLeftOpen && !isOpen) toReveal.current = row.key
    if (action !== 'go') return
    // The host may take the keyboard; whoever has moved on meanwhile is left alone.
    void pane.goTo(row.finding).then(() => {
      if (document.activeElement === document.body) focusRow(scroller.current, index)
    })
  }
  const act: ListActions['act'] = (row, index, action) => {
    if (action === 'go' || action === 'toggle') moveTo(index, 'here')
    if (row.kind === 'group') actOnGroup(row, action)
    else actOnFinding(row, index, action)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target as HTMLElement).matches('[data-row]')) return
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const row = rows[at]
    const target = rowByKey(event.key, at, rows.length)
    const action = rowActions[event.key]
    if (!row || (target === undefined && !action)) return
    event.preventDefault()
    if (target !== undefined) moveTo(target, 'follow')
    else if (action) act(row, at, action)
  }
  const reveal = (row: Row, details: HTMLElement): void => {
    // Drawn again after scrolling past, it stays where the user scrolled to.
    if (toReveal.current !== row.key) return
    toReveal.current = undefined
    details.closest('li')?.scrollIntoView({block: 'nearest'})
  }
  return {openKey, act, onKeyDown, reveal}
}
