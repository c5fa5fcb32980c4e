import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'

export default defineRule({
  id: 'method-without-result',
  group: 'relevance',
  severity: 'warning',
  title: {zh: '只写了评价方法，没有结果', en: 'Method of the evaluation without its result'},
  why: {
    zh: '“进行分析后，根据评分标准计算分值”是报告提纲里的写法要求，不是评价结果。自评报告要写完成了多少、得了几分、差在哪里；请换成本项目的数据和结论。',
    en: '"Analyse it, then compute the points by the scoring standard" is an instruction of the report template, not a result. A self-evaluation says how much was done, how many points that gives and what is missing: put in the data and conclusions.'
  },
  basis: ['财预〔2020〕10号：绩效评价报告参考提纲，内容应当真实完整、数据准确'],
  traps: {
    zh: '同一段里写了得分、完成数等数字的不报；项目目标表不检查。',
    en: 'Silent when the paragraph gives points or other numbers; target forms are not checked.'
  },
  messages: {
    zh: {method: '这里只写了怎样打分，没有结果：“{text}”。请写明实际完成情况、得分和扣分原因。'},
    en: {
      method:
        'This says how points are given, but not the result: "{text}". Write what was done, the points and the reasons for losing some.'
    }
  },
  examples: [
    {
      wrong: sheet`
        清河市民政局2023年度项目支出绩效自评报告
        三、项目绩效分析
        对救助站运行的产出数量、产出质量和产出时效进行分析后，根据评价指标体系和评分标准计算得分。
      `,
      finds: ['A3']
    },
    {
      right: sheet`
        清河市民政局2023年度项目支出绩效自评报告
        三、项目绩效分析
        对救助站运行的产出数量、产出质量和产出时效进行分析后，根据评价指标体系和评分标准计算得分，满分50分，得48.5分，扣分原因是回访次数不足。
        评价组按照评分标准逐项打分，共召开会议2次。
      `
    }
  ],
  create: (context) => ({
    paragraph(node) {
      const {plain, text} = node.text
      if (node.role !== 'text' || context.form.kind === 'project' || !method.test(plain)) return
      if (/\d/.test(plain.replace(/^[(]?\d+[)、.]/, ''))) return
      context.report({node, part: node.text, messageId: 'method', data: {text: quoteText(text)}})
    }
  })
})

const method =
  /(?:分析|评价|评估|评判|考核|核查)后?[,、]?(?:再)?(?:根据|按照|依据|对照)[^。;]{0,16}(?:评分标准|评分办法|评分细则|指标体系)[^。;]{0,12}(?:计算|确定|得出|评定|打出)(?:分值|得分|分数)/
