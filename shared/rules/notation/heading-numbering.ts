import {defineRule} from '../../lint/define-rule.js'
import type {Part, SheetNode} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {findBrokenStep, maybeNumbered, numberingOf, type Numbering} from '../support/find-numbering.js'
import {quoteAround} from '../support/quote-around.js'
import {textCells, textGate} from '../support/text-cells.js'

export default defineRule({
  id: 'heading-numbering',
  group: 'notation',
  severity: 'info',
  title: {zh: '序号不连续或格式不一', en: 'Numbering broken or uneven'},
  why: {
    zh: '“一、”后面直接是“三、”，“（四）”之后又从“（一）”开始，“1. 2. 4.”漏了一项，说明内容删减后没有重新编号，或者缺了一段。请按顺序重新编号，同一层次用同一种写法。',
    en: 'When 三、 follows 一、, （一） follows （四）, or a list runs 1. 2. 4., something was deleted without renumbering, or a part is missing. Number in order and write one level in one way.'
  },
  basis: ['GB/T 9704-2012 党政机关公文格式：结构层次序数依次用“一、”“（一）”“1.”“（1）”'],
  traps: {
    zh: '换了上级标题后重新从一开始、列表接着上一格、表被截断只剩后半、小数和日期里的点不报；缺的序号在别处出现过的不报。',
    en: 'Silent for a new start under a new heading, lists that continue from the cell above, tables of which only the end is left, points of decimals and dates, and when the missing number stands elsewhere.'
  },
  messages: {
    zh: {
      gap: '“{text}”中“{before}”后面是“{found}”，缺“{missing}”。请补上，或者重新编号。',
      repeat: '“{text}”的序号“{found}”用了两次。请重新编号。',
      restart: '“{text}”又从“{found}”开始，前面同一层次已编到“{before}”。请接着编号，或者换一级序号。',
      first: '“{text}”的序号是“{found}”，同一层次前面没有“{missing}”。请核对层次和编号。',
      width: '“{text}”的序号“{found}”与前面的“{before}”括号一个全角、一个半角。请统一。',
      mark: '“{text}”的“{found}”与其他行的“{before}”写法不同。请统一。'
    },
    en: {
      gap: 'In "{text}", "{before}" is followed by "{found}": "{missing}" is lacking. Add it or renumber.',
      repeat: 'In "{text}" the number "{found}" is used twice. Renumber.',
      restart:
        '"{text}" starts again with "{found}", but this level had reached "{before}". Go on numbering or use the next level.',
      first: '"{text}" is numbered "{found}", but no "{missing}" comes before it. Check levels and numbers.',
      width: 'The brackets of "{found}" in "{text}" differ in width from those of "{before}". Use one width.',
      mark: 'The mark of "{found}" in "{text}" differs from "{before}" in the other rows. Use one.'
    }
  },
  examples: [
    {
      title: {zh: '自评报告', en: 'Report in prose'},
      wrong: sheet`
        清河市民政局2023年度整体支出绩效自评报告
        一、部门概况
        1.主要职责
        承担全市社会救助、养老服务等工作。
        （二）收支情况
        全年收入1200万元，支出1200万元。
        三、绩效实现情况
        （一）产出情况
        改造床位200张。
        （二）效益情况
        惠及老人3000人。
        （一）存在问题
        一是监管不细；二是宣传不够；四是人手不足。
        绩效目标：1.改造床位200张；2.培训护理员80人；2.走访老人300户。
      `,
      finds: ['A5', 'A7', 'A12', 'A13', 'A14']
    },
    {
      wrong: sheet`
        2023年养老护理培训项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 指标1：培训人数 | ≥80人 | 82人 | 20 | 20
        ^ | ^ | 指标2：培训班次 | ≥2期 | 2期 | 20 | 20
        ^ | 质量指标 | 指标1：结业率 | ≥95% | 96% | 20 | 20
        ^ | 时效指标 | 指标1.按期完成率 | 100% | 100% | 20 | 20
        满意度指标 | 服务对象满意度指标 | 指标1：学员满意度 | ≥90% | 95% | 10 | 10
      `,
      finds: ['C6']
    },
    {
      right: sheet`
        清河市民政局2023年度整体支出绩效自评报告
        一、部门概况
        （一）主要职责
        1.负责社会救助。2.负责养老服务。3.2023年起负责殡葬管理。4.完成交办事项。
        （二）收支情况
        二、绩效实现情况
        （一）产出情况
        改造床位200张，面积1.5万平方米。
        （二）效益情况
        一是惠及老人3000人；二是满意度提高到95%；三是投诉减少。
        三、存在问题
        （一）监管不细
        （1）检查偏少。
        （2）记录不全。
      `
    }
  ],
  create: (context) => ({
    sheet(node) {
      if (node.children.length === 0) return
      const numbered: Entry[] = []
      for (const part of textCells(node, mayBeStep)) {
        const numbering = maybeNumbered.test(part.text) ? numberingOf(part.text) : undefined
        if (numbering) numbered.push({part, numbering})
        const broken = part.text.length > 20 ? findBrokenStep(part.text) : undefined
        if (broken) {
          const {messageId, found, before, missing} = broken
          const at = Math.max(0, part.text.lastIndexOf(found))
          const text = quoteAround(part.text, at, at + found.length)
          report(part, messageId, {text, found, ...(messageId === 'gap' && {before, missing})}, 'warning')
        }
      }
      if (numbered.length > 1) checkHeadings(node, numbered)
      checkNames(node)

      function report(
        part: Part,
        messageId: string,
        data: Record<string, string>,
        severity: 'info' | 'warning' = 'info',
        related?: Part
      ): void {
        context.report({
          node,
          part,
          messageId,
          severity,
          data,
          ...(related && {related: [{part: related}]})
        })
      }

      function checkHeadings(sheetNode: SheetNode, entries: Entry[]): void {
        const last = new Map<string, Entry>()
        /** The last numbered cell of each style in a column, heading or not. */
        const previous = new Map<string, Entry>()
        /** The first numbered heading under the current section of a column. */
        const opening = new Map<number, Entry>()
        for (const entry of entries) {
          const {part, numbering} = entry
          const column = part.range.left
          const key = `${column} ${numbering.style}`
          const data = {text: quoteText(part.text), found: numbering.text}
          const run = previous.get(key)
          if (
            run?.numbering.number === numbering.number - 1 &&
            run.numbering.wide !== numbering.wide &&
            (numbering.style === 'part' || numbering.style === 'item')
          ) {
            report(part, 'width', {...data, before: run.numbering.text}, 'info', run.part)
          }
          if (isHeading(part)) {
            const before = last.get(key)
            if (numbering.style === 'section') {
              if (before) judgeNext(before, entry, sheetNode)
              for (const style of ['part', 'point', 'item']) last.delete(`${column} ${style}`)
              opening.delete(column)
            } else {
              if (numbering.style === 'part') {
                if (before) judgeNext(before, entry, sheetNode)
                else if (
                  numbering.number === 2 &&
                  last.has(`${column} section`) &&
                  run?.numbering.number !== 1
                ) {
                  report(part, 'first', {...data, missing: '（一）'}, 'info', opening.get(column)?.part)
                }
              }
              if (!opening.has(column)) opening.set(column, entry)
            }
            last.set(key, entry)
          }
          previous.set(key, entry)
        }
      }

      function judgeNext(before: Entry, entry: Entry, sheetNode: SheetNode): void {
        const {part, numbering} = entry
        const from = before.numbering.number
        const to = numbering.number
        if (to === from + 1) return
        const data = {text: quoteText(part.text), found: numbering.text}
        if (to === from) {
          report(part, 'repeat', data, 'warning', before.part)
        } else if (to === 1 && numbering.style === 'part' && from > 1) {
          if (!hasUnnumberedTitle(sheetNode, before.part, part))
            report(part, 'restart', {...data, before: before.numbering.text}, 'warning', before.part)
        } else if (to === from + 2) {
          const missing = writeLike(numbering, to - 1)
          if (!occurs(sheetNode, to - 1, numbering))
            report(part, 'gap', {...data, before: before.numbering.text, missing}, 'warning', before.part)
        }
      }

      /** 指标1： in most rows and 指标1. in a few. */
      function checkNames(sheetNode: SheetNode): void {
        for (const form of sheetNode.children) {
          let byMark: Map<string, {part: Part; text: string}[]> | undefined
          for (const child of form.children) {
            if (child.type !== 'indicator' || !child.name || child.source === 'prose') continue
            if (!child.name.plain.startsWith('指标')) continue
            const match = /^指标\d{1,2}([:.、])/.exec(child.name.plain)
            if (!match) continue
            byMark ??= new Map()
            const mark = match[1] ?? ''
            byMark.set(mark, [...(byMark.get(mark) ?? []), {part: child.name, text: match[0]}])
          }
          if (!byMark || byMark.size < 2) continue
          const [most = []] = [...byMark.values()].sort((a, b) => b.length - a.length)
          const [usual] = most
          for (const list of byMark.values()) {
            if (list === most || !usual || list.length * 2 > most.length) continue
            for (const {part, text} of list)
              report(part, 'mark', {text: quoteText(part.text), found: text, before: usual.text})
          }
        }
      }
    }
  })
})

