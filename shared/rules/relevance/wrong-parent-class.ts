import {defineRule} from '../../lint/define-rule.js'
import type {Indicator, LevelTwo} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {parentsOf} from '../../vocabulary/levels.js'
import {bareName} from '../support/bare-name.js'
import {isExecutionRate} from '../support/rate-names.js'

export default defineRule({
  id: 'wrong-parent-class',
  group: 'relevance',
  severity: 'warning',
  title: {zh: '指标放错了类别', en: 'Indicator in the wrong class'},
  why: {
    zh: '完成是否及时属于时效指标，投诉率属于质量或满意度指标，预算执行另行计分。把它们放到可持续影响、生态效益、经济效益里，是把产出当成效益，真正的效益反而没有写。请移到对应的类别；效益类写项目带来的变化，没有的可以不设。',
    en: 'Whether work is done on time is timeliness, complaints are quality or satisfaction, and spending is scored elsewhere. Under sustainability, ecological or economic benefit they pass outputs off as benefits, and the real benefit is not named. Move them to their class; a benefit says what the project changes, and a class that does not apply may be left out.'
  },
  basis: ['财预〔2021〕101号：产出、效益、满意度、成本指标的分类', '财预〔2015〕88号：绩效指标分类'],
  traps: {
    zh: '社会效益下的及时率（如应急处置及时率）不报；看不出类别的不报；旧分类（成本在产出下）和新分类（成本单列）都认可。',
    en: 'Silent for punctuality under social benefit (e.g. of emergency response), for unknown classes; cost under output (old) and cost as a class of its own (new) are both accepted.'
  },
  messages: {
    zh: {
      timeliness: '“{name}”说的是时效，却放在“{level}”下。请移到时效指标，这里另写项目带来的效益。',
      complaints: '“{name}”反映服务质量，却放在“{level}”下。请移到质量或满意度指标，这里另写长期效益。',
      execution: '“{name}”反映支出进度，不是效益，却放在“{level}”下。请删去或移走，这里另写项目带来的效益。',
      cost: '“{name}”说的是成本，与“{level}”无关。请移到成本指标。',
      social: '“{name}”说的是社会效益，却放在“{level}”下。请移到社会效益指标。',
      events: '“{name}”不是满意度，却放在“{level}”下。请移到质量或社会效益指标，这里写服务对象满意度。',
      acceptance: '“{name}”说的是产出的质量，却放在“{level}”下。请移到质量指标，这里另写项目带来的效益。',
      deadline: '“{name}”说的是时间，却放在“{level}”下。请移到时效指标。',
      quantity: '“{name}”说的是数量，却放在“{level}”下。请移到数量指标。',
      quality: '“{name}”说的是质量，却放在“{level}”下。请移到质量指标。',
      money: '“{name}”说的是花多少钱，却放在“{level}”下。请移到成本指标。',
      parent: '二级指标“{level}”不属于一级指标“{parent}”。请放到对应的一级指标下。'
    },
    en: {
      timeliness:
        '"{name}" is about time, but stands under "{level}". Move it to timeliness and state a real benefit here.',
      complaints:
        '"{name}" is about quality of service, but stands under "{level}". Move it to quality or satisfaction and state a lasting benefit here.',
      execution:
        '"{name}" is about the progress of spending, no benefit, but stands under "{level}". Delete or move it and state a real benefit here.',
      cost: '"{name}" is about cost and has nothing to do with "{level}". Move it to the cost class.',
      social: '"{name}" is a social benefit, but stands under "{level}". Move it to social benefit.',
      events:
        '"{name}" is no satisfaction, but stands under "{level}". Move it to quality or social benefit and give the satisfaction of those served here.',
      acceptance:
        '"{name}" is the quality of the output, but stands under "{level}". Move it to quality and state a real benefit here.',
      deadline: '"{name}" is a time, but stands under "{level}". Move it to timeliness.',
      quantity: '"{name}" is a count, but stands under "{level}". Move it to quantity.',
      quality: '"{name}" is a quality, but stands under "{level}". Move it to quality.',
      money: '"{name}" is money spent, but stands under "{level}". Move it to cost.',
      parent:
        'The second-level class "{level}" does not belong under "{parent}". Put it under its own first-level class.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年公园管护经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 管护公园面积 | 管护的公园面积 | ≥35公顷 | 管护合同
        ^ | 经济成本指标 | 单位面积管护费 | 管护费与面积之比 | ≤2万元/公顷 | 管护合同
        效益指标 | 可持续影响指标 | 管护任务按时完成率 | 按时完成的任务占比 | ≥95% | 管护合同
        ^ | 生态效益指标 | 社会治安状况 | 居民安全感 | ≥90% | 管护合同
        ^ | 经济效益指标 | 预算执行率 | 支出占预算比例 | ≥95% | 管护合同
        满意度指标 | 服务对象满意度指标 | 踩踏事件发生次数 | 全年发生的次数 | 0次 | 管护合同
      `,
      finds: ['B4', 'C5', 'C6', 'C7', 'C8']
    },
    {
      wrong: sheet`
        2024年公园管护经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 苗木栽植完成时间 | 2024年4月30日前
        ^ | ^ | 苗木采购费 | ≤12万元
        ^ | 13-时效指标 | 栽植苗木数量 | 3000个
        ^ | ^ | 苗木成活率 | ≥95%
        ^ | 14-成本指标 | 补植完工验收合格率 | 100%
        2-效益指标 | 22-社会效益指标 | 工程验收合格率 | 100%
      `,
      finds: ['C3', 'C4', 'C5', 'C6', 'C7', 'C8']
    },
    {
      right: sheet`
        2024年公园管护经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        成本指标 | 经济成本指标 | 单位面积管护费 | ≤2万元/公顷
        产出指标 | 数量指标 | 管护公园面积 | ≥35公顷
        ^ | 时效指标 | 管护任务按时完成率 | ≥95%
        效益指标 | 社会效益指标 | 游客投诉处置及时率 | ≥95%
        ^ | 生态效益指标 | 绿地保有率 | ≥98%
        满意度指标 | 服务对象满意度指标 | 游客投诉率 | ≤1%
        ^ | ^ | 游客满意度 | ≥90%
      `
    },
    {
      right: sheet`
        2024年公园管护经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 管护公园面积 | ≥35公顷
        ^ | 14-成本指标 | 单位面积管护费 | ≤2万元/公顷
        3-满意度指标 | 31-服务对象满意度 | 游客满意度 | ≥90%
      `
    }
  ],
  create: (context) => {
    const reported = new Set<unknown>()
    return {
      indicator(node) {
        const {name, level1, level2, levelOne, levelTwo} = node
        if (node.source === 'prose' || !levelTwo) return
        if (
          levelOne &&
          level1 &&
          level2 &&
          level1.range !== level2.range &&
          !parentsOf[levelTwo].includes(levelOne)
        ) {
          if (!reported.has(level2.range)) {
            context.report({
              node,
              part: level2,
              messageId: 'parent',
              data: {level: quoteText(level2.text), parent: quoteText(level1.text)},
              related: [{part: level1}]
            })
          }
          reported.add(level2.range)
          return
        }
        const messageId = name && judge(node, levelTwo)
        const level = level2 ?? level1
        if (!messageId || !level) return
        context.report({
          node,
          part: name,
          messageId,
          data: {name: quoteText(name.text), level: quoteText(level.text)},
          related: [{part: level}]
        })
      }
    }
  }
})

const timely =
  /(?:及时性|及时率|时效性?|完成时限|完成时间|办结时限|(?:按时|按期|及时|按时限)(?:完成|办结|发放|完工|竣工)率?)$|是否(?:及时|按时|按期)$/

const complaints = /(?:投诉|信访|上访|差错)率$/

function judge(node: Indicator, levelTwo: LevelTwo): string | undefined {
  const {name, profile} = node
  const bare = bareName(name)
  const benefit =
    levelTwo === 'economic-benefit' || levelTwo === 'environmental-benefit' || levelTwo === 'sustainability'
  if (benefit || levelTwo === 'social-benefit') {
    if (isExecutionRate(bare) || bare.endsWith('预算执行情况')) return 'execution'
    if (benefit && /[时期]/.test(bare) && timely.test(bare) && !/响应|处置|救援|应急|预警/.test(bare))
      return 'timeliness'
    if (bare.endsWith('率')) {
      if (benefit && complaints.test(bare)) return 'complaints'
      if (accepted.test(bare)) return 'acceptance'
    }
  }
  const output = judgeOutput(node, levelTwo, bare)
  if (output) return output
  if (levelTwo === 'environmental-benefit') {
    if (/成本|费用/.test(bare) && !green.test(bare)) return 'cost'
    if (bare.includes('社会') && /社会(?:稳定|和谐|治安)/.test(bare) && !green.test(bare)) return 'social'
  }
  if (levelTwo === 'satisfaction' && profile.confidence >= 0.8) {
    const {kind} = profile
    const counts =
      kind === 'count' ||
      kind === 'cost' ||
      kind === 'deadline' ||
      kind === 'measure' ||
      (bare.endsWith('数') && /(?:事件|事故)[\u4e00-\u9fff]{0,4}[次起]?数$/.test(bare))
    if (counts && !/满意|投诉|评价|认可|好评|信访|测评/.test(bare)) return 'events'
  }
  return undefined
}

const green = /环境|环保|生态|绿|能耗|节能|能源|排放|污染|资源|水质|用水|节水|水土|治理|林|土壤|垃圾/

const accepted =
  /(?:验收(?:合格|通过|达标)|(?:工程|施工|采购|设备|项目|建设|培训|考试)(?:质量)?(?:合格|达标))率$/
const finished = /(?:完成|竣工|完工|开工|验收|发放|到位|交付|投用|拨付|支付)(?:时间|时限|日期|期限)$/
const thing = /^(?:[万千百]?(?:个|件|台|套|辆|册|份|户|家|所|座|栋|间|亩|公里|平方米|公顷|吨|人|名))$/

/** Outputs of one class under another, where name and target agree on what they are. */
function judgeOutput(node: Indicator, levelTwo: LevelTwo, bare: string): string | undefined {
  const found = judgeByTarget(node, levelTwo, bare)
  return found && /每|在岗|期间/.test(bare) ? undefined : found
}

function judgeByTarget(node: Indicator, levelTwo: LevelTwo, bare: string): string | undefined {
  const {value} = node
  switch (levelTwo) {
    case 'quantity':
    case 'quality':
      if (value.kind === 'date') return finished.test(bare) ? 'deadline' : undefined
      return value.kind === 'money' &&
        value.comparator === '≤' &&
        spent.test(bare) &&
        !value.unit?.includes('/')
        ? 'money'
        : undefined
    case 'timeliness':
      if (value.kind === 'number') return countsThings(node) ? 'quantity' : undefined
      return value.kind === 'percent' &&
        /(?:合格|优良|达标|完好|准确|成活)率$/.test(bare) &&
        !/[时期]/.test(bare)
        ? 'quality'
        : undefined
    case 'cost':
    case 'economic-cost':
      if (value.kind === 'number') return countsThings(node) ? 'quantity' : undefined
      return value.kind === 'percent' && accepted.test(bare) ? 'quality' : undefined
    default:
      return undefined
  }
}

function countsThings({profile, value}: Indicator): boolean {
  return profile.kind === 'count' && profile.confidence >= 0.9 && thing.test(value.unit ?? '')
}

const spent = /(?:成本|费用|费|造价)$/
