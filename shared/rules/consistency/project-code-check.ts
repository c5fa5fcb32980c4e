import {defineRule} from '../../lint/define-rule.js'
import {computeHebeiCheck, parseProjectCode, suggestProjectCodes} from '../../value/project-code.js'
import {sheet} from '../../workbook/sheet-literal.js'

export default defineRule({
  id: 'project-code-check',
  group: 'consistency',
  severity: 'warning',
  fix: 'suggestion',
  title: {zh: '项目编码校验位不符', en: 'Check character of a project code does not match'},
  why: {
    zh: '河北项目编码的第 21 位由前 20 位算出。校验位不符，说明某一位录错或相邻两位录颠倒了，请对照系统逐位核对。',
    en: 'The 21st character of a Hebei project code follows from the first 20. If it does not match, one character is wrong or two neighbours are swapped; compare the code with the system.'
  },
  basis: ['由公开的河北项目编码推得：GB 32100-2015 字符集，权数 3 的幂，模 31；未见公开文件，故为警告'],
  traps: {
    zh: '只检查 13 开头、第 9 位为 P 的 21 位编码。',
    en: 'Only codes of 21 characters that begin with 13 and have P in place 9.'
  },
  messages: {
    zh: {
      check: '项目编码“{code}”的校验位应为“{expected}”，现在是“{found}”，可能有一位录错。请对照系统核对。',
      change: '改为“{to}”'
    },
    en: {
      check:
        'The check character of "{code}" should be "{expected}", not "{found}"; one character may be wrong. Compare it with the system.',
      change: 'change to "{to}"'
    }
  },
  examples: [
    {
      wrong: sheet`
        1.社区矫正经费绩效目标表
        项目编码 | 13028122P00306510001B | 项目名称 | 社区矫正经费
        绩效目标 | 全年走访社区矫正对象不少于600人次。
      `,
      finds: ['B2']
    },
    {
      wrong: sheet`
        1.社区矫正经费绩效目标表
        项目编码 | 13028122P00306150001A | 项目名称 | 社区矫正经费
        绩效目标 | 全年走访社区矫正对象不少于600人次。
      `,
      finds: ['B2']
    },
    {
      right: sheet`
        1.社区矫正经费绩效目标表
        项目编码 | 13028122P00306510001A | 项目名称 | 社区矫正经费
        绩效目标 | 全年走访社区矫正对象不少于600人次。
      `
    }
  ],
  create: (context) => ({
    form(form) {
      const part = form.projectCode?.part
      const parsed = form.projectCode && parseProjectCode(form.projectCode.value)
      if (!part || !parsed?.problems.includes('check')) return
      const {code} = parsed
      context.report({
        node: form,
        part,
        messageId: 'check',
        data: {code, expected: computeHebeiCheck(code) ?? '', found: code.slice(-1)},
        suggest: suggestProjectCodes(code).map((to) => ({
          messageId: 'change',
          data: {to},
          edits: [{part, to: part.text.replace(code, to)}]
        }))
      })
    }
  })
})
