import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {groupNames} from '../shared/locale/texts.js'

/** Scaffolds a rule: `npm run new-rule -- measurability/my-rule`. */
const [group = '', id = ''] = (process.argv[2] ?? '').split('/')
const groups = Object.keys(groupNames).filter((name) => name !== 'internal')
if (!groups.includes(group) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
  console.error(`usage: npm run new-rule -- GROUP/rule-id; groups: ${groups.join(', ')}`)
  process.exit(2)
}
const file = `shared/rules/${group}/${id}.ts`
if (existsSync(file)) {
  console.error(`${file} already exists`)
  process.exit(2)
}
writeFileSync(
  file,
  `import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'

export default defineRule({
  id: '${id}',
  group: '${group}',
  severity: 'warning',
  title: {zh: '一句话说出问题', en: 'The problem in one line'},
  why: {
    zh: '什么错、为什么要紧、应当怎么改。写给填表的人看，不少于二十个字。',
    en: 'What is wrong, why it matters, what to do. Written for the person who fills in the form.'
  },
  basis: ['政策文件：主题'],
  messages: {
    zh: {wrong: '“{name}”……请……'},
    en: {wrong: '"{name}" is … Please …'}
  },
  examples: [
    {
      wrong: sheet\`
        2024年某项经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 要报告的指标 | ≥1次
      \`,
      finds: ['C3']
    },
    {
      right: sheet\`
        2024年某项经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 宣传活动次数 | ≥12次
      \`
    }
  ],
  create: (context) => ({
    indicator(node) {
      if (!node.name?.plain.includes('要报告')) return
      context.report({node, part: 'name', messageId: 'wrong', data: {name: quoteText(node.name.text)}})
    }
  })
})
`
)
const index = 'shared/rules/index.ts'
const variable = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const text = readFileSync(index, 'utf8')
const withImport = text
  .replace(/\n\/\*\* Every/, `import ${variable} from './${group}/${id}.js'\n\n/** Every`)
  .replace(/\n\n\n/, '\n\n')
writeFileSync(index, withImport.replace(/,?\s*\]\s*$/, `,\n  ${variable}\n]\n`))
console.log(
  `${file} written and entered in ${index}.\nNext: npm run unit -- -g ${id}, then npm run docs and npm run examples`
)
