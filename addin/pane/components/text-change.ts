/** A text before and after, parted into what stays and what changes. */
export interface TextChange {
  start: string
  removed: string
  added: string
  end: string
}

/** Finds the one stretch in which two texts differ. Characters outside the basic plane stay whole. */
export function compareTexts(before: string, after: string): TextChange {
  const a = [...before]
  const b = [...after]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++
  const slice = (text: string[], from: number, to: number): string => text.slice(from, to).join('')
  return {
    start: slice(a, 0, start),
    removed: slice(a, start, a.length - end),
    added: slice(b, start, b.length - end),
    end: slice(a, a.length - end, a.length)
  }
}
