import {pick, type PresetName} from '../../shared/lint/define-rule.js'
import type {Locale} from '../../shared/lint/finding.js'
import {say} from '../../shared/locale/texts.js'
import {rules as builtInRules} from '../../shared/rules/index.js'
import {presetDefinitions} from '../../shared/rules/presets.js'
import {listPreset} from '../../shared/rules/presets/preset.js'
import {settingsFor} from '../run/check-files.js'
import {findPreset} from '../run/find-preset.js'
import {loadConfiguration} from '../run/load-configuration.js'
import type {Console} from './console.js'

/** Prints the settings that hold for a file (or for any file), and where they come from. */
export async function printConfig(
  file: string | undefined,
  flags: {config?: string | false; preset?: string; locale?: Locale},
  console: Console
): Promise<number> {
  const loaded = await loadConfiguration({
    cwd: console.cwd,
    ...(typeof flags.config === 'string' && {file: flags.config}),
    none: flags.config === false
  })
  if (flags.preset !== undefined) loaded.configuration.preset = findPreset(flags.preset)
  const preset = loaded.configuration.preset ?? 'recommended'
  const locale = flags.locale ?? loaded.configuration.locale ?? 'zh-CN'
  const settings = settingsFor(file ?? 'x.xlsx', {cwd: console.cwd, loaded, locale})
  console.writeError(
    loaded.file === undefined
      ? say({zh: '没有配置文件，使用默认设置。\n', en: 'No configuration file; defaults are used.\n'}, locale)
      : say({zh: '配置文件：{file}\n', en: 'Configuration file: {file}\n'}, locale, {file: loaded.file})
  )
  const rules = Object.fromEntries(
    [...(settings.rules ?? [])].map(([id, {severity, options}]) => [
      id,
      options === undefined ? severity : [severity, options]
    ])
  )
  const {overrides = []} = settings
  console.write(
    JSON.stringify(
      {
        locale,
        year: settings.year,
        division: settings.division,
        failOn: loaded.configuration.failOn ?? 'error',
        preset,
        limits: loaded.configuration.limits,
        rules,
        ...explainPreset(preset, locale),
        ...(overrides.length > 0 && {overrides: loaded.configuration.overrides})
      },
      null,
      2
    ) + '\n'
  )
  return 0
}

/** Where the preset differs from the rules' own severities, and why. */
function explainPreset(
  preset: PresetName,
  locale: Locale
): {presetChanges?: Record<string, {own: string; severity: string; reason: string}>} {
  const changed = listPreset(presetDefinitions[preset], builtInRules).flatMap(
    ({id, own, severity, reason}) =>
      reason ? [[id, {own, severity, reason: pick(reason, locale)}] as const] : []
  )
  return changed.length > 0 ? {presetChanges: Object.fromEntries(changed)} : {}
}
