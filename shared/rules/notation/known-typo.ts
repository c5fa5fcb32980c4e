import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {findTypos, mayHoldTypo} from '../support/find-typos.js'
import {quoteAround} from '../support/quote-around.js'
import {rewritePart} from '../support/rewrite-part.js'
import {textCells, textGate} from '../support/text-cells.js'

export default defineRule({
  id: 'known-typo',
  group: 'notation',
  severity: 'error',
  fix: 'suggestion',
  title: {zh: '错别字', en: 'Known typing error'},
  why: {
    zh: '绩效目标要随预算公开，“满意度率”“在犯罪率”“拔付”这样的错别字一眼就能看出没有校对，指标名称写错还会影响汇总。这里只报查得准的词：同音字、形近字、多出来的字，换哪种理解都不对。请按建议改正。',
    en: 'Targets are published with the budget; errors such as 满意度率, 在犯罪率 or 拔付 show at once that nobody read the text again, and a misspelt name is missed when indicators are added up. Only forms that are wrong on any reading are reported: characters of the same sound or shape, or one too many. Correct them as proposed.'
  },
  basis: ['《中华人民共和国国家通用语言文字法》：公务用字规范', 'GB/T 9704-2012 党政机关公文格式：文字准确'],
  traps: {
    zh: '只查词表里的写法，不作猜测；“按装机容量”“选拔付出”“情不自已”等碰巧连在一起的字、文字换行产生的空格不影响判断；“帐”“截止”“部份”等属于推荐写法的只作提示。',
    en: 'Only listed forms, no guesses; characters that merely meet (按装机容量, 选拔付出) are silent, blanks of line wraps make no difference, and outdated spellings (帐, 部份, 截止 for 截至) are only hints.'
  },
  messages: {
    zh: {
      sound: '“{text}”中的“{wrong}”是音近误写，应为“{right}”。请改正。',
      shape: '“{text}”中的“{wrong}”是形近误写，应为“{right}”。请改正。',
      extra: '“{text}”中的“{wrong}”有误，应为“{right}”。请改正。',
      variant: '“{text}”中的“{wrong}”宜写作“{right}”（规范用字）。',
      write: '改为“{right}”'
    },
    en: {
      sound: '"{wrong}" in "{text}" confuses characters of similar sound. Write "{right}".',
      shape: '"{wrong}" in "{text}" confuses characters of similar shape. Write "{right}".',
      extra: '"{wrong}" in "{text}" has a character too many or too few. Write "{right}".',
      variant: '"{wrong}" in "{text}" is better written "{right}", the standard form.',
      write: 'Change to "{right}"'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年社区矫正工作经费绩效目标表
        绩效目标 | 完善帮教机制，调高矫正对象法治意识，经费及时拔付，己完成台帐登记。
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 集中教育场次 | 全年开展集中教育的场次 | ≥12场 | 年度工作要点
        ^ | 质量指标 | 教育合格绿 | 考核合格对象占比 | ≥95% | 年度工作要点
        效益指标 | 社会效益指标 | 矫正对象在犯罪率 | 在册对象重新犯罪的比例 | ≤0.2% | 上年实际
        满意度指标 | 服务对象满意度指标 | 群众满 意度率 | 问卷调查结果 | ≥90% | 问卷调察
      `,
      finds: ['B2', 'B2', 'B2', 'B2', 'C5', 'C6', 'C7']
    },
    {
      title: {zh: '自评表', en: 'Self-evaluation'},
      wrong: sheet`
        2023年小型农田水利项目支出绩效自评表
        项目名称 | 农田水力设施维修
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 衬砌沟渠长度 | ≥6公里 | 6公里 | 50 | 50
        ^ | 时效指标 | 峻工时间 | 2023年11月底前 | 2023年11月20日 | 20 | 20
        存在问题 | 部分村环保管护不到位，尚末落实管护人员。
      `,
      finds: ['B2', 'C5', 'B6']
    },
    {
      right: sheet`
        2024年充电设施建设绩效目标表
        绩效目标 | 按装机容量12兆瓦建设，按排放标准验收，优先选拔付出多的同志管护，预防犯罪宣传2场，购置救灾用帐篷20顶，三个一台帐篷灯配齐。
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 提供法律服务的律师人数（完成律师值班） | ≥12人
        ^ | ^ | 覆盖绿地面积 | ≥3000平方米
        ^ | 质量指标 | 累积级数计算准确率 | ≥98%
        ^ | 时效指标 | 项目完成时间 | 2024年11月底前
        效益指标 | 社会效益指标 | 再犯罪率 | ≤0.2%
        满意度指标 | 服务对象满意度指标 | 群众满 意度 | ≥90%
        备注 | 报名截止2024年5月31日；截至2024年底建成。工资标准调高后按新标准执行，完成份额另行核定。
      `
    }
  ],
  create: (context) => ({
    sheet(node) {
      if (node.children.length === 0) return
      for (const part of textCells(node, suspicious)) {
        const told = new Set<string>()
        for (const {typo, start, end} of findTypos(part.text)) {
          const {wrong, right, reason, likely} = typo
          if (told.has(wrong)) continue
          told.add(wrong)
          const corrected = part.text.slice(0, start) + right + part.text.slice(end)
          context.report({
            node,
            part,
            messageId: reason,
            ...(reason === 'variant' && {severity: 'info' as const}),
            ...(likely && {severity: 'warning' as const}),
            data: {text: quoteAround(part.text, start, end), wrong: quoteText(wrong), right},
            expected: [right],
            ...(!part.cell?.formula && {
              suggest: [{messageId: 'write', edits: [rewritePart(part, corrected)]}]
            })
          })
        }
      }
    }
  })
})

const suspicious = textGate(mayHoldTypo)
