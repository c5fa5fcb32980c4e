import {defineRule} from '../../lint/define-rule.js'
import type {Installment} from '../../tree/nodes.js'
import {areSingleShares} from '../support/single-shares.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'

export default defineRule({
  id: 'spending-plan-decreasing',
  group: 'feasibility',
  severity: 'error',
  title: {zh: '资金支出计划前后倒退', en: 'Spending plan goes backwards'},
  why: {
    zh: '支出计划填累计进度，只能持平或增加。后一个时点比前一个小，说明填成了当期比例，或者数字填错，请核对。',
    en: 'Cumulative shares can only stay or grow. A later share below an earlier one means that single shares were entered, or a number is wrong.'
  },
  basis: ['支出计划按累计进度填写（项目支出预算文本填报口径）'],
  messages: {
    zh: {
      falls: '“{deadline}”的累计进度 {share} 比“{earlier}”的 {before} 还低。支出计划应填累计进度，请核对。',
      single: '各期进度加起来正好 100%，填的像是当期比例。支出计划应填累计进度：{expected}。'
    },
    en: {
      falls:
        'The cumulative share {share} at "{deadline}" is below {before} at "{earlier}". Enter cumulative shares.',
      single:
        'The shares add up to 100 %, so they look like single shares. Enter cumulative ones: {expected}.'
    }
  },
  examples: [
    {
      wrong: sheet`
        1.车辆维修费绩效目标表
        资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底
        ^ | 30% | 60% | 50% | 100%
      `,
      finds: ['D3']
    },
    {
      title: {zh: '填成了当期比例', en: 'Single shares instead of cumulative ones'},
      wrong: sheet`
        1.车辆维修费绩效目标表
        资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底
        ^ | 40% | 30% | 20% | 10%
      `,
      finds: ['A2:A3']
    },
    {
      wrong: sheet`
        1.车辆维修费绩效目标表
        资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底
        ^ | 25% | 25% | 25% | 25%
      `,
      finds: ['A2:A3']
    },
    {
      right: sheet`
        1.车辆维修费绩效目标表
        资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底
        ^ | 30% | 60% | 60% | 100%
      `
    }
  ],
  create: (context) => ({
    spendingPlan(plan) {
      if (areSingleShares(plan.children)) {
        let sum = 0
        const expected = plan.children
          .map(({ratio = 0}) => `${Number(((sum += ratio) * 100).toFixed(2))}%`)
          .join(' / ')
        context.report({node: plan, part: plan.label, messageId: 'single', data: {expected}})
        return
      }
      let previous: Installment | undefined
      for (const step of plan.children) {
        if (step.ratio === undefined) continue
        const before = previous
        previous = step
        if (!before || step.ratio >= (before.ratio ?? 0)) continue
        context.report({
          node: step,
          part: step.share,
          messageId: 'falls',
          data: {
            deadline: quoteText(step.deadline.text),
            share: quoteText(step.share.text),
            earlier: quoteText(before.deadline.text),
            before: quoteText(before.share.text)
          },
          related: [{part: before.share}]
        })
      }
    }
  })
})
