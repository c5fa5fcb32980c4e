/** Rows that a page key passes over. */
const page = 8

/** The row that a key leads to from row `at` of `count`, within the list; `undefined` for keys that lead nowhere. */
export function rowByKey(key: string, at: number, count: number): number | undefined {
  const targets: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: count - 1,
    PageDown: at + page,
    PageUp: at - page
  }
  const target = targets[key]
  return target === undefined ? undefined : Math.max(0, Math.min(count - 1, target))
}

export type RowAction = 'go' | 'toggle' | 'open' | 'close'

/** What a key does with the row that has the keyboard. */
export const rowActions: Partial<Record<string, RowAction>> = {
  Enter: 'go',
  ' ': 'toggle',
  ArrowRight: 'open',
  ArrowLeft: 'close'
}
