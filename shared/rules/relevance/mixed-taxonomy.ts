import {defineRule} from '../../lint/define-rule.js'
import type {Indicator} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'

export default defineRule({
  id: 'mixed-taxonomy',
  group: 'relevance',
  severity: 'info',
  title: {zh: '新旧两套指标分类混用', en: 'Old and new classes of indicators mixed'},
  why: {
    zh: '成本指标在旧分类里是产出指标下的二级指标，在新分类里是一级指标（下分经济、社会、生态环境成本）。同一张表里两种写法都有，分值无法按成本、产出分别设置。请统一用本地现行的一种。',
    en: 'Cost is a second-level class under output in the old scheme and a first-level class (with economic, social and environmental cost) in the new one. With both in one form, points cannot be set for cost and output. Use the one in force at your place.'
  },
  basis: ['财预〔2015〕88号：产出指标含数量、质量、时效、成本', '财预〔2021〕101号：成本指标为一级指标'],
  traps: {
    zh: '只有一种写法的不报；保留“可持续影响指标”的新表不算混用；空着的分类不算。',
    en: 'Silent when only one scheme is used; a new form that keeps the class of sustained effects is not mixed; empty classes do not count.'
  },
  messages: {
    zh: {
      mixed: '“{name}”列在产出指标下的成本指标里，本表另有一级指标“成本指标”（如“{other}”）。请统一放到一处。'
    },
    en: {
      mixed:
        '"{name}" stands in the cost class under output, while the form has a first-level class of cost as well (e.g. "{other}"). Put them in one place.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年社区养老服务绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        成本指标 | 经济成本指标 | 项目总成本 | ≤74万元
        产出指标 | 数量指标 | 服务老人人数 | ≥300人
        ^ | 成本指标 | 护理服务费用 | ≤52万元
      `,
      finds: ['C5']
    },
    {
      right: sheet`
        2024年社区养老服务绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        成本指标 | 经济成本指标 | 项目总成本 | ≤74万元
        产出指标 | 数量指标 | 服务老人人数 | ≥300人
        效益指标 | 可持续影响指标 | 服务点持续运营年限 | ≥3年
      `
    },
    {
      right: sheet`
        2024年社区养老服务绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 服务老人人数 | ≥300人
        ^ | 成本指标 | 项目总成本 | ≤74万元
      `
    }
  ],
  create: (context) => ({
    form(form) {
      let recent: Indicator | undefined
      let old: Indicator | undefined
      for (const child of form.children) {
        if (child.type !== 'indicator' || child.source !== 'table' || !child.name?.plain) continue
        const {levelOne} = child
        if (levelOne === 'cost') recent ??= child
        else if (levelOne === 'output' && child.levelTwo === 'cost') old ??= child
      }
      if (!recent || !old) return
      context.report({
        node: old,
        part: 'name',
        messageId: 'mixed',
        data: {name: quoteText(old.name?.text ?? ''), other: quoteText(recent.name?.text ?? '')},
        related: recent.name ? [{part: recent.name}] : []
      })
    }
  })
})
