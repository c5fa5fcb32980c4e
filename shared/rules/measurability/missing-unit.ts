import {defineRule} from '../../lint/define-rule.js'
import type {Indicator} from '../../tree/nodes.js'
import type {TargetValue} from '../../value/target-value.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {bareName} from '../support/bare-name.js'
import {rewritePart} from '../support/rewrite-part.js'
import {targetCells, type TargetCell} from '../support/target-cells.js'

export default defineRule({
  id: 'missing-unit',
  group: 'measurability',
  severity: 'warning',
  fix: 'suggestion',
  title: {zh: '指标值没有计量单位', en: 'Target without a unit'},
  why: {
    zh: '只写“≥2000”，看不出是 2000 份、2000 人还是 2000 元，完成值就无从核对。请在数字后面或计量单位一栏写明单位。',
    en: 'A bare "≥2000" may be copies, persons or money, so the result cannot be checked. Put the unit behind the number or into the unit column.'
  },
  basis: ['财预〔2021〕101号：指标值应当量化、可衡量，并注明计量单位'],
  traps: {
    zh: '单位写在计量单位一栏或名称括号里的、名称以“人次、批次、学时、天数”等单位词结尾的、数值为 0 的、得分和指数不报；比率缺百分号由另一条规则检查。',
    en: 'Silent when the unit stands in the unit column or in brackets in the name, when the name ends in a unit (人次, 批次, 学时, 天数), for 0, and for scores and indices; rates without % have a rule of their own.'
  },
  messages: {
    zh: {
      missing: '“{name}”的指标值“{target}”没有单位。请写明单位。',
      known: '“{name}”的指标值“{target}”没有单位。请写明单位，例如“{expected}”。',
      add: '改为“{expected}”'
    },
    en: {
      missing: 'The target "{target}" of "{name}" has no unit. Add it.',
      known: 'The target "{target}" of "{name}" has no unit. Add it, e.g. "{expected}".',
      add: 'Change to "{expected}"'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年科普宣传经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 印制科普手册数量 | 全年印制的手册 | ≥3000 | 年度工作计划
        ^ | ^ | 受益人数 | 参加活动的人数 | ≥800 | 年度工作计划
        ^ | 质量指标 | 手册印刷合格率 | 合格手册占比 | ≥98% | 年度工作计划
      `,
      finds: ['E3', 'E4']
    },
    {
      right: sheet`
        2024年科普宣传经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位
        产出指标 | 数量指标 | 印制科普手册数量 | ≥ | #3000 | 份
        ^ | ^ | 科普讲座场次 | ≥ | #12 | 场
        满意度指标 | 服务对象满意度指标 | 听众满意度 | ≥ | #90 | %
      `
    },
    {
      right: sheet`
        2024年科普宣传经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 科普手册数量（份） | ≥3000
        ^ | ^ | 培训人次 | ≥600
        ^ | 质量指标 | 安全事故起数 | 0
      `
    }
  ],
  create: (context) => ({
    indicator(node) {
      const {name, profile} = node
      if (!name || node.unit?.plain) return
      if (node.targets.length < 2 && (node.value.kind !== 'number' || !lacksUnit(node.value))) return
      const [first, ...others] = targetCells(node).filter((cell) => isBare(cell, node))
      if (!first || !needsUnit(node)) return
      const unit = profile.units[0]
      const expected = unit ? first.part.text.trim() + unit : undefined
      context.report({
        node,
        part: first.part,
        messageId: expected ? 'known' : 'missing',
        data: {name: quoteText(name.text), target: quoteText(first.part.text), ...(expected && {expected})},
        related: others.map(({part}) => ({part})),
        ...(expected &&
          node.source === 'table' && {
            expected: [expected],
            suggest: [{messageId: 'add', edits: [rewritePart(first.part, expected)]}]
          })
      })
    }
  })
})

/** A number without a unit, or with a mere scale (5万) in its place. */
function lacksUnit({number, rest, unit, unitSource}: TargetValue): boolean {
  if (!number || rest) return false
  return !unit || (unitSource === 'cell' && unit.length === 1 && '十百千万亿'.includes(unit))
}

function isBare({part, value}: TargetCell, {profile, source}: Indicator): boolean {
  if (value.kind !== 'number' || !lacksUnit(value)) return false
  if (value.unit) return profile.kind !== 'cost' && profile.kind !== 'amount'
  return source === 'prose' ? value.text.trim().endsWith(String(value.number)) : /\d$/.test(part.plain)
}

const endsInUnit =
  /(?:人次|批次|场次|班次|学时|课时|天数|年限|月数|公里|亩|里程数|分|指数|名次|排名|等级|分数|得分|点击量|浏览量|阅读量|播放量|访问量)$/

const isScore = /(?:分|指数|名次|排名|等级|分数)$/

function needsUnit({profile, name, levelTwo, unit, comparator}: Indicator): boolean {
  const bare = bareName(name)
  if (profile.unitHint || /^\d+$/.test(bare)) return false
  // A form with a column of its own for the unit wants it there, whatever the name says.
  if (endsInUnit.test(bare) && (unit?.plain !== '' || !comparator?.plain || isScore.test(bare))) return false
  const {kind, confidence} = profile
  if (kind === 'count' || kind === 'measure' || kind === 'amount' || kind === 'cost') return confidence >= 0.7
  return kind === undefined && levelTwo === 'quantity'
}
