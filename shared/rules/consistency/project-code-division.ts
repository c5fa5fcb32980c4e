import {defineRule} from '../../lint/define-rule.js'
import type {Form} from '../../tree/nodes.js'
import {parseProjectCode} from '../../value/project-code.js'
import {isDivision} from '../../vocabulary/divisions.js'
import {sheet, workbook} from '../../workbook/sheet-literal.js'

export default defineRule({
  id: 'project-code-division',
  group: 'consistency',
  severity: 'warning',
  scope: 'workbook',
  title: {zh: '项目编码的区划代码有疑问', en: 'Division of a project code is doubtful'},
  why: {
    zh: '项目编码前 6 位是行政区划代码。查不到这个代码，或者与同一份材料里其他项目不一致，多半是录错了，请对照系统核对。',
    en: 'The first six digits of a project code are the division code. If it does not exist, or differs from the other projects of the same workbook, it was probably mistyped.'
  },
  basis: ['GB/T 2260：中华人民共和国行政区划代码', '财办〔2023〕12号：预算管理一体化规范，项目编码'],
  traps: {
    zh: '省、市级代码用于共用项目，不报；开发区等不在国标内的代码只提示；只有一个项目时不作比较。',
    en: 'Codes of the province or city are used for shared projects and not reported; codes outside the standard (development zones) give a hint; a single project is not compared.'
  },
  messages: {
    zh: {
      different: '项目编码“{code}”的区划代码是 {found}，同一工作簿其他项目都是 {expected}。请核对是否录错。',
      unknown: '项目编码“{code}”的区划代码 {found} 不在国家行政区划代码表里。如不是开发区等专用代码，请核对。'
    },
    en: {
      different:
        'The division of "{code}" is {found}, but the other projects of the workbook have {expected}. Check for a typing error.',
      unknown:
        'The division {found} of "{code}" is not in the national list. Unless it is the code of a development zone, check it.'
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
          项目编码 | 13060024P00H44E101024 | 项目名称 | 法律援助经费
          绩效目标 | 办理案件180件。
        `,
        丙: sheet`
          3.社区矫正经费绩效目标表
          项目编码 | 51112124T000002075487 | 项目名称 | 社区矫正经费
          绩效目标 | 走访600人次。
        `
      }),
      finds: ['丙!B2']
    },
    {
      right: workbook({
        甲: sheet`
          1.普法经费绩效目标表
          项目编码 | 51092324T000010263357 | 项目名称 | 普法经费
          绩效目标 | 开展活动12场。
        `,
        乙: sheet`
          2.人员经费绩效目标表
          项目编码 | 51000021R000000019951 | 项目名称 | 人员经费
          绩效目标 | 保障在职人员32人。
        `,
        丙: sheet`
          3.法律援助经费绩效目标表
          项目编码 | 51092324T000010263358 | 项目名称 | 法律援助经费
          绩效目标 | 办理案件180件。
        `
      })
    }
  ],
  create: (context) => {
    const codes: {form: Form; code: string; division: string; sheet: string}[] = []
    return {
      form(form) {
        const parsed = form.projectCode && parseProjectCode(form.projectCode.value)
        if (!parsed || parsed.scheme === 'unknown' || parsed.problems.includes('length')) return
        codes.push({form, code: parsed.code, division: parsed.division, sheet: context.sheet.name})
      },
      'workbook:exit'() {
        const counts = new Map<string, number>()
        for (const {division} of codes) counts.set(division, (counts.get(division) ?? 0) + 1)
        const usual = [...counts].sort((a, b) => b[1] - a[1])[0]
        for (const {form, code, division} of codes) {
          const part = form.projectCode?.part
          if (!part) continue
          const isUsual =
            usual && usual[1] >= 2 && usual[0] !== division && usual[1] > (counts.get(division) ?? 0)
          if (isUsual && !isParent(division, usual[0]) && !isParent(usual[0], division)) {
            context.report({
              node: form,
              part,
              messageId: 'different',
              data: {code, found: division, expected: usual[0]}
            })
          } else if (!isDivision(division)) {
            context.report({
              node: form,
              part,
              messageId: 'unknown',
              severity: 'info',
              data: {code, found: division}
            })
          }
        }
      }
    }
  }
})

/** Whether a division code is the province or city above another. */
function isParent(code: string, of: string): boolean {
  return (
    (code.endsWith('0000') && of.startsWith(code.slice(0, 2))) ||
    (code.endsWith('00') && of.startsWith(code.slice(0, 4)))
  )
}
