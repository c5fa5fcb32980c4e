import {defineRule} from '../../lint/define-rule.js'
import {childrenOf} from '../../tree/resolve-form.js'
import type {Form, Indicator, Part} from '../../tree/nodes.js'
import type {TargetValue} from '../../value/target-value.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {namesPercent} from '../support/bare-name.js'
import {rewritePart} from '../support/rewrite-part.js'
import {eachTarget} from '../support/target-cells.js'

export default defineRule({
  id: 'rate-without-percent',
  group: 'measurability',
  severity: 'error',
  fix: 'suggestion',
  title: {zh: '比率没有写百分号', en: 'Rate without a percent sign'},
  why: {
    zh: '合格率、完成率、满意度这类指标的值应当写成百分比。只写“95”，既可以读成 95%，也可以读成 95 件、95 分，评价时无法对照。请在数字后面补上“%”。',
    en: 'Rates and satisfaction are percentages. A bare "95" can be read as 95 %, 95 cases or 95 points, so it cannot be compared with the result. Put "%" behind the number.'
  },
  basis: ['财预〔2021〕101号：指标值应当量化、可衡量，并注明计量单位'],
  traps: {
    zh: '计量单位一栏写了“%”的、1 以下的小数（0.95）、单位为“分”的不报；名称里注明“（%）”的只作提醒；全表的单位都写在名称里的不报。',
    en: 'Silent when the unit column says %, for fractions up to 1, and for scores; only a warning when the name carries (%), silent where the form writes all units into names.'
  },
  messages: {
    zh: {
      bare: '“{name}”是比率，指标值“{target}”没有百分号。请写成“{expected}”。',
      named:
        '“{name}”的百分号只写在名称里，指标值是“{target}”。请在指标值里写成“{expected}”，免得与件数、分数混淆。',
      add: '改为“{expected}”'
    },
    en: {
      bare: '"{name}" is a rate, but its target "{target}" has no percent sign. Write "{expected}".',
      named:
        'Only the name of "{name}" says %, the target is "{target}". Write "{expected}", so that it is not taken for a count or a score.',
      add: 'Change to "{expected}"'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年农产品质量检测经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 抽检样品数量 | 全年抽检的样品 | ≥600个 | 年度工作计划
        ^ | 质量指标 | 抽检合格率 | 合格样品占抽检样品的比例 | ≥95 | 年度工作计划
        效益指标 | 社会效益指标 | 群众投诉率（%） | 投诉人次占服务人次的比例 | ≤3 | 年度工作计划
        满意度指标 | 服务对象满意度指标 | 农户满意度 | 问卷调查结果 | ≥90 | 年度工作计划
      `,
      finds: ['E4', 'E5', 'E6']
    },
    {
      right: sheet`
        2024年农产品质量检测经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 对比符号 | 指标值 | 计量单位
        01-产出指标 | 01-数量指标 | 抽检样品数量 | >= | 600 | 个
        01-产出指标 | 02-质量指标 | 抽检合格率 | >= | 95 | %
        03-满意度指标 | 01-服务对象满意度指标 | 农户满意度 | >= | 90 | %
      `
    },
    {
      right: sheet`
        2026年国省道日常养护绩效目标表
        一级指标 | 二级指标 | 三级指标 | 目标值
        产出指标 | 数量指标 | 日常养护里程（公里） | ≥486
        ^ | ^ | 隧道机电维护（处） | 6
        ^ | 质量指标 | 优良路率（%） | ≥93
        满意度指标 | 服务对象满意度指标 | 司乘人员满意度（%） | ≥90
      `
    },
    {
      right: sheet`
        2024年检测经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 12-质量指标 | 抽检合格率 | #0.95 0%
        2-效益指标 | 22-社会效益指标 | 万车死亡率 | ≤1.5
        ^ | ^ | 亿元GDP生产安全事故死亡率 | ≤0.015
        3-满意度指标 | 31-服务对象满意度 | 农户满意度 | ≥90%
      `
    }
  ],
  create: (context) => {
    function check(part: Part, value: TargetValue, node: Indicator): void {
      const {name} = node
      // A unit of its own or from its column: a percent sign, or none that this rule would speak of.
      if (!name || value.kind === 'percent' || value.unitSource === 'column') return
      if (value.number === undefined || value.number <= 1 || value.number > 100 || value.rest) return
      if (/[%‰百]/.test(part.plain) || !/\d(?:及?以上|以下)?$/.test(part.plain)) return
      const fromName = value.unitSource === 'name' || namesPercent(name)
      if ((value.unit && !fromName) || (fromName && writesUnitsInNames(context.form))) return
      const expected = part.text.trim().replace(/(?=(?:及?以[上下])?$)/, '%')
      context.report({
        node,
        part,
        messageId: fromName ? 'named' : 'bare',
        ...(fromName && {severity: 'info' as const}),
        data: {name: quoteText(name.text), target: quoteText(part.text), expected: quoteText(expected)},
        expected: [expected],
        suggest: [{messageId: 'add', edits: [rewritePart(part, expected)]}]
      })
    }

    return {
      indicator(node) {
        const {kind, confidence} = node.profile
        if ((kind !== 'rate' && kind !== 'satisfaction') || confidence < 0.8) return
        if (node.source !== 'prose') eachTarget(node, check)
      }
    }
  }
})

/** Whether a form writes all its units into the names, so that a bare number under (%) is its custom: 里程（公里） | ≥480. */
function writesUnitsInNames(form: Form): boolean {
  const others = childrenOf(form, 'indicator').filter(
    ({value, profile}) =>
      value.number !== undefined && profile.unitHint !== undefined && profile.unitHint !== '%'
  )
  return others.length >= 2 && others.every(({value}) => value.unitSource === 'name')
}
