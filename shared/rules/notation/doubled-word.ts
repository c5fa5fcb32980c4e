import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {findDoubled, mayBeDoubled} from '../support/find-doubled.js'
import {quoteAround} from '../support/quote-around.js'
import {rewritePart} from '../support/rewrite-part.js'
import {textCells, textGate} from '../support/text-cells.js'

export default defineRule({
  id: 'doubled-word',
  group: 'notation',
  severity: 'error',
  fix: 'suggestion',
  title: {zh: '字词重复', en: 'Word or character written twice'},
  why: {
    zh: '“普普法”“食品食品监管”“做好继续做好”是修改时没有删净，或者复制、换行时多带了字，读的人要停下来猜。请删去多余的一遍。',
    en: 'Forms such as 普普法, 食品食品监管 or 做好继续做好 are left from editing, copying or a line wrap, and make the reader stop and guess. Delete the copy.'
  },
  basis: ['GB/T 9704-2012 党政机关公文格式：文字准确', '财预〔2015〕88号：绩效目标表述清晰、规范'],
  traps: {
    zh: '天天、层层、村村通、面对面、扎扎实实、“研究研究”“一户一户”等叠用，“项目目标”“合同同时”等两个词首尾相接，“培训培训师”“管理管理人员”等动词带同形宾语，换行列举的相同项不报。',
    en: 'Silent for reduplication (天天, 村村通, 扎扎实实, 研究研究, 一户一户), words that meet (项目目标, 合同同时), a verb with an object of the same word (培训培训师), and equal items on lines of their own.'
  },
  messages: {
    zh: {
      word: '“{text}”中“{found}”写了两遍。请删去一遍。',
      character: '“{text}”中“{found}”多了一个字。请删去。',
      around: '“{text}”中“{found}”前后重复。请删去一处。',
      bracket: '“{text}”中“{found}”在括号前后重复。请核对，保留一处。',
      marks: '“{text}”中标点“{found}”重复。请只保留一个。',
      hyphen: '“{text}”中的“{found}”连用了两个连字符。请只保留一个。',
      remove: '删去重复的部分'
    },
    en: {
      word: 'In "{text}" the word is written twice: "{found}". Delete one.',
      character: 'In "{text}" a character is written twice: "{found}". Delete one.',
      around: 'In "{text}" the phrase "{found}" says the same word twice. Delete one.',
      bracket: 'In "{text}" the word stands on both sides of a bracket: "{found}". Keep one.',
      marks: 'In "{text}" the punctuation "{found}" is doubled. Keep one mark.',
      hyphen: 'In "{text}" the hyphen is doubled: "{found}". Keep one.',
      remove: 'Delete the copy'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年食品安全监管经费绩效目标表
        项目名称 | 食品食品监管 | 项目类别 | 0102--一年期项目
        绩效目标 | 做好继续做好日常监管的的宣传，用好好举报平台。
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 抽抽检批次 | 全年抽检的批次 | ≥200批次 | 抽检方案
        ^ | ^ | 培培训场次 | 面向商户的场次 | ≥4场 | 抽检方案
        ^ | 质量指标 | 抽检合格率率 | 合格批次占比 | ≥98% | 抽检方案
        效益指标 | 社会效益指标 | 食品安全知晓率 | 抽样调查，，知晓人数占比 | ≥80% | 问卷调查问卷调查
      `,
      finds: ['B2', 'D2', 'B3', 'B3', 'B3', 'C5', 'C6', 'C7', 'D8', 'F8']
    },
    {
      wrong: sheet`
        2024年部门项目支出预算绩效目标表
        项目名称 | 人民调解以案定补
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 纠纷案件补贴案件 | ≥300件
        ^ | ^ | 调解员（专职）调解员人数 | ≥12人
      `,
      finds: ['C4', 'C5']
    },
    {
      right: sheet`
        2024年村村通公路养护绩效目标表
        绩效目标 | 项目目标明确，合同同时签订，层层落实责任，面对面走访，天天巡查，扎扎实实做好好人好事宣传，培训培训师6名，一户一户核对，了解了了解情况的渠道，目的的实现有保障。
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值
        产出指标 | 数量指标 | 养护公路里程 | 养护里程⏎养护里程 | ≥46公里
        ^ | ^ | 户户通广播维护户数 | 维护户数 | ≥300户
        ^ | 质量指标 | 常常态化巡查覆盖率 | 巡查里程占比 | ≥95%
        满意度指标 | 服务对象满意度指标 | 沿线群众满意度 | 满意人数占比 | ≥90%
      `
    }
  ],
  create: (context) => ({
    sheet(node) {
      if (node.children.length === 0) return
      for (const part of textCells(node, doubled)) {
        for (const {messageId, found, start, end, removable} of findDoubled(part.text)) {
          context.report({
            node,
            part,
            messageId,
            ...(isSlight(messageId) && {severity: 'info' as const}),
            ...(messageId === 'around' && {severity: 'warning' as const}),
            data: {text: quoteAround(part.text, start, end), found: quoteText(found)},
            ...(removable &&
              !part.cell?.formula && {
                suggest: [
                  {
                    messageId: 'remove',
                    edits: [
                      rewritePart(part, part.text.slice(0, removable.start) + part.text.slice(removable.end))
                    ]
                  }
                ]
              })
          })
        }
      }
    }
  })
})

function isSlight(messageId: string): boolean {
  return messageId === 'marks' || messageId === 'hyphen' || messageId === 'bracket'
}

const doubled = textGate(mayBeDoubled)
