import {createContext, useCallback, useContext, useSyncExternalStore} from 'react'
import type {Bilingual} from '../../../shared/lint/define-rule.js'
import type {Locale} from '../../../shared/lint/finding.js'
import {say} from '../../../shared/locale/texts.js'
import type {PaneState} from '../state/pane-state.js'
import type {Pane} from '../state/pane.js'
import {texts, type TextKey} from '../texts.js'

export type Page =
  | {name: 'findings'}
  | {name: 'settings'}
  | {name: 'learn'; rule?: string}
  | {name: 'ignored'}
  | {name: 'limits'}

export interface PaneContextValue {
  pane: Pane
  page: Page
  open: (page: Page) => void
}

export const PaneContext = createContext<PaneContextValue | undefined>(undefined)

/** The pane that the components belong to, and where in it the user is. */
export function usePane(): PaneContextValue {
  const value = useContext(PaneContext)
  if (!value) throw new Error('components of the pane need its context')
  return value
}

/** What a component shows of the state; it is drawn again when that changes. */
export function usePaneState<T>(select: (state: PaneState) => T): T {
  const {store} = usePane().pane
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}

export interface Speech {
  locale: Locale
  /** A text of the pane in the user's language. */
  t: (key: TextKey, data?: Record<string, string | number>) => string
  /** A text of somebody else in the user's language. */
  pick: (text: Bilingual, data?: Record<string, string | number>) => string
}

/** Speaks the user's language. */
export function useSpeech(): Speech {
  const locale = usePaneState((state) => state.locale)
  const t = useCallback<Speech['t']>((key, data) => say(texts[key], locale, data), [locale])
  const pick = useCallback<Speech['pick']>((text, data) => say(text, locale, data), [locale])
  return {locale, t, pick}
}
