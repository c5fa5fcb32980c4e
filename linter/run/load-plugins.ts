import {existsSync} from 'node:fs'
import nodeModule from 'node:module'
import path from 'node:path'
import {defineRule, type Rule} from '../../shared/lint/define-rule.js'
import type {TargetPlugin} from '../../shared/lint/rule-of-plugin.js'
import {findRuleProblems} from '../../shared/lint/validate-rule.js'
import {rules as builtInRules} from '../../shared/rules/index.js'
import {quoteText} from '../../shared/workbook/plain-text.js'
import {sheet, workbook} from '../../shared/workbook/sheet-literal.js'
import {importModule} from './import-module.js'
import {UsageError} from './usage-error.js'

/** What a module gets that exports its rules as a function; it needs no package of ours then. */
export const ruleKit = {defineRule, sheet, workbook, quoteText}

/**
 * Loads the rules of the modules that a configuration names under `plugins`: rules made with defineRule (the default export, an array, or `rules`, which may be
 * a function of {@link ruleKit}), and plain unified plugins or transformers (functions); `fresh` as for importModule. Throws {@link UsageError}.
 */
export async function loadPlugins(configuration: unknown, base: string, fresh = false): Promise<Rule[]> {
  const plugins = (configuration as {plugins?: unknown} | null)?.plugins
  if (!Array.isArray(plugins)) return []
  const loaded: Rule[] = []
  for (const plugin of plugins) {
    if (typeof plugin !== 'string') continue
    for (const rule of await loadPlugin(plugin, base, fresh)) {
      if ([...builtInRules, ...loaded].some(({id}) => id === rule.id)) {
        throw new UsageError({
          zh: `插件“${plugin}”的规则“${rule.id}”与已有规则同名。请换一个名称，例如“机构/${rule.id}”。`,
          en: `The rule "${rule.id}" of the plugin "${plugin}" exists already. Choose another name, such as "office/${rule.id}".`
        })
      }
      loaded.push(rule)
    }
  }
  return loaded
}

async function loadPlugin(plugin: string, base: string, fresh: boolean): Promise<Rule[]> {
  const module = await importModule(locate(plugin, base), fresh)
  const exported = listExports(module)
  if (exported.length === 0) throw notRules(plugin)
  const rules: Rule[] = []
  for (const item of exported) {
    const [value, options] = Array.isArray(item) ? (item as unknown[]) : [item]
    if (typeof value === 'function') {
      const {ruleOfPlugin} = await import('../../shared/lint/rule-of-plugin.js')
      const id = nameOf(value, plugin)
      rules.push(ruleOfPlugin(toPlugin(value), {id, url: plugin, options}))
      continue
    }
    const problems = findRuleProblems(value)
    if (problems.length > 0) {
      const {id = '?'} = Object(value) as {id?: string}
      throw new UsageError({
        zh: `插件“${plugin}”中的规则“${id}”有误：${problems.map(({zh}) => zh).join('；')}。`,
        en: `The rule "${id}" of the plugin "${plugin}" has mistakes: ${problems.map(({en}) => en).join('; ')}.`
      })
    }
    rules.push({url: plugin, ...(value as Rule)})
  }
  return rules
}

/** A file beside the configuration, or a package that is installed there. */
function locate(plugin: string, base: string): string {
  const file = path.resolve(base, plugin)
  if (existsSync(file)) return file
  try {
    return nodeModule.createRequire(path.join(base, 'configuration')).resolve(plugin)
  } catch {
    throw new UsageError({
      zh: `找不到插件“${plugin}”。请写相对于配置文件的路径，例如“./rules.mjs”，或者已安装的包名。`,
      en: `The plugin "${plugin}" does not exist. Give a path from the configuration file, such as "./rules.mjs", or the name of an installed package.`
    })
  }
}

function listExports(module: Record<string, unknown>): unknown[] {
  const source = (module.default ?? module) as Record<string, unknown> | unknown[]
  if (Array.isArray(source) || typeof source === 'function') return [source].flat()
  if (!('rules' in source) && !('plugins' in source)) return Object.keys(source).length > 0 ? [source] : []
  const {rules = [], plugins = []} = source as {rules?: unknown; plugins?: unknown}
  const made: unknown =
    typeof rules === 'function' ? (rules as (kit: typeof ruleKit) => unknown)(ruleKit) : rules
  return [...[made].flat(), ...(Array.isArray(plugins) ? (plugins as unknown[]) : [plugins])]
}

/** A function of two arguments or more is a transformer, not something that gives one. */
function toPlugin(value: unknown): TargetPlugin {
  const call = value as TargetPlugin
  if (call.length < 2) return call
  return (() => call) as unknown as TargetPlugin
}

/** `office:rule-name`, as unified-lint-rule names its plugins, becomes `office/rule-name`. */
function nameOf(value: unknown, plugin: string): string {
  const {name} = value as {name: string}
  return name && name !== 'default' ? name.replace(/:/g, '/') : path.basename(plugin).replace(/\.\w+$/, '')
}

function notRules(plugin: string): UsageError {
  return new UsageError({
    zh: `插件“${plugin}”没有导出规则。应导出一条规则、规则数组、{rules: [...]}，或者 unified 插件。`,
    en: `The plugin "${plugin}" does not export rules. Export a rule, an array of rules, {rules: [...]}, or a unified plugin.`
  })
}
