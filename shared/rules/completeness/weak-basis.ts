import {defineRule} from '../../lint/define-rule.js'
import type {Indicator} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {contentsOf} from '../support/contents-of.js'

export default defineRule({
  id: 'weak-basis',
  group: 'completeness',
  severity: 'info',
  title: {zh: '指标值依据不具体', en: 'Weak basis of a target'},
  why: {
    zh: '指标值确定依据要让人查得到：哪份方案、哪个标准、哪几年的实际数。写“经验”“实际情况”“无”，或者所有指标都写“年度工作计划”，说明不了指标值为什么是这个数。请写明文件名称文号、行业标准，或者近三年完成数。',
    en: 'The basis says where a target can be looked up: which plan, which standard, the results of which years. 经验, 实际情况 or 无, or 年度工作计划 for every row, explain nothing. Name the document and its number, the standard, or the results of the last three years.'
  },
  basis: ['财预〔2021〕101号：指标值设定依据包括计划标准、行业标准、历史标准和预算支出标准'],
  traps: {
    zh: '“计划标准”“历史标准”等规定的选项、写明年份或文号的计划、不足 3 条指标都相同的“年度工作计划”不报；同样的依据只报一次。',
    en: 'Silent for the prescribed choices 计划标准, 历史标准 …, for plans with a year or number, and for 年度工作计划 in fewer than 3 rows; the same text is reported once.'
  },
  messages: {
    zh: {
      vague: '指标值确定依据“{text}”（{count}条）不能说明指标值从哪里来。请写明文件、标准或历年完成数。',
      general:
        '{count}条指标的确定依据都是“{text}”，没有写是哪一份计划。请写明计划名称和文号，或者改用标准、历年完成数。'
    },
    en: {
      vague:
        'The basis "{text}" ({count} rows) does not say where the target comes from. Name a document, a standard or earlier results.',
      general:
        'All {count} indicators rest on "{text}", without saying which plan. Give its title and number, or use a standard or earlier results.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年农机购置补贴绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 补贴农机数量 | 当年补贴的台数 | ≥420台 | 工作经验
        ^ | 质量指标 | 农机核验合格率 | 核验合格台数占比 | ≥98% | 按实际情况确定
        ^ | 时效指标 | 补贴资金兑付完成时间 | 全部兑付的时间 | 2024年11月底前 | 无
        效益指标 | 社会效益指标 | 受益农户数 | 获得补贴的农户 | ≥380户 | 2023年完成数
      `,
      finds: ['F3', 'F4', 'F5']
    },
    {
      title: {zh: '所有指标同一句话', en: 'The same words in every row'},
      wrong: sheet`
        2024年农机购置补贴绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 补贴农机数量 | 当年补贴的台数 | ≥420台 | 年度工作计划
        ^ | 质量指标 | 农机核验合格率 | 核验合格台数占比 | ≥98% | 年度工作计划
        效益指标 | 社会效益指标 | 受益农户数 | 获得补贴的农户 | ≥380户 | 年度工作计划
      `,
      finds: ['F3']
    },
    {
      right: sheet`
        2024年农机购置补贴绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 补贴农机数量 | 当年补贴的台数 | ≥420台 | 计划标准
        ^ | 质量指标 | 农机核验合格率 | 核验合格台数占比 | ≥98% | 农机购置补贴实施办法
        ^ | 时效指标 | 补贴资金兑付完成时间 | 全部兑付的时间 | 2024年11月底前 | 2024年农业农村工作计划
        效益指标 | 社会效益指标 | 受益农户数 | 获得补贴的农户 | ≥380户 | 近三年平均数
      `
    }
  ],
  create: (context) => ({
    form(form) {
      let count = 0
      let groups: Map<string, Indicator[]> | undefined
      for (const row of contentsOf(form).rows) {
        const plain = row.basis?.plain
        if (!plain) continue
        count++
        if (!lastLetters.includes(plain.charAt(plain.length - 1))) continue
        if (!vague.test(plain) && !general.test(plain)) continue
        groups ??= new Map()
        const group = groups.get(plain)
        if (group) group.push(row)
        else groups.set(plain, [row])
      }
      if (!groups) return
      for (const [plain, group] of groups) {
        const [first, ...others] = group
        const isVague = vague.test(plain)
        if (!first?.basis || (!isVague && (group.length < 3 || group.length < count))) continue
        context.report({
          node: first,
          part: 'basis',
          messageId: isVague ? 'vague' : 'general',
          data: {text: quoteText(first.basis.text), count: group.length},
          related: others.flatMap(({basis}) => (basis ? [{part: basis}] : []))
        })
      }
    }
  })
})

/** What the texts end in that match the two patterns: hardly any text gets past it. */
const lastLetters = '验值例况际要求算计估定拟断准无有用他-—/划排务责标'

/** Words that name no source at all. */
const vague =
  /^(?:根据|按照?|依据|参照|参考|结合|以)?(?:本?单位|项目|工作|部门|个人|往年|历年|以往|自身|相关)?(?:的)?(?:实际)?(?:工作)?(?:经验|经验值|惯例|情况|实际|实际情况|需要|实际需要|需求|估算|估计|预估|自定|自行确定|自拟|主观判断)(?:而定|确定|制定|设定|为准)?$|^(?:无|没有|暂无|不适用|其他|[-—/]+)$/

/** Plans of any year and any unit. */
const general =
  /^(?:根据|按照?|依据)?(?:本?单位|部门)?(?:年度|年初|全年|本年度?|当年)?(?:工作|任务)?(?:计划|安排|任务|要求|职责|目标)(?:安排|要求|确定)?$/
