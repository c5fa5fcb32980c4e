import {readFile} from 'node:fs/promises'
import {existsSync} from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Configuration} from '../../shared/lint/configuration.js'
import type {Rule} from '../../shared/lint/define-rule.js'
import {rules as builtInRules} from '../../shared/rules/index.js'
import {presets} from '../../shared/rules/presets.js'
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

const names = ['jixiao.config.json', 'jixiao.config.js', 'jixiao.config.mjs', 'jixiao.config.ts']

/** Loads the configuration: the file given, or the nearest one from `cwd` upwards. Throws {@link UsageError}. */
export async function loadConfiguration(options: {
  cwd: string
  file?: string
  none?: boolean
}): Promise<LoadedConfiguration> {
  const nothing = {configuration: {}, base: options.cwd, pluginRules: []}
  if (options.none) return nothing
  if (options.file !== undefined) {
    const file = path.resolve(options.cwd, options.file)
    if (!existsSync(file))
      throw new UsageError({
        zh: `找不到配置文件“${options.file}”。`,
        en: `The configuration file "${options.file}" does not exist.`
      })
    return check(file, await readInput(file))
  }
  for (let folder = path.resolve(options.cwd); ; folder = path.dirname(folder)) {
    const file = names.map((name) => path.join(folder, name)).find((candidate) => existsSync(candidate))
    if (file !== undefined) return check(file, await readInput(file))
    const manifest = path.join(folder, 'package.json')
    if (existsSync(manifest)) {
      const field = (parseJson(await readFile(manifest, 'utf8'), manifest) as {jixiao?: unknown}).jixiao
      if (field !== undefined) return check(manifest, field)
    }
    if (path.dirname(folder) === folder) return nothing
  }
}

async function readInput(file: string): Promise<unknown> {
  if (file.endsWith('.json')) return parseJson(await readFile(file, 'utf8'), file)
  return importDefault(file)
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

async function importDefault(file: string): Promise<unknown> {
  try {
    // The bundler must leave the address of a user's module alone.
    const module = (await import(/* webpackIgnore: true */ pathToFileURL(file).href)) as Record<
      string,
      unknown
    >
    return module.default ?? module
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const isTypeScript = file.endsWith('.ts') && /extension|strip|syntax|Unexpected/i.test(reason)
    throw new UsageError(
      isTypeScript
        ? {
            zh: `这个版本的 Node.js（${process.versions.node}）不能直接读取 TypeScript 配置“${file}”。请改用 .js 或 .json，或使用 Node.js 22.18 以上。`,
            en: `This Node.js (${process.versions.node}) cannot import the TypeScript configuration "${file}". Use .js or .json, or Node.js 22.18 or later.`
          }
        : {zh: `“${file}”读取失败：${reason}`, en: `"${file}" cannot be loaded: ${reason}`}
    )
  }
}

async function check(file: string, input: unknown): Promise<LoadedConfiguration> {
  const base = path.dirname(file)
  const pluginRules = await loadPlugins(input, base)
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

/** The rules of the modules that a configuration names under `plugins`. Throws {@link UsageError}. */
export async function loadPlugins(input: unknown, base: string): Promise<Rule[]> {
  const plugins = (input as {plugins?: unknown} | null)?.plugins
  if (!Array.isArray(plugins)) return []
  const loaded: Rule[] = []
  for (const plugin of plugins) {
    if (typeof plugin !== 'string') continue
    const exported = await importDefault(path.resolve(base, plugin))
    const list = Array.isArray(exported) ? exported : ((exported as {rules?: unknown}).rules ?? [exported])
    for (const rule of list as unknown[]) {
      if (!isRule(rule)) {
        throw new UsageError({
          zh: `插件“${plugin}”导出的不是规则。应导出一条规则、规则数组，或 {rules: [...]}。`,
          en: `The plugin "${plugin}" does not export rules. Export a rule, an array of rules, or {rules: [...]}.`
        })
      }
      loaded.push(rule)
    }
  }
  return loaded
}

function isRule(value: unknown): value is Rule {
  const rule = value as Partial<Rule> | null
  return (
    typeof rule === 'object' &&
    rule !== null &&
    typeof rule.id === 'string' &&
    typeof rule.create === 'function' &&
    typeof rule.messages === 'object'
  )
}
