import {formatAddress} from '../workbook/address.js'
import type {Workbook} from '../workbook/workbook.js'
import type {Bilingual} from './define-rule.js'
import {findNearest} from './nearest-word.js'
import {activate, type ActiveSuppression} from './suppressions.js'

/** A note that was meant as a suppression and cannot be one. */
export interface NoteProblem {
  sheet: string
  cell: string
  text: Bilingual
}

/**
 * Suppressions that people write into the notes of cells: a line `体检忽略 rule-id：理由` (several ids with 、 between,
 * or none for every rule). They hold for findings that begin in that cell. Without a reason they do not hold.
 */
export function readNoteSuppressions(
  workbook: Workbook,
  ruleIds: readonly string[]
): {suppressions: ActiveSuppression[]; problems: NoteProblem[]} {
  const suppressions: ActiveSuppression[] = []
  const problems: NoteProblem[] = []
  for (const {name: sheet, notes} of workbook.sheets) {
    for (const {row, column, text} of notes) {
      if (!text.includes('体检忽略')) continue
      const cell = formatAddress(row, column)
      const refuse = (zh: string, en: string): void => {
        problems.push({
          sheet,
          cell,
          text: {zh: `批注 ${sheet}!${cell} ${zh}`, en: `Note at ${sheet}!${cell} ${en}`}
        })
      }
      for (const {rules, reason} of readLines(text)) {
        if (reason === '') {
          refuse(
            '的“体检忽略”没有写理由，未生效。请写成“体检忽略 规则名：理由”。',
            'gives no reason for "体检忽略" and has no effect. Write "体检忽略 rule-id: reason".'
          )
          continue
        }
        for (const rule of rules.length > 0 ? rules : ['*']) {
          if (rule !== '*' && !ruleIds.includes(rule)) {
            const nearest = findNearest(rule, ruleIds)
            refuse(
              `要忽略的规则“${rule}”不存在，未生效。${nearest ? `是不是“${nearest}”？` : '请核对规则名。'}`,
              `suppresses the unknown rule "${rule}" and has no effect. ${nearest ? `Did you mean "${nearest}"?` : 'Check the id of the rule.'}`
            )
          } else suppressions.push(activate({rule, sheet, range: cell, reason}, 'note'))
        }
      }
    }
  }
  return {suppressions, problems}
}

function readLines(note: string): {rules: string[]; reason: string}[] {
  return note.split(/\r?\n/).flatMap((line) => {
    const match = /体检忽略\s*([^：:]*)(?:[：:]\s*(.*))?$/.exec(line.trim())
    if (!match) return []
    const rules = (match[1] ?? '').split(/[\s、，,；;]+/).filter((rule) => rule !== '' && rule !== '*')
    return [{rules, reason: (match[2] ?? '').trim()}]
  })
}
