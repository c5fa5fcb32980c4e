import type {Plugin} from 'unified'
import {lintRule} from 'unified-lint-rule'
import type {VFile} from 'vfile'
import {rules as builtInRules} from '../rules/index.js'
import type {WorkbookNode} from '../tree/nodes.js'
import {parseRange} from '../workbook/address.js'
import type {Rule} from './define-rule.js'
import type {Finding} from './finding.js'
import {lintTree} from './lint-workbook.js'
import {runRules} from './run-rules.js'
import type {LintSettings} from './settings.js'
import {pageUrl} from './to-finding.js'

/**
 * All rules as one unified plugin: `unified().use(lintTargets, settings)`. The tree is a recognised workbook
 * ({@link WorkbookNode}); findings become messages of the vfile (line = row, column = column number) whose
 * `finding` field holds the whole finding.
 */
export const lintTargets: Plugin<[LintSettings?], WorkbookNode> = function (settings = {}) {
  return (tree, file) => {
    for (const finding of lintTree(tree, {file: file.path, ...settings}).findings)
      addMessage(file, finding, tree)
  }
}

/** One rule as an ordinary unified-lint plugin; its severity is set as unified-lint-rule does: `['error', options]`. */
export function toUnifiedPlugin(rule: Rule) {
  return lintRule<WorkbookNode, unknown>(
    {origin: `jixiao:${rule.id}`, url: pageUrl(rule.id, 'zh-CN')},
    (tree, file, options) => {
      const {findings, crashed} = runRules(tree, [{rule, setting: {severity: rule.severity, options}}], {
        locale: 'zh-CN',
        file: file.path
      })
      if (crashed) throw new Error(findings.find((finding) => finding.group === 'internal')?.message)
      for (const finding of findings) addMessage(file, finding, tree)
    }
  )
}

/** Every built-in rule as a unified plugin, by id. */
export function unifiedPlugins(): Record<string, ReturnType<typeof toUnifiedPlugin>> {
  return Object.fromEntries(builtInRules.map((rule) => [rule.id, toUnifiedPlugin(rule)]))
}

function addMessage(file: VFile, finding: Finding, tree: WorkbookNode): void {
  const sheet = tree.children.find(({name}) => name === finding.sheet)
  const range = parseRange(finding.range)
  const message = file.message(finding.message, {
    ruleId: finding.ruleId,
    source: 'jixiao',
    // Line and column are the same on every sheet; the ancestors say which one is meant.
    ancestors: sheet ? [tree, sheet] : [tree],
    ...(range && {
      place: {
        start: {line: range.top, column: range.left},
        end: {line: range.bottom, column: range.right}
      }
    })
  })
  message.fatal = finding.severity === 'error' ? true : finding.severity === 'warning' ? false : undefined
  message.url = finding.url
  message.actual = finding.actual
  message.expected = finding.expected
  Object.assign(message, {finding})
}
