import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'

export default defineRule({
  id: 'spending-plan-invalid',
  group: 'feasibility',
  severity: 'error',
  title: {zh: '支出进度不是 0–100% 的数', en: 'Share of a spending plan is no percentage'},
  why: {
    zh: '支出计划的每一格都应当是 0% 到 100% 之间的累计进度，文字、负数、超过 100% 的数都无法据此安排用款。',
    en: 'Each cell of a spending plan is a cumulative share from 0 % to 100 %; words, negative numbers or more than 100 % cannot be planned with.'
  },
  basis: ['支出计划按累计进度填写（项目支出预算文本填报口径）'],
  traps: {
    zh: '“-”“—”“/”视为空白，不在此报。',
    en: 'Dashes and slashes count as empty and are not reported here.'
  },
  messages: {
    zh: {
      over: '“{deadline}”的进度“{share}”超过 100%。累计进度最多为 100%，请核对。',
      negative: '“{deadline}”的进度“{share}”是负数。请核对。',
      unreadable: '“{deadline}”的进度“{share}”不是百分比。请填累计进度，例如 60%。'
    },
    en: {
      over: 'The share "{share}" at "{deadline}" is above 100 %. Cumulative shares end at 100 %.',
      negative: 'The share "{share}" at "{deadline}" is negative.',
      unreadable:
        'The share "{share}" at "{deadline}" is no percentage. Enter the cumulative share, e.g. 60%.'
    }
  },
  examples: [
    {
      wrong: sheet`
        1.物业管理费绩效目标表
        资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底
        ^ | 按月支付 | 50% | 80% | 120%
      `,
      finds: ['B3', 'E3']
    },
    {
      right: sheet`
        1.物业管理费绩效目标表
        资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底
        ^ | 25 | 50.5 | 80 | 100
      `
    }
  ],
  create: (context) => ({
    installment(step) {
      const {share, ratio, deadline} = step
      if (ratio !== undefined && ratio >= 0 && ratio <= 1.0005) return
      if (share.plain === '' || /^[-—－/／]$/.test(share.plain)) return
      const data = {deadline: quoteText(deadline.text), share: quoteText(share.text)}
      if (ratio === undefined) context.report({node: step, part: share, messageId: 'unreadable', data})
      else if (ratio > 1.0005) context.report({node: step, part: share, messageId: 'over', data})
      else if (ratio < 0) context.report({node: step, part: share, messageId: 'negative', data})
    }
  })
})
