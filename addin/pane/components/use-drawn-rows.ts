import {
  defaultRangeExtractor,
  measureElement,
  useVirtualizer,
  type Virtualizer
} from '@tanstack/react-virtual'
import type {RefObject} from 'react'
import type {Row} from '../state/arrange-findings.js'

/** Which rows are drawn, and where: those that are seen, a few around them, and the one that has the keyboard. */
export function useDrawnRows(
  rows: Row[],
  at: number,
  scroller: RefObject<HTMLDivElement>
): Virtualizer<HTMLDivElement, Element> {
  return useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? 36 : 58),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
    // While another page is open the rows have no height: the one they had still holds, or the list would lose its place.
    measureElement: (row, entry, list) =>
      measureElement(row, entry, list) || (list.measurementsCache[list.indexFromElement(row)]?.size ?? 0),
    // The row with the keyboard stays drawn, or the keyboard would be lost.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      return at < 0 || drawn.includes(at) ? drawn : [...drawn, at].sort((a, b) => a - b)
    }
  })
}
