import {unified, type Plugin} from 'unified'
import {VFile} from 'vfile'
import {defineRule, type Rule} from './define-rule.js'
import type {Severity} from './finding.js'
import {rangeOf} from './range-of.js'
import type {Part, SheetNode, WorkbookNode} from '../tree/nodes.js'
import {contains, parseRange} from '../workbook/address.js'
import {toPlainText} from '../workbook/plain-text.js'
import type {Range} from '../workbook/workbook.js'

type VFileMessage = VFile['messages'][number]

/** A unified plugin whose transformer looks at a recognised workbook. */
export type TargetPlugin = Plugin<[unknown?], WorkbookNode>

/**
 * Makes a rule of a plain unified plugin: its transformer gets the recognised workbook and a vfile, and each message it
 * adds becomes a finding (fatal `true` an error, `false` a warning, otherwise advice). Transformers must be synchronous.
 */
export function ruleOfPlugin(
  plugin: TargetPlugin,
  {id, url, options}: {id: string; url: string; options?: unknown}
): Rule {
  return defineRule<Record<string, unknown>>({
    id,
    url,
    group: 'notation',
    severity: 'warning',
    title: {zh: id, en: id},
    why: {zh: `插件“${url}”中的检查。`, en: `A check of the plugin "${url}".`},
    basis: [],
    options: {
      schema: (zod) => zod.record(zod.string(), zod.unknown()),
      default: (options ?? {}) as Record<string, unknown>
    },
    messages: {zh: {says: '{reason}'}, en: {says: '{reason}'}},
    examples: [],
    create: (context) => ({
      workbook(tree) {
        const file = new VFile({path: context.file})
        const given = Object.keys(context.options).length > 0 ? context.options : undefined
        try {
          unified().use(plugin, given).runSync(tree, file)
        } catch (error) {
          // `file.fail` adds its message before it throws.
          if (!file.messages.includes(error as VFileMessage)) throw error
        }
        for (const message of file.messages) {
          const range = rangeOfMessage(message)
          const node = sheetOfMessage(message, tree, range)
          if (!node) continue
          context.report({
            node,
            part: partAt(node, range),
            messageId: 'says',
            data: {reason: message.reason},
            severity: severityOf(message),
            ...(message.expected?.length && {expected: message.expected})
          })
        }
      }
    })
  })
}

function severityOf({fatal}: VFileMessage): Severity {
  return fatal === true ? 'error' : fatal === false ? 'warning' : 'info'
}

/** Line and column of a message are row and column of a cell. */
function rangeOfMessage({place}: VFileMessage): Range {
  if (!place) return {top: 1, left: 1, bottom: 1, right: 1}
  const {start, end} = 'start' in place ? place : {start: place, end: place}
  return {top: start.line, left: start.column, bottom: end.line, right: end.column}
}

/** The sheet a message is about: that of its node, else the first one with a form at its place. */
function sheetOfMessage(
  {ancestors, place}: VFileMessage,
  tree: WorkbookNode,
  range: Range
): SheetNode | undefined {
  const named = (ancestors ?? []) as unknown[]
  const holds = (node: object): boolean =>
    named.includes(node) ||
    ('position' in node && node.position === place) ||
    ('children' in node && (node.children as object[]).some(holds))
  return (
    tree.children.find((sheet) => named.includes(sheet)) ??
    tree.children.find(holds) ??
    tree.children.find((sheet) =>
      sheet.children.some((form) => {
        const area = parseRange(rangeOf(form))
        return area && contains(area, range.top, range.left)
      })
    ) ??
    tree.children[0]
  )
}

function partAt({sheet}: SheetNode, range: Range): Part {
  const cell = sheet.cells.find(({row, column}) => row === range.top && column === range.left)
  const text = cell?.text ?? ''
  return {text, plain: toPlainText(text), range, ...(cell && {cell})}
}
