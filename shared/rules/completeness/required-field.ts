import {defineRule} from '../../lint/define-rule.js'
import type {
  Field,
  FieldKey,
  Form,
  FormChild,
  FundsColumn,
  FundsRow,
  Goal,
  Part,
  SheetNode
} from '../../tree/nodes.js'
import {contains} from '../../workbook/address.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {contentsOf} from '../support/contents-of.js'
import {isPlaceholder} from '../support/placeholders.js'

interface Options {
  /** Fields a reviewer needs. */
  required: FieldKey[]
  /** Fields that many forms leave open for a reason: codes given later, one-year projects. */
  advised: FieldKey[]
}

const keys = [
  'project-name',
  'project-code',
  'unit-name',
  'unit-code',
  'department',
  'implementer',
  'amount',
  'purpose',
  'period',
  'attribute',
  'year',
  'money-unit',
  'basis',
  'contact',
  'staff'
] as const

export default defineRule<Options>({
  id: 'required-field',
  group: 'completeness',
  severity: 'warning',
  title: {zh: '表头栏目没有填写', en: 'Item of the form left empty'},
  why: {
    zh: '项目名称、单位、主管部门、预算数、二级预算单位数、实施内容、绩效目标这些栏目，表上印着名称，后面却是空的，审核时不知道是哪家单位、哪个项目、多少钱，只能退回。请填写；确实没有的填“0”或者“无”。',
    en: 'Project name, unit, department, budget, number of units, content and goal are printed in the form, but nothing stands behind them: the reviewer does not know whose project it is and how much money it takes. Fill them in; write 0 or 无 where there is nothing.'
  },
  basis: ['财预〔2015〕88号：绩效目标填报内容完整', '财预〔2021〕101号：绩效目标申报表填报要求'],
  traps: {
    zh: '整张没有填写的空白表、签字和联系人、年度以外已经填写的长期目标、已有资金构成的“其他资金”、单位或项目名称写在标题或首行的表不报；项目编码、期限、属性等只作提示。',
    en: 'Silent for blank forms, signatures and contacts, the long-term goal of a one-year project, empty sources of money, and names that stand in the title or the line above; codes, periods and attributes are hints only.'
  },
  messages: {
    zh: {
      field: '“{label}”没有填写。请补上；确实没有的写“0”或“无”。',
      goal: '“{label}”没有填写。请写明预期产出和效果，并给出数量。',
      amount: '“{label}”没有金额。请填写，并与资金构成核对一致。'
    },
    en: {
      field: '"{label}" is empty. Fill it in; write 0 or 无 where there is nothing.',
      goal: '"{label}" is empty. Say what is to be produced and achieved, with numbers.',
      amount: '"{label}" has no amount. Fill it in, in line with the sources of the money.'
    }
  },
  options: {
    schema: (z) =>
      z.strictObject({required: z.array(z.enum(keys)), advised: z.array(z.enum(keys))}).partial(),
    default: {
      required: ['project-name', 'unit-name', 'department', 'implementer', 'amount', 'purpose', 'staff'],
      advised: ['project-code', 'unit-code', 'period', 'attribute', 'basis', 'year']
    },
    names: {
      required: {zh: '必须填写的栏目', en: 'Items that must be filled in'},
      advised: {zh: '空着只作提示的栏目', en: 'Items that are only advised'},
      'project-name': {zh: '项目名称', en: 'Project'},
      'project-code': {zh: '项目编码', en: 'Project code'},
      'unit-name': {zh: '单位名称', en: 'Unit'},
      'unit-code': {zh: '单位编码', en: 'Unit code'},
      department: {zh: '主管部门', en: 'Department'},
      implementer: {zh: '实施单位', en: 'Implementing unit'},
      amount: {zh: '预算金额', en: 'Amount'},
      purpose: {zh: '实施内容', en: 'Content'},
      period: {zh: '起止时间', en: 'Period'},
      attribute: {zh: '项目属性', en: 'Kind of project'},
      year: {zh: '年度', en: 'Year'},
      'money-unit': {zh: '金额单位', en: 'Unit of money'},
      basis: {zh: '立项依据', en: 'Basis'},
      contact: {zh: '联系人', en: 'Contact'},
      staff: {zh: '单位数、人数', en: 'Units and staff'}
    }
  },
  examples: [
    {
      title: {zh: '部门整体绩效目标表', en: 'A department’s form'},
      wrong: sheet`
        清河市市直2024年部门整体支出绩效目标表
        部门名称 | 清河市水务局 | | |
        基本信息 | 财政供养人员数 | 86 | 二级预算单位数 | | <
        预算整体情况 | 部门预算支出 | 预算金额（万元） | 收入来源 | 预算金额（万元）
        ^ | 基本支出 | #1250.00 #0.00 | 财政拨款 | #1710.00 #0.00
        ^ | 项目支出 | #460.00 #0.00 | 其他资金 |
        总体绩效目标 | 完成6处灌区改造，新增节水灌溉面积2.4万亩。 | < | < | <
      `,
      finds: ['E3:F3']
    },
    {
      title: {zh: '转移支付自评表', en: 'Self-evaluation of a transfer payment'},
      wrong: sheet`
        2023年农村饮水安全转移支付绩效自评表
        转移支付名称 | 农村饮水安全巩固提升 | < | <
        中央主管部门 | | 实施单位 | 云川县水务局
        项目资金（万元） | | 全年预算数 | 全年执行数
        ^ | 年度资金总额 | | #180
        ^ | 其中：中央补助 | #180 | #180
        年度总体目标 | 改造供水管网42公里。 | < | <
        一级指标 | 二级指标 | 三级指标 | 年度指标值
        产出指标 | 数量指标 | 改造供水管网长度 | ≥42公里
        满意度指标 | 服务对象满意度指标 | 受益群众满意度 | ≥90%
      `,
      finds: ['B3', 'C5']
    },
    {
      title: {zh: '绩效目标空着', en: 'The goal left empty'},
      wrong: sheet`
        2024年村级卫生室运行补助绩效目标表
        项目名称 | | 预算数 | #64.00
        年度绩效目标 | | <  | <
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 补助村级卫生室数量 | ≥128个
        满意度指标 | 服务对象满意度指标 | 就诊群众满意度 | ≥90%
      `,
      finds: ['B2', 'B3:D3']
    },
    {
      title: {zh: '空白表样', en: 'A blank form'},
      right: sheet`
        项目支出绩效目标申报表
        项目名称 | | 主管部门 |
        实施单位 | | 项目属性 |
        资金情况 | 年度资金总额 | |
        年度目标 | | |
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | |
        ^ | 质量指标 | |
        满意度指标 | 服务对象满意度指标 | |
      `
    },
    {
      title: {
        zh: '内容写在栏目下面，或者隔了几列',
        en: 'The answer stands below its label, or some columns on'
      },
      right: sheet`
        2024年中小学校舍维修绩效目标表
        项目名称 | | | | 中小学校舍维修 |
        项目概况 | | | | |
        维修12栋校舍的屋面、门窗和线路，涉及9所学校。 | | | | |
        年度绩效目标 | 维修校舍12栋，验收合格率100%。 | | | |
        一级指标 | 二级指标 | 三级指标 | 指标值 | 指标解释 | 备注
        产出指标 | 数量指标 | 维修校舍数量 | ≥12栋 | 完工的校舍 |
        ^ | 质量指标 | 维修工程验收合格率 | =100% | 一次验收合格 |
        效益指标 | 社会效益指标 | 受益学生人数 | ≥5600人 | 在校学生 |
        满意度指标 | 服务对象满意度指标 | 师生满意度 | ≥90% | 问卷 |
      `
    },
    {
      title: {
        zh: '一年期项目、待签字的表、没有其他资金',
        en: 'A one-year project, to be signed, no other money'
      },
      right: sheet`
        2024年中小学校舍维修绩效目标表
        项目名称 | 中小学校舍维修 | 实施单位 | 云川县教育局
        资金情况（万元） | 年度资金总额 | #240 |
        ^ | 其中：财政拨款 | #240 |
        ^ | 其他资金 | |
        长期目标 | | 年度目标 | 维修校舍12栋，验收合格率100%。
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 维修校舍数量 | ≥12栋
        ^ | 质量指标 | 维修工程验收合格率 | =100%
        效益指标 | 社会效益指标 | 受益学生人数 | ≥5600人
        满意度指标 | 服务对象满意度指标 | 师生满意度 | ≥90%
        项目负责人： | | 联系电话： |
      `
    }
  ],
  create: (context) => {
    const {required, advised} = context.options

    function checkField(field: Field, form: Form): void {
      const {key, value, label} = field
      if (!key || (!required.includes(key) && !advised.includes(key))) return
      if (isSaidElsewhere(field, form) || standsApart(field, form, context.sheet)) return
      context.report({
        node: field,
        part: value,
        messageId: 'field',
        ...(!required.includes(key) && {severity: 'info'}),
        data: {label: quoteText(label.text)},
        related: [{part: label}]
      })
    }

    function checkGoal(goal: Goal, form: Form): void {
      const {label, text, actual} = goal
      if (!label || actual?.plain) return
      const others = form.children.some((child) => child.type === 'goal' && child.text.plain !== '')
      if (others && goal.term !== 'annual') return
      context.report({
        node: goal,
        part: text,
        messageId: 'goal',
        data: {label: quoteText(label.text)},
        related: [{part: label}]
      })
    }

    function checkTotal(row: FundsRow, part: Part): void {
      context.report({
        node: row,
        part,
        messageId: 'amount',
        data: {label: quoteText(row.label.text)},
        related: [{part: row.label}]
      })
    }

    return {
      form(form) {
        if (form.kind === 'report' || form.kind === 'allocation') return
        const {others} = contentsOf(form)
        if (!others.some(isLeftEmpty) || !isFilledIn(form)) return
        const last = lastLine(form)
        for (const child of others) {
          const {line} = child.position.start
          if (!isLeftEmpty(child) || line > last || (!form.complete && line === last)) continue
          if (child.type === 'field') checkField(child, form)
          else if (child.type === 'goal') checkGoal(child, form)
        }
        if (required.includes('amount')) {
          for (const {row, part} of emptyTotals(form)) checkTotal(row, part)
        }
      }
    }
  }
})

