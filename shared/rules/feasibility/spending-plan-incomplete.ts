import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {areSingleShares} from '../support/single-shares.js'
import {formatPercent} from '../support/format-percent.js'

export default defineRule({
  id: 'spending-plan-incomplete',
  group: 'feasibility',
  severity: 'error',
  title: {zh: '资金支出计划没有排到 100%', en: 'Spending plan does not reach 100 %'},
  why: {
    zh: '资金支出计划填的是累计进度，到年底应当是 100%。没有排满，说明有一部分资金没有使用安排；中间空着的，应当写 0% 或实际的累计进度。',
    en: 'A spending plan gives cumulative shares, so it must reach 100 % at the end of the year; otherwise part of the money has no plan. Earlier cells that are left empty should say 0 % or the real share.'
  },
  basis: ['支出计划按累计进度填写，年末为 100%（项目支出预算文本填报口径）'],
  traps: {
    zh: '整张计划都空着只提示一次；按季度写金额的计划不在此列。',
    en: 'A plan that is empty altogether gives one hint only; plans in amounts are not meant.'
  },
  messages: {
    zh: {
      short: '资金支出计划只排到{deadline}的 {share}，还差 {rest}。请补上后面的进度，使最后一期为 100%。',
      noDecember: '资金支出计划到“{deadline}”为止，没有 12 月底一栏。请补上 12 月底，并填 100%。',
      blank: '“{deadline}”没有填进度，后面却填了。没有支出安排的请写 0%。',
      lastBlank: '“{deadline}”没有填进度，前面只排到 {share}。请填 100%。',
      empty: '资金支出计划没有填写。请按各时点填累计进度，最后一期为 100%。'
    },
    en: {
      short:
        'The spending plan stops at {share} by "{deadline}"; {rest} is missing. Add the remaining steps so that the last one is 100 %.',
      noDecember:
        'The spending plan ends with "{deadline}"; there is no column for the end of December. Add it with 100 %.',
      blank: '"{deadline}" is empty although later steps are filled. Write 0% where nothing is to be spent.',
      lastBlank: '"{deadline}" is empty and the plan only reaches {share} before. Enter 100%.',
      empty: 'The spending plan is empty. Enter the cumulative share at each date; the last one is 100 %.'
    }
  },
  examples: [
    {
      wrong: sheet`
        1.档案整理经费绩效目标表
        资金支出计划（%） | 3月底 | 6月底 | 10月底
        ^ | 10% | 25% | 70%
      `,
      finds: ['D2', 'D3']
    },
    {
      wrong: sheet`
        1.档案整理经费绩效目标表
        资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底
        ^ | | | 50% | 100%
      `,
      finds: ['B3', 'C3']
    },
    {
      wrong: sheet`
        1.档案整理经费绩效目标表
        资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底
        ^ | #0.1 0% | #0.4 0% | #0.7 0% | #0.9 0%
      `,
      finds: ['E3']
    },
    {
      right: sheet`
        1.档案整理经费绩效目标表
        资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底
        ^ | 0 | 40 | 80 | 100
      `
    },
    {
      right: sheet`
        1.档案整理经费绩效目标表
        用款计划 | 第一季度 | 第二季度 | 第三季度 | 第四季度
        ^ | 25% | 50% | 75% | 100%
      `
    }
  ],
  create: (context) => ({
    spendingPlan(plan) {
      const steps = plan.children
      const last = steps.at(-1)
      if (!last) return
      const lastFilled = steps.findLast(({share}) => share.plain !== '')
      if (!lastFilled) {
        context.report({node: plan, part: plan.label, messageId: 'empty', severity: 'warning'})
        return
      }
      for (const step of steps) {
        if (step === lastFilled) break
        if (step.share.plain !== '') continue
        context.report({
          node: step,
          part: step.share,
          messageId: 'blank',
          severity: 'warning',
          data: {deadline: quoteText(step.deadline.text)}
        })
      }
      const share = lastFilled.ratio
      if (share === undefined || share >= 0.9995 || share < 0 || areSingleShares(steps)) return
      const data = {
        deadline: quoteText(lastFilled.deadline.text),
        share: formatPercent(share),
        rest: formatPercent(1 - share)
      }
      if (last.share.plain === '') {
        context.report({
          node: last,
          part: last.share,
          messageId: 'lastBlank',
          data: {deadline: quoteText(last.deadline.text), share: data.share}
        })
        return
      }
      context.report({node: last, part: last.share, messageId: 'short', data})
      if (last.month !== undefined && last.month < 12) {
        context.report({
          node: last,
          part: last.deadline,
          messageId: 'noDecember',
          data: {deadline: data.deadline}
        })
      }
    }
  })
})
