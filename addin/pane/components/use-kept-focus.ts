import {useLayoutEffect, useRef, type FocusEvent, type RefObject} from 'react'

export interface KeptFocus {
  /** The keyboard follows to the row `at` as soon as it is drawn. */
  follow: () => void
  onFocus: () => void
  onBlur: (event: FocusEvent) => void
  onPointerDown: () => void
}

/** Keeps the keyboard in a list whose rows come and go: on the row that was moved to, or that took the place of the last. */
export function useKeptFocus(scroller: RefObject<HTMLElement>, at: number): KeptFocus {
  const kept = useRef(false)
  const following = useRef(false)
  // Before anything is painted and before the next key: keys are never faster than the list.
  useLayoutEffect(() => {
    // The row that had the keyboard was taken out of the page: its place gets it.
    const lost = kept.current && document.activeElement === document.body
    if ((following.current || lost) && focusRow(scroller.current, at)) following.current = false
  })
  return {
    follow: () => {
      following.current = true
    },
    onFocus: () => {
      kept.current = true
    },
    onBlur: (event) => {
      // Without a next element the row itself went away.
      if (event.relatedTarget) kept.current = false
    },
    onPointerDown: () => {
      kept.current = true
    }
  }
}

/** Gives the keyboard to a row, where the list stands; whether the row is there to have it. */
export function focusRow(scroller: HTMLElement | null, index: number): boolean {
  const row = scroller?.querySelector<HTMLElement>(`[data-row="${index}"]`)
  row?.focus({preventScroll: true})
  return row !== null && row !== undefined
}