/** A field or goal without an answer, or a block of funds with a total without an amount: most forms have none. */
function isLeftEmpty(child: FormChild): boolean {
  if (child.type === 'field') return child.value?.plain === ''
  if (child.type === 'goal') return child.text.plain === ''
  return child.type === 'funds' && child.children.some(isEmptyTotal)
}

/** The last line that somebody filled in: what stands there may just be where the sheet was cut off or is still being written. */
function lastLine(form: Form): number {
  let last = 0
  for (const child of form.children)
    if (child.position.start.line > last && hasContent(child)) last = child.position.start.line
  return last
}

/** Somebody worked on the form: it holds names of indicators, or at least two answers. */
function isFilledIn(form: Form): boolean {
  let answers = 0
  for (const child of form.children) {
    if (child.type === 'indicator' && child.name?.plain && !isPlaceholder(child.name.plain)) return true
    if ((child.type === 'field' && child.key !== 'money-unit') || child.type === 'goal') {
      if (hasContent(child)) answers++
    }
  }
  return answers >= 2
}

function hasContent(child: FormChild): boolean {
  switch (child.type) {
    case 'field':
      return !!child.value?.plain
    case 'goal':
      return child.text.plain !== ''
    case 'funds':
      return child.children.some(({amounts}) => amounts.some(({part}) => part.plain !== ''))
    case 'indicator':
      return !!child.name?.plain
    default:
      return true
  }
}

