import {defineRule} from '../../lint/define-rule.js'
import type {Part} from '../../tree/nodes.js'
import {normaliseLabel} from '../../vocabulary/levels.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet, workbook} from '../../workbook/sheet-literal.js'

/** The word of the forms that the ministry prints, where several are in use. */
const preferred = new Set(['项目编码', '指标值'])

export default defineRule({
  id: 'mixed-label',
  group: 'notation',
  severity: 'info',
  scope: 'workbook',
  title: {zh: '同一栏目名称前后不一', en: 'One thing under two labels'},
  why: {
    zh: '同一个工作簿里，有的表写“项目编号”，有的表写“项目编码”，说明表样版本不一，汇总取数时会漏掉其中一种。请统一栏目名称。',
    en: 'When one form says 项目编号 and another 项目编码, the forms come from different templates, and a program that collects them misses one. Use one label throughout the workbook.'
  },
  basis: ['财预〔2015〕88号：绩效目标申报表格式统一'],
  traps: {
    zh: '只比较同一工作簿里同类的表；目标表与自评表用词不同、只有一种写法的不报。',
    en: 'Only forms of one kind within one workbook are compared.'
  },
  messages: {
    zh: {mixed: '这里写“{label}”，同一工作簿的其他表写“{other}”。请统一为“{other}”。'},
    en: {mixed: 'This form says "{label}", others in the workbook say "{other}". Use "{other}" throughout.'}
  },
  examples: [
    {
      wrong: workbook({
        表1: sheet`
          2024年路灯维护绩效目标表
          项目编号 | 13060024P00ZX1010011R | 项目名称 | 路灯维护
          一级指标 | 二级指标 | 三级指标 | 指标值
          产出指标 | 数量指标 | 维护路灯数量 | ≥800盏
        `,
        表2: sheet`
          2024年公园养护绩效目标表
          项目编码 | 13060024P00ZX1010012F | 项目名称 | 公园养护
          一级指标 | 二级指标 | 三级指标 | 绩效值
          产出指标 | 数量指标 | 养护绿地面积 | ≥3万平方米
        `
      }),
      finds: ['表1!A2', '表2!D3']
    },
    {
      right: workbook({
        目标表: sheet`
          2024年路灯维护绩效目标表
          项目编码 |  | 项目名称 | 路灯维护
          一级指标 | 二级指标 | 三级指标 | 指标值
          产出指标 | 数量指标 | 维护路灯数量 | ≥800盏
        `,
        自评表: sheet`
          2023年路灯维护项目支出绩效自评表
          项目名称 | 路灯维护
          一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
          产出指标 | 数量指标 | 维护路灯数量 | ≥790盏 | 795盏 | 90 | 90
        `
      })
    }
  ],
  create: (context) => ({
    workbook(node) {
      const seen = new Map<string, {label: string; part: Part; sheetName: string}[]>()
      const add = (key: string, part: Part, sheetName: string): void => {
        const label = normaliseLabel(part.plain)
        const list = seen.get(key) ?? []
        if (!list.some((entry) => entry.part === part)) list.push({label, part, sheetName})
        seen.set(key, list)
      }
      for (const {name, children} of node.children) {
        for (const form of children) {
          for (const child of form.children) {
            if (child.type === 'field' && child.key === 'project-code') add('code', child.label, name)
          }
          for (const {target} of form.headings) {
            if (target && form.kind === 'project') add('target', target, name)
          }
        }
      }
      for (const entries of seen.values()) {
        const counts = new Map<string, number>()
        for (const {label} of entries) counts.set(label, (counts.get(label) ?? 0) + 1)
        if (counts.size < 2) continue
        const other =
          [...counts.keys()].find((label) => preferred.has(label)) ??
          [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0]
        for (const {label, part, sheetName} of entries) {
          if (label === other) continue
          const owner = node.children.find(({name}) => name === sheetName)
          context.report({
            node: owner ?? node,
            part,
            messageId: 'mixed',
            data: {label: quoteText(part.text), other}
          })
        }
      }
    }
  })
})
