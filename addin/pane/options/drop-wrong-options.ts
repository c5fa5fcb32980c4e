import type {DocumentSettings} from '../../../shared/lint/document-decisions.js'
import {rules} from '../../../shared/rules/index.js'
import {checkOptions} from './check-options.js'

/** Settings without the options that their rule does not accept, and the rules whose options were left out. */
export function dropWrongOptions(settings: DocumentSettings): {
  settings: DocumentSettings
  dropped: string[]
} {
  const dropped: string[] = []
  const table = Object.entries(settings.rules ?? {}).map(([id, entry]) => {
    const rule = rules.find((one) => one.id === id)
    if (!Array.isArray(entry) || !rule) return [id, entry] as const
    if (rule.options && checkOptions(rule, entry[1]).size === 0) return [id, entry] as const
    dropped.push(id)
    return [id, entry[0]] as const
  })
  return {settings: {...settings, rules: Object.fromEntries(table)}, dropped}
}