const organisation =
  /(?:局|委|委员会|办|办公室|厅|院|所|站|中心|政府|机关|本级|大队|支队|学校|处|部|会|公司|馆)$/

/** One of these says the same as another; a department or a number of staff has several labels with answers of their own. */
const single = new Set<FieldKey>(['project-name', 'unit-name', 'amount', 'period', 'year'])

/** The same item is filled in elsewhere in the form, or stands in its title or as a line of its own. */
function isSaidElsewhere({key, label}: Field, form: Form): boolean {
  const twin = form.children.some(
    (child) =>
      child.type === 'field' &&
      child.key === key &&
      !!child.value?.plain &&
      ((key !== undefined && single.has(key)) || child.label.plain === label.plain)
  )
  if (twin) return true
  if (key === 'amount') {
    return form.children.some(
      (child) =>
        child.type === 'funds' &&
        child.children.some(
          ({key, amounts}) => key === 'total' && amounts.some(({amount}) => amount !== undefined)
        )
    )
  }
  if (key === 'year') return form.year !== undefined
  if (key !== 'unit-name') return false
  return form.children.some((child) => {
    if (child.type === 'field')
      return (child.key === 'implementer' || child.key === 'department') && !!child.value?.plain
    if (child.type !== 'paragraph') return false
    return child.text.plain.length <= 30 && organisation.test(child.text.plain)
  })
}

/** The answer stands further right, or below its label, where merged cells were lost or the form is laid out so. */
function standsApart({label, value}: Field, form: Form, {sheet}: SheetNode): boolean {
  if (!value) return false
  const {top, right} = value.range
  const next = sheet.cells.find(({row, column, text}) => row === top && column > right && text.trim() !== '')
  if (next && !labelsOf(form).some(({range}) => contains(range, next.row, next.column))) return true
  return form.children.some(
    (child) =>
      child.type === 'paragraph' &&
      child.position.start.line === label.range.bottom + 1 &&
      child.position.start.column <= right &&
      child.text.plain.length >= 10
  )
}

function labelsOf(form: Form): Part[] {
  return form.children.flatMap((child): Part[] => {
    if (child.type === 'field' || child.type === 'goal') return child.label ? [child.label] : []
    if (child.type !== 'funds') return []
    return [...(child.label ? [child.label] : []), ...child.children.map(({label}) => label)]
  })
}

/** Totals without any amount; none when another total of the form has one. */
function emptyTotals(form: Form): {row: FundsRow; part: Part}[] {
  const totals = form.children.flatMap((child) =>
    child.type === 'funds' ? child.children.filter(({key}) => key === 'total') : []
  )
  const empty = totals.flatMap((row) => {
    const first = row.amounts.find(({column}) => isPlanned(column))
    return first && isEmptyTotal(row) ? [{row, part: first.part}] : []
  })
  return empty.length === totals.filter(({amounts}) => amounts.some(({column}) => isPlanned(column))).length
    ? empty
    : []
}

/** A total that has cells for what is planned, all of them empty. */
function isEmptyTotal({key, amounts}: FundsRow): boolean {
  if (key !== 'total') return false
  let isEmpty = false
  for (const {column, part} of amounts) {
    if (!isPlanned(column)) continue
    if (part.plain !== '') return false
    isEmpty = true
  }
  return isEmpty
}

function isPlanned(column: FundsColumn): boolean {
  return column === 'budget' || column === 'initial' || column === 'adjusted'
}
