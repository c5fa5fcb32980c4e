import {defineRule} from '../../lint/define-rule.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {quoteText} from '../../workbook/plain-text.js'

export default defineRule({
  id: 'count-as-percent',
  group: 'measurability',
  severity: 'error',
  title: {zh: '数量指标写成百分比', en: 'Count given as a percentage'},
  why: {
    zh: '指标名称问的是数量（件、次、人、份……），指标值却是百分比，年底无法据此核对完成了多少。请改成带单位的数，或者把指标改成相应的比率。',
    en: 'The name asks for a count (cases, times, persons, copies …) but the target is a percentage, so nobody can check at year end how much was done. Give a number with its unit, or rename the indicator to the rate that is meant.'
  },
  basis: ['财预〔2021〕101号：指标值应当量化、可衡量，并与指标名称对应'],
  traps: {
    zh: '名称以“率、比例、占比、满意度”结尾的，以及“数量完成率”“人数占比”之类不报；名称含义拿不准时不报。',
    en: 'Silent for names ending in a rate, share or satisfaction, and whenever the kind of the name is not sure.'
  },
  messages: {
    zh: {
      percent:
        '“{name}”是数量指标，指标值却写成百分比“{target}”。请改成带单位的数；如果考核的是比率，请改指标名称。',
      percentWithUnit:
        '“{name}”是数量指标，指标值却写成百分比“{target}”。请改成以“{unit}”为单位的数；如果考核的是比率，请改指标名称。'
    },
    en: {
      percent:
        '"{name}" counts something, but its target is the percentage "{target}". Give a number with a unit, or rename the indicator if a rate is meant.',
      percentWithUnit:
        '"{name}" counts something, but its target is the percentage "{target}". Give a number of "{unit}", or rename the indicator if a rate is meant.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年法律服务经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 提供法律咨询数量（件） | 全年提供法律咨询的件数 | ≥80% | 年度工作计划
      `,
      finds: ['E3']
    },
    {
      wrong: sheet`
        2024年普法经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 对比符号 | 指标值 | 计量单位
        01-产出指标 | 01-数量指标 | 普法宣传活动次数 | >= | 90 | %
      `,
      finds: ['E3']
    },
    {
      right: sheet`
        2024年法律服务经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 提供法律咨询数量（件） | ≥80件
        ^ | 质量指标 | 咨询答复率 | ≥95%
        ^ | ^ | 培训人数占比 | ≥60%
        ^ | ^ | 宣传次数完成率 | 100%
      `
    }
  ],
  create: (context) => ({
    indicator(node) {
      const {profile, value} = node
      if (value.kind !== 'percent' || profile.kind !== 'count' || profile.confidence < 0.8) return
      const {target, name} = node
      if (!target || !name) return
      const unit = profile.unitHint ?? profile.units[0]
      context.report({
        node,
        part: 'target',
        messageId: unit ? 'percentWithUnit' : 'percent',
        data: {
          name: quoteText(name.text),
          target: quoteText(target.text + (value.unitSource === 'column' ? '%' : '')),
          ...(unit && {unit})
        }
      })
    }
  })
})
