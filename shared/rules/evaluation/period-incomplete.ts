import {defineRule} from '../../lint/define-rule.js'
import type {Part, TargetNode} from '../../tree/nodes.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {contentsOf} from '../support/contents-of.js'
import {quoteAround} from '../support/quote-around.js'

export default defineRule({
  id: 'period-incomplete',
  group: 'evaluation',
  severity: 'info',
  title: {zh: '全年自评只统计到年中', en: 'Yearly evaluation that stops before the year ends'},
  why: {
    zh: '年度自评反映全年完成情况。“截至11月底，共办理…件”漏掉了最后几个月，与全年目标比不上，数据也容易前后不一。请补齐到 12 月底。',
    en: 'A yearly evaluation covers the whole year. "截至11月底，共办理…件" leaves out its last months and cannot be held against the yearly target. Bring the figures up to the end of December.'
  },
  basis: ['财预〔2020〕10号：绩效自评反映年度全年完成情况'],
  traps: {
    zh: '目标表、往年或下一年的时点、“截至6月底完成招标”等过程描述、12 月的数据不报。',
    en: 'Silent in target forms, for dates in other years, for steps on the way (截至6月底完成招标) and for December.'
  },
  messages: {
    zh: {
      until: '“{text}”只统计到 {month} 月，年度自评应当反映全年。请补齐到 12 月底，或者说明原因。'
    },
    en: {
      until:
        '"{text}" counts up to month {month} only, but a yearly evaluation covers the whole year. Bring the figures up to the end of December, or say why not.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2023年调解工作经费项目支出绩效自评表
        （2023年度）
        年度总体目标 | 预期目标 | 实际完成情况
        ^ | 调解纠纷300件 | 截至11月底，共调解纠纷286件，成功率96%。
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 调解纠纷数量 | ≥300件 | 302件 | 90 | 90
      `,
      finds: ['C4']
    },
    {
      right: sheet`
        2023年调解工作经费项目支出绩效自评表
        （2023年度）
        年度总体目标 | 预期目标 | 实际完成情况
        ^ | 调解纠纷300件 | 截至2023年12月底，共调解纠纷302件；截至6月底完成设备招标；截至2022年11月底在册调解员12人。
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 调解纠纷数量 | ≥300件 | 302件 | 90 | 90
      `
    }
  ],
  create: (context) => {
    function check(node: TargetNode, part: Part | undefined, year: number): void {
      if (!part || !/截[至止]/.test(part.text)) return
      for (const match of part.text.matchAll(until)) {
        const [whole, stated, month = ''] = match
        if (Number(month) > 11 || (stated !== undefined && Number(stated) !== year)) continue
        context.report({
          node,
          part,
          messageId: 'until',
          data: {text: quoteAround(part.text, match.index, match.index + whole.length), month: Number(month)}
        })
        return
      }
    }

    return {
      form(form) {
        if ((form.kind !== 'evaluation' && form.kind !== 'report') || !form.year) return
        const year = form.year.value
        const {reported, others} = contentsOf(form)
        for (const node of others) {
          if (node.type === 'goal') check(node, node.actual, year)
          else if (node.type === 'field') check(node, node.value, year)
          else if (node.type === 'paragraph') check(node, node.text, year)
        }
        for (const node of reported) check(node, node.actual, year)
      }
    }
  }
})

/** A count of what was done up to a month: 截至11月底，共办理…件. */
const until =
  /截[至止]到?\s*(?:(20\d\d)\s*年\s*)?(?:本年|当年|今年)?\s*(\d{1,2})\s*月\s*(?:底|末|份|\d{1,2}\s*日)?\s*[，,]?\s*[^，,。；;]{0,8}?(?:共|累计|已|总计|合计)[^。；;]{0,20}?\d/g
