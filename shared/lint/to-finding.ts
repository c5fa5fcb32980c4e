import type {Part, SheetNode, TargetNode, WorkbookNode} from '../tree/nodes.js'
import {formatAddress, formatRange} from '../workbook/address.js'
import {fillMessage, pick, type MessageData, type PartEdit, type Report, type Rule} from './define-rule.js'
import type {Edit, Finding, Fix, Locale, Severity} from './finding.js'
import {rangeOf} from './range-of.js'

const docs = 'docs/rules/'

/** Turns a rule's report into a finding in one language. Throws when the rule names a message or part it lacks. */
export function toFinding(
  rule: Rule,
  severity: Severity,
  report: Report,
  /** The sheet being walked; absent while the workbook as a whole is visited. */
  sheet: SheetNode | undefined,
  tree: WorkbookNode,
  locale: Locale
): Finding {
  const part = resolvePart(rule, report)
  const sheetName = sheetNameOf(report.node, sheet, tree)
  const fixes = toFixes(rule, report, sheetName, locale)
  const finding: Finding = {
    ruleId: rule.id,
    group: rule.group,
    severity: settle(rule.severity, severity, report.severity),
    messageId: report.messageId,
    message: renderMessage(rule, report.messageId, report.data, locale),
    sheet: sheetName,
    range: part ? formatRange(part.range) : rangeOf(report.node),
    basis: rule.basis,
    url: rule.url ?? pageUrl(rule.id, locale)
  }
  if (report.related?.length)
    finding.related = report.related.map(({part, sheet, note}) => ({
      sheet: sheet ?? sheetName,
      range: formatRange(part.range),
      ...(note ? {note} : {})
    }))
  if (part) finding.actual = part.text
  if (report.expected?.length) finding.expected = report.expected
  if (fixes.length > 0) finding.fixes = fixes
  return finding
}

const ranks: Record<Severity, number> = {info: 0, warning: 1, error: 2}

/**
 * Severity of a finding whose rule may have judged it milder or graver than usual. A rule that a setting lowers never
 * goes above the setting; one that a setting raises takes along what is not milder than usual.
 */
function settle(own: Severity, set: Severity, reported: Severity = own): Severity {
  if (ranks[set] < ranks[own]) return ranks[reported] < ranks[set] ? reported : set
  if (ranks[set] > ranks[own] && ranks[reported] >= ranks[own]) return set
  return reported
}

/** Relative address of a rule's page. */
export function pageUrl(id: string, locale: Locale): string {
  return `${docs}${id}${locale === 'en' ? '.en' : ''}.md`
}

/** The finding for a rule that threw: never a warning, whatever the rule's own severity. */
export function toCrash(
  rule: Rule,
  error: unknown,
  node: TargetNode,
  sheet: SheetNode,
  locale: Locale
): Finding {
  const reason = error instanceof Error ? error.message : String(error)
  const range = rangeOf(node)
  return {
    ruleId: 'internal/rule-crashed',
    group: 'internal',
    severity: 'error',
    messageId: 'crashed',
    message: pick(
      {
        zh: `规则 ${rule.id} 在检查 ${sheet.name}!${range} 时出错（${reason}），该规则的结果不完整。请把本文件和这条信息一并反馈，其他规则不受影响。`,
        en: `Rule ${rule.id} failed while checking ${sheet.name}!${range} (${reason}); its results are incomplete. Please report this together with the workbook; the other rules are not affected.`
      },
      locale
    ),
    sheet: sheet.name,
    range,
    actual: rule.id,
    basis: [],
    url: rule.url ?? pageUrl(rule.id, locale)
  }
}

function resolvePart(rule: Rule, report: Report): Part | undefined {
  if (report.part === undefined) return undefined
  if (typeof report.part !== 'string') return report.part
  const part = (report.node as unknown as Record<string, Part | undefined>)[report.part]
  if (!part?.range) throw new Error(`rule ${rule.id} reports the missing part ${report.part}`)
  return part
}

function sheetNameOf(node: TargetNode, sheet: SheetNode | undefined, tree: WorkbookNode): string {
  const owner =
    sheet ??
    tree.children.find(
      (candidate) =>
        candidate === node ||
        candidate.children.some((form) => form === node || form.children.includes(node as never))
    ) ??
    tree.children[0]
  return owner?.name ?? ''
}

function renderMessage(rule: Rule, messageId: string, data: MessageData | undefined, locale: Locale): string {
  const template = (locale === 'en' ? rule.messages.en : rule.messages.zh)[messageId]
  if (template === undefined) throw new Error(`rule ${rule.id} has no message ${messageId}`)
  return fillMessage(template, data)
}

function toFixes(rule: Rule, report: Report, sheetName: string, locale: Locale): Fix[] {
  const fixes: Fix[] = []
  if (report.fix) {
    const title =
      'fix' in rule.messages.zh
        ? renderMessage(rule, 'fix', report.data, locale)
        : pick({zh: '规范写法', en: 'Normalise the notation'}, locale)
    fixes.push({title, safe: true, edits: report.fix.map((edit) => toEdit(edit, sheetName))})
  }
  for (const {messageId, data, edits} of report.suggest ?? []) {
    fixes.push({
      title: renderMessage(rule, messageId, {...report.data, ...data}, locale),
      safe: false,
      edits: edits.map((edit) => toEdit(edit, sheetName))
    })
  }
  return fixes
}

function toEdit({part, to, sheet}: PartEdit, sheetName: string): Edit {
  return {
    sheet: sheet ?? sheetName,
    cell: formatAddress(part.range.top, part.range.left),
    from: part.cell?.text ?? part.text,
    to
  }
}
