import {defineRule} from '../../lint/define-rule.js'
import type {Indicator} from '../../tree/nodes.js'
import {isDateText} from '../../value/deadline.js'
import {lookUpUnit} from '../../vocabulary/units.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {readActual} from '../support/compare-actual.js'
import {contentsOf} from '../support/contents-of.js'
import {countPattern} from '../support/known-classifiers.js'
import {percentOf} from '../support/percent-of.js'
import {isReason} from '../support/reasons.js'
import {withTargetInForce} from '../support/target-in-force.js'
import {writtenTarget} from '../support/written-target.js'

const done =
  /^(?:本年度?|全年|均|都)?(?:已|全部|基本|按时|按期|如期|按计划|圆满|已按时|已全部|已基本|顺利)*(?:完成|达成|达标|实现|达到|落实)(?:年初)?(?:预期|预定|既定|年度)?(?:绩效)?(?:指标|目标|任务|要求|计划)?(?:值)?[。.]?$|^(?:达成预期指标|部分达成|基本达成|是|有|√|良好|优|好)[。.]?$/

export default defineRule({
  id: 'actual-kind-mismatch',
  group: 'evaluation',
  severity: 'warning',
  title: {zh: '完成值与指标值不是一类', en: 'Result of another kind than its target'},
  why: {
    zh: '完成值要能和指标值直接比较：指标值是数量，完成值就写数量；指标值是日期，完成值就写完成的日期；指标值是金额，完成值就写实际支出。写成“100%”“已完成”或者换了单位，就看不出完成了多少，也没法计分。',
    en: 'A result must be comparable with its target: a number for a number, a date for a date, an amount for an amount. "100%", "done" or another unit do not say how much was reached, and nothing can be scored.'
  },
  basis: ['财预〔2020〕10号：定量指标填写实际完成数值'],
  traps: {
    zh: '指标值本身是文字的、已写明原因的不报；指标值为 100% 而完成值写“完成”的、指标值是日期而完成值写“已完成”“按时完成”的只作提示或不报；件与份等计数单位混用不报。',
    en: 'Silent where the target is a text or a reason is given, and for counts in different measure words; only a hint for "done" against 100 %, and silent for "done in time" against a date.'
  },
  messages: {
    zh: {
      percentForCount: '“{name}”指标值“{target}”是数量，完成值却是“{actual}”。请填写实际完成的数量。',
      percentForDate: '“{name}”指标值“{target}”是时间，完成值却是“{actual}”。请填写实际完成的日期。',
      countForRate: '“{name}”指标值“{target}”是比率，完成值却是“{actual}”。请填写实际比率。',
      dateForNumber: '“{name}”指标值“{target}”是数，完成值却是时间“{actual}”。请填写实际完成的数。',
      words: '“{name}”指标值“{target}”是数，完成值却写“{actual}”。请填写实际完成的数。',
      unit: '“{name}”指标值“{target}”与完成值“{actual}”的单位不是一类，无法比较。请统一单位。'
    },
    en: {
      percentForCount:
        'The target "{target}" of "{name}" is a quantity, but the result is "{actual}". State the quantity that was reached.',
      percentForDate:
        'The target "{target}" of "{name}" is a time, but the result is "{actual}". State the date it was done.',
      countForRate:
        'The target "{target}" of "{name}" is a rate, but the result is "{actual}". State the rate.',
      dateForNumber:
        'The target "{target}" of "{name}" is a number, but the result is the time "{actual}". State the number that was reached.',
      words:
        'The target "{target}" of "{name}" is a number, but the result says "{actual}". State the number that was reached.',
      unit: 'The units of the target "{target}" and the result "{actual}" of "{name}" cannot be compared. Use one unit.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2023年乡镇卫生院设备购置项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 购置设备数量 | 45台 | 100% | 20 | 20
        ^ | ^ | 培训操作人员数量 | ≥60人 | 已完成 | 10 | 10
        ^ | 质量指标 | 设备验收合格率 | ≥98% | 45台 | 10 | 10
        ^ | 时效指标 | 设备安装完成时间 | 2023年10月底前 | 100% | 10 | 10
        ^ | 成本指标 | 设备购置成本 | ≤300万元 | 45台 | 10 | 10
        效益指标 | 社会效益指标 | 新增服务人次 | ≥5000人次 | 2023年12月 | 20 | 20
        满意度指标 | 服务对象满意度指标 | 患者满意度 | ≥90% | 95% | 10 | 10
      `,
      finds: ['E3', 'E4', 'E5', 'E6', 'E7', 'E8']
    },
    {
      title: {zh: '对比符号、指标值、单位分列的表', en: 'Sign, number and unit in columns of their own'},
      wrong: sheet`
        部门预算项目支出绩效自评表（2023年度）
        一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分
        产出指标 | 数量指标 | 购置设备数量 | ≥ | #45 | 台 | 100% | #50 | #50
        ^ | 质量指标 | 设备完好率 | ＝ | #100 | % | 完成 | #10 | #10
        效益指标 | 社会效益指标 | 新增服务人次 | ≥ | #5000 | 人次 | #5200 | #30 | #30
      `,
      finds: ['G3', 'G4']
    },
    {
      right: sheet`
        2023年乡镇卫生院设备购置项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
        产出指标 | 数量指标 | 购置设备数量 | 45台 | 45 | 20 | 20 |
        ^ | ^ | 培训操作人员数量 | ≥60人 | 未开展 | 10 | 0 | 设备到货晚，培训推迟到2024年3月
        ^ | 质量指标 | 设备验收合格率 | ≥98% | 98.5 | 10 | 10 |
        ^ | ^ | 设备完好率 | 100% | 100% | 5 | 5 |
        ^ | 时效指标 | 设备安装完成时间 | 2023年10月底前 | 已按时完成 | 10 | 10 |
        ^ | 成本指标 | 设备购置成本 | ≤300万元 | 298.5万元 | 5 | 5 |
        效益指标 | 社会效益指标 | 新增服务人次 | ≥5000人次 | 0.52万人次 | 20 | 20 |
        满意度指标 | 服务对象满意度指标 | 患者满意度 | ≥90% | 95% | 10 | 10 |
      `
    }
  ],
  create: (context) => {
    function check(row: Indicator): void {
      const node = withTargetInForce(row)
      if (!node) return
      const {name, actual, target, deviation} = node
      if (!actual?.plain || !target?.plain || !name?.plain || actual.plain === target.plain) return
      const messageId = judge(node)
      if (!messageId || (messageId === 'words' && isReason(deviation))) return
      context.report({
        node: row,
        part: actual,
        messageId,
        ...(messageId === 'words' && node.value.number === 100 && {severity: 'info' as const}),
        data: {
          name: quoteText(name.text),
          target: quoteText(writtenTarget(node)),
          actual: quoteText(actual.text)
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

function judge(node: Indicator): string | undefined {
  const {value, profile} = node
  const plain = node.actual?.plain ?? ''
  const target = node.target?.plain ?? ''
  const isPercent = percentOf(plain) !== undefined
  if (value.kind === 'date') return isPercent ? 'percentForDate' : undefined
  const isNumber =
    value.number !== undefined && ['number', 'percent', 'money', 'duration', 'range'].includes(value.kind)
  if (isPercent) {
    if (isNumber) {
      if (value.kind === 'percent' || !value.unit || value.unit.includes('%') || value.unitSource === 'name')
        return undefined
      return lookUpUnit(value.unit) ? 'percentForCount' : undefined
    }
    // 实施乡镇卫生院37个: a sentence around one number.
    return countPattern.test(target) &&
      profile.kind !== 'rate' &&
      !/%|百分|率/.test(target + (node.name?.plain ?? '')) &&
      /^\D{0,30}\d+(?:\.\d+)?\D{1,30}$/.test(target)
      ? 'percentForCount'
      : undefined
  }
  if (!isNumber) return undefined
  if (isDateText(plain) && /[年月]/.test(plain) && value.kind !== 'duration') return 'dateForNumber'
  if (done.test(plain)) return 'words'
  const read = readActual(node)
  const own = read?.unitSource === 'cell' ? read.unit : undefined
  if (read?.number === undefined || !own || !value.unit || value.unitSource === 'name') return undefined
  const dimension = lookUpUnit(own)?.dimension
  const wanted = lookUpUnit(value.unit)?.dimension
  if (!dimension || !wanted || dimension === wanted) return undefined
  if (wanted === 'percent') return dimension === 'count' || dimension === 'money' ? 'countForRate' : undefined
  const pair = [dimension, wanted]
  return pair.includes('money') &&
    (pair.includes('count') || pair.includes('time') || pair.includes('measure'))
    ? 'unit'
    : undefined
}
