import {defineRule} from '../../lint/define-rule.js'
import type {FieldKey, Part, TargetNode} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {rewritePart} from '../support/rewrite-part.js'
import {textCells, textGate} from '../support/text-cells.js'

export default defineRule({
  id: 'stray-space',
  group: 'notation',
  severity: 'info',
  fix: 'safe',
  title: {zh: '多余的空格', en: 'Stray blanks'},
  why: {
    zh: '单元格首尾的空格看不见，却会使“2024年12月底”与“2024年12月底 ”被当成两个值，查找、筛选、比对都会落空；词中间的空格会把单位名称一分为二。请删去。',
    en: 'Blanks at the end of a cell are invisible but make two values of one, so that searches, filters and comparisons miss it; a blank inside a name cuts it in two. Delete them.'
  },
  basis: ['财预〔2015〕88号：绩效目标内容规范、便于汇总比对'],
  traps: {
    zh: '用来缩进的前导空格、标题和栏目名称里的排版空格、换行造成的空格（同一张表有多处的）、两个并列单位之间的空格不报。',
    en: 'Silent for indents, for blanks that space out titles and labels, for blanks of line wraps (several on a sheet), and between two names of units.'
  },
  messages: {
    zh: {
      ends: '“{text}”首尾有多余的空格。请删去。',
      many: '“{text}”首尾有多余的空格，本表共有 {count} 处。请删去。',
      inside: '“{text}”中间有多余的空格。请写成“{to}”。',
      fix: '删去首尾空格',
      close: '改为“{to}”'
    },
    en: {
      ends: '"{text}" begins or ends with blanks. Delete them.',
      many: '"{text}" begins or ends with blanks, as do {count} cells of this sheet. Delete them.',
      inside: '"{text}" has a stray blank inside. Write "{to}".',
      fix: 'Delete the blanks at the ends',
      close: 'Change to "{to}"'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年部门项目支出预算绩效目标表
        项目名称 | 应急物资储备 | 预算单位 | 清河市应急管理局 本级
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 储备物资种类 | ≥30种
        ^ | 13-时效指标 | 采购完成时间 | 2024年11月底前␣
      `,
      finds: ['D2', 'D5']
    },
    {
      right: sheet`
        2024 年部门项目支出预算绩效目标表
        项目名称 | 应急物资储 备 | 预算单位 | 清河市应急 管理局
        资金情况 | 年度资金总额 | #20
        ^ | ␣␣其中：财政拨款 | #20
        一级指标 | 二级指标 | 三级指标 | 绩 效 值
        1-产出指标 | 11-数量指标 | 储备物资种 类 | ≥30 种
        ^ | 13-时效指标 | 采购完成时间 | 2024 年 11 月底前
      `
    },
    {
      title: {zh: '两个单位并列', en: 'Two units side by side'},
      right: sheet`
        2024年部门项目支出预算绩效目标表
        主管部门 | 中共云川县纪律检查委员会 云川县监察委员会
        项目名称 | 联合巡查 | 实施单位 | 云川县水利局 云川县林业局
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 联合巡查次数 | ≥12次
      `
    }
  ],
  create: (context) => {
    /** Short values with one blank inside, and how many blanks stand between Chinese characters on the sheet. */
    let values: {node: TargetNode; part: Part}[] = []
    const consider = (node: TargetNode, part: Part | undefined): void => {
      if (!part?.cell || part.text === part.plain || part.plain.length > 24) return
      if (wrapped.test(part.text)) values.push({node, part})
    }
    return {
      sheet() {
        values = []
      },
      field(node) {
        if (node.key && nameKeys.has(node.key)) consider(node, node.value)
      },
      indicator(node) {
        if (node.source === 'prose') return
        consider(node, node.name)
        consider(node, node.target)
      },
      'sheet:exit'(node) {
        if (node.children.length === 0) return
        const ends = textCells(node, endsBlank).filter(({cell, text}) => !cell?.formula && text.trim() !== '')
        const [first] = ends
        if (first && ends.length > few) {
          context.report({
            node,
            part: first,
            messageId: 'many',
            data: {text: quoteText(first.text), count: ends.length},
            related: ends.slice(1).map((part) => ({part})),
            fix: ends.map((part) => rewritePart(part, part.text.trim()))
          })
        } else {
          for (const part of ends)
            context.report({
              node,
              part,
              messageId: 'ends',
              data: {text: quoteText(part.text)},
              fix: [rewritePart(part, part.text.trim())]
            })
        }
        // Blanks of line wraps come in numbers: a sheet with several was converted from a printed table.
        if (values.length !== 1 || textCells(node, wraps).length > 1) return
        for (const {node: owner, part} of values) {
          const [left = '', right = '', more] = part.text.trim().split(/\s+/)
          if (more !== undefined || left.length < 2 || right.length < 2 || isPair(left, right)) continue
          const to = left + right
          context.report({
            node: owner,
            part,
            messageId: 'inside',
            data: {text: part.text.trim(), to},
            expected: [to],
            suggest: [{messageId: 'close', edits: [rewritePart(part, to)]}]
          })
        }
      }
    }
  }
})

/** Blanks at the end; at the start only with content that is no indented label. */
const atEnd = /\S[\s\u200b]+$|^\s+(?:[≥≤<>=\d]|20\d\d)/

const wrapped = /[\u4e00-\u9fff][ \u3000]+[\u4e00-\u9fff]/

/** Up to so many cells each gets a finding of its own. */
const few = 6

const nameKeys = new Set<FieldKey>(['project-name', 'unit-name', 'department', 'implementer'])

/** 水利局 林业局: two names that end alike are two names. */
function isPair(left: string, right: string): boolean {
  const body = /(?:局|委|办|办公室|厅|院|所|站|处|部|队|馆|中心|政府|学校|公司|会|社|联|镇|乡|街道|村)$/
  return body.test(left) && body.test(right)
}

/** What `\s` stands for, and the blank of no width. */
const blanks =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff'

const endsBlank = textGate(atEnd, blanks)

const wraps = textGate(wrapped, ' \u3000')
