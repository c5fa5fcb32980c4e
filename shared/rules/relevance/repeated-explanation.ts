import {defineRule} from '../../lint/define-rule.js'
import type {Form, FormChild, Indicator, Part} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'

const leastRows = 5

export default defineRule({
  id: 'repeated-explanation',
  group: 'relevance',
  severity: 'warning',
  title: {zh: '每条指标的说明都是同一句话', en: 'One sentence explains every indicator'},
  why: {
    zh: '指标说明应当写清这一条指标的含义、计算公式和取数范围。几乎每一行都是同一句话，等于没有说明，审核人无法判断指标值怎么来的。请逐条填写。',
    en: 'An explanation gives meaning, formula and scope of its own indicator. The same sentence in nearly every row explains nothing, and no reviewer can tell where the targets come from. Write one for each indicator.'
  },
  basis: ['财预〔2021〕101号：指标解释包括概念、计算公式和数据口径'],
  traps: {
    zh: `少于 ${leastRows} 条指标、说明只有一两个字、只有一部分行相同的不报；指标值确定依据可以是同一份文件，不检查。`,
    en: `Silent with fewer than ${leastRows} indicators, for explanations of one or two characters, and when only some rows are the same; the basis of the targets may be one document and is not checked.`
  },
  messages: {
    zh: {same: '{count}条指标的说明都是“{text}”。请逐条写明指标的含义、计算公式或取数范围。'},
    en: {
      same: 'The explanation of {count} indicators is "{text}". Say for each what it means and how it is computed.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年林业管护绩效目标表
        一级指标 | 二级指标 | 三级指标 | 计算符号 | 目标值 | 度量单位 | 指标值说明
        产出指标 | 数量指标 | 造林面积 | ≥ | 3000 | 亩 | 指标值合理
        ^ | ^ | 抚育面积 | ≥ | 12000 | 亩 | 指标值合理
        ^ | ^ | 巡护次数 | ≥ | 240 | 次 | 指标值合理
        ^ | 质量指标 | 造林成活率 | ≥ | 85 | % | 指标值合理
        满意度指标 | 服务对象满意度指标 | 林农满意度 | ≥ | 90 | % | 指标值合理
      `,
      finds: ['G3']
    },
    {
      right: sheet`
        2024年林业管护绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 造林面积 | 当年完成的人工造林面积 | ≥3000亩 | 年度工作计划
        ^ | ^ | 抚育面积 | 当年完成的森林抚育面积 | ≥12000亩 | 年度工作计划
        ^ | ^ | 巡护次数 | 护林员全年巡护的次数 | ≥240次 | 年度工作计划
        ^ | 质量指标 | 造林成活率 | 成活株数占栽植株数的比例 | ≥85% | 年度工作计划
        满意度指标 | 服务对象满意度指标 | 林农满意度 | 受访林农中满意人数的比例 | ≥90% | 年度工作计划
      `
    }
  ],
  create: (context) => ({
    form(form) {
      const found = findRepeated(form)
      const [first, ...others] = found
      if (!first) return
      context.report({
        node: first.node,
        part: first.part,
        messageId: 'same',
        data: {count: found.length, text: quoteText(first.part.text)},
        related: others.map(({part}) => ({part}))
      })
    }
  })
})

interface Explained {
  node: Indicator
  part: Part
}

/** The rows that share one explanation, when nearly all rows do. */
function findRepeated(form: Form): Explained[] {
  // Only an explanation of more than half of the rows outlives being set off against all others.
  let candidate: string | undefined
  let lead = 0
  let count = 0
  for (const child of form.children) {
    const text = explanationOf(child)?.plain
    if (text === undefined) continue
    count++
    if (text === candidate) lead++
    else if (lead === 0) {
      candidate = text
      lead = 1
    } else lead--
  }
  if (count < leastRows || lead === 0) return []
  const rows: Explained[] = []
  const cells = new Set<number>()
  for (const child of form.children) {
    const part = explanationOf(child)
    if (child.type !== 'indicator' || !part || part.plain !== candidate) continue
    rows.push({node: child, part})
    cells.add(part.range.top)
  }
  return rows.length >= leastRows && rows.length >= count * 0.8 && cells.size === rows.length ? rows : []
}

function explanationOf(child: FormChild): Part | undefined {
  if (child.type !== 'indicator' || child.source !== 'table') return undefined
  const {description} = child
  return description && description.plain.length >= 3 ? description : undefined
}
