import {defineRule} from '../../lint/define-rule.js'
import {readNumbers} from '../../value/prose-quantity.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {contentsOf} from '../support/contents-of.js'

export default defineRule({
  id: 'name-value-mismatch',
  group: 'consistency',
  severity: 'warning',
  title: {zh: '指标名称里的数与指标值不同', en: 'The name states another value than the target'},
  why: {
    zh: '指标名称已经写了“100%”“30人”，指标值却是另一个数，年底按哪个考核说不清。名称只写考核什么，数写在指标值里；请核对并删去名称里的数。',
    en: 'The name already says "100%" or "30 persons", but the target is another number, so nobody knows which one counts. A name says what is measured and the target how much: check the number and delete it from the name.'
  },
  basis: ['财预〔2021〕101号：指标名称简洁明确，指标值单独填列'],
  traps: {
    zh: '只比较名称末尾、与指标值单位相同的数；“第3期”“5A”、年份、区间和名称中间的条件（“满意度90%以上的单位数”）不比较。',
    en: 'Only a number at the end of the name with the unit of the target is compared; ordinals, years, ranges and conditions inside the name are not.'
  },
  messages: {
    zh: {differs: '名称“{name}”里写的是 {named}，指标值却是“{target}”。请核对，并把数只写在指标值里。'},
    en: {
      differs:
        'The name "{name}" says {named}, but the target is "{target}". Check the number and write it in the target only.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年游步道建设绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 培训护林员30人 | ≥25人
        ^ | 质量指标 | *工程质量达标率100% | ≥98%
      `,
      finds: ['D3', 'D4']
    },
    {
      right: sheet`
        2024年游步道建设绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 培训护林员30人 | 30人
        ^ | ^ | 举办培训班第3期 | ≥1期
        ^ | ^ | 满意度90%以上的景区数量 | ≥8个
        ^ | 质量指标 | 工程质量达标率100% | 100%
        ^ | ^ | 完好率（≥95%） | ≥95%
      `
    }
  ],
  create: (context) => ({
    form(form) {
      for (const node of contentsOf(form).rows) {
        const {name} = node
        if (!name || !endsNearDigit(name.plain)) continue
        const {value, target, targets} = node
        if (!target || value.number === undefined || targets.length > 1) continue
        if (value.kind !== 'percent' && value.kind !== 'number') continue
        const text = name.plain.replace(/[)\]]$/, '')
        if (!/\d[^\d]{1,3}$/.test(text) || value.upper !== undefined) continue
        const {quantities, percents} = readNumbers(text)
        const percent = percents.at(-1)
        const quantity = quantities.at(-1)
        let named: string | undefined
        if (value.kind === 'percent') {
          if (percent && text.endsWith(percent.text) && Math.abs(percent.ratio * 100 - value.number) > 1e-6)
            named = percent.text
        } else if (quantity && text.endsWith(quantity.text) && quantity.text.endsWith(value.unit ?? '')) {
          if (value.unit && Math.abs(parseFloat(quantity.text) - value.number) > 1e-6) named = quantity.text
        }
        if (named === undefined) continue
        context.report({
          node,
          part: 'target',
          messageId: 'differs',
          data: {name: quoteText(name.text), named, target: quoteText(target.text)},
          related: [{part: name}]
        })
      }
    }
  })
})

/** A digit shortly before the end, behind which a unit and a bracket have room: few names have one. */
function endsNearDigit(plain: string): boolean {
  for (let at = plain.length - 2; at >= 0 && at >= plain.length - 5; at--) {
    const code = plain.charCodeAt(at)
    if (code >= 48 && code <= 57) return true
  }
  return false
}