interface Entry {
  part: Part
  numbering: Numbering
}

const maybeStep = {
  test: (text: string): boolean =>
    maybeNumbered.test(text) ||
    (text.length > 20 && /[。；;：:，,\n]\s*[(（]?(?:[2二]\s*[.、．)）]|二是)/.test(text))
}

/** A short line that is no sentence. */
function isHeading({plain}: Part): boolean {
  return plain.length <= 30 && !/[。；;，,]$/.test(plain)
}

function writeLike({style}: Numbering, number: number): string {
  const numeral = '一二三四五六七八九十'.charAt(number - 1)
  return style === 'section' ? `${numeral}、` : `（${numeral}）`
}

/** Whether a number stands anywhere on the sheet: then it was only not recognised as a heading. */
function occurs({sheet: {cells}}: SheetNode, number: number, {style}: Numbering): boolean {
  const numeral = '一二三四五六七八九十'.charAt(number - 1)
  const pattern =
    style === 'section' ? new RegExp(`${numeral}\\s*[、.．]`) : new RegExp(`[(（]\\s*${numeral}\\s*[)）]`)
  return numeral === '' || cells.some(({text}) => pattern.test(text))
}

/** Whether a title without a number stands between two cells: numbering starts again under it. */
function hasUnnumberedTitle({sheet: {cells}}: SheetNode, from: Part, to: Part): boolean {
  return cells.some(
    ({row, column, text}) =>
      column === to.range.left &&
      row > from.range.bottom &&
      row < to.range.top &&
      /^[\s#*]*(?:第[一二三四五六七八九十]+[部章节]|附件|附表)|^\s*#{1,3}\s*[^\s\d(（一二三四五六七八九十]/.test(
        text
      )
  )
}

const mayBeStep = textGate((text) => maybeStep.test(text), ')）、.．是')
