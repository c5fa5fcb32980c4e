import {defineRule} from '../../lint/define-rule.js'
import type {Indicator, Part} from '../../tree/nodes.js'
import type {TargetValue} from '../../value/target-value.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {eachTarget} from '../support/target-cells.js'

export default defineRule({
  id: 'hedged-number',
  group: 'measurability',
  severity: 'warning',
  title: {zh: '指标值含糊', en: 'Number that is hedged'},
  why: {
    zh: '“约300人”“300人左右”“力争95%”“若干次”留了余地，完成 280 人算不算完成说不清。请写成确定的数和比较符号，例如“≥300人”。',
    en: 'With "约300人", "300人左右", "力争95%" or "若干次" nobody can say whether 280 is enough. Give a definite number with a comparator, e.g. "≥300人".'
  },
  basis: ['财预〔2021〕101号：指标值应当量化、可衡量'],
  traps: {
    zh: '“节约”“签约”“履约”“上下游”“近三年”“3个多月”等词里的字不报；“95%以上”“不超过”是明确的范围，不报。',
    en: 'Silent for these characters within other words (节约, 履约, 上下游, 近三年) and for definite bounds such as 95%以上 or 不超过.'
  },
  messages: {
    zh: {
      about: '“{name}”的指标值“{target}”带有“{word}”，达到多少才算完成说不清。请写成确定的数，例如“≥…”。',
      hope: '“{name}”的指标值“{target}”只是“{word}”，不是承诺的目标。请去掉这个词，写确定的数。',
      twice: '“{name}”的指标值“{target}”把下限说了两遍（“{word}”）。请只写“≥…”。'
    },
    en: {
      about:
        'The target "{target}" of "{name}" is hedged with "{word}", so nobody can tell what meets it. Give a definite number, e.g. "≥…".',
      hope: 'The target "{target}" of "{name}" is only hoped for ("{word}"). Drop the word and commit to a number.',
      twice: 'The target "{target}" of "{name}" states its lower bound twice ("{word}"). Write "≥…" only.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年老年大学经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 招收学员人数 | 全年在册学员 | 约300人 | 招生计划
        ^ | ^ | 开设课程门数 | 全年开设的课程 | 12门左右 | 招生计划
        ^ | ^ | 举办展演次数 | 面向公众的展演 | 至少2次以上 | 招生计划
        ^ | 质量指标 | 学员结业率 | 结业学员占比 | 力争达到95% | 招生计划
        效益指标 | 社会效益指标 | 惠及老人数量 | 参加活动的老人 | 2000余人 | 招生计划
      `,
      finds: ['E3', 'E4', 'E5', 'E6', 'E7']
    },
    {
      wrong: sheet`
        2024年部门项目支出预算绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 走访企业次数 | 若干次
        ^ | 12-质量指标 | 问题办结率 | 95%左右
      `,
      finds: ['D3', 'D4']
    },
    {
      right: sheet`
        2024年老年大学经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 招收学员人数 | 300人以上
        ^ | 质量指标 | 教师签约率 | ≥95%
        ^ | 时效指标 | 课程持续时间 | 不少于3个月
        ^ | 成本指标 | 课时费标准 | 不超过200元/课时
        效益指标 | 经济效益指标 | 节约场地费 | ≥5万元
        ^ | 社会效益指标 | 近三年学员增长率 | ≥3%
        满意度指标 | 服务对象满意度指标 | 学员满意度 | ≥90%
      `
    }
  ],
  create: (context) => {
    function check(part: Part, _value: TargetValue, node: Indicator): void {
      const {plain} = part
      if (plain.length > 30 || !hedge.test(plain)) return
      const {name} = node
      const found = name && judge(plain)
      if (!found) return
      context.report({
        node,
        part,
        messageId: found.messageId,
        ...(found.messageId === 'twice' && {severity: 'info' as const}),
        data: {name: quoteText(name.text), target: quoteText(part.text), word: found.word}
      })
    }

    return {
      indicator(node) {
        if (node.source !== 'prose') eachTarget(node, check)
      }
    }
  }
})

/** Any of the characters that a hedge is made of. */
const hedge = /[约近右下概若几数余多取争量]|预计|以上/

function judge(plain: string): {messageId: 'about' | 'hope' | 'twice'; word: string} | undefined {
  const about =
    /^(?:[≥≤=]|>=|<=|达到|完成|覆盖|惠及)?(大约|大概|将近|约|近)(?=\d|[十百千万][个人户件场次家亩份名])/.exec(
      plain
    )?.[1] ??
    /\d[^\d,，。;；]{0,4}?(左右|上下)(?![游级])/.exec(plain)?.[1] ??
    /\d[万千百]?(余|多)(?:[万千]?(?:人次?|次|户|件|个|场|亩|元|份|名|家|册|项|公里|平方米)|$)/.exec(
      plain
    )?.[1] ??
    /(若干|数[十百千](?=[个次件人户场份名家]))/.exec(plain)?.[1]
  if (about) return {messageId: 'about', word: about}
  const hope = /^(力争|争取|尽量|预计)(?=.*\d)/.exec(plain)?.[1]
  if (hope) return {messageId: 'hope', word: hope}
  const twice = /^(?:至少|不少于|不低于|≥|>=|大于等于)[^,，;；。]*\d[^,，;；。\d]{0,6}?以上$/.exec(plain)
  return twice ? {messageId: 'twice', word: plain} : undefined
}
