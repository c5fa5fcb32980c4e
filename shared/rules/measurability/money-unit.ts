import {defineRule} from '../../lint/define-rule.js'
import type {Field, Goal, Indicator, Part} from '../../tree/nodes.js'
import type {TargetValue} from '../../value/target-value.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {bareName} from '../support/bare-name.js'
import {rewritePart} from '../support/rewrite-part.js'
import {eachTarget} from '../support/target-cells.js'

export default defineRule({
  id: 'money-unit',
  group: 'measurability',
  severity: 'error',
  fix: 'suggestion',
  title: {zh: '金额单位不完整或不一致', en: 'Money unit incomplete or inconsistent'},
  why: {
    zh: '金额写成“16万”，缺“元”字；表头注明“万元”，单元格里却又写“5.8万”或“315000元”，汇总时容易错一万倍。请把单位写完整，并与表头的金额单位一致。',
    en: 'An amount of "16万" lacks 元; "5.8万" or "315000元" in a table stated in 万元 invites an error of a factor of ten thousand when amounts are added. Write the unit in full and keep to the money unit of the table.'
  },
  basis: ['财预〔2021〕101号：指标值应当量化并注明计量单位', '预算表列示要求：同一张表使用同一金额单位'],
  traps: {
    zh: '单价、补助标准、人均金额用“元”的，名称不是金额或成本的，表头没有注明金额单位的不报。',
    en: 'Silent for unit prices, rates of subsidy and amounts per head in 元, for names that are neither amounts nor costs, and where the table states no money unit.'
  },
  messages: {
    zh: {
      incomplete: '“{name}”的指标值“{amount}”缺“元”字。请写成“{expected}”。',
      cell: '金额“{amount}”的单位不完整，表头已注明“{unit}”。请只写数字，或者写成“{expected}”。',
      cellAlone: '金额“{amount}”缺“元”字。请写成“{expected}”。',
      other: '“{name}”的指标值“{amount}”以元计，这张表的金额单位是“{unit}”。请换算成“{expected}”。',
      each: '“{name}”是单价或人均数，“{amount}”没有写明按什么计。建议写成“元/人”“元/件”这样的单位。',
      text: '“{text}”中的“{amount}”没有写金额单位。请写明是元还是万元。',
      write: '改为“{expected}”'
    },
    en: {
      incomplete: 'The target "{amount}" of "{name}" lacks 元. Write "{expected}".',
      cell: 'The unit of the amount "{amount}" is incomplete, and the heading already says "{unit}". Write the number alone, or "{expected}".',
      cellAlone: 'The amount "{amount}" lacks 元. Write "{expected}".',
      other:
        'The target "{amount}" of "{name}" is in 元, the table is in "{unit}". Convert it to "{expected}".',
      each: '"{name}" is a unit price or an amount per head, and "{amount}" does not say per what. Write a unit such as 元/人 or 元/件.',
      text: '"{amount}" in "{text}" has no money unit. Say whether it is 元 or 万元.',
      write: 'Change to "{expected}"'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年部门项目支出预算绩效目标表
        单位：万元
        项目名称 | 校园安防改造
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 改造学校数量 | 6所
        ^ | 14-成本指标 | 设备购置费 | ≤16万
        ^ | ^ | 安装工程费 | 250000元
      `,
      finds: ['D6', 'D7']
    },
    {
      title: {zh: '单价没有写按什么计', en: 'A unit price without its base'},
      wrong: sheet`
        2024年职业技能培训绩效目标表
        一级指标 | 二级指标 | 三级指标 | 对比符号 | 指标值 | 计量单位
        产出指标 | 数量指标 | 培训学员人数 | ≥ | 600 | 人
        ^ | 成本指标 | 人均培训成本 | ≤ | 1800 | 元
        ^ | ^ | 教材单价 | ≤ | 45 | 元/册
      `,
      finds: ['E4']
    },
    {
      title: {zh: '目标里的金额没有单位', en: 'An amount without unit in the goal'},
      wrong: sheet`
        2024年小型水库维修养护绩效目标表
        项目名称 | 小型水库维修养护 | 预算数（万元） | #360
        绩效目标 | 完成水库维修养护投资360，使12座小型水库安全运行。
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 维修养护水库数量 | ≥12座
      `,
      finds: ['B3']
    },
    {
      right: sheet`
        2024年小型水库维修养护绩效目标表
        项目名称 | 小型水库维修养护 | 预算数（万元） | #360
        绩效目标 | 完成维修养护投资1,360万元，其中财政资金360万元；落实资金3项、投入人员25人，投资完成率100%，资金支付到2024年底。
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 维修养护水库数量 | ≥12座
      `
    },
    {
      right: sheet`
        2024年部门项目支出预算绩效目标表
        单位：万元
        项目名称 | 校园安防改造
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 改造学校数量 | 6所
        ^ | 14-成本指标 | 设备购置费 | ≤16万元
        ^ | ^ | 保安人均补助标准 | 36000元/人·年
        2-效益指标 | 22-社会效益 | 受益师生人数 | ≥1.2万人
      `
    }
  ],
  create: (context) => {
    const tableUnit = (): string | undefined => context.form.moneyUnit?.value

    function checkCell(node: Parameters<typeof context.report>[0]['node'], part: Part): void {
      if (!/^\d[\d,]*(?:\.\d+)?[万亿]$/.test(part.plain)) return
      const unit = tableUnit()
      const expected = `${part.text.trim()}元`
      context.report({
        node,
        part,
        messageId: unit ? 'cell' : 'cellAlone',
        severity: 'warning',
        data: {amount: quoteText(part.text), expected: quoteText(expected), ...(unit && {unit})},
        expected: [expected],
        suggest: [{messageId: 'write', edits: [rewritePart(part, expected)]}]
      })
    }

    function checkTarget(part: Part, _value: TargetValue, node: Indicator): void {
      if (!mayLackUnit(part.plain)) return
      const name = node.name?.text ?? ''
      const withYuan = completeAmount(part)
      if (withYuan !== undefined && isMoney(node) && !node.unit?.plain) {
        context.report({
          node,
          part,
          messageId: 'incomplete',
          data: {name: quoteText(name), amount: quoteText(part.text), expected: quoteText(withYuan)},
          expected: [withYuan],
          suggest: [{messageId: 'write', edits: [rewritePart(part, withYuan)]}]
        })
        return
      }
      if (lacksBase(node, part)) {
        context.report({
          node,
          part,
          messageId: 'each',
          severity: 'info',
          data: {name: quoteText(name), amount: quoteText(part.text + (node.unit?.text ?? ''))}
        })
        return
      }
      const unit = tableUnit()
      if (unit !== '万元' || !part.plain.endsWith('元') || !isMoney(node)) return
      const whole = /^([≥≤≧≦<>=]*)(\d+(?:\.\d+)?)元$/.exec(part.plain)
      if (!whole || Number(whole[2]) < 10000) return
      if (/人均|户均|平均|单价|单位成本|标准|每|均价|工资水平|人年|补贴额/.test(bareName(node.name))) return
      const expected = `${whole[1] ?? ''}${Number((Number(whole[2]) / 10000).toFixed(6))}万元`
      context.report({
        node,
        part,
        messageId: 'other',
        severity: 'warning',
        data: {name: quoteText(name), amount: quoteText(part.text), expected, unit},
        expected: [expected],
        suggest: [{messageId: 'write', edits: [rewritePart(part, expected)]}]
      })
    }

    /** An amount in a sentence that ends with its number; certain where it is the form's own amount. */
    function checkSentence(node: Goal | Field, part: Part): void {
      const found = bareAmount.exec(part.plain)
      if (!found) return
      const amount = found[2] ?? ''
      const number = Number(amount.replaceAll(',', ''))
      if (/^(?:19|20)\d\d$/.test(amount)) return
      const own = context.form.children.some(
        (child) =>
          child.type === 'funds' &&
          child.children.some(({amounts}) => amounts.some((one) => one.amount === number))
      )
      context.report({
        node,
        part,
        messageId: 'text',
        severity: own ? 'error' : 'warning',
        data: {amount: found[0], text: quoteText(part.text)}
      })
    }

    return {
      goal(node) {
        checkSentence(node, node.text)
      },
      indicator(node) {
        eachTarget(node, checkTarget)
      },
      fundsRow(node) {
        for (const {part, column} of node.amounts)
          if (column !== 'rate' && column !== 'reason') checkCell(node, part)
      },
      field(node) {
        if (node.key === 'amount' && node.value) checkCell(node, node.value)
        if (node.key === 'purpose' && node.value) checkSentence(node, node.value)
      }
    }
  }
})

const bareAmount =
  /(投资|投入|投入资金|资金|拨款|经费|总额)(?:共计?|合计|总计|为|约)?(?<![\d.,])(\d{2,}(?:,\d{3})*(?:\.\d+)?)(?=[，；。、]|[,;](?!\d)|$)/

const perUnit = /(?:人均|户均|亩均|次均|生均|单价|单位(?:成本|造价|面积))/
const plainMoney = /^[≥≤≧≦<>=]*\d+(?:\.\d+)?(?:万?元)?$/

/** Whether a target ends in a number, a scale or 元, or has a scale before a slash: no other is looked at. */
function mayLackUnit(plain: string): boolean {
  const end = plain.charCodeAt(plain.length - 1)
  return (
    (end >= 48 && end <= 57) ||
    '万亿元'.includes(plain.slice(-1)) ||
    (plain.includes('/') && /[万亿]\//.test(plain))
  )
}

/** `16万` → `16万元`, `≤3万/人` → `≤3万元/人`; undefined for any other text. */
function completeAmount({text, plain}: Part): string | undefined {
  const end = plain.slice(-1)
  if (end !== '万' && end !== '亿' && !plain.includes('/')) return undefined
  const [, amount, per] = /^([≥≤≧≦<>=]*\d+(?:\.\d+)?[万亿])(\/[^\d/]{1,4})?$/.exec(plain) ?? []
  if (amount === undefined) return undefined
  return per === undefined ? `${text.trim()}元` : `${amount}元${per}`
}

/** A unit price in 元 whose base (/人, /件) stands neither in the cell, nor in the unit's column, nor in the name. */
function lacksBase({name, unit, source}: Indicator, {plain}: Part): boolean {
  if (source !== 'table' || !name) return false
  const inYuan = unit?.plain ? unit.plain === '元' || unit.plain === '万元' : plain.endsWith('元')
  return inYuan && plainMoney.test(plain) && !name.plain.includes('/') && perUnit.test(name.plain)
}

function isMoney({profile, levelOne, levelTwo}: Indicator): boolean {
  if ((profile.kind === 'cost' || profile.kind === 'amount') && profile.confidence >= 0.7) return true
  const costClass = levelOne === 'cost' || levelTwo === 'cost' || levelTwo === 'economic-cost'
  return costClass && profile.kind !== 'count' && profile.kind !== 'measure' && profile.kind !== 'rate'
}
