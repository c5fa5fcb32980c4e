import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {bareName} from '../support/bare-name.js'

export default defineRule({
  id: 'satisfaction-under-benefit',
  group: 'relevance',
  severity: 'warning',
  title: {zh: '满意度放在了其他类别', en: 'Satisfaction in another class'},
  why: {
    zh: '满意度有自己的一级指标。放在社会效益等类别里，一是与满意度指标重复计分，二是真正的效益没有写出来——满意不等于有效益。请移到满意度指标，效益类另写项目带来的变化。',
    en: 'Satisfaction has a first-level class of its own. Under social benefit or another class it is scored twice and hides that no real benefit was named: satisfied people are not yet a benefit. Move it to the satisfaction class and state what the project changes.'
  },
  basis: ['财预〔2021〕101号：满意度指标与效益指标分别设置', '财预〔2015〕88号：绩效指标分类'],
  traps: {
    zh: '二级类别本身就是“服务对象满意度”的不报；看不出类别的不报。',
    en: 'Silent when the second-level class itself is satisfaction, and when the class is not known.'
  },
  messages: {
    zh: {
      benefit: '“{name}”是满意度，却放在效益指标“{level}”下。请移到满意度指标，这里另写项目带来的效益。',
      output: '“{name}”是满意度，却放在“{level}”下。请移到满意度指标。'
    },
    en: {
      benefit:
        '"{name}" is a satisfaction, but stands under the benefit class "{level}". Move it to the satisfaction class and state a real benefit here.',
      output: '"{name}" is a satisfaction, but stands under "{level}". Move it to the satisfaction class.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年公共图书馆免费开放绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 免费开放天数 | ≥300天
        ^ | 质量指标 | 读者满意率 | ≥90%
        效益指标 | 社会效益指标 | 读者满意度（%） | ≥90%
        满意度指标 | 服务对象满意度指标 | 到馆读者满意度 | ≥90%
      `,
      finds: ['C4', 'C5']
    },
    {
      right: sheet`
        2024年公共图书馆免费开放绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 免费开放天数 | ≥300天
        效益指标 | 社会效益指标 | 年接待读者人次 | ≥60000人次
        ^ | 服务对象满意度指标 | 到馆读者满意度 | ≥90%
      `
    }
  ],
  create: (context) => ({
    indicator(node) {
      const {profile} = node
      if (profile.kind !== 'satisfaction' || profile.confidence < 0.8) return
      const {name, level2, levelOne, levelTwo} = node
      if (!name || !levelTwo || levelTwo === 'satisfaction' || levelOne === 'satisfaction') return
      if (!/满意(?:度|率|程度|度率|度指标|情况)?$/.test(bareName(name))) return
      const benefit = benefits.has(levelTwo)
      const level = (level2 ?? node.level1)?.text ?? ''
      context.report({
        node,
        part: 'name',
        messageId: benefit ? 'benefit' : 'output',
        data: {name: quoteText(name.text), level: quoteText(level)},
        ...(level2 && {related: [{part: level2}]})
      })
    }
  })
})

const benefits = new Set(['economic-benefit', 'social-benefit', 'environmental-benefit', 'sustainability'])
