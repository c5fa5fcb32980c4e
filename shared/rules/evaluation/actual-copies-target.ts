import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {contentsOf} from '../support/contents-of.js'

const sign =
  /^(?:[≥≤≧≦⩾⩽]|[<>]=?|不低于|不少于|不小于|不高于|不超过|不大于|不多于|大于|小于|高于|低于|至少)[=]?\d/
const bound = /\d.*(?:及?以上|及?以下|以内|之内|日前|月前|底前|之前|以前)$/

export default defineRule({
  id: 'actual-copies-target',
  group: 'evaluation',
  severity: 'warning',
  title: {zh: '完成值照抄指标值', en: 'Result copied from the target'},
  why: {
    zh: '指标值是要求（“≥95%”“12月底前”），完成值是事实，应当是一个确切的数或日期。带着“≥”“不少于”“前”的完成值说明是从指标值抄来的，看不出到底完成了多少。请填写实际数据。',
    en: 'The target is a demand ("≥95%", "before the end of December"), the result is a fact: one number or date. A result with "≥", "not less than" or "before" was copied and does not say what was reached. Enter the real figure.'
  },
  basis: ['财预〔2020〕10号：自评数据应当真实、准确，填写实际完成值'],
  traps: {
    zh: '只看带对比符号或“以上、以内、前”的完成值；与指标值相同的数（100%、12次）、文字型的完成情况不报。',
    en: 'Only results with a comparator or "以上, 以内, 前"; equal numbers (100 %, 12 times) and results in words are legitimate.'
  },
  messages: {
    zh: {
      copied: '“{name}”的完成值“{actual}”与指标值一样，是要求而不是结果。请填写实际完成的数或日期。',
      inexact: '“{name}”的完成值“{actual}”带对比符号，看不出实际完成多少。请填写确切的数。'
    },
    en: {
      copied:
        'The result "{actual}" of "{name}" is a copy of its target: a demand, not a result. Enter the number or date that was reached.',
      inexact:
        'The result "{actual}" of "{name}" has a comparator and does not say how much was reached. Enter the exact number.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2023年老旧小区改造项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 改造小区个数 | ≥12个 | ≥12个 | 20 | 20
        ^ | 质量指标 | 验收合格率 | 95%以上 | 95%以上 | 20 | 20
        ^ | 时效指标 | 改造完成时间 | 2023年12月底前 | 2023年12月底前 | 10 | 10
        效益指标 | 社会效益指标 | 受益居民户数 | ≥3000户 | ≥3150户 | 30 | 30
        满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | 93% | 10 | 10
      `,
      finds: ['E3', 'E4', 'E5', 'E6']
    },
    {
      right: sheet`
        2023年老旧小区改造项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 改造小区个数 | 12个 | 12个 | 20 | 20
        ^ | 质量指标 | 验收合格率 | 100% | 100% | 15 | 15
        ^ | ^ | 小区物业覆盖率 | 全覆盖 | 全覆盖 | 5 | 5
        ^ | 时效指标 | 改造完成时间 | 2023年12月底前 | 2023年11月 | 10 | 10
        效益指标 | 社会效益指标 | 受益居民户数 | ≥3000户 | 3150户（其中困难家庭200户以上） | 30 | 30
        满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | 93% | 10 | 10
      `
    }
  ],
  create: (context) => ({
    form(form) {
      for (const node of contentsOf(form).reported) {
        const {name, actual, target} = node
        if (!actual || actual.plain.length > 24 || !name?.plain || !target) continue
        const {plain} = actual
        const hasSign = sign.test(plain)
        if (!hasSign && !(plain === target.plain && bound.test(plain))) continue
        context.report({
          node,
          part: actual,
          messageId: plain === target.plain ? 'copied' : 'inexact',
          data: {name: quoteText(name.text), actual: quoteText(actual.text)},
          related: [{part: target}]
        })
      }
    }
  })
})
