import {defineRule} from '../../lint/define-rule.js'
import type {Indicator, Part} from '../../tree/nodes.js'
import type {TargetValue} from '../../value/target-value.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {bareName} from '../support/bare-name.js'
import {fiscalYearsOf} from '../support/fiscal-years.js'
import {rewritePart} from '../support/rewrite-part.js'
import {eachTarget} from '../support/target-cells.js'

export default defineRule({
  id: 'vague-deadline',
  group: 'measurability',
  severity: 'info',
  fix: 'suggestion',
  title: {zh: '完成时间只写到“年度内”', en: 'Deadline no finer than the year'},
  why: {
    zh: '预算本来就按年度安排，时效指标只写“年度内”“全年”等于没有定时间，年中无法跟踪进度。请写明最晚完成的日期，例如“2024年12月31日前”；分阶段的写各阶段的时间。',
    en: 'A budget is for the year anyway, so 年度内 or 全年 as a deadline fixes nothing, and progress cannot be followed during the year. State the last date, e.g. 2024年12月31日前, or the dates of the stages.'
  },
  basis: ['财预〔2021〕101号：时效指标反映计划完成的时间'],
  traps: {
    zh: '只看时效类和名称问时间的指标；写到月、季、日的，频次（每月、按季），期限、年限一类的名称不报；“及时”“按时完成”由“指标值无法衡量”提示，不重复报。',
    en: 'Only timeliness indicators and names that ask for a time; silent for months, quarters, days, frequencies and durations. 及时 and 按时完成 are reported by target-not-measurable, not twice.'
  },
  messages: {
    zh: {
      year: '“{name}”的时间“{target}”没有比预算年度更具体。请写明最晚完成的日期。',
      yearKnown: '“{name}”的时间“{target}”没有比预算年度更具体。请写明最晚完成的日期，例如“{to}”。',
      write: '改为“{to}”'
    },
    en: {
      year: 'The time "{target}" of "{name}" is no finer than the fiscal year. State the last date.',
      yearKnown:
        'The time "{target}" of "{name}" is no finer than the fiscal year. State the last date, e.g. "{to}".',
      write: 'Change to "{to}"'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年部门项目支出预算绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 维修校舍面积 | ≥2000平方米
        ^ | 13-时效指标 | 维修完成时间 | 年度内
        ^ | ^ | 设备到货时间 | 2024年全年
      `,
      finds: ['D4', 'D5']
    },
    {
      right: sheet`
        2024年部门项目支出预算绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 13-时效指标 | 维修完成时间 | 2024年8月底前
        ^ | ^ | 资金拨付及时率 | 100%
        ^ | ^ | 巡检频次 | 每月1次
        ^ | ^ | 服务期限 | 全年
        2-效益指标 | 23-可持续影响 | 设备使用年限 | ≥5年
      `
    }
  ],
  create: (context) => {
    function check(part: Part, _value: TargetValue, node: Indicator): void {
      const {name} = node
      if (!name || !isWholeYear(part.plain) || spans.test(bareName(name))) return
      const years = fiscalYearsOf(context.form)
      const to = years && years.first === years.last ? `${years.last}年12月31日前` : undefined
      context.report({
        node,
        part,
        messageId: to ? 'yearKnown' : 'year',
        data: {name: quoteText(name.text), target: quoteText(part.text), ...(to && {to})},
        ...(to && {suggest: [{messageId: 'write', edits: [rewritePart(part, to)]}]})
      })
    }

    return {
      indicator(node) {
        if (node.levelTwo !== 'timeliness' && node.profile.kind !== 'deadline') return
        if (node.source !== 'prose') eachTarget(node, check)
      }
    }
  }
})

/** Names that ask how long or how often, not when. */
const spans = /期限|年限|周期|频|时长|持续|范围|次数|天数|服务期|期$/

/** Nothing but the year: 年度内, 当年完成, 2024年全年. */
function isWholeYear(plain: string): boolean {
  if (plain.includes('月') || plain.endsWith('%')) return false
  return /[年内间]/.test(plain) && wholeYear.test(plain)
}

const wholeYear =
  /^(?:[≤=]|<=|在|于)?(?:(?:20\d\d年?|本|当|该)?年?度?(?:以?内|全年|期间)|全年|(?:20\d\d|本|当|该)年度?)(?:完成|实施|开展|执行|完工|到位|发放)?$/
