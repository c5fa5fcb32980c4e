import type {Locale} from '../../../shared/lint/finding.js'
import {rules} from '../../../shared/rules/index.js'

let loading: Promise<void> | undefined

/**
 * The build gives checks their messages in Chinese; those in English are loaded when they are wanted first. `undefined`
 * when there is nothing to wait for.
 */
export function loadMessages(locale: Locale): Promise<void> | undefined {
  const missing = rules.filter(({messages}) => !('en' in messages))
  if (locale !== 'en' || missing.length === 0) return undefined
  loading ??= import('./english-messages.js').then(({englishMessages}) => {
    for (const rule of missing) rule.messages.en = englishMessages.get(rule.id) ?? {}
  })
  return loading
}
