import {defineRule} from '../../lint/define-rule.js'
import type {Indicator} from '../../tree/nodes.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {contentsOf} from '../support/contents-of.js'
import {isPlaceholder} from '../support/placeholders.js'

interface Options {
  /** Fewer indicators than this are reported. */
  least: number
}

export default defineRule<Options>({
  id: 'too-few-indicators',
  group: 'completeness',
  severity: 'info',
  title: {zh: '指标太少', en: 'Too few indicators'},
  why: {
    zh: '只有一两条指标的表，全部分值压在一两个数上，看不出主要支出方向各要办成什么事，也分不出干得好与差。请至少从数量、质量、效益三个方面设指标，覆盖主要支出内容。',
    en: 'With one or two indicators all points hang on one or two numbers: nobody sees what the main items of expenditure are to achieve. Set at least a quantity, a quality and a benefit that cover the main items.'
  },
  basis: ['财预〔2021〕101号：绩效指标应当全面反映项目的主要产出和核心效果'],
  traps: {
    zh: '被截断或没有填完的表、只有表样文字的行不计；条数可以用选项 least 调整。',
    en: 'Silent for tables that were cut off or are unfinished; the number can be set with the option least.'
  },
  messages: {
    zh: {
      single: '这张表只有1条指标。请从数量、质量、效益等方面补充，至少{least}条。',
      few: '这张表只有{count}条指标，难以反映项目全貌。建议至少设{least}条，覆盖数量、质量和效益。'
    },
    en: {
      single: 'This table has a single indicator. Add quantity, quality and benefit; at least {least}.',
      few: 'This table has only {count} indicators. At least {least} are advised, covering quantity, quality and benefit.'
    }
  },
  options: {
    schema: (z) => z.strictObject({least: z.int().min(1).max(30)}).partial(),
    default: {least: 3},
    names: {least: {zh: '最少几个指标', en: 'Least number of indicators'}}
  },
  examples: [
    {
      wrong: sheet`
        2024年机关食堂运行绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 保障就餐人数 | ≥320人
        满意度指标 | 服务对象满意度指标 | 就餐人员满意度 | ≥90%
      `,
      finds: ['C3']
    },
    {
      wrong: sheet`
        2023年部门项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分
        产出指标 | 时效指标 | 补助发放及时率 | ＝ | 100 | % | 100 | #90 | #90
        合计 | | | | | | | #90 | #90
      `,
      finds: ['C3']
    },
    {
      options: {least: 6},
      wrong: sheet`
        2024年机关食堂运行绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 保障就餐人数 | ≥320人
        ^ | 质量指标 | 食品抽检合格率 | =100%
        效益指标 | 社会效益指标 | 节约粮食数量 | ≥2吨
        满意度指标 | 服务对象满意度指标 | 就餐人员满意度 | ≥90%
      `,
      finds: ['C3']
    },
    {
      title: {zh: '没有填完的表', en: 'An unfinished table'},
      right: sheet`
        2024年机关食堂运行绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 保障就餐人数 | ≥320人
        ^ | 质量指标 | 食品抽检合格率 | =100%
      `
    }
  ],
  create: (context) => ({
    form(form) {
      if (!form.complete || form.kind === 'report' || form.kind === 'allocation') return
      const {least} = context.options
      let first: Indicator | undefined
      let count = 0
      for (const row of contentsOf(form).rows) {
        const {name} = row
        if (!name?.plain || isPlaceholder(name.plain)) continue
        first ??= row
        if (++count >= least) return
      }
      if (!first) return
      const single = count === 1
      context.report({
        node: first,
        part: 'name',
        messageId: single ? 'single' : 'few',
        ...(single && {severity: 'warning'}),
        data: {count, least}
      })
    }
  })
})
