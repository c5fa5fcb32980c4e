import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {contentsOf} from '../support/contents-of.js'

export default defineRule({
  id: 'value-without-name',
  group: 'completeness',
  severity: 'warning',
  title: {zh: '有指标值没有指标名称', en: 'Target without the name of an indicator'},
  why: {
    zh: '这一行填了指标值，三级指标却是空的，不知道考核的是什么。二级指标的名称只是分类，不能代替三级指标。请补上指标名称，或者删去多余的指标值。',
    en: 'This row has a target, but nothing says what is measured. The second-level class is only a class. Name the indicator, or delete the target.'
  },
  basis: ['财预〔2015〕88号：绩效指标应当具体、明确', '财预〔2021〕101号：绩效指标由名称和指标值构成'],
  traps: {
    zh: '名称与上一行合并的单元格、没有三级指标一栏的表、被截断的表的最后一行、只有比较符号或“无”的指标值不报。',
    en: 'Silent for names merged over several rows, tables without a column of names, the last row of a table that was cut off, and targets of only a sign or 无.'
  },
  messages: {
    zh: {noName: '指标值“{target}”没有对应的指标名称。请补上三级指标，或者删去这个指标值。'},
    en: {
      noName: 'The target "{target}" belongs to no indicator. Name what is measured, or delete the target.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年社区养老服务绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 新建社区食堂数量 | 当年建成并运营 | ≥8个 | 实施方案
        ^ | 质量指标 | | 验收合格的比例 | 100% | 实施方案
        满意度指标 | 服务对象满意度指标 | | | ≥90% | 上年调查结果
      `,
      finds: ['C4', 'C5']
    },
    {
      wrong: sheet`
        2023年校园安保项目支出绩效自评表
        一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 全年实际值 | 得分
        产出指标 | 数量指标 | 配备保安人数 | #25 | ≥126人 | 126人 | #25
        ^ | 质量指标 | | #25 | ≥95% | 97% | #25
        满意度指标 | 服务对象满意度指标 | 家长满意度 | #10 | ≥90% | 94% | #10
      `,
      finds: ['C4']
    },
    {
      wrong: sheet`
        2024年执法办案场所改造绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位
        产出指标 | 数量指标 | 改造办案场所数量 | ＝ | 3 | 处
        ^ | 质量指标 | | 定性 | 优 |
        满意度指标 | 服务对象满意度指标 | 民警满意度 | ≥ | 90 | %
      `,
      finds: ['C4']
    },
    {
      title: {zh: '一个指标分两行写', en: 'One indicator over two rows'},
      right: sheet`
        2024年社区养老服务绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标解释 | 指标值
        产出指标 | 数量指标 | 助餐服务人次 | 东河街道 | ≥12000人次
        ^ | ^ | ^ | 西河街道 | ≥9000人次
        ^ | 质量指标 | 食品抽检合格率 | 抽检合格批次占比 | =100%
        效益指标 | 社会效益指标 | 服务覆盖老年人数 | 享受助餐的老人 | ≥860人
        ^ | 生态效益指标 | | | 无
        满意度指标 | 服务对象满意度指标 | 老年人满意度 | 问卷调查 | ≥90%
      `
    }
  ],
  create: (context) => ({
    form(form) {
      const {rows} = contentsOf(form)
      for (const row of rows) {
        const {name} = row
        if (name?.plain !== '') continue
        const {target} = row
        if (!target || !saysSomething(target.plain)) continue
        if (row === rows.at(-1) && !form.complete) continue
        context.report({
          node: row,
          part: name,
          messageId: 'noName',
          data: {target: quoteText(target.text)},
          related: [{part: target}]
        })
      }
    }
  })
})

/** A number, words or a grade (优); not a sign alone, a dash or 无. */
function saysSomething(plain: string): boolean {
  return /[\d一-龥]/.test(plain) && plain !== '无'
}
