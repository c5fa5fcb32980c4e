import {defineRule, type PartEdit} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import type {Indicator, Part} from '../../tree/nodes.js'
import type {TargetValue} from '../../value/target-value.js'
import {isBoundedRate, isExecutionRate, isShareInDisguise} from '../support/rate-names.js'
import {bareName} from '../support/bare-name.js'
import {rewritePart} from '../support/rewrite-part.js'
import {eachTarget} from '../support/target-cells.js'

export default defineRule({
  id: 'at-least-100',
  group: 'measurability',
  severity: 'warning',
  fix: 'suggestion',
  title: {zh: '比率写成“≥100%”', en: 'Rate of "at least 100 %"'},
  why: {
    zh: '合格率、及时率、执行率最多就是 100%，“≥100%”里的“大于”没有意义，“>100%”则永远达不到。要求全部做到的，请写“=100%”或“100%”。',
    en: 'A pass rate, punctuality or execution rate is at most 100 %, so the "more than" of "≥100%" means nothing and ">100%" can never be reached. Write "=100%" or "100%" when everything is required.'
  },
  basis: ['财预〔2021〕101号：指标值应当合理、可实现'],
  traps: {
    zh: '增长率和数量的完成率可以超额，不报。',
    en: 'Silent for growth rates and completion rates of quantities, which may be exceeded.'
  },
  messages: {
    zh: {
      atLeast: '“{name}”最多为 100%，“{target}”中的“≥”没有意义。请写成“{expected}”。',
      above: '“{name}”最多为 100%，“{target}”永远达不到。请写成“{expected}”。',
      write: '改为“{expected}”'
    },
    en: {
      atLeast: '"{name}" is at most 100 %, so the "≥" of "{target}" means nothing. Write "{expected}".',
      above: '"{name}" is at most 100 %, so "{target}" can never be reached. Write "{expected}".',
      write: 'Change to "{expected}"'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年道路照明维护绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 维护路灯数量 | 全年维护的路灯 | ≥3200盏 | 养护合同
        ^ | 质量指标 | 维修合格率 | 合格维修次数占比 | ≥100% | 养护合同
        ^ | 时效指标 | 故障处理及时性 | 按时处理的故障占比 | ≥100% | 养护合同
      `,
      finds: ['E4', 'E5']
    },
    {
      wrong: sheet`
        2024年道路照明维护绩效目标表
        一级指标 | 二级指标 | 三级指标 | 对比符号 | 指标值 | 计量单位
        01-产出指标 | 02-质量指标 | 维修合格率 | > | 100 | %
      `,
      finds: ['E3']
    },
    {
      right: sheet`
        2024年道路照明维护绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 12-质量指标 | 维修合格率 | 100%
        ^ | ^ | 维修任务完成率 | ≥100%
        ^ | 13-时效指标 | 故障处理及时率 | =100%
        2-效益指标 | 21-经济效益 | 夜间客流增长率 | ≥100%
        ^ | ^ | 国有资本保值率 | ≥100%
        3-满意度指标 | 31-服务对象满意度 | 市民满意度 | ≥90%
      `
    }
  ],
  create: (context) => {
    function check(part: Part, value: TargetValue, node: Indicator): void {
      if (value.number !== 100 || (value.comparator !== '≥' && value.comparator !== '>')) return
      const {name, comparator} = node
      if (!name) return
      if (value.kind !== 'percent' && value.unit !== '%' && !/百分比|百分之/.test(part.plain)) return
      if (!isBoundedRate(node, 0.7) && !isShareInDisguise(node) && !isExecutionRate(bareName(name))) return
      const inCell = !comparator?.plain || /[≥>]|大于|不低于|不少于|高于|超过|至少|以上/.test(part.plain)
      const expected = inCell ? '100%' : '=100%'
      const edits: PartEdit[] =
        inCell || !comparator ? [rewritePart(part, '100%')] : [rewritePart(comparator, '=')]
      context.report({
        node,
        part,
        messageId: value.comparator === '>' ? 'above' : 'atLeast',
        data: {
          name: quoteText(name.text),
          target: quoteText(inCell ? part.text : `${value.comparator}100%`),
          expected
        },
        expected: [expected],
        ...(node.source === 'table' && {suggest: [{messageId: 'write', edits}]})
      })
    }

    return {
      indicator(node) {
        eachTarget(node, check)
      }
    }
  }
})
