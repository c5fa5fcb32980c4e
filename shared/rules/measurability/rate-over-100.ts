import {defineRule} from '../../lint/define-rule.js'
import type {FundsRow, Indicator, Part} from '../../tree/nodes.js'
import type {TargetValue} from '../../value/target-value.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {percentOf} from '../support/percent-of.js'
import {isBoundedRate, isOverachievable} from '../support/rate-names.js'
import {eachTarget} from '../support/target-cells.js'

export default defineRule({
  id: 'rate-over-100',
  group: 'measurability',
  severity: 'error',
  title: {zh: '比率超出 0–100%', en: 'Rate outside 0–100 %'},
  why: {
    zh: '合格率、覆盖率、及时率、满意度是部分占整体的比例，最多 100%，最少 0。超出的值不可能完成，多半是录入或识别错误。预算执行率超过 100% 表示支出超过了可用的预算，应当核对预算数（是否漏了追加或结转）和执行数。',
    en: 'A pass rate, coverage, punctuality or satisfaction is a part of a whole: at most 100 %, at least 0. A value outside cannot be reached and is mostly a slip of the keyboard or of text recognition. An execution rate above 100 % means more was spent than the budget allows: check the budget (additions, carried-over money) and the amount spent.'
  },
  basis: [
    '算术：部分占整体的比例在 0 与 100% 之间',
    '财预〔2020〕10号：预算执行率 = 全年执行数 ÷ 全年预算数'
  ],
  traps: {
    zh: '增长率、控制率、采购执行率等可以超过 100% 的不报；“完成率”的指标值超过 100% 只作提醒（任务、计划、收入等完成率只作建议），实际值超过 100% 不报。',
    en: 'Silent for growth rates, control rates and others that may exceed 100 %; a target above 100 % for a completion rate is only a warning (advice for plans and revenues), a result above 100 % is not reported.'
  },
  messages: {
    zh: {
      target: '“{name}”的指标值“{value}”超出了 0–100%，不可能达到。请核对。',
      actual: '“{name}”的完成值“{value}”超出了 0–100%。请核对计算方法和数字。',
      unusual:
        '“{name}”的值“{value}”超出了 0–100%。比率一般是部分占整体的比例，请核对；确实可以超过的，请写明计算公式。',
      completion: '“{name}”的指标值“{value}”超过 100%。如果确实要超额完成，请改用数量写明；否则请改为 100%。',
      execution:
        '预算执行率“{value}”超过 100%，即支出大于预算。请核对预算数和执行数；有追加或结转的，应计入预算数。'
    },
    en: {
      target: 'The target "{value}" of "{name}" lies outside 0–100 % and cannot be reached. Check it.',
      actual: 'The result "{value}" of "{name}" lies outside 0–100 %. Check the formula and the numbers.',
      unusual:
        'The value "{value}" of "{name}" lies outside 0–100 %. A rate is mostly a part of a whole: check it, or state the formula if it may be more.',
      completion:
        'The target "{value}" of "{name}" is above 100 %. If more than planned is meant, state the quantity; otherwise write 100 %.',
      execution:
        'The execution rate "{value}" is above 100 %: more was spent than budgeted. Check both amounts; additions and carried-over money belong to the budget.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2023年校舍维修项目支出绩效自评表
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        ^ | 年度资金总额： | #80 | #80 | #84 | 10 | 105% | 10
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 维修校舍面积 | ≥1200平方米 | 1250平方米 | 50 | 50
        ^ | 质量指标 | 工程验收合格率 | 190% | 100% | 10 | 10
        满意度指标 | 服务对象满意度指标 | 师生满意度 | ≥90% | 950% | 10 | 10
      `,
      finds: ['G3', 'D6', 'E7']
    },
    {
      right: sheet`
        2023年招商服务项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 举办推介会场次 | ≥6场 | 8场 | 30 | 30
        ^ | 质量指标 | 签约任务完成率 | 100% | 112% | 20 | 20
        效益指标 | 经济效益指标 | 园区税收增长率 | ≥105% | 118% | 20 | 20
        ^ | ^ | 旅游收入恢复率（与2019年相比） | ≥110% | 118% | 5 | 5
        ^ | ^ | 贷款拨备覆盖率 | ≥150% | 162% | 5 | 5
        满意度指标 | 服务对象满意度指标 | 企业满意度 | ≥90% | 96% | 10 | 10
      `
    }
  ],
  create: (context) => {
    function report(node: Indicator | FundsRow, part: Part, messageId: string, name: string): void {
      context.report({
        node,
        part,
        messageId,
        ...((messageId === 'completion' || messageId === 'unusual') && {
          severity:
            messageId === 'completion' && ofQuantity.test(name) ? ('info' as const) : ('warning' as const)
        }),
        data: {name: quoteText(name), value: quoteText(part.text)}
      })
    }

    function check(part: Part, value: TargetValue, node: Indicator): void {
      if (!isOutside(value.number) && !isOutside(value.upper)) return
      if (value.kind !== 'percent' && (value.kind !== 'range' || value.unit !== '%')) return
      const {name} = node
      if (!name) return
      const bounded = isBoundedRate(node, 0.8)
      if (!bounded && !(isOverachievable(node) && /(?:完成|达成|实现|兑现)率$/.test(name.plain))) return
      report(node, part, !bounded ? 'completion' : isKnown(node) ? 'target' : 'unusual', name.text)
    }

    return {
      indicator(node) {
        const {kind} = node.profile
        if (kind !== 'rate' && kind !== 'satisfaction') return
        eachTarget(node, check)
        const {name, actual} = node
        if (name && actual && isOutside(percentOf(actual.plain)) && isBoundedRate(node, 0.8))
          report(node, actual, isKnown(node) ? 'actual' : 'unusual', name.text)
      },
      funds(node) {
        let seen: Map<string, Part[]> | undefined
        for (const row of node.children) {
          for (const {column, part} of row.amounts) {
            if (column !== 'rate' || !isOutside(percentOf(part.plain))) continue
            seen ??= new Map()
            const same = seen.get(part.plain)
            if (same) same.push(part)
            else seen.set(part.plain, [part])
          }
        }
        if (!seen) return
        for (const [first, ...others] of seen.values()) {
          if (!first) continue
          context.report({
            node,
            part: first,
            messageId: 'execution',
            data: {value: quoteText(first.text)},
            related: others.map((part) => ({part}))
          })
        }
      }
    }
  }
})

/** Plans of amounts, which are often meant to be exceeded: 招商引资任务完成率, 税收计划完成率. */
const ofQuantity = /任务|计划|目标|招商|引资|税收|收入|产值|产量|销售|投资|超额/

/** Whether the lexicon or the word before 率 tells the rate, not its last character alone. */
function isKnown({profile}: Indicator): boolean {
  return profile.confidence > 0.85
}

function isOutside(percent: number | undefined): boolean {
  return percent !== undefined && (percent > 100 || percent < 0)
}
