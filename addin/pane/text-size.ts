import {recall, remember} from './preferences.js'

/** Sizes of the pane's letters, as shares of the usual one. */
export const textSizes = {usual: '100%', large: '125%', largest: '150%'} as const

export type TextSize = keyof typeof textSizes

/** The size that this computer remembers. */
export function recallTextSize(): TextSize {
  const kept = recall('text-size')
  return kept !== undefined && Object.hasOwn(textSizes, kept) ? (kept as TextSize) : 'usual'
}

/** Remembers a size and draws the pane in it: every letter is measured by that of the page. */
export function setTextSize(size: TextSize): void {
  remember('text-size', size)
  showTextSize(size)
}

/** Draws the pane in a size. */
export function showTextSize(size: TextSize): void {
  document.documentElement.style.fontSize = size === 'usual' ? '' : textSizes[size]
}
