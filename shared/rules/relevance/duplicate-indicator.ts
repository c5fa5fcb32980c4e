import {defineRule} from '../../lint/define-rule.js'
import type {Indicator} from '../../tree/nodes.js'
import {lookUpUnit} from '../../vocabulary/units.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {bareName} from '../support/bare-name.js'
import {isPlaceholder} from '../support/placeholders.js'

export default defineRule({
  id: 'duplicate-indicator',
  group: 'relevance',
  severity: 'warning',
  title: {zh: '同一张表里指标重复', en: 'Indicator given twice'},
  why: {
    zh: '同一张表里两条指标名称相同，等于一件事考核两次，分值也计了两次；指标值不同时更不知道以哪个为准。请删去一条；考核对象确实不同的，把对象写进名称。',
    en: 'Two indicators of one table with the same name measure one thing twice and count its points twice; when the targets differ, nobody knows which holds. Delete one, or put into the names what makes them different.'
  },
  basis: ['财预〔2021〕101号：指标应当突出重点、不重复'],
  traps: {
    zh: '中长期和年度两个指标块各算各的；名称相同、指标解释不同的只作提示；“其中”行不报。',
    en: 'Medium-term and yearly blocks are looked at apart; the same name with another explanation is only a hint; silent for 其中 rows.'
  },
  messages: {
    zh: {
      same: '“{name}”与第{row}行的指标重复。请删去一条，或者在名称里写明区别。',
      conflict: '“{name}”与第{row}行的指标重复，指标值却不同（“{target}”和“{other}”）。请核对后保留一条。',
      alike: '“{name}”与第{row}行的“{twin}”说的是同一件事。请删去一条，或者在名称里写明区别。',
      described: '“{name}”与第{row}行的指标同名，只靠解释区分。建议把区别写进名称。'
    },
    en: {
      same: '"{name}" repeats the indicator of row {row}. Delete one, or say in the names what is different.',
      conflict:
        '"{name}" repeats the indicator of row {row} with another target ("{target}" and "{other}"). Check and keep one.',
      alike:
        '"{name}" means the same as "{twin}" in row {row}. Delete one, or say in the names what is different.',
      described:
        '"{name}" has the same name as row {row} and differs only in its explanation. Better say it in the names.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年老旧小区改造绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 改造小区数量 | 当年改造的小区 | ≥14个 | 实施方案
        ^ | 时效指标 | 改造任务完成及时率 | 按期完成的小区占比 | ≥95% | 实施方案
        效益指标 | 可持续影响指标 | 改造任务按时完成率 | 按期完成的小区占比 | ≥95% | 实施方案
        ^ | 社会效益指标 | 改造小区数量 | 当年改造的小区 | ≥12个 | 实施方案
      `,
      finds: ['C5', 'C6']
    },
    {
      right: sheet`
        2024年老旧小区改造绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 改造小区数量 | ≥14个
        ^ | ^ | 改造楼栋数量 | ≥60栋
        ^ | 时效指标 | 竣工时间（一标段） | 2024年9月底前
        ^ | ^ | 竣工时间（二标段） | 2024年11月底前
        满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90%
      `
    }
  ],
  create: (context) => {
    function report(node: Indicator, twin: Indicator): void {
      const {name} = node
      if (!name || !twin.name || name.range === twin.name.range) return
      const targets = [node.target?.plain ?? '', twin.target?.plain ?? '']
      const sameWords = targets[0] === targets[1] && node.value.kind === 'qualitative'
      const described = !sameWords && differ(node.description?.plain, twin.description?.plain)
      const conflict = targets[0] !== targets[1] && targets.every((target) => target !== '')
      const alike = bareName(name) !== bareName(twin.name)
      context.report({
        node,
        part: name,
        messageId: described ? 'described' : alike ? 'alike' : conflict ? 'conflict' : 'same',
        ...(described && {severity: 'info' as const}),
        data: {
          name: quoteText(name.text),
          twin: quoteText(twin.name.text),
          row: twin.name.range.top,
          target: quoteText(node.target?.text ?? ''),
          other: quoteText(twin.target?.text ?? '')
        },
        related: [{part: twin.name}]
      })
    }

    /** The first row of each wording. */
    let firsts = new Map<string, Indicator>()
    /** The rows of wordings that occur again, by block, wording and qualifier. */
    let rows = new Map<string, Indicator>()

    function compare(node: Indicator, first: Indicator, thing: string): void {
      if (isPlaceholder(node.name?.plain ?? '')) return
      const firstKey = keyOf(first, thing)
      if (!rows.has(firstKey) && !isPlaceholder(first.name?.plain ?? '')) rows.set(firstKey, first)
      const key = keyOf(node, thing)
      const twin = rows.get(key)
      if (twin) report(node, twin)
      else rows.set(key, node)
    }

    return {
      form() {
        firsts = new Map()
        rows = new Map()
      },
      indicator(node) {
        if (node.source !== 'table' || node.subordinate || !node.name) return
        const bare = bareName(node.name)
        if (bare.length < 3 || isNumber(bare)) return
        const thing = sameThing(bare)
        const first = firsts.get(thing)
        if (first) compare(node, first, thing)
        else firsts.set(thing, node)
      }
    }
  }
})

function keyOf({block, name}: Indicator, thing: string): string {
  return `${block}\n${thing}\n${qualifierOf(name?.plain ?? '')}`
}

function isNumber(bare: string): boolean {
  const first = bare.charCodeAt(0)
  return first <= 57 && first >= 46 && /^[\d.]+$/.test(bare)
}

/** 按时完成率, 及时完成率 and 完成及时率 are one thing. */
function sameThing(bare: string): string {
  if (bare.endsWith('指标')) return bare.slice(0, -2)
  return bare.endsWith('完成率') || bare.endsWith('时率') || bare.endsWith('期率')
    ? bare.replace(/(?:按时|按期|及时)完成率$|完成(?:及时|按时|按期)率$/, '完成及时率')
    : bare
}

/** What a name says in brackets besides a unit: 竣工时间（一标段） and 竣工时间（二标段） are two things. */
function qualifierOf(plain: string): string {
  return [...plain.matchAll(/[([]([^()[\]]+)[)\]]/g)]
    .map(([, inside = '']) => inside.replace(/^单位:?/, ''))
    .filter((inside) => /[\u4e00-\u9fff]/.test(inside) && !/[≥≤=<>%]/.test(inside) && !lookUpUnit(inside))
    .join()
}

/** Explanations that really differ; an explanation that only repeats the name explains nothing. */
function differ(one: string | undefined, other: string | undefined): boolean {
  if (!one || !other || one === other) return false
  const short = (text: string): string => sameThing(text.replace(/\([^()]*\)/g, ''))
  return short(one) !== short(other)
}
