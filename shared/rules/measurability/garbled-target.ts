import {defineRule} from '../../lint/define-rule.js'
import type {Indicator, Part} from '../../tree/nodes.js'
import type {TargetValue} from '../../value/target-value.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {bareName} from '../support/bare-name.js'
import {findGarble} from '../support/find-garble.js'
import {rewritePart} from '../support/rewrite-part.js'
import {eachTarget} from '../support/target-cells.js'

export default defineRule({
  id: 'garbled-target',
  group: 'measurability',
  severity: 'error',
  fix: 'suggestion',
  title: {zh: '指标值里有多余或错乱的字符', en: 'Stray characters in a target'},
  why: {
    zh: '“≥5数量，检查数量”“≥95%百分比”“第O册”“≥≥90%”这样的指标值是从下拉框、旧表或扫描件带进来的残字，系统读不出数值，评价时也无法对照。请只保留比较符号、数字和单位。',
    en: 'Targets such as "≥5数量，检查数量", "≥95%百分比", "第O册" or "≥≥90%" carry leftovers of a drop-down list, an old table or a scan. No program can read the value and nobody can check it. Keep only comparator, number and unit.'
  },
  basis: ['财预〔2021〕101号：指标值应当量化、可衡量，并注明计量单位'],
  traps: {
    zh: '区间、日期、带说明的文字指标值、“95%以上”“2千元/人·年”等正常写法不报。',
    en: 'Silent for ranges, dates, targets in words, and usual forms such as 95%以上 or 2千元/人·年.'
  },
  messages: {
    zh: {
      words: '指标值“{target}”里混进了“{rest}”。请只写比较符号、数字和单位。',
      percentWord: '指标值“{target}”把百分号写成了“百分比”。请写成“{expected}”。',
      digits: '指标值“{target}”里的数字认不出来，疑似识别或录入错误。请对照原件重新填写。',
      operators: '指标值“{target}”有重复或矛盾的比较符号。请只保留一个。',
      doubled: '指标值“{target}”的单位写了两遍。请写成“{expected}”。',
      contradiction: '比较符号一栏写“{sign}”，指标值却写“{target}”，两处不一致。请只在一处写比较符号。',
      write: '改为“{expected}”'
    },
    en: {
      words: 'The target "{target}" holds the stray text "{rest}". Write only comparator, number and unit.',
      percentWord:
        'The target "{target}" has the word 百分比 in place of the percent sign. Write "{expected}".',
      digits:
        'The number in the target "{target}" cannot be read, probably an error of text recognition or typing. Enter it again from the original.',
      operators: 'The target "{target}" has repeated or contradicting comparators. Keep one.',
      doubled: 'The target "{target}" has its unit twice. Write "{expected}".',
      contradiction:
        'The comparator column says "{sign}" but the target says "{target}". Write the comparator in one place only.',
      write: 'Change to "{expected}"'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年仲裁工作经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 仲裁案件数量（件） | 全年审结的案件 | ≥40数量，案件数量 | 年度工作计划
        ^ | 质量指标 | 案件调解率 | 调解结案占比 | ≥≥60% | 年度工作计划
        ^ | 时效指标 | 按期结案率 | 按期结案占比 | ≥9O% | 年度工作计划
        满意度指标 | 服务对象满意度指标 | 当事人满意度 | 问卷调查结果 | ≥90%百分比，当事人满意度 | 年度工作计划
      `,
      finds: ['E3', 'E4', 'E5', 'E6']
    },
    {
      wrong: sheet`
        2024年仲裁工作经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 印制宣传手册份数 | ≥500份份
        ^ | 12-质量指标 | 案件调解率 | ≥60百分比
      `,
      finds: ['D3', 'D4']
    },
    {
      right: sheet`
        2024年仲裁工作经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 仲裁案件数量 | 40-60件
        ^ | 质量指标 | 案件调解率 | 60%以上
        ^ | 时效指标 | 项目完成时限 | 2024年12月31日前
        ^ | 成本指标 | 仲裁员补贴标准 | 1200元/人·月
        满意度指标 | 服务对象满意度指标 | 当事人满意度 | ≥90%
      `
    }
  ],
  create: (context) => {
    function check(part: Part, _value: TargetValue, node: Indicator): void {
      const {plain} = part
      const found = findGarble(plain)
      if (found) {
        const {messageId, rest = '', expected} = found
        context.report({
          node,
          part,
          messageId,
          ...(messageId === 'percentWord' && {severity: 'warning' as const}),
          data: {target: quoteText(part.text), rest, expected: expected ?? ''},
          ...(expected && {
            expected: [expected],
            suggest: [{messageId: 'write', edits: [rewritePart(part, expected)]}]
          })
        })
        return
      }
      if (plain.includes(',') && node.name && repeatsName(plain, bareName(node.name))) {
        context.report({
          node,
          part,
          messageId: 'words',
          data: {
            target: quoteText(part.text),
            rest: quoteText(part.text.split(/[,，]/).slice(1).join('，').trim())
          }
        })
        return
      }
      if (node.comparator?.plain && contradicts(node.comparator.plain, plain)) {
        context.report({
          node,
          part,
          messageId: 'contradiction',
          severity: 'warning',
          data: {sign: node.comparator.text.trim(), target: quoteText(part.text)}
        })
      }
    }

    return {
      indicator(node) {
        if (node.source !== 'prose') eachTarget(node, check)
      }
    }
  }
})

/** Whether the comparator's column has one sign and the target begins with another. */
function contradicts(written: string, plain: string): boolean {
  const column = signs[written]
  const own = column && /^(?:[≥≤≧≦<>=]=?)/.exec(plain)?.[0]
  return own !== undefined && signs[own] !== undefined && signs[own] !== column
}

/** A number, a comma, and the name of the indicator once more: ≥12次，巡河次数. */
function repeatsName(plain: string, bare: string): boolean {
  const rest = /^[≥≤≧≦<>=]*\d[\d.]*[^,\d]{0,4},(.+)$/.exec(plain)?.[1]
  return (
    rest !== undefined &&
    rest.length >= 3 &&
    (rest === bare ||
      bare.endsWith(rest) ||
      (rest.startsWith(bare) && bare.length >= 4 && rest.length <= bare.length + 2))
  )
}

const signs: Record<string, string> = {
  '≥': '≥',
  '≧': '≥',
  '>=': '≥',
  '≤': '≤',
  '≦': '≤',
  '<=': '≤',
  '=': '=',
  '>': '>',
  '<': '<'
}
