import {defineRule} from '../../lint/define-rule.js'
import type {Form} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {bareName} from '../support/bare-name.js'

export default defineRule({
  id: 'filler-indicator',
  group: 'relevance',
  severity: 'warning',
  title: {zh: '与项目无关的凑数指标', en: 'Indicator only there to fill a row'},
  why: {
    zh: '普法、培训、补助一类的项目写“环保节能”“环保意识增强”，只是因为表里有生态效益这一行。它与资金用途没有关系，年底也拿不出证据。没有生态效益的可以不设，请删去这一行。',
    en: 'A project of legal education, training or subsidies that names 环保节能 does so only because the form has a row for ecological benefit. It has nothing to do with the money and cannot be proved at year end. A class that does not apply may be left out: delete the row.'
  },
  basis: ['财预〔2021〕101号：绩效指标应当与项目高度关联，效益指标按项目实际选设'],
  traps: {
    zh: '项目名称、用途或目标里提到环境、生态、节能、绿化、污染、垃圾、水、林等的不报；名称写明了具体对象（如“垃圾处理率”）的不报。',
    en: 'Silent when the project, its purpose or its goal mentions the environment, energy, greening, pollution, waste, water or forests, and for names with a concrete object.'
  },
  messages: {
    zh: {
      ecology:
        '“{name}”与本项目的资金用途看不出关系，像是为填满生态效益而写。没有生态效益的可以不设，请删去或换成具体的影响。'
    },
    en: {
      ecology:
        '"{name}" has no visible connection with what this money is for and seems to fill the row of ecological benefit. Leave the class out, or name a concrete effect.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年职工技能培训绩效目标表
        项目名称 | 职工技能培训
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 培训职工人数 | ≥200人
        效益指标 | 生态效益指标 | 环保节能 | ≥90%
      `,
      finds: ['C5']
    },
    {
      right: sheet`
        2024年河道整治绩效目标表
        项目名称 | 河道生态整治
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 整治河道长度 | ≥12公里
        效益指标 | 生态效益指标 | 环境保护 | 水质达到Ⅲ类
        满意度指标 | 服务对象满意度指标 | 沿岸群众满意度 | ≥90%
      `
    }
  ],
  create: (context) => ({
    indicator(node) {
      const {name, levelTwo} = node
      if (!name || levelTwo !== 'environmental-benefit') return
      if (!isFiller(bareName(name)) || isGreen(context.form)) return
      context.report({node, part: 'name', messageId: 'ecology', data: {name: quoteText(name.text)}})
    }
  })
})

/** Most names under ecology are long, or speak of something else. */
function isFiller(bare: string): boolean {
  return bare.length <= 26 && /环保|环境|节能|办公|节约能源/.test(bare) && filler.test(bare)
}

const filler =
  /^(?:进一步|有效|不断)?(?:提高|提升|增强|促进|加强|倡导|宣传)?(?:群众|全民|社会|职工|公众|干部职工)?(?:的)?(?:绿色|低碳|节能|环境)?(?:环保|环境保护|节能环保|环保节能|节能减排|保护环境|绿色环保|低碳环保|绿色办公|节能降耗|节约能源)(?:意识|理念)?(?:增强|提高|提升|明显提高)?$/

function isGreen(form: Form): boolean {
  const words =
    /环境|环保|生态|节能|减排|绿化|绿色|污染|垃圾|水利|水务|水质|水土|节水|污水|排水|供水|河道|河湖|河长|湖泊|林业|森林|造林|湿地|农田|土壤|能源|光伏|锅炉|供暖|厕所|保洁|公园|扬尘|秸秆/
  const texts = [form.title?.plain, form.projectName?.value]
  for (const node of form.children) {
    if (node.type === 'goal') texts.push(node.text.plain)
    else if (node.type === 'field' && (node.key === 'project-name' || node.key === 'purpose'))
      texts.push(node.value?.plain)
  }
  return texts.some((text) => text !== undefined && words.test(text))
}
