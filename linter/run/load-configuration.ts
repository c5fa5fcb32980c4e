import {readFile} from 'node:fs/promises'
import {existsSync} from 'node:fs'
import path from 'node:path'
import type {Configuration} from '../../shared/lint/configuration.js'
import type {Rule} from '../../shared/lint/define-rule.js'
import {rules as builtInRules} from '../../shared/rules/index.js'
import {presets} from '../../shared/rules/presets.js'
import {importModule} from './import-module.js'
import {loadPlugins} from './load-plugins.js'
import {UsageError} from './usage-error.js'

export interface LoadedConfiguration {
  configuration: Configuration
  /** Where it was found; absent when there is none. */
  file?: string
  /** Folder that patterns in it are relative to. */
  base: string
  /** Rules of its plugins. */
  pluginRules: Rule[]
}

/** Names of configuration files, the first one that is there counts. */
export const configurationNames = [
  'jixiao.config.json',
  'jixiao.config.js',
  'jixiao.config.mjs',
  'jixiao.config.ts'
]

/** Loads the configuration: the file given, or the nearest one from `cwd` upwards. Throws {@link UsageError}. */
export async function loadConfiguration(options: {
  cwd: string
  file?: string
  none?: boolean
  /** Load modules as they are now, though they may have been loaded before. */
  fresh?: boolean
}): Promise<LoadedConfiguration> {
  const nothing = {configuration: {}, base: options.cwd, pluginRules: []}
  const {none, fresh = false} = options
  if (none) return nothing
  if (options.file !== undefined) {
    const file = path.resolve(options.cwd, options.file)
    if (!existsSync(file))
      throw new UsageError({
        zh: `找不到配置文件“${options.file}”。`,
        en: `The configuration file "${options.file}" does not exist.`
      })
    return check(file, await readInput(file, fresh), fresh)
  }
  for (let folder = path.resolve(options.cwd); ; folder = path.dirname(folder)) {
    const file = configurationNames
      .map((name) => path.join(folder, name))
      .find((candidate) => existsSync(candidate))
    if (file !== undefined) return check(file, await readInput(file, fresh), fresh)
    const manifest = path.join(folder, 'package.json')
    if (existsSync(manifest)) {
      const field = (parseJson(await readFile(manifest, 'utf8'), manifest) as {jixiao?: unknown}).jixiao
      if (field !== undefined) return check(manifest, field, fresh)
    }
    if (path.dirname(folder) === folder) return nothing
  }
}

async function readInput(file: string, fresh: boolean): Promise<unknown> {
  if (file.endsWith('.json')) return parseJson(await readFile(file, 'utf8'), file)
  const module = await importModule(file, fresh)
  return module.default ?? module
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError({
      zh: `配置文件“${file}”不是正确的 JSON：${reason}`,
      en: `The configuration file "${file}" is no valid JSON: ${reason}`
    })
  }
}

async function check(file: string, input: unknown, fresh: boolean): Promise<LoadedConfiguration> {
  const base = path.dirname(file)
  const pluginRules = await loadPlugins(input, base, fresh)
  const {validateConfiguration} = await import('../../shared/lint/validate-configuration.js')
  const {configuration, problems} = validateConfiguration(
    input,
    [...builtInRules, ...pluginRules],
    Object.keys(presets)
  )
  if (problems.length > 0) {
    const list = (locale: 'zh' | 'en'): string =>
      problems.map(({path: at, text}) => `  ${at || '.'}: ${text[locale]}`).join('\n')
    throw new UsageError({
      zh: `配置“${file}”有误：\n${list('zh')}`,
      en: `The configuration "${file}" has mistakes:\n${list('en')}`
    })
  }
  return {configuration, file, base, pluginRules}
}
