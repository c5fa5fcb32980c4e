import {defineRule} from '../../lint/define-rule.js'
import type {Indicator} from '../../tree/nodes.js'
import {lookUpUnit} from '../../vocabulary/units.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {contentsOf} from '../support/contents-of.js'
import {isPlaceholder} from '../support/placeholders.js'

export default defineRule({
  id: 'missing-target-value',
  group: 'completeness',
  severity: 'error',
  title: {zh: '指标没有指标值', en: 'Indicator without a target value'},
  why: {
    zh: '指标有名称却没有指标值，或者指标值只剩单位、只剩比较符号，年底就没有可以对照的标准，这条指标等于没有设。请补上数值；确实不用的指标请整行删去。',
    en: 'An indicator that has a name but no target, or a target of which only the unit or the comparator is left, gives nothing to check against at year end. Fill in the value, or delete the whole row if the indicator is not used.'
  },
  basis: ['财预〔2015〕88号：绩效指标应当细化、量化', '财预〔2021〕101号：绩效指标应当设置指标值'],
  traps: {
    zh: '没有名称的空行、整块都没有填写的表、没有指标值一栏的表、其他区域列已经填写的行、被截断的表的最后一行、名称里已经写明数值的行不报。',
    en: 'Silent for rows without a name, blocks that are blank throughout, tables without a target column, rows filled in another column of targets, the last row of a table that was cut off, and names that carry the value.'
  },
  messages: {
    zh: {
      empty: '“{name}”没有指标值。请填写，或者删去这一行。',
      unfilled: '“{name}”的指标值和完成值都是空的。请填写，或者删去这一行。',
      onlyUnit: '“{name}”的指标值只有“{target}”，没有数字。请补上数字。',
      blankBlock: '这张表的指标值都还没有填写。',
      prose: '“{name}”没有给出指标值。请写明数值，例如在后面写上“≥…”。'
    },
    en: {
      empty: '"{name}" has no target value. Fill it in, or delete the row.',
      unfilled: 'Both the target and the result of "{name}" are empty. Fill them in, or delete the row.',
      onlyUnit: 'The target of "{name}" is only "{target}", without a number. Add the number.',
      blankBlock: 'None of the targets of this table is filled in yet.',
      prose: '"{name}" states no value. Say which, for example with "≥ …" behind it.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年农村供水工程绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 新建蓄水池数量 | 当年建成的蓄水池 | ≥12座 | 实施方案
        ^ | ^ | 改造管网长度 | 当年改造的管网 | 公里 | 实施方案
        ^ | 质量指标 | 工程验收合格率 | 验收合格工程占比 | | 实施方案
        满意度指标 | 服务对象满意度指标 | 受益群众满意度 | 问卷调查结果 | ≥ % | 实施方案
      `,
      finds: ['E4', 'E5', 'E6']
    },
    {
      wrong: sheet`
        2023年公路养护项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 养护里程 | ≥80公里 | 82公里 | 25 | 25
        ^ | 质量指标 | 路面完好率 | | | 25
        满意度指标 | 服务对象满意度指标 | 沿线群众满意度 | ≥90% | 93% | 10 | 10
      `,
      finds: ['D4']
    },
    {
      right: sheet`
        2024年农村供水工程绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 新建蓄水池数量 | ≥12座
        ^ | 12-质量指标 | 工程验收合格率 | ≥98%
        2-效益指标 | 21-经济效益
        ^ | 22-社会效益 | 受益人口 | ≥3600人
        ^ | 23-生态效益
        3-满意度指标 | 31-服务对象满意度 | 受益群众满意度 | ≥90%
      `
    },
    {
      title: {zh: '分区域的指标值，填了其中一列', en: 'Targets by district, one column filled'},
      right: sheet`
        2024年图书下乡补助绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标解释 | 区域目标值 | <
        ^ | ^ | ^ | ^ | 东河区 | 西河区
        产出指标 | 数量指标 | 配送图书数量 | 当年配送的图书 | 2000册 | 1500册
        ^ | ^ | 新建书屋数量 | 当年新建的书屋 | | 3个
        满意度指标 | 服务对象满意度指标 | 读者满意度 | 问卷调查结果 | ≥90% | ≥90%
      `
    }
  ],
  create: (context) => {
    function check(row: Indicator): void {
      const {name, target, actual, score} = row
      if (!name || !target) return
      if (hasTarget(row) && !isOnlyUnit(row)) return
      const data = {name: quoteText(name.text), target: quoteText(target.text)}
      if (hasTarget(row)) {
        context.report({node: row, part: target, messageId: 'onlyUnit', data})
      } else if (/[≥≤≧≦><=]\s*\d/.test(name.plain)) {
        return
      } else if (actual?.plain === '' && (score === undefined || score.plain === '')) {
        context.report({
          node: row,
          part: target,
          messageId: 'unfilled',
          severity: 'warning',
          data,
          related: [{part: actual}]
        })
      } else {
        const related = actual?.plain === '' ? [{part: actual}] : []
        const severity = row.subordinate ? 'warning' : 'error'
        context.report({node: row, part: target, messageId: 'empty', severity, data, related})
      }
    }

    function checkProse(node: Indicator): void {
      if (node.target || !node.name) return
      const {kind, confidence} = node.profile
      if (confidence < 0.8 || !(kind === 'rate' || kind === 'satisfaction' || kind === 'count')) return
      if (/[零无全]|百分/.test(node.name.plain)) return
      const data = {name: quoteText(node.name.text)}
      context.report({node, part: 'name', messageId: 'prose', severity: 'info', data})
    }

    return {
      form(form) {
        const {rows, prose} = contentsOf(form)
        prose.forEach(checkProse)
        if (!rows.some(isDoubtful)) return
        const last = rows.at(-1)
        for (const block of new Set(rows.map((row) => row.block))) {
          const named = rows.filter((row) => row.block === block && isNamed(row))
          const [first] = named
          if (!first) continue
          if (!named.some(hasTarget)) {
            context.report({node: first, part: first.target, messageId: 'blankBlock', severity: 'info'})
            continue
          }
          for (const row of named) {
            if (row !== last || form.complete || hasTarget(row)) check(row)
          }
        }
      }
    }
  }
})

/** Without a target, or with one that may be nothing but a unit: nearly all rows have a number. */
function isDoubtful(row: Indicator): boolean {
  const {target} = row
  if (target === undefined || (target.plain !== '' && row.value.number !== undefined)) return false
  return !hasTarget(row) || isOnlyUnit(row)
}

function isNamed({name, target}: Indicator): boolean {
  return target !== undefined && name !== undefined && name.plain !== '' && !isPlaceholder(name.plain)
}

function hasTarget({target, targets}: Indicator): boolean {
  return target?.plain !== '' || targets.some(({part}) => part.plain !== '')
}

/** `公里`, `≥ %`, `≤`: a comparator or a unit without a number. */
function isOnlyUnit({target, value, profile}: Indicator): boolean {
  const plain = target?.plain ?? ''
  if (plain === '' || /\d/.test(plain)) return false
  const unit = plain.replace(/^(?:[≥≤≧≦<>=]+|大于等于|小于等于|不低于|不少于|不超过)/, '')
  if (unit === '' || unit === '%' || unit === '百分比') return true
  if (lookUpUnit(unit) === undefined) return false
  const numeric = profile.kind !== undefined && profile.kind !== 'qualitative' && profile.confidence >= 0.7
  return unit !== plain || value.kind === 'placeholder' || numeric
}
