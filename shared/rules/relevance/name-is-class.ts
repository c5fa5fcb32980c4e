import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'

export default defineRule({
  id: 'name-is-class',
  group: 'relevance',
  severity: 'warning',
  title: {zh: '三级指标只写了类别名称', en: 'Name is only the name of a class'},
  why: {
    zh: '三级指标写“服务对象满意度指标”“数量指标”，只是把二级指标又抄了一遍，没有说考核谁、考核什么。请写具体对象，例如“受援人满意度”“改造管网长度”。',
    en: 'A third-level indicator called 服务对象满意度指标 or 数量指标 only repeats its class and does not say who or what is measured. Name the object, e.g. 受援人满意度 or 改造管网长度.'
  },
  basis: ['财预〔2021〕101号：三级指标名称应当指向具体的考核内容'],
  traps: {
    zh: '“群众满意度”“服务对象满意度”这类不带“指标”二字的名称不报。',
    en: 'Silent for names such as 群众满意度 or 服务对象满意度 without the word 指标.'
  },
  messages: {
    zh: {name: '三级指标“{name}”只是类别名称。请写明考核的对象和内容。'},
    en: {name: 'The indicator "{name}" is only the name of a class. Say who or what is measured.'}
  },
  examples: [
    {
      wrong: sheet`
        2024年残疾人康复补助绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 康复救助人数 | ≥120人
        ^ | 质量指标 | 质量 | ≥95%
        满意度指标 | 服务对象满意度指标 | 服务对象满意度指标 | ≥90%
      `,
      finds: ['C4', 'C5']
    },
    {
      right: sheet`
        2024年残疾人康复补助绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 康复救助人数 | ≥120人
        满意度指标 | 服务对象满意度指标 | 服务对象满意度 | ≥90%
      `
    }
  ],
  create: (context) => ({
    indicator(node) {
      const {name, source} = node
      if (!name || source === 'prose' || !isClass(name.plain)) return
      context.report({node, part: name, messageId: 'name', data: {name: quoteText(name.text)}})
    }
  })
})

function isClass(plain: string): boolean {
  if (!lastCharacters.includes(plain.slice(-1)) || !firstCharacters.includes(plain.charAt(0))) return false
  return classes.test(plain.replace(/^(?:指标\d+[:：]|\d{1,2}[-.、])/, ''))
}

/** What the words for classes begin with, or the numbering before them. */
const firstCharacters = '数质时成经社生环可产效服受满指0123456789'
/** What they end in. */
const lastCharacters = '标量效本益响出'

/** 服务对象满意度 without 指标 is a name in use; 数量 or 社会效益 alone is none. */
const classes =
  /^(?:(?:数量|质量|时效|成本|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|环境效益|可持续影响|产出|效益)(?:指标)?|(?:(?:服务对象|社会公众|受益对象|社会公众或服务对象)?满意度)指标)$/
