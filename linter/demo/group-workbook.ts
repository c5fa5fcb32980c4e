import type {Rule} from '../../shared/lint/define-rule.js'
import type {Locale, RuleGroup} from '../../shared/lint/finding.js'
import {groupNames, say, severityNames} from '../../shared/locale/texts.js'
import type {Sheet, Workbook} from '../../shared/workbook/workbook.js'
import {SheetDraft} from '../write/sheet-draft.js'
import type {SheetLook} from '../write/sheet-look.js'
import {drawRuleSheet, indexName, sheetNameOf} from './rule-sheet.js'

/** A workbook about the rules of one group: a list, then one sheet a rule with wrong and right side by side. */
export function makeGroupWorkbook(
  group: RuleGroup,
  rules: Rule[],
  locale: Locale
): {workbook: Workbook; looks: Record<string, SheetLook>} {
  const drafts = [drawIndex(group, rules, locale), ...rules.map((rule) => drawRuleSheet(rule, locale))]
  return assemble(drafts)
}

/** Finishes drafts into a workbook and the looks of its sheets. */
export function assemble(drafts: SheetDraft[]): {workbook: Workbook; looks: Record<string, SheetLook>} {
  const sheets: Sheet[] = []
  const looks: Record<string, SheetLook> = {}
  for (const draft of drafts) {
    const {sheet, look} = draft.finish()
    sheets.push(sheet)
    looks[sheet.name] = look
  }
  return {workbook: {format: 'literal', date1904: false, sheets, warnings: []}, looks}
}

function drawIndex(group: RuleGroup, rules: Rule[], locale: Locale): SheetDraft {
  const draft = new SheetDraft(indexName(locale))
  for (const [index, width] of [34, 46, 12].entries()) draft.setWidth(index + 1, width)
  draft.put(
    1,
    1,
    say({zh: '常见错误：{group}', en: 'Common mistakes: {group}'}, locale, {
      group: say(groupNames[group], locale)
    }),
    'title',
    3
  )
  draft.put(
    2,
    1,
    say(
      {
        zh: '每条规则一张表：左边是错的，红色的单元格有问题，旁边写着为什么、怎么改；右边是对的。单位和数字都是虚构的。',
        en: 'One sheet a rule: wrong on the left, with the reason beside the red cells; right on the right. Units and figures are invented.'
      },
      locale
    ),
    'note',
    3
  )
  const headings = [
    {zh: '规则', en: 'Rule'},
    {zh: '说明', en: 'About'},
    {zh: '级别', en: 'Severity'}
  ]
  headings.forEach((heading, index) => draft.put(4, index + 1, say(heading, locale), 'heading'))
  rules.forEach((rule, index) => {
    const row = 5 + index
    draft.put(row, 1, rule.id, 'cell-link')
    draft.link(row, 1, sheetNameOf(rule, locale))
    draft.put(row, 2, say(rule.title, locale), 'cell')
    draft.put(row, 3, say(severityNames[rule.severity], locale), 'cell')
  })
  draft.frozenRows = 4
  return draft
}
