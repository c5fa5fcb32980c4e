import {defineRule} from '../../lint/define-rule.js'
import type {Indicator, Part} from '../../tree/nodes.js'
import type {TargetValue} from '../../value/target-value.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {findMismatch} from '../support/find-mismatch.js'
import {eachTarget} from '../support/target-cells.js'

export default defineRule({
  id: 'target-kind-mismatch',
  group: 'measurability',
  severity: 'error',
  title: {zh: '指标值与指标名称不是一回事', en: 'Target of another kind than its name'},
  why: {
    zh: '名称问的是比率，指标值却是日期、件数或一句话；名称问的是完成时间，指标值却是百分比；名称问的是数量，指标值却是金额。问和答对不上，年底就无法判断是否完成。请让指标值回答名称，或者把名称改成指标值真正考核的内容。',
    en: 'The name asks for a rate and the target is a date, a count or a sentence; the name asks for a time and the target is a percentage; the name asks for a count and the target is money. When answer and question do not fit, nobody can tell at year end whether the target was met. Let the target answer the name, or rename the indicator to what the target really measures.'
  },
  basis: ['财预〔2021〕101号：指标值应当与指标名称对应，量化、可衡量'],
  traps: {
    zh: '及时性用百分比只作提示；“全覆盖”“零投诉”“无事故”等可以直接核对的文字、“起/万人”之类的相对数、分数形式的满意度不报；名称含义拿不准时不报。',
    en: 'Punctuality in percent is only a hint; silent for words that can be checked (全覆盖, 零投诉, 无事故), relative numbers such as 起/万人, satisfaction in points, and whenever the kind of the name is not sure.'
  },
  messages: {
    zh: {
      dateForRate:
        '“{name}”是比率，指标值“{target}”却是时间。请写成百分比；要考核时间的，请改成“完成时间”一类的名称。',
      durationForRate:
        '“{name}”是比率，指标值“{target}”却是时长。请写成百分比，或者改成“办理时限”一类的名称。',
      countForRate: '“{name}”是比率，指标值“{target}”却是数量。请写成百分比，或者把名称改成数量。',
      moneyForRate: '“{name}”是比率，指标值“{target}”却是金额。请写成百分比，或者改指标名称。',
      frequencyForRate:
        '“{name}”是比率，指标值“{target}”却是频次。请写成百分比，或者改成“发放频次”一类的名称。',
      wordsForRate: '“{name}”是比率，指标值“{target}”却是文字。请写成百分比。',
      percentForTime:
        '“{name}”问的是时间，指标值“{target}”却是百分比。请写明日期或时长；考核及时率的，请改指标名称。',
      percentForPromptness: '“{name}”用百分比“{target}”表示，实际考核的是及时率。建议名称改为“…及时率”。',
      countForTime: '“{name}”问的是时间，指标值“{target}”却不是日期或时长。请写明日期或时长。',
      dateForCount: '“{name}”问的是数量，指标值“{target}”却是时间。请写成带单位的数。',
      moneyForCount: '“{name}”问的是数量，指标值“{target}”却是金额。请写成带单位的数，或者改成成本指标。',
      percentForMeasure:
        '“{name}”问的是实物量，指标值“{target}”却是百分比。请写成带单位的数，或者把名称改成比率。',
      wordsForAmount: '“{name}”问的是金额，指标值“{target}”里没有数字。请写明金额。',
      wordsForCost: '“{name}”是成本，指标值“{target}”里没有金额。请写明控制数，例如“≤…万元”。',
      percentForCost:
        '“{name}”问的是金额或标准，指标值“{target}”却是百分比。请写明金额，或者把名称改成比率。',
      countForCost: '“{name}”问的是费用，指标值“{target}”却是数量。请写明金额，或者把名称改成数量。',
      dateForCost: '“{name}”问的是费用，指标值“{target}”却是时间。请写明金额。',
      frequencyForQuality:
        '“{name}”是质量指标，指标值“{target}”说的却是多久一次。请写合格率、差错率等质量要求，发放或开展的频次放到时效指标。',
      numberForWish:
        '“{name}”是一句愿望或要求，“{target}”说不清是什么的数。请把名称改成被考核的事物，例如“参加人数”“…率”。',
      percentForPrevention:
        '“{name}”要求不发生某事，用“{target}”说不清允许发生几次。请写成次数，例如名称“事故发生次数”、指标值“0次”。'
    },
    en: {
      dateForRate:
        '"{name}" is a rate, but its target "{target}" is a time. Give a percentage; if the time is meant, rename it (完成时间).',
      durationForRate:
        '"{name}" is a rate, but its target "{target}" is a length of time. Give a percentage, or rename it (办理时限).',
      countForRate:
        '"{name}" is a rate, but its target "{target}" is a count. Give a percentage, or rename it to a count.',
      moneyForRate:
        '"{name}" is a rate, but its target "{target}" is an amount of money. Give a percentage, or rename the indicator.',
      frequencyForRate:
        '"{name}" is a rate, but its target "{target}" says how often. Give a percentage, or rename it (发放频次).',
      wordsForRate: '"{name}" is a rate, but its target "{target}" is in words. Give a percentage.',
      percentForTime:
        '"{name}" asks for a time, but its target "{target}" is a percentage. Give a date or a length of time, or rename it if punctuality is meant.',
      percentForPromptness:
        '"{name}" is answered with the percentage "{target}", so it really measures a rate of punctuality. Better call it …及时率.',
      countForTime:
        '"{name}" asks for a time, but its target "{target}" is neither date nor length of time. Give one.',
      dateForCount:
        '"{name}" asks for a count, but its target "{target}" is a time. Give a number with a unit.',
      moneyForCount:
        '"{name}" asks for a count, but its target "{target}" is an amount of money. Give a number with a unit, or make it a cost indicator.',
      percentForMeasure:
        '"{name}" asks for a quantity, but its target "{target}" is a percentage. Give a number with a unit, or rename it to a rate.',
      wordsForAmount:
        '"{name}" asks for an amount, but its target "{target}" holds no number. State the amount.',
      wordsForCost:
        '"{name}" is a cost, but its target "{target}" holds no amount. State the ceiling, e.g. "≤…万元".',
      percentForCost:
        '"{name}" asks for an amount or a standard, but its target "{target}" is a percentage. State the amount, or rename it to a rate.',
      countForCost:
        '"{name}" asks for a cost, but its target "{target}" is a count. State the amount, or rename it to a count.',
      dateForCost: '"{name}" asks for a cost, but its target "{target}" is a time. State the amount.',
      frequencyForQuality:
        '"{name}" is a quality indicator, but its target "{target}" says how often. State a quality (pass rate, error rate) and move the frequency to the timeliness class.',
      numberForWish:
        '"{name}" is a wish or a demand, so "{target}" is a number of nothing in particular. Name the thing that is measured, e.g. 参加人数 or …率.',
      percentForPrevention:
        '"{name}" demands that something does not happen, and "{target}" does not say how often it may. Count it, e.g. name 事故发生次数, target 0次.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年危桥改造绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 改造危桥数量 | 当年改造的桥梁 | ≥5座 | 实施方案
        ^ | 质量指标 | 工程验收合格率 | 合格工程占比 | 按要求组织验收 | 实施方案
        ^ | 时效指标 | 工程完工及时率 | 按期完工工程占比 | 2024年11月底前 | 实施方案
        ^ | ^ | 工程完成时间 | 全部完工的时间 | 100% | 实施方案
        ^ | 成本指标 | 桥梁维护费 | 全年维护支出 | 5座 | 实施方案
        效益指标 | 社会效益指标 | 提高群众出行积极性 | 群众出行情况 | ≥30人 | 实施方案
      `,
      finds: ['E4', 'E5', 'E6', 'E7', 'E8']
    },
    {
      wrong: sheet`
        2024年部门项目支出预算绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 12-质量指标 | 村级卫生室服务质量 | 按季度发放
        ^ | 12-质量指标 | 药品目录覆盖率 | 37个
        2-效益指标 | 21-经济效益 | 挽回经济损失金额 | 化解纠纷
      `,
      finds: ['D3', 'D4', 'D5']
    },
    {
      right: sheet`
        2024年危桥改造绩效目标表
        一级指标 | 二级指标 | 三级指标 | 对比符号 | 指标值 | 计量单位
        01-产出指标 | 01-数量指标 | 改造危桥数量 | >= | 5 | 座
        01-产出指标 | 02-质量指标 | 工程验收合格率 | >= | 98 | %
        01-产出指标 | 02-质量指标 | 农村公路覆盖率 | = | 全覆盖 |
        01-产出指标 | 02-质量指标 | 检测数据差错率 | | ≤万分之三 |
        01-产出指标 | 02-质量指标 | 公交万公里责任事故率 | <= | 0.05 | 次
        01-产出指标 | 02-质量指标 | 传染病报告发病率 | | 低于全省平均水平 |
        01-产出指标 | 03-时效指标 | 补助发放频次 | = | 按季度发放 |
        01-产出指标 | 03-时效指标 | 工程完成时间 | <= | 2024年11月30日 |
        01-产出指标 | 04-成本指标 | 桥梁维护费 | <= | 30 | 万元
        01-产出指标 | 04-成本指标 | 资金使用成本（利率） | <= | 3.6 | %
        02-效益指标 | 02-社会效益指标 | 交通事故万人发生率 | <= | 3 | 起/万人
        03-满意度指标 | 01-服务对象满意度指标 | 沿线群众满意度 | >= | 90 | %
      `
    }
  ],
  create: (context) => {
    function check(part: Part, value: TargetValue, node: Indicator): void {
      const {name} = node
      const found = name && findMismatch(node, value, part.plain)
      if (!found) return
      context.report({
        node,
        part,
        messageId: found.messageId,
        severity: found.severity,
        data: {name: quoteText(name.text), target: quoteText(part.text)}
      })
    }

    return {
      indicator(node) {
        if (node.source !== 'prose') eachTarget(node, check)
      }
    }
  }
})
