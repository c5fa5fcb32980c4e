import type {PresetName} from '../lint/define-rule.js'
import {rules} from './index.js'
import {central2021} from './presets/central-2021.js'
import {guangdong} from './presets/guangdong.js'
import {hebei} from './presets/hebei.js'
import {ningxia} from './presets/ningxia.js'
import {listPreset, type Preset, type PresetDefinition} from './presets/preset.js'
import {recommended} from './presets/recommended.js'
import {sichuan} from './presets/sichuan.js'
import {strict} from './presets/strict.js'
import {teaching} from './presets/teaching.js'

export type {Preset, PresetEntry} from './presets/preset.js'

/** The presets as they are written: what each is for, and what it does differently and why. */
export const presetDefinitions: Record<PresetName, PresetDefinition> = {
  recommended,
  strict,
  teaching,
  hebei,
  guangdong,
  ningxia,
  sichuan,
  'central-2021': central2021
}

/** Bundles of rule settings, by name: each a table of every rule's severity. */
export const presets = Object.fromEntries(
  Object.entries(presetDefinitions).map(([name, definition]) => [
    name,
    Object.fromEntries(listPreset(definition, rules).map(({id, severity}) => [id, severity])) satisfies Preset
  ])
) as Record<PresetName, Preset>
