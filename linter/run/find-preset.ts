import type {PresetName} from '../../shared/lint/define-rule.js'
import {findNearest} from '../../shared/lint/nearest-word.js'
import {presets} from '../../shared/rules/presets.js'
import {UsageError} from './usage-error.js'

/** The preset of this name. Throws {@link UsageError} with the nearest name. */
export function findPreset(name: string): PresetName {
  const names = Object.keys(presets)
  if (names.includes(name)) return name as PresetName
  const nearest = findNearest(name, names)
  throw new UsageError({
    zh: `没有叫“${name}”的规则方案。${nearest ? `是不是“${nearest}”？` : `可用的有：${names.join('、')}`}`,
    en: `There is no preset "${name}". ${nearest ? `Did you mean "${nearest}"?` : `Known: ${names.join(', ')}`}`
  })
}
