import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'

export default defineRule({
  id: 'graded-target',
  group: 'measurability',
  severity: 'warning',
  title: {zh: '用评分档次充当指标值', en: 'Grade table in place of a target'},
  why: {
    zh: '“≥95%为优，≥90%为良”是评价时打分的档次，不是今年要达到的目标，怎样都能落在某一档里。请只写一个要达到的值，档次放到评分标准里。',
    en: '"≥95%为优，≥90%为良" are grades for scoring, not what is to be reached this year: every result falls into one of them. Give one value to reach and keep the grades for the scoring standard.'
  },
  basis: ['财预〔2021〕101号：指标值与评分标准分别设置'],
  traps: {
    zh: '评分标准、备注等其他栏里的档次不报；“优良”“合格”等单一等次不报。',
    en: 'Silent for grades in scoring or remark columns, and for a single grade such as 优良 or 合格.'
  },
  messages: {
    zh: {
      graded: '指标值“{target}”写的是评分档次。请只写一个要达到的值。',
      scoring: '指标值“{target}”写的是评分办法。请只写一个要达到的值，评分办法放到评分标准里。'
    },
    en: {
      graded: 'The target "{target}" is a table of grades. Give one value to reach.',
      scoring:
        'The target "{target}" says how points are given. Give one value to reach and keep the points for the scoring standard.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年社工服务绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 入户探访次数 | ≥600次
        ^ | 质量指标 | 个案结案率 | ≥95%为优；≥90%为良；<90%为差
      `,
      finds: ['D4']
    },
    {
      wrong: sheet`
        2024年绿道养护绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 巡护次数 | 24次以上得满分，每少一次扣1分
        ^ | 12-质量指标 | 苗木保存率 | 优：≥95%；良：85%-95%；差：＜85%
        3-满意度指标 | 31-服务对象满意度 | 市民满意度 | 90%以上为满意，80%-90%为基本满意
      `,
      finds: ['D3', 'D4', 'D5']
    },
    {
      right: sheet`
        2024年社工服务绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值 | 评分标准
        产出指标 | 数量指标 | 入户探访次数 | ≥600次 | 每少1次扣0.1分
        ^ | 质量指标 | 个案结案率 | ≥95% | ≥95%为优；≥90%为良
      `
    }
  ],
  create: (context) => {
    const reported = new Set<unknown>()
    return {
      indicator(node) {
        const {target, name} = node
        if (!target || !graded.test(target.plain) || reported.has(target.range)) return
        const {plain} = target
        if (/扣[\d一二两全]|得满分|不得分|得\d+(?:\.\d+)?分/.test(plain)) {
          reported.add(target.range)
          context.report({node, part: target, messageId: 'scoring', data: {target: quoteText(target.text)}})
          return
        }
        const table = node.value.kind === 'graded' && /[为是得][优良差]/.test(plain + (name?.plain ?? ''))
        if (!table && !isTableOfGrades(plain)) return
        reported.add(target.range)
        context.report({node, part: target, messageId: 'graded', data: {target: quoteText(target.text)}})
      }
    }
  }
})

/** Any of the characters that grades and scoring are written with. */
const graded = /[扣得优良差满合]/

const grade =
  /[为是得:]?(?:优秀|优良|优|良好|良|中等|合格|基本合格|不合格|差|较差|满意|基本满意|不满意)(?=[:;,。]|[≥≤<>\d]|$)/g

/** At least two grades beside at least two numbers, in one target. */
function isTableOfGrades(plain: string): boolean {
  if (plain.length < 10) return false
  return (plain.match(/\d+(?:\.\d+)?%?/g)?.length ?? 0) >= 2 && (plain.match(grade)?.length ?? 0) >= 2
}
