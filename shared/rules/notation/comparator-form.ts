import {defineRule} from '../../lint/define-rule.js'
import type {Indicator, Part} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {findGarble} from '../support/find-garble.js'
import {rewritePart} from '../support/rewrite-part.js'
import {targetCells} from '../support/target-cells.js'

export default defineRule({
  id: 'comparator-form',
  group: 'notation',
  severity: 'info',
  fix: 'safe',
  title: {zh: '比较符号写法不规范', en: 'Unusual form of a comparator'},
  why: {
    zh: '指标值里的比较符号统一写“≥”“≤”“＝”。写成“>=”“≧”“》=”“大于等于”，系统取数和按符号汇总时会漏掉，也不整齐。请改为规范符号。',
    en: 'Targets use the signs "≥", "≤" and "=". Forms such as ">=", "≧", "》=" or 大于等于 are missed when values are read or grouped by sign. Use the usual sign.'
  },
  basis: ['财预〔2021〕101号：指标值填报要求', 'GB 3102.11-93：数学符号“≥”“≤”'],
  traps: {
    zh: '比较符号另列一栏、由系统下拉选择的“>=”不报；“不低于”“不超过”等通顺的文字、“>”“<”不报。',
    en: 'Silent for a comparator column filled from a list, for words such as 不低于, and for ">" and "<".'
  },
  messages: {
    zh: {
      form: '指标值“{target}”的比较符号“{found}”宜写成“{sign}”。',
      many: '指标值“{target}”的比较符号“{found}”宜写成“{sign}”，本表共有 {count} 处这样的写法。',
      fix: '改用规范的比较符号'
    },
    en: {
      form: 'The comparator "{found}" of the target "{target}" is better written "{sign}".',
      many: 'The comparator "{found}" of the target "{target}" is better written "{sign}"; {count} targets of this table use such forms.',
      fix: 'Use the usual signs'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年图书馆开放经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 全年开放天数 | 免费开放的天数 | >=300天 | 开放办法
        ^ | 质量指标 | 图书上架准确率 | 抽查准确的比例 | ≧98% | 开放办法
        ^ | 时效指标 | 新书上架时限 | 到馆至上架的天数 | 小于等于10天 | 开放办法
        满意度指标 | 服务对象满意度指标 | 读者满意度 | 问卷调查结果 | 》=90% | 问卷
      `,
      finds: ['E3', 'E4', 'E5', 'E6']
    },
    {
      right: sheet`
        2024年图书馆开放经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 对比符号 | 指标值 | 计量单位
        01-产出指标 | 01-数量指标 | 全年开放天数 | >= | 300 | 天
        01-产出指标 | 02-质量指标 | 图书上架准确率 | ≥ | 98 | %
        01-产出指标 | 03-时效指标 | 新书上架时限 | | 不超过10天 |
        03-满意度指标 | 01-服务对象满意度指标 | 读者满意度 | | ≥90% |
      `
    }
  ],
  create: (context) => {
    let found: Found[] = []
    return {
      form() {
        found = []
      },
      indicator(node) {
        const {source, target, targets} = node
        if (source === 'prose' || !target) return
        if (targets.length < 2) check(node, target)
        else for (const {part} of targetCells(node)) check(node, part)
      },
      'form:exit'() {
        const [first] = found
        if (first && found.length > few) report(first, 'many', found)
        else for (const one of found) report(one, 'form', [one])
      }
    }

    function check(node: Indicator, part: Part): void {
      const match = unusual.exec(part.text)
      if (!match || findGarble(part.plain)) return
      const sign = /[<＜﹤≦⩽《〈小]/.test(match[0]) ? '≤' : '≥'
      found.push({
        node,
        part,
        mark: match[0],
        to: sign + part.text.slice(match[0].length).trimStart(),
        sign
      })
    }

    /** A table that uses an unusual sign throughout gets one finding with all its cells. */
    function report({node, part, mark, sign, to}: Found, messageId: string, all: Found[]): void {
      const edits = all.filter(({part}) => !part.cell?.formula).map((one) => rewritePart(one.part, one.to))
      context.report({
        node,
        part,
        messageId,
        data: {target: quoteText(part.text), found: mark.trim(), sign, count: all.length},
        expected: [to],
        related: all.filter((one) => one.part !== part).map(({part}) => ({part})),
        ...(edits.length > 0 && {fix: edits})
      })
    }
  }
})

interface Found {
  node: Indicator
  part: Part
  /** The comparator as written. */
  mark: string
  sign: string
  to: string
}

/** Up to so many targets of a form each get a finding of their own. */
const few = 4

/** A sign of two characters, a sign of another alphabet, book title marks taken for one, or the words. */
const unusual = /^\s*(?:[>＞﹥<＜﹤]\s*[=＝]|[≧≦⩾⩽]|[》〉《〈]\s*[=＝]?(?=\s*\d)|大于或?等于|小于或?等于)/
