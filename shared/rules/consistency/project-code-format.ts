import {defineRule} from '../../lint/define-rule.js'
import {parseProjectCode, suggestProjectCodes} from '../../value/project-code.js'
import {sheet} from '../../workbook/sheet-literal.js'

export default defineRule({
  id: 'project-code-format',
  group: 'consistency',
  severity: 'warning',
  fix: 'suggestion',
  title: {zh: '项目编码位数或字符不对', en: 'Project code of the wrong length or characters'},
  why: {
    zh: '预算管理一体化的项目编码是 21 位：6 位区划、2 位年份、1 位类别字母、12 位顺序码。位数不对或混入不该有的字母，就查不到这个项目，请对照系统核对。',
    en: 'A project code of the integrated budget system has 21 characters: division (6), year (2), a category letter and 12 more. With another length or an impossible letter the project cannot be found; compare it with the system.'
  },
  basis: [
    '财办〔2020〕13号、财办〔2023〕12号：预算管理一体化规范，项目编码',
    'GB 32100-2015：代码字符集不含 I、O、S、V、Z'
  ],
  traps: {
    zh: '不以 8 位数字加字母开头的编码视为其他系统的编码，不报；字母检查只用于河北编码。',
    en: 'Codes that do not begin with eight digits and a letter belong to other systems and are left alone; letters are checked in Hebei codes only.'
  },
  messages: {
    zh: {
      length: '项目编码“{code}”有 {count} 位，应为 21 位。请对照系统核对，看是否漏录或多录。',
      charset:
        '项目编码“{code}”里的“{letters}”不会出现在这个位置（字母 I、O、S、V、Z 不使用）。请核对是否与数字 1、0、5、2 混淆。',
      change: '改为“{to}”'
    },
    en: {
      length: 'The project code "{code}" has {count} characters instead of 21. Compare it with the system.',
      charset:
        'The project code "{code}" holds "{letters}", which cannot stand there (I, O, S, V, Z are not used). Check for confusion with the digits 1, 0, 5, 2.',
      change: 'change to "{to}"'
    }
  },
  examples: [
    {
      wrong: sheet`
        1.公证工作经费绩效目标表
        项目编码 | 13060024P00H44E1010 | 项目名称 | 公证工作经费
        绩效目标 | 全年办理公证不少于300件。
      `,
      finds: ['B2']
    },
    {
      wrong: sheet`
        1.公证工作经费绩效目标表
        项目编码 | 13060024POOH44E101024 | 项目名称 | 公证工作经费
        绩效目标 | 全年办理公证不少于300件。
      `,
      finds: ['B2']
    },
    {
      right: sheet`
        1.公证工作经费绩效目标表
        项目编码 | 13060024P00H44E101024 | 项目名称 | 公证工作经费
        绩效目标 | 全年办理公证不少于300件。
      `
    },
    {
      right: sheet`
        1.公证工作经费绩效目标表
        项目编码 | 51000021R000000019951 | 项目名称 | 公证工作经费
        绩效目标 | 全年办理公证不少于300件。
      `
    },
    {
      right: sheet`
        1.公证工作经费绩效目标表
        项目编码 | XM-2024-015 | 项目名称 | 公证工作经费
        绩效目标 | 全年办理公证不少于300件。
      `
    }
  ],
  create: (context) => ({
    form(form) {
      const part = form.projectCode?.part
      if (!part) return
      const parsed = parseProjectCode(form.projectCode?.value ?? '')
      if (!parsed || parsed.problems.length === 0) return
      const {code, problems} = parsed
      if (problems.includes('format') || code.length < 17 || code.length > 25) return
      if (problems.includes('length')) {
        context.report({node: form, part, messageId: 'length', data: {code, count: code.length}})
      } else if (problems.includes('charset')) {
        const letters = [...new Set(code.slice(9).replace(/[^IOSVZ]/g, ''))].join('、')
        context.report({
          node: form,
          part,
          messageId: 'charset',
          data: {code, letters},
          suggest: suggestProjectCodes(code).map((to) => ({
            messageId: 'change',
            data: {to},
            edits: [{part, to: part.text.replace(code, to)}]
          }))
        })
      }
    }
  })
})
