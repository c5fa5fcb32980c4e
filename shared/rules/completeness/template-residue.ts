import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {rewritePart} from '../support/rewrite-part.js'
import {textCells, textGate} from '../support/text-cells.js'

export default defineRule({
  id: 'template-residue',
  group: 'completeness',
  severity: 'warning',
  fix: 'safe',
  title: {zh: '残留的网页或软件标记', en: 'Markup of a web page or program left in'},
  why: {
    zh: '“<p>”“&nbsp;”“[bookmark: …]”“#REF!”是从网页、系统或 Word 复制时带进来的标记，不是填报内容，公开出去很难看，也说明文字没有复核。请删去。',
    en: 'Marks such as "<p>", "&nbsp;", "[bookmark: …]" or "#REF!" came along when text was copied from a web page, a system or Word. They are no content and show that nobody read the text again. Delete them.'
  },
  basis: ['财预〔2015〕88号：绩效目标内容完整、表述规范'],
  traps: {
    zh: '小于号、大于号组成的比较（<5%、>90%）和书名不报。',
    en: 'Silent for comparisons such as <5% and >90%.'
  },
  messages: {
    zh: {
      markup: '“{text}”里残留了标记“{mark}”。请删去。',
      fix: '删去标记“{mark}”'
    },
    en: {
      markup: '"{text}" still holds the markup "{mark}". Delete it.',
      fix: 'Delete the markup "{mark}"'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年部门项目支出预算绩效目标表
        年度总体绩效目标 | <p>全年开展普法宣传12场。</p>
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 普法宣传&nbsp;场次 | 12场
      `,
      finds: ['B2', 'C4']
    },
    {
      right: sheet`
        2024年部门项目支出预算绩效目标表
        年度总体绩效目标 | 全年开展普法宣传12场，投诉率<5%，满意度>90%。
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 普法宣传场次 | 12场
        2-效益指标 | 22-社会效益 | 群众投诉率 | <5%
        3-满意度指标 | 31-服务对象满意度 | 听众满意度 | >90%
      `
    }
  ],
  create: (context) => ({
    sheet(node) {
      if (node.children.length === 0) return
      for (const part of textCells(node, marked)) {
        const [first] = part.text.match(markup) ?? []
        if (!first) continue
        const clean = part.text.replace(markup, readMark).trim()
        const replaceable = clean !== '' && !part.cell?.formula
        context.report({
          node,
          part,
          messageId: 'markup',
          data: {text: quoteText(part.text), mark: first},
          ...(replaceable && {fix: [rewritePart(part, clean)]})
        })
      }
    }
  })
})

const markup =
  /<\/?(?:p|br|div|span|b|i|u|strong|em|font|table|tbody|tr|td|th|ul|ol|li|a|img|o:p)(?:\s[^<>]*)?\/?>|&(?:nbsp|lt|gt|amp|quot|#\d{2,5});|\[?bookmark\s*:\s*[^\]]{0,40}\]|_x000[dD]_/g

const characters: Record<string, string> = {nbsp: ' ', lt: '<', gt: '>', amp: '&', quot: '"'}

/** What a mark stood for: a character for an entity, a line break between paragraphs, nothing for the rest. */
function readMark(mark: string): string {
  const entity = /^&(\w+);$/.exec(mark)?.[1]
  if (entity) return characters[entity] ?? ''
  return /^<(?:br|\/p|\/div|\/tr|\/li)/.test(mark) ? '\n' : ''
}

const marked = textGate(/[<&[]|_x000/, '<&[_')
