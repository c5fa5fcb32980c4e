import {defineRule} from '../../lint/define-rule.js'
import type {Part} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {maybeMixed, normaliseWidth, unevenCharacters, type WidthChange} from '../support/normalise-width.js'
import {rewritePart} from '../support/rewrite-part.js'
import {textCells, textGate} from '../support/text-cells.js'

export default defineRule({
  id: 'full-half-width',
  group: 'notation',
  severity: 'info',
  fix: 'safe',
  title: {zh: '全角半角混用', en: 'Mixed full and half width'},
  why: {
    zh: '中文里的逗号、分号、冒号用全角，数字和字母用半角。“公开，公正;公平”“２０２４年”“（含夜间)”混着写，版面不齐，也会使查找和比对落空。请统一。',
    en: 'Chinese text takes full-width commas, semicolons and colons, and half-width digits and letters. Mixing them (公开，公正;公平, ２０２４年, （含夜间)) looks uneven and defeats searches and comparisons. Use one width.'
  },
  basis: ['GB/T 15834-2011 标点符号用法', 'GB/T 15835-2011 出版物上数字用法'],
  traps: {
    zh: '数字“1,234”、时间“8:30”、比例“1:2”、英文、成对的半角括号不报；整张表一律用半角标点的，只在第一处提示一次。',
    en: 'Silent for 1,234, 8:30, 1:2, Latin text and pairs of half-width brackets; a sheet that uses half-width marks throughout gets one hint only.'
  },
  messages: {
    zh: {
      marks: '“{text}”中的标点“{found}”是半角。中文里请用全角。',
      throughout: '本表的中文标点用的是半角（例如“{text}”中的“{found}”），共 {count} 处。请改为全角。',
      wide: '“{text}”中的“{found}”是全角字符。数字、字母和百分号请用半角。',
      pair: '“{text}”中“{found}”的两个括号一个全角、一个半角。请统一。',
      fix: '统一全角半角'
    },
    en: {
      marks: 'The mark "{found}" in "{text}" is a half-width one. Use full width in Chinese text.',
      throughout:
        'Chinese text on this sheet takes half-width marks (e.g. "{found}" in "{text}"), {count} cells in all. Use full width.',
      wide: '"{found}" in "{text}" is a full-width character. Write digits, letters and % in half width.',
      pair: 'The brackets of "{found}" in "{text}" differ in width. Use one width.',
      fix: 'Use one width'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年防汛物资储备绩效目标表
        绩效目标 | 储备防汛物资，组织演练;保障汛期安全。
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 储备编织袋数量（万条) | 年末库存的数量 | ≥２万条 | 储备方案
        ^ | 质量指标 | 物资抽检合格率 | 合格批次占抽检批次的比例 | ≥98％ | 储备方案,年度计划
      `,
      finds: ['B2', 'C4', 'E4', 'E5', 'F5']
    },
    {
      title: {zh: '整张表都用半角标点，只提示一次', en: 'Half-width marks throughout give one hint'},
      wrong: sheet`
        2024年防汛物资储备绩效目标表
        绩效目标 | 储备防汛物资,组织演练;保障汛期安全.
        备注 | 其中:省级资金用于采购,市级资金用于运输
      `,
      finds: ['B2']
    },
    {
      right: sheet`
        2024年防汛物资储备绩效目标表
        绩效目标 | 储备编织袋 1,234 条，8:30 前到岗，按 1:2 配套，使用 GIS,GPS 系统；（含夜间）巡查(每周)2次。
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值
        产出指标 | 数量指标 | 储备编织袋数量(万条) | 年末库存的数量 | ≥2万条
      `
    }
  ],
  create: (context) => ({
    sheet(node) {
      if (node.children.length === 0) return
      const halves: {part: Part; change: WidthChange}[] = []
      for (const part of textCells(node, mixed)) {
        const change = normaliseWidth(part.text)
        if (change.text === part.text || isLabel(part, change)) continue
        if (change.marks && !change.wide && !change.pair) halves.push({part, change})
        else report(part, change)
      }
      const [first] = halves
      if (!first) return
      const usesFull = node.sheet.cells.some(({text}) => text.length > 8 && /[，；]/.test(text))
      if (halves.length === 1 || (usesFull && halves.length <= few)) {
        for (const {part, change} of halves) report(part, change)
        return
      }
      const editable = halves.filter(({part}) => isEditable(part))
      context.report({
        node,
        part: first.part,
        messageId: 'throughout',
        data: {text: quoteText(first.part.text), found: first.change.marks ?? '', count: halves.length},
        related: halves.slice(1).map(({part}) => ({part})),
        ...(editable.length > 0 && {
          fix: editable.map(({part, change}) => rewritePart(part, change.text))
        })
      })

      function report(part: Part, {marks, wide, pair, text}: WidthChange): void {
        context.report({
          node,
          part,
          messageId: pair ? 'pair' : wide ? 'wide' : 'marks',
          data: {text: quoteText(part.text), found: quoteText(pair ?? wide ?? marks ?? '', 20)},
          ...(isEditable(part) && {fix: [rewritePart(part, text)]})
        })
      }
    }
  })
})

/** Up to so many cells with half-width marks get a finding each, when the sheet uses full-width ones too. */
const few = 12

/** 其中:财政拨款, 单位:万元: the colon of a label is as the form was printed. */
function isLabel(part: Part, {marks, wide, pair}: WidthChange): boolean {
  return marks === ':' && !wide && !pair && part.text.trim().length <= 20
}

function isEditable({cell}: Part): boolean {
  return !cell?.formula && !cell?.richText
}

const mixed = textGate(maybeMixed, unevenCharacters)
