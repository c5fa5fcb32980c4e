import {defineRule} from '../../lint/define-rule.js'
import type {Indicator} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {compareActual} from '../support/compare-actual.js'
import {contentsOf} from '../support/contents-of.js'
import {isMidYear} from '../support/evaluation-blocks.js'
import {formatPercent} from '../support/format-percent.js'
import {isReason} from '../support/reasons.js'
import {withTargetInForce} from '../support/target-in-force.js'
import {writtenTarget} from '../support/written-target.js'

interface Options {
  /** Results above this share of the target are questioned (1.5 = half as much again). */
  limit: number
}

export default defineRule<Options>({
  id: 'overachieved-unexplained',
  group: 'evaluation',
  severity: 'warning',
  title: {zh: '大幅超额完成而没有说明', en: 'Target far exceeded without explanation'},
  why: {
    zh: '完成值远高于指标值，往往是年初指标值定低了。超额较多的要说明原因；确属目标设定明显偏低的，评分时应当适当扣分，下一年提高指标值。',
    en: 'A result far above its target mostly means that the target was set too low. Explain it; where the target was clearly too low some points are to be cut, and next year the target should rise.'
  },
  basis: ['财预〔2020〕10号：完成值高于指标值较多的，要分析原因，目标设定明显偏低的相应调减得分'],
  traps: {
    zh: '已写原因的、比率和满意度、单价和补助标准、越低越好的指标、年中监控表不报；超过三成不足五成的、指标值不足 10 而完成翻倍的只作提示。',
    en: 'Silent where a reason is given, for rates and satisfaction, unit prices and standards, indicators where less is better, and mid-year checks; only a hint between 130 % and 150 %, and for targets below 10 that were reached twice over.'
  },
  options: {
    schema: (zod) => zod.strictObject({limit: zod.number().min(1)}),
    default: {limit: 1.5},
    names: {
      limit: {
        zh: '完成到指标值的几倍要说明原因（1.5 即 150%）',
        en: 'Times the target from which a reason is needed (1.5 is 150%)'
      }
    }
  },
  messages: {
    zh: {
      far: '“{name}”指标值“{target}”，完成值“{actual}”，完成了 {share}，没有说明原因。请说明超额原因；指标值定低了的，请调减得分。',
      high: '“{name}”指标值“{target}”，完成值“{actual}”，完成了 {share}。建议说明超额原因。'
    },
    en: {
      far: '"{name}" reached "{actual}" against a target of "{target}", {share} of it, without a reason. Explain it; if the target was too low, cut points.',
      high: '"{name}" reached "{actual}" against a target of "{target}", {share} of it. Better explain why.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2023年职业技能培训项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
        产出指标 | 数量指标 | 培训人数 | ≥600人 | 1530人 | 20 | 20 |
        ^ | ^ | 培训班期数 | ≥4期 | 9期 | 15 | 15 |
        ^ | ^ | 印发政策汇编数量 | ≥2000册 | 2700册 | 15 | 15 |
        效益指标 | 社会效益指标 | 新增就业人数 | ≥300人 | 315人 | 30 | 30 |
        满意度指标 | 服务对象满意度指标 | 学员满意度 | ≥90% | 97% | 10 | 10 |
      `,
      finds: ['E3', 'E4', 'E5']
    },
    {
      right: sheet`
        2023年职业技能培训项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
        产出指标 | 数量指标 | 培训人数 | ≥600人 | 1530人 | 20 | 18 | 年中新增两期省级补贴班，2024年相应提高指标值
        ^ | ^ | 印发政策汇编数量 | ≥2000册 | 2200册 | 10 | 10 |
        ^ | ^ | 培训场地面积 | ≥0.3万平方米 | 3100平方米 | 5 | 5 |
        ^ | 成本指标 | 人均培训成本 | ≤1500元/人 | 800元/人 | 10 | 10 |
        效益指标 | 社会效益指标 | 新增就业人数 | ≥300人 | 315人 | 30 | 30 |
        ^ | ^ | 培训后收入增长率 | ≥5% | 9% | 5 | 5 |
        满意度指标 | 服务对象满意度指标 | 学员投诉次数 | ≤5次 | 0次 | 10 | 10 |
      `
    }
  ],
  create: (context) => {
    function check(row: Indicator): void {
      const node = withTargetInForce(row)
      if (!node) return
      const {name, actual, target, value, deviation, profile} = node
      if (
        !actual?.plain ||
        !name?.plain ||
        !target?.plain ||
        isReason(deviation) ||
        value.kind === 'percent' ||
        value.kind === 'range'
      )
        return
      const outcome = compareActual(node)
      if (!outcome || outcome.target <= 0) return
      const isUp = outcome.direction === 'up' || (outcome.direction === 'equal' && profile.kind === undefined)
      const share = outcome.actual / outcome.target
      if (!isUp || share < 1.3 || isMidYear(context.form)) return
      // What is paid or lasts longer than promised is no sign of a target that was too low.
      if (profile.kind === 'cost' || value.kind === 'duration' || (value.unit ?? '').includes('/')) return
      const isSmall = outcome.target < 10
      if (isSmall && share < 2) return
      const isFar = share >= context.options.limit && !isSmall
      context.report({
        node: row,
        part: actual,
        messageId: isFar ? 'far' : 'high',
        ...(!isFar && {severity: 'info' as const}),
        data: {
          name: quoteText(name.text),
          actual: quoteText(actual.text),
          target: quoteText(writtenTarget(node)),
          share: formatPercent(Math.round(share * 100) / 100)
        },
        related: [{part: target}]
      })
    }

    return {
      form(form) {
        contentsOf(form).reported.forEach(check)
      }
    }
  }
})
