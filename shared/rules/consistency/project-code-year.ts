import {defineRule} from '../../lint/define-rule.js'
import {parseProjectCode} from '../../value/project-code.js'
import {sheet} from '../../workbook/sheet-literal.js'

export default defineRule({
  id: 'project-code-year',
  group: 'consistency',
  severity: 'warning',
  title: {zh: '项目编码年份晚于预算年度', en: 'Project code is younger than the fiscal year'},
  why: {
    zh: '项目编码第 7、8 位是项目入库的年份，可以早于预算年度（跨年项目），但不会晚于预算年度。请核对编码和表的年度。',
    en: 'Places 7 and 8 of a project code give the year in which the project entered the library. It may be earlier than the fiscal year, but not later. Check the code and the year of the form.'
  },
  basis: ['财办〔2020〕13号、财办〔2023〕12号：预算管理一体化规范，项目编码'],
  traps: {
    zh: '年度只能从编码本身得知时不报；晚一年的只提示。',
    en: 'Silent when the year is known from the code alone; one year later gives a hint only.'
  },
  messages: {
    zh: {later: '项目编码“{code}”的年份是 {found} 年，晚于这张表的年度 {year} 年。请核对编码或表的年度。'},
    en: {
      later:
        'The project code "{code}" carries the year {found}, later than the year {year} of the form. Check the code or the year.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2022年度部门项目支出预算绩效目标表
        项目编码 | 13060024P00H44E10103P | 项目名称 | 矛盾纠纷化解经费
        绩效目标 | 化解纠纷不少于50件。
      `,
      finds: ['B2']
    },
    {
      right: sheet`
        2024年度部门项目支出预算绩效目标表
        项目编码 | 13060023P00H44E10086R | 项目名称 | 矛盾纠纷化解经费
        绩效目标 | 化解纠纷不少于50件。
      `
    }
  ],
  create: (context) => ({
    'form:exit'(form) {
      const part = form.projectCode?.part
      const parsed = form.projectCode && parseProjectCode(form.projectCode.value)
      if (
        !part ||
        !parsed ||
        !form.year ||
        form.year.source === 'code' ||
        parsed.scheme === 'unknown' ||
        parsed.problems.includes('length')
      )
        return
      const last = Math.max(form.year.value, form.period?.last ?? 0)
      if (parsed.year <= last || parsed.year > 2045) return
      context.report({
        node: form,
        part,
        messageId: 'later',
        ...(parsed.year === last + 1 ? {severity: 'info' as const} : {}),
        data: {code: parsed.code, found: parsed.year, year: form.year.value}
      })
    }
  })
})
