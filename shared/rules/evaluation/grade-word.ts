import {defineRule} from '../../lint/define-rule.js'
import type {Form, Part, TargetNode} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {contentsOf} from '../support/contents-of.js'
import {formatPoints, readPoints} from '../support/points.js'
import {findGrade, grades, readGrade, type Grade} from '../support/read-grade.js'

interface Options {
  /** The least scores of 优, 良 and 中. */
  bands: [number, number, number]
}

export default defineRule<Options>({
  id: 'grade-word',
  group: 'evaluation',
  severity: 'warning',
  title: {zh: '等级与得分不符', en: 'Grade does not fit the score'},
  why: {
    zh: '自评等级由总分决定：90 分（含）以上为优，80 分（含）至 90 分为良，60 分（含）至 80 分为中，60 分以下为差。等级和得分对不上，其中必有一个错。请核对。',
    en: 'The grade follows from the total: 优 from 90, 良 from 80, 中 from 60, 差 below. When they do not fit, one of them is wrong. Check both.'
  },
  basis: [
    '财预〔2020〕10号：评价等级 90（含）–100 分为优，80（含）–90 分为良，60（含）–80 分为中，60 分以下为差'
  ],
  traps: {
    zh: '“90 分以上为优”之类的评分标准、没有印出总分的表、满分不是 100 分的合计不报；本地另有标准的可用选项改分数段。',
    en: 'Silent for the text of the standard itself, tables without a printed total, and totals out of other than 100; places with other bands set them by option.'
  },
  options: {
    schema: (zod) => zod.strictObject({bands: zod.tuple([zod.number(), zod.number(), zod.number()])}),
    default: {bands: [90, 80, 60]},
    names: {
      bands: {zh: '优、良、中的最低分', en: 'Least scores of 优, 良 and 中'}
    }
  },
  messages: {
    zh: {grade: '得分 {score} 分应为“{expected}”，等级却是“{grade}”。请核对得分和等级。'},
    en: {grade: 'A score of {score} is graded "{expected}", but the grade here is "{grade}". Check both.'}
  },
  examples: [
    {
      wrong: sheet`
        2023年校园安全项目支出绩效自评表
        项目名称 | 校园安全 | 自评总分 | 88.5 | 自评等级 | 优
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值
        产出指标 | 数量指标 | 安装监控数量 | ≥300个 | 306个
        满意度指标 | 服务对象满意度指标 | 家长满意度 | ≥90% | 93%
      `,
      finds: ['F2']
    },
    {
      title: {zh: '报告里的结论，勾选的等级', en: 'Conclusion of a report, ticked grade'},
      wrong: sheet`
        云川县教育局2023年度整体支出绩效自评报告
        一、自评结论
        经综合评价，我局整体支出绩效自评得分92分，评价等级为“良”。
        （一）其他说明
        项目支出自评得分85.6分，自评结果为优秀。
      `,
      finds: ['A3', 'A5']
    },
    {
      right: sheet`
        2023年校园安全项目支出绩效自评表
        项目名称 | 校园安全 | 自评总分 | 90 | 自评等级 | 优☑ 良□ 中□ 差□
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值
        产出指标 | 数量指标 | 安装监控数量 | ≥300个 | 306个
        满意度指标 | 服务对象满意度指标 | 家长满意度 | ≥90% | 93%
        注：90分以上评价等级为优，80分以上评价等级为良。
      `
    },
    {
      right: sheet`
        云川县教育局2023年度整体支出绩效自评报告
        一、自评结论
        经综合评价，我局整体支出绩效自评得分95.5分，评价等级为“优秀”。
      `
    }
  ],
  create: (context) => {
    const expected = (score: number): Grade => {
      const band = context.options.bands.findIndex((least) => score >= least)
      return grades[band < 0 ? 3 : band] ?? '差'
    }

    function check(node: TargetNode, part: Part, score: number, grade: Grade, related: Part[] = []): void {
      const right = expected(score)
      if (right === grade) return
      context.report({
        node,
        part,
        messageId: 'grade',
        data: {score: formatPoints(score), expected: right, grade: quoteText(grade)},
        related: related.map((place) => ({part: place}))
      })
    }

    function checkText(node: TargetNode, part: Part | undefined): void {
      if (!part || part.plain.length < 10 || !part.plain.includes('分') || !gradeLetter.test(part.plain))
        return
      const found = findGrade(part.plain)
      if (found) check(node, part, found.score, found.grade)
    }

    return {
      form(form) {
        const total = totalOf(form)
        const score = readPoints(total)
        if (!total || score === undefined || score > 100) return
        for (const child of contentsOf(form).others) {
          if (child.type !== 'field' || child.key !== 'grade' || !child.value) continue
          const grade = readGrade(child.value.plain)
          if (grade) check(child, child.value, score, grade, [total])
        }
      },
      paragraph(node) {
        checkText(node, node.text)
      },
      goal(node) {
        checkText(node, node.text)
        checkText(node, node.actual)
      },
      field(node) {
        checkText(node, node.value)
      }
    }
  }
})

const gradeLetter = /[优良中差格般]/

/** The cell with the total out of 100. */
function totalOf(form: Form): Part | undefined {
  for (const child of contentsOf(form).others) {
    if (child.type === 'field' && child.key === 'total-score' && readPoints(child.value) !== undefined)
      return child.value
  }
  return form.totals.findLast(
    ({role, weight, score}) =>
      role === 'total' && readPoints(score) !== undefined && readPoints(weight) === 100
  )?.score
}
