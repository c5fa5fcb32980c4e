import {defineRule} from '../../lint/define-rule.js'
import type {Indicator, LevelOne} from '../../tree/nodes.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {contentsOf} from '../support/contents-of.js'

export default defineRule({
  id: 'missing-indicator-class',
  group: 'completeness',
  severity: 'warning',
  title: {zh: '缺少产出或效益指标', en: 'No output or no benefit indicators'},
  why: {
    zh: '只有产出没有效益，看不出花钱之后带来什么变化；只有效益没有产出，看不出做了什么。原则上每个项目都要设产出指标和效益指标。请补上缺少的一类；满意度、生态效益等不适用的可以不设。',
    en: 'Outputs without benefits do not show what the money changes; benefits without outputs do not show what is done. As a rule every project has both. Add the missing class; satisfaction or ecological benefit may be left out where they do not apply.'
  },
  basis: [
    '财预〔2021〕101号：产出指标和效益指标原则上均应设置',
    '财预〔2015〕88号：绩效目标应当包括产出和效益'
  ],
  traps: {
    zh: '被截断的表、自评表、指标少于 3 条的表、没有一级分类的表不报；不足 6 条的只作提示；只缺满意度的不报。',
    en: 'Silent for tables that were cut off, self-evaluations, tables of fewer than 3 indicators or without first-level classes; only a hint below 6 indicators; silent where only satisfaction is missing.'
  },
  messages: {
    zh: {
      benefit: '这张表没有效益指标。请写明项目带来的经济、社会或生态变化。',
      output: '这张表没有产出指标。请写明做多少、做得怎样、何时完成。',
      onlyOutput: '这张表的{count}条指标都是产出指标，没有效益指标和满意度指标。请补充。'
    },
    en: {
      benefit:
        'This table has no benefit indicators. State the economic, social or ecological change the project brings.',
      output: 'This table has no output indicators. State how much is done, how well and by when.',
      onlyOutput:
        'All {count} indicators of this table are outputs; there are no benefits and no satisfaction. Add them.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年村务监督培训绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 培训村务监督员人数 | ≥300人
        ^ | ^ | 举办培训期数 | ≥6期
        ^ | 质量指标 | 培训考试合格率 | ≥95%
        ^ | 时效指标 | 培训任务完成及时率 | 100%
        ^ | 成本指标 | 人均培训成本 | ≤260元/人
        满意度指标 | 服务对象满意度指标 | 学员满意度 | ≥90%
      `,
      finds: ['A3:A7']
    },
    {
      right: sheet`
        2024年村务监督培训绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 培训村务监督员人数 | ≥300人
        ^ | 质量指标 | 培训考试合格率 | ≥95%
        效益指标 | 社会效益指标 | 村务公开信访件下降率 | ≥10%
      `
    }
  ],
  create: (context) => ({
    form(form) {
      if (form.kind !== 'project' && form.kind !== 'department') return
      let first: Indicator | undefined
      let count = 0
      let hasOutput = false
      let hasBenefit = false
      let hasOther = false
      const note = (levelOne: LevelOne | undefined): void => {
        if (levelOne === 'output') hasOutput = true
        else if (levelOne === 'benefit') hasBenefit = true
        else hasOther = true
      }
      for (const row of contentsOf(form).rows) {
        if (row.block !== 0) continue
        first ??= row
        count++
        const {levelOne} = row
        if (levelOne === undefined && row.level1 !== undefined) return
        note(levelOne)
      }
      const part = first?.level1 ?? first?.level2
      if (!first || !part || count < 3) return
      for (const {levelOne} of form.emptyClasses) note(levelOne)
      // A short table may be an excerpt or a small item of expenditure: advice only.
      const severity = count < 6 ? ('info' as const) : ('warning' as const)
      // A table of many rows in mixed order was not cut off before its benefits; it has none.
      if (hasOutput && !hasBenefit && !hasOther && count >= 15) {
        context.report({node: first, part, messageId: 'onlyOutput', data: {count}})
      } else if (form.complete && !hasBenefit)
        context.report({node: first, part, messageId: 'benefit', severity})
      else if (form.complete && !hasOutput) context.report({node: first, part, messageId: 'output', severity})
    }
  })
})
