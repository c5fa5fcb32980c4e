/** What this computer remembers of its user, whatever the workbook. */
export type Preference = 'started' | 'locale' | 'text-size'

const prefix = 'jixiao-lint.'

/** `undefined` when nothing was remembered, or the host forbids storage. */
export function recall(preference: Preference): string | undefined {
  try {
    return window.localStorage.getItem(prefix + preference) ?? undefined
  } catch {
    return undefined
  }
}

/** Remembers as long as the host lets us. */
export function remember(preference: Preference, value: string): void {
  try {
    window.localStorage.setItem(prefix + preference, value)
  } catch {
    // Without storage the first screen comes again; nothing else depends on it.
  }
}
