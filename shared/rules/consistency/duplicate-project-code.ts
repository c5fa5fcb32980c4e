import {defineRule} from '../../lint/define-rule.js'
import type {Form} from '../../tree/nodes.js'
import {quoteText, toPlainText} from '../../workbook/plain-text.js'
import {sheet, workbook} from '../../workbook/sheet-literal.js'
import {plainProjectName} from '../support/plain-project-name.js'

export default defineRule({
  id: 'duplicate-project-code',
  group: 'consistency',
  severity: 'error',
  scope: 'workbook',
  title: {zh: '不同项目用了同一个编码', en: 'Two projects share one code'},
  why: {
    zh: '一个项目编码只对应一个项目。两个名称不同的项目用了同一个编码，必有一个录错，系统里会互相覆盖，请核对。',
    en: 'A project code belongs to one project. When two projects with different names share it, one is wrong and they overwrite each other in the system.'
  },
  basis: ['财办〔2020〕13号、财办〔2023〕12号：预算管理一体化规范，项目编码唯一'],
  traps: {
    zh: '同名项目重复出现（长期表和年度表、目标表和自评表）不报。',
    en: 'The same project in several forms (long-term and yearly, target and self-evaluation) is not reported.'
  },
  messages: {
    zh: {shared: '项目编码“{code}”同时用于“{name}”和“{other}”。一个编码只能对应一个项目，请核对。'},
    en: {
      shared:
        'The project code "{code}" is used for both "{name}" and "{other}". A code belongs to one project; check both.'
    }
  },
  examples: [
    {
      wrong: workbook({
        甲: sheet`
          1.普法经费绩效目标表
          项目编码 | 13060024P00H44E10103P | 项目名称 | 普法经费
          绩效目标 | 开展活动12场。
        `,
        乙: sheet`
          2.法律援助经费绩效目标表
          项目编码 | 13060024P00H44E10103P | 项目名称 | 法律援助经费
          绩效目标 | 办理案件180件。
        `
      }),
      finds: ['乙!B2']
    },
    {
      right: workbook({
        目标表: sheet`
          1.普法经费绩效目标表
          项目编码 | 13060024P00H44E10103P | 项目名称 | 普法经费
          绩效目标 | 开展活动12场。
        `,
        自评表: sheet`
          普法经费绩效自评表
          项目编码 | 13060024P00H44E10103P | 项目名称 | 普法经费
          绩效目标 | 开展活动12场。
        `
      })
    }
  ],
  create: (context) => {
    const first = new Map<string, {form: Form; sheet: string; name: string}>()
    return {
      form(form) {
        const part = form.projectCode?.part
        const name = plainProjectName(form)
        if (!part || !name) return
        const code = toPlainText(form.projectCode?.value ?? '').toUpperCase()
        // 00000000 and the like stand for a code that is still to come.
        if (code.length < 8 || isFiller(code)) return
        const before = first.get(code)
        if (!before) {
          first.set(code, {form, sheet: context.sheet.name, name})
          return
        }
        if (before.name === name || before.name.includes(name) || name.includes(before.name)) return
        const other = before.form.projectCode?.part
        context.report({
          node: form,
          part,
          messageId: 'shared',
          data: {
            code,
            name: quoteText(form.projectName?.value ?? ''),
            other: quoteText(before.form.projectName?.value ?? '')
          },
          related: other ? [{part: other, sheet: before.sheet}] : []
        })
      }
    }
  }
})

/** At most two different characters. */
function isFiller(code: string): boolean {
  const first = code.charAt(0)
  let second = first
  for (const character of code) {
    if (character === first || character === second) continue
    if (second !== first) return false
    second = character
  }
  return true
}
