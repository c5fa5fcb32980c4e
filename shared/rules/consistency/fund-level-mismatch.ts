import {defineRule} from '../../lint/define-rule.js'
import type {FundsRow, Part, TargetNode} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {contentsOf} from '../support/contents-of.js'
import {plainProjectName} from '../support/plain-project-name.js'

export default defineRule({
  id: 'fund-level-mismatch',
  group: 'consistency',
  severity: 'warning',
  title: {zh: '资金级次前后不一致', en: 'Level of the funds is inconsistent'},
  why: {
    zh: '项目名称说是中央（省级、市级……）资金，资金来源或文字里却是另一级的。级次决定列哪个科目、向谁报告绩效，写错多半是从另一笔转移支付的表复制来的。请按下达文件核对。',
    en: 'The project name says central (provincial, city …) money, but the funds or the text name another level. The level decides the account and who receives the report; a difference usually comes from copying the form of another transfer. Check with the document that granted the money.'
  },
  basis: ['财预〔2015〕88号：绩效目标与预算资金相匹配', '中央对地方转移支付绩效目标管理口径'],
  traps: {
    zh: '名称里有几级资金的不比较；资金来源没有分级填写的不比较；文字里也提到本级次的、配套资金、书名号里的文件名不报。',
    en: 'Silent when the name gives several levels, when the funds are not entered by level, when the text names the own level too, for matching funds and for cited documents.'
  },
  messages: {
    zh: {
      fundsCentral:
        '项目名称写的是中央资金，金额却填在“{row}”（{amount}），中央一行是空的。请按下达文件核对。',
      fundsProvincial:
        '项目名称写的是省级资金，金额却填在“{row}”（{amount}），省级一行是空的。请按下达文件核对。',
      fundsCity: '项目名称写的是市级资金，金额却填在“{row}”（{amount}），市级一行是空的。请按下达文件核对。',
      fundsCounty:
        '项目名称写的是县级资金，金额却填在“{row}”（{amount}），县级一行是空的。请按下达文件核对。',
      text: '项目名称写的是“{name}”，这里却写“{written}”。请核对资金级次。'
    },
    en: {
      fundsCentral:
        'The project name says central funds, but the money stands in "{row}" ({amount}) and the row of the central level is empty. Check with the document that granted it.',
      fundsProvincial:
        'The project name says provincial funds, but the money stands in "{row}" ({amount}) and the row of the provincial level is empty. Check with the document that granted it.',
      fundsCity:
        'The project name says city funds, but the money stands in "{row}" ({amount}) and the row of the city level is empty. Check with the document that granted it.',
      fundsCounty:
        'The project name says county funds, but the money stands in "{row}" ({amount}) and the row of the county level is empty. Check with the document that granted it.',
      text: 'The project name is "{name}", but here it says "{written}". Check the level of the funds.'
    }
  },
  examples: [
    {
      wrong: sheet`
        专项转移支付绩效目标表
        （2024年度）
        项目名称 | 中央困难群众救助补助资金
        资金情况（万元） | 年度资金总额 | #100
        ^ | 其中：中央补助 |
        ^ | 省级补助 | #100
        ^ | 县级资金 |
        总体目标 | 及时足额发放省级补助资金，救助困难群众300人次。
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 救助人次 | ≥300人次
      `,
      finds: ['C6', 'B8']
    },
    {
      right: sheet`
        专项转移支付绩效目标表
        （2024年度）
        项目名称 | 中央困难群众救助补助资金
        资金情况（万元） | 年度资金总额 | #100
        ^ | 其中：中央补助 | #60
        ^ | 省级补助 | #30
        ^ | 县级资金 | #10
        总体目标 | 按照《省级财政专项资金管理办法》，统筹中央和省级补助资金，落实县级配套资金，救助困难群众300人次。
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 救助人次 | ≥300人次
      `
    },
    {
      title: {zh: '“中央、市级”说的是别的事', en: 'Words of levels that mean something else'},
      right: sheet`
        2024年部门项目支出预算绩效目标表
        单位：万元
        项目名称 | 市级湿地公园中央步道维修资金
        项目年度金额 | #31.9
        年度总体绩效目标 | 维修步道3公里，申报省级湿地公园，争取省级专项资金支持。
        一级指标 | 二级指标 | 三级指标 | 绩效值
        产出指标 | 数量指标 | 维修步道长度 | ≥3公里
      `
    }
  ],
  create: (context) => ({
    form(form) {
      if (!form.projectName || form.kind === 'report' || form.kind === 'department') return
      const level = levelOf(plainProjectName(form))
      if (!level) return
      for (const node of contentsOf(form).others) {
        if (node.type === 'funds') {
          const other = otherRow(node.children, level)
          if (!other) continue
          context.report({
            node,
            part: other.part,
            messageId: `funds${messageOf[level]}`,
            data: {row: quoteText(other.row.label.text), amount: other.part.text}
          })
          continue
        }
        const part = textOf(node)
        const written = part && otherMention(part.plain, level)
        if (!part || !written) continue
        context.report({
          node,
          part,
          messageId: 'text',
          data: {name: quoteText(form.projectName.value), written},
          ...(form.projectName.part && {related: [{part: form.projectName.part}]})
        })
      }
    }
  })
})

