import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {contentsOf} from '../support/contents-of.js'
import {isPlaceholder} from '../support/placeholders.js'
import {statesQuantity} from '../support/quantity.js'

export default defineRule({
  id: 'goal-not-quantified',
  group: 'completeness',
  severity: 'info',
  title: {zh: '绩效目标没有数量', en: 'Goal without any number'},
  why: {
    zh: '年度绩效目标要说清当年做多少、达到什么程度，这样才能与预算和指标对得上。通篇只有“加强”“提升”“保障”，没有一个数量，换一年、换一个单位都能用。请把最主要的产出和效果写成数字，与下面的指标一致。',
    en: 'The annual goal says how much is done this year and to what effect, so that it can be held against budget and indicators. A text of 加强, 提升 and 保障 without one number fits every year and every unit. State the main outputs and effects in numbers, the same as in the indicators below.'
  },
  basis: ['财预〔2015〕88号：绩效目标应当指向明确、细化量化'],
  traps: {
    zh: '年份、日期、文号、序号、热线号码不算数量；长期目标在年度目标已经量化时不报；后面紧跟绩效指标的文字材料不报。',
    en: 'Years, dates, document numbers, numbering and hotlines are no quantities. Silent for a long-term goal beside a quantified annual one, and for prose that goes on with its indicators.'
  },
  messages: {
    zh: {
      goal: '绩效目标“{text}”没有一个数量。建议写明主要产出做多少、效果达到什么程度。',
      onlyMoney:
        '绩效目标“{text}”只写了安排多少钱，没有写办多少事、达到什么程度。建议补上主要产出和效果的数量。'
    },
    en: {
      goal: 'The goal "{text}" holds no quantity. Say how much is produced and what effect is reached.',
      onlyMoney:
        'The goal "{text}" states only how much money is spent, not what is done with it. Add the quantities of the main outputs and effects.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年基层文化服务绩效目标表
        项目名称 | 基层文化服务
        年度绩效目标 | 2024年进一步加强基层文化阵地建设，丰富群众文化生活，提升公共文化服务水平。
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 文化活动场次 | ≥60场
        ^ | 质量指标 | 活动按计划完成率 | ≥95%
        效益指标 | 社会效益指标 | 参加活动人次 | ≥1.2万人次
      `,
      finds: ['B3']
    },
    {
      title: {zh: '只写了金额', en: 'Only the money'},
      wrong: sheet`
        2024年部门项目支出预算绩效目标表
        项目名称 | 农村公路日常养护
        年度总体绩效目标 | 本项目预算安排资金48.5万元，主要用于县乡道路养护，目标是保障道路安全畅通。
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 养护公路里程 | 126公里
        2-效益指标 | 22-社会效益 | 道路安全隐患整改率 | 100%
        3-满意度指标 | 31-服务对象满意度 | 沿线群众满意度 | ≥90%
      `,
      finds: ['B3']
    },
    {
      right: sheet`
        2024年基层文化服务绩效目标表
        项目名称 | 基层文化服务
        长期目标 | 健全公共文化服务体系，丰富群众文化生活。
        年度绩效目标 | 目标1：举办文化活动六十场。⏎目标2：免费开放文化站18个。
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 文化活动场次 | ≥60场
        ^ | 质量指标 | 活动按计划完成率 | ≥95%
        效益指标 | 社会效益指标 | 参加活动人次 | ≥1.2万人次
      `
    }
  ],
  create: (context) => ({
    form(form) {
      if (form.kind === 'allocation') return
      const {rows, prose, others} = contentsOf(form)
      if (form.kind === 'report' && (rows.length > 0 || prose.length > 0)) return
      const hasAnnual = others.some((child) => child.type === 'goal' && child.term !== 'long-term')
      const reported: string[] = []
      for (const goal of others) {
        if (goal.type !== 'goal' || (hasAnnual && goal.term === 'long-term')) continue
        const {plain, text} = goal.text
        if (plain.length < 6) continue
        const rest = plain.includes('元') ? plain.replace(money, '') : plain
        if (statesQuantity(rest) || isPlaceholder(plain) || reported.includes(plain)) continue
        reported.push(plain)
        const messageId = rest === plain ? 'goal' : 'onlyMoney'
        context.report({node: goal, part: 'text', messageId, data: {text: quoteText(text)}})
      }
    }
  })
})

/** The money that is arranged, not what comes of it. */
const money =
  /(?:预算|安排|资金|经费|投入|下达|申请|拨付|补助|拨款)[^,，。;；、]{0,16}?\d+(?:\.\d+)?(?:万|亿|千)?元/g
