import {defineRule} from '../../lint/define-rule.js'
import type {Form, Indicator, Part} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'

export default defineRule({
  id: 'unrelated-topic',
  group: 'relevance',
  severity: 'warning',
  title: {zh: '指标说的是别的领域', en: 'Indicator of another field'},
  why: {
    zh: '采购设备的项目设“环评执行率”，宣传项目的解释写“研究任务”“立项项目”，都是从指标库或别的项目带来的，与这笔钱无关，年底无从取数。请换成本项目的内容。',
    en: 'A purchase with an indicator of environmental impact assessment, or a publicity project explained by "research tasks", took it from a library or another project. It has nothing to do with this money and no data will exist at year end. Replace it.'
  },
  basis: ['财预〔2021〕101号：绩效指标应当与项目高度关联'],
  traps: {
    zh: '只看领域很窄的词（环评、论文、课题等）；项目名称、用途、目标或其他指标里有同一领域的任何一个词都不报；名称与解释互相矛盾的由另一条规则报告。',
    en: 'Only words of narrow fields count (impact assessment, papers, research projects …); any word of that field in name, purpose, goal or another indicator keeps the rule silent; contradictions of name and explanation belong to another rule.'
  },
  messages: {
    zh: {
      name: '“{word}”与本项目（{project}）看不出关系，表里别处也没有提到。请删去或换成本项目的指标。',
      description: '解释里的“{word}”与本项目（{project}）看不出关系，像是从指标库带来的。请按本项目改写。'
    },
    en: {
      name: '"{word}" has no visible connection with this project ({project}); nothing else in the form mentions it. Delete or replace the indicator.',
      description:
        '"{word}" in the explanation has no visible connection with this project ({project}) and seems to come from a library. Rewrite it for this project.'
    }
  },
  examples: [
    {
      wrong: sheet`
        3.救护车购置绩效目标表
        项目名称 | 救护车购置
        绩效目标 | 购置救护车2辆，提高院前急救能力。
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 购置救护车数量 | 当年购置的救护车辆数 | 2辆 | 采购计划
        ^ | 质量指标 | 任务完成率 | 按计划完成研究任务的数量占比 | ≥95% | 采购计划
        效益指标 | 生态效益指标 | 建设项目环评执行率（%） | 提高环评执行率 | ≥90% | 采购计划
      `,
      finds: ['C7', 'D6']
    },
    {
      right: sheet`
        3.急救中心迁建绩效目标表
        项目名称 | 急救中心迁建工程
        绩效目标 | 新建急救中心3000平方米，开展急救课题研究2项。
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 建筑面积 | 当年竣工的建筑面积 | ≥3000平方米 | 可研批复
        ^ | ^ | 发表论文数量 | 公开发表的急救学术论文篇数 | ≥3篇 | 科研计划
        效益指标 | 生态效益指标 | 建设项目环评执行率（%） | 通过环评的建设内容占比 | 100% | 可研批复
      `
    }
  ],
  create: (context) => ({
    form(form) {
      if (form.kind === 'report' || form.kind === 'allocation' || form.kind === 'department') return
      for (const child of form.children) {
        if (child.type !== 'indicator' || child.source !== 'table' || !child.name) continue
        if (!ofTopic.test(child.name.plain) && !ofTopic.test(child.description?.plain ?? '')) continue
        for (const {trigger, related} of topics) {
          const inName = trigger.exec(child.name.plain)
          const inDescription = trigger.exec(child.description?.plain ?? '')
          if (!inName && !inDescription) continue
          // The explanation says something else than the name.
          if (inName && !inDescription && (child.description?.plain.length ?? 0) >= 4) continue
          if (mentions(form, child, related)) continue
          const project = quoteText(form.projectName?.value ?? form.title?.text ?? '', 24)
          if (project === '') continue
          context.report({
            node: child,
            part: inName ? 'name' : 'description',
            messageId: inName ? 'name' : 'description',
            data: {word: (inName ?? inDescription)?.[0] ?? '', project}
          })
        }
      }
    }
  })
})

/** Whether a text holds any trigger. */
const ofTopic = /环评|环境影响评价|论文|课题|研究任务|科研项目|立项项目|研究报告/

const topics = [
  {
    trigger: /环评|环境影响评价/,
    related: /环评|环境|环保|生态|工程|施工|土建|基建|新建|扩建|修缮|污染|排放|建设/
  },
  {
    trigger: /论文|课题|研究任务|科研项目|立项项目/,
    related: /研究|课题|科研|论文|学术|专利|技术|创新|大学|学院|医院|智库|科技|教研|学科|人才|立项/
  },
  {
    trigger: /研究报告/,
    related: /研究|课题|论文|学术|调研|规划|编制|咨询|智库|科技|分析|评估|报告/
  }
]

/** Whether anything of the form besides this indicator speaks of the field. */
function mentions(form: Form, self: Indicator, related: RegExp): boolean {
  const texts: (Part | undefined)[] = [form.title]
  for (const child of form.children) {
    if (child === self) continue
    if (child.type === 'indicator') texts.push(child.name, child.description)
    else if (child.type === 'goal') texts.push(child.text)
    else if (child.type === 'paragraph') texts.push(child.text)
    else if (child.type === 'field' && child.key !== 'department' && child.key !== 'unit-name')
      texts.push(child.value)
  }
  return texts.some((part) => part && related.test(part.plain))
}