type Level = '中央' | '省级' | '市级' | '县级'

const messageOf: Record<Level, string> = {中央: 'Central', 省级: 'Provincial', 市级: 'City', 县级: 'County'}

function namesLevel(plain: string): boolean {
  return plain.includes('级') || plain.includes('中央') || plain.includes('自治区')
}

/** A level of government right before words that mean money. */
const mention =
  /(中央|省级|自治区级?|市级|州级|县级|区级)(?:财政)?(?:[\u4e00-\u9fff]{0,14}?)(?:转移支付(?:资金)?|补助(?:资金|经费)?|专项资金|财政资金|预算资金|扶持资金|奖补资金)/g
const otherThings =
  /(?:中央|省级|市级|州级|县级|区级)(?:厨房|公园|公墓|空调|广场|商务|步道|示范|重点|文物|以上|以下|湿地|森林|公路|河道|开发|园区|龙头|非遗|非物质|机关|各|部门|媒体|环保|督察|巡视|巡察|储备|医院|政府采购)|配套|争取|申报|及以上/

function toLevel(word: string): Level {
  if (word === '中央') return '中央'
  if (word === '省级' || word.startsWith('自治区')) return '省级'
  return word === '市级' || word === '州级' ? '市级' : '县级'
}

/** The one level that a project name gives its money. */
function levelOf(name: string): Level | undefined {
  if (!namesLevel(name) || otherThings.test(name)) return undefined
  const levels = new Set(
    [...name.matchAll(/中央|省级|自治区级?|市级|州级|县级|区级/g)].map(([word]) => toLevel(word))
  )
  const found = [...name.replace(/《[^》]*》/g, '').matchAll(mention)]
  const [first] = found
  if (!first || levels.size !== 1 || /地方|各级|上级/.test(name)) return undefined
  return toLevel(first[1] ?? '')
}

function levelsOfRow(label: string): Level[] {
  const levels: Level[] = []
  if (/中央/.test(label)) levels.push('中央')
  if (/省|自治区/.test(label)) levels.push('省级')
  if (/市|州/.test(label)) levels.push('市级')
  if (/县|(?<!自治)区/.test(label)) levels.push('县级')
  return levels
}

/** The row of another level that holds the money while the row of the named level is empty. */
function otherRow(rows: FundsRow[], level: Level): {row: FundsRow; part: Part} | undefined {
  const amountOf = (row: FundsRow): number =>
    Math.max(0, ...row.amounts.map(({amount = 0, column}) => (isBudget(column) ? amount : 0)))
  const own = rows.filter((row) => levelsOfRow(row.label.plain).includes(level))
  if (own.length === 0 || own.some((row) => amountOf(row) > 0)) return undefined
  for (const row of rows) {
    const levels = levelsOfRow(row.label.plain)
    if (levels.length !== 1 || amountOf(row) <= 0) continue
    const entry = row.amounts.find(({amount = 0, column}) => isBudget(column) && amount > 0)
    if (entry) return {row, part: entry.part}
  }
  return undefined
}

function isBudget(column: string): boolean {
  return column === 'budget' || column === 'initial' || column === 'adjusted'
}

function textOf(node: TargetNode): Part | undefined {
  if (node.type === 'goal') return node.text
  return node.type === 'field' && node.key === 'purpose' ? node.value : undefined
}

function otherMention(plain: string, level: Level): string | undefined {
  if (!namesLevel(plain)) return undefined
  const text = plain.replace(/《[^》]*》/g, '')
  const levels = [...text.matchAll(/中央|省级?|自治区级?|市级|州级|县级|区级/g)].map(([word]) =>
    toLevel(word === '省' ? '省级' : word)
  )
  if (levels.includes(level) || otherThings.test(text)) return undefined
  return new RegExp(mention.source).exec(text)?.[0]
}
