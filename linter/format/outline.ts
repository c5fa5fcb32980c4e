import pc from 'picocolors'
import type {Locale} from '../../shared/lint/finding.js'
import {say} from '../../shared/locale/texts.js'
import type {
  Form,
  FormChild,
  FormKind,
  FundsColumn,
  Indicator,
  LevelTwo,
  Part,
  Resolved,
  WorkbookNode
} from '../../shared/tree/nodes.js'
import type {TargetKind} from '../../shared/value/target-value.js'
import {formatRange} from '../../shared/workbook/address.js'
import {quoteText} from '../../shared/workbook/plain-text.js'
import type {Bilingual} from '../../shared/lint/define-rule.js'
import {padTo, showControls} from './terminal-text.js'

const kinds: Record<FormKind, Bilingual> = {
  project: {zh: '项目目标表', en: 'project form'},
  department: {zh: '部门整体目标表', en: 'department form'},
  evaluation: {zh: '自评表', en: 'self-evaluation'},
  report: {zh: '文字材料', en: 'prose'},
  allocation: {zh: '分配表等', en: 'allocation'}
}

const sources: Record<Resolved<unknown>['source'], Bilingual> = {
  title: {zh: '标题', en: 'title'},
  field: {zh: '表内', en: 'field'},
  code: {zh: '编码', en: 'code'},
  file: {zh: '文件名', en: 'file name'},
  configuration: {zh: '设置', en: 'configuration'},
  sheet: {zh: '其他表', en: 'other sheets'},
  header: {zh: '表头', en: 'heading'}
}

const classes: Record<LevelTwo, Bilingual> = {
  quantity: {zh: '数量', en: 'quantity'},
  quality: {zh: '质量', en: 'quality'},
  timeliness: {zh: '时效', en: 'timeliness'},
  cost: {zh: '成本', en: 'cost'},
  'economic-cost': {zh: '经济成本', en: 'economic cost'},
  'social-cost': {zh: '社会成本', en: 'social cost'},
  'environmental-cost': {zh: '环境成本', en: 'environmental cost'},
  'economic-benefit': {zh: '经济效益', en: 'economic benefit'},
  'social-benefit': {zh: '社会效益', en: 'social benefit'},
  'environmental-benefit': {zh: '生态效益', en: 'environmental benefit'},
  sustainability: {zh: '可持续', en: 'sustainability'},
  satisfaction: {zh: '满意度', en: 'satisfaction'}
}

const columns: Record<FundsColumn, Bilingual> = {
  budget: {zh: '预算', en: 'budget'},
  initial: {zh: '年初预算', en: 'initial budget'},
  adjusted: {zh: '调整后预算', en: 'adjusted budget'},
  executed: {zh: '执行', en: 'spent'},
  rate: {zh: '执行率', en: 'rate'},
  weight: {zh: '分值', en: 'points'},
  score: {zh: '得分', en: 'score'},
  reason: {zh: '原因', en: 'reason'},
  'medium-term': {zh: '中期', en: 'medium term'}
}

const targets: Record<TargetKind, Bilingual> = {
  empty: {zh: '空', en: 'empty'},
  number: {zh: '数', en: 'number'},
  percent: {zh: '百分比', en: 'percent'},
  range: {zh: '区间', en: 'range'},
  date: {zh: '日期', en: 'date'},
  duration: {zh: '时长', en: 'duration'},
  frequency: {zh: '频次', en: 'frequency'},
  money: {zh: '金额', en: 'money'},
  qualitative: {zh: '定性', en: 'qualitative'},
  graded: {zh: '分档', en: 'graded'},
  placeholder: {zh: '未填', en: 'placeholder'}
}

/** The recognised tree of a workbook as an outline for people. */
export function outlineTree(file: string, tree: WorkbookNode, locale: Locale, color: boolean): string {
  const colors = pc.createColors(color)
  const lines = [colors.bold(colors.underline(file))]
  for (const sheet of tree.children) {
    lines.push(
      '',
      `${colors.bold(showControls(sheet.name))}${sheet.sheet.visibility === 'visible' ? '' : say({zh: '（隐藏）', en: ' (hidden)'}, locale)}`
    )
    if (sheet.children.length === 0)
      lines.push(`  ${say({zh: '没有认出表格', en: 'no form recognised'}, locale)}`)
    // A form of a list may have more lines than a call takes arguments.
    for (const form of sheet.children) for (const line of outlineForm(form, locale, colors)) lines.push(line)
  }
  return lines.join('\n') + '\n'
}

type Colors = ReturnType<typeof pc.createColors>

function outlineForm(form: Form, locale: Locale, colors: Colors): string[] {
  const {start, end} = form.position
  const range = formatRange({top: start.line, left: start.column, bottom: end.line, right: end.column})
  const fact = (label: Bilingual, value: Resolved<unknown> | undefined): string =>
    value
      ? `${say(label, locale)} ${quoteText(String(value.value))}${say({zh: '（{source}）', en: ' ({source})'}, locale, {source: say(sources[value.source], locale)})}`
      : `${say(label, locale)} ?`
  const count = form.children.filter(({type}) => type === 'indicator').length
  const lines = [
    `  ${colors.cyan(say(kinds[form.kind], locale))} ${range}${form.title ? `  ${text(form.title)}` : ''}`,
    `    ${fact({zh: '年度', en: 'year'}, form.year)}  ${fact({zh: '金额单位', en: 'money unit'}, form.moneyUnit)}  ${fact({zh: '项目编码', en: 'code'}, form.projectCode)}  ${fact({zh: '项目', en: 'project'}, form.projectName)}  ${say({zh: '指标', en: 'indicators'}, locale)} ${count}${form.complete ? '' : say({zh: '（表不完整）', en: ' (incomplete)'}, locale)}`
  ]
  for (const child of form.children)
    lines.push(...outlineChild(child, locale, colors).map((line) => `    ${line}`))
  for (const {role, label: total, weight, score} of form.totals) {
    const cells = [
      ...(weight
        ? [`${say({zh: '分值', en: 'points'}, locale)} ${place(weight)} ${text(weight) || '∅'}`]
        : []),
      ...(score ? [`${say({zh: '得分', en: 'score'}, locale)} ${place(score)} ${text(score) || '∅'}`] : [])
    ]
    lines.push(
      `    ${[label(role === 'heading' ? {zh: '分值', en: 'points'} : {zh: '合计', en: 'total'}, locale, colors), place(total), text(total), ...cells].join(' ')}`
    )
  }
  for (const {part} of form.emptyClasses)
    lines.push(`    ${label({zh: '空类', en: 'empty'}, locale, colors)} ${place(part)} ${text(part)}`)
  return lines
}

function outlineChild(child: FormChild, locale: Locale, colors: Colors): string[] {
  const tag = (name: Bilingual): string => label(name, locale, colors)
  switch (child.type) {
    case 'field':
      return [
        `${tag({zh: '字段', en: 'field'})} ${place(child.label)} ${text(child.label)} → ${child.value ? `${place(child.value)} ${text(child.value) || '∅'}` : '∅'}`
      ]
    case 'goal':
      return [
        `${tag({zh: '目标', en: 'goal'})} ${place(child.text)} ${text(child.text) || '∅'}${child.actual ? `  ⇒ ${place(child.actual)} ${text(child.actual) || '∅'}` : ''}`
      ]
    case 'funds':
      return [
        `${tag({zh: '资金', en: 'funds'})} ${child.label ? `${place(child.label)} ${text(child.label)}` : ''}`,
        ...child.children.map(
          (row) =>
            `  ${text(row.label)}: ${row.amounts.map(({column, part, amount}) => `${say(columns[column], locale)} ${place(part)} ${amount ?? (text(part) || '∅')}`).join(', ')}`
        )
      ]
    case 'spendingPlan':
      return [
        `${tag({zh: '计划', en: 'plan'})} ${place(child.label)} ${child.children.map(({deadline, share}) => `${text(deadline)} ${text(share) || '∅'}`).join(' → ')}`
      ]
    case 'task':
      return [
        `${tag({zh: '任务', en: 'task'})} ${child.name ? `${place(child.name)} ${text(child.name)}` : ''}  ${child.amount ? `${place(child.amount)} ${text(child.amount) || '∅'}` : ''}`
      ]
    case 'paragraph':
      return [`${tag({zh: '文字', en: 'text'})} ${place(child.text)} ${text(child.text)}`]
    case 'indicator':
      return [outlineIndicator(child, locale, colors)]
  }
}

function outlineIndicator(node: Indicator, locale: Locale, colors: Colors): string {
  const {value} = node
  const read = [
    value.comparator,
    value.number,
    value.upper === undefined ? undefined : `–${value.upper}`,
    value.unit
  ]
    .filter((piece) => piece !== undefined)
    .join('')
  const group = node.levelTwo ? say(classes[node.levelTwo], locale) : '?'
  const more = [
    ...(node.actual?.plain ? [`${say({zh: '完成', en: 'actual'}, locale)} ${text(node.actual)}`] : []),
    ...(node.weight?.plain ? [`${say({zh: '分值', en: 'points'}, locale)} ${text(node.weight)}`] : []),
    ...(node.score?.plain ? [`${say({zh: '得分', en: 'score'}, locale)} ${text(node.score)}`] : [])
  ]
  return `${label({zh: '指标', en: 'indicator'}, locale, colors)} ${padTo(group, locale === 'en' ? 14 : 8)} ${node.name ? `${place(node.name)} ${text(node.name) || '∅'}` : '∅'} → ${
    node.target ? `${place(node.target)} ${text(node.target) || '∅'}` : '∅'
  } ${colors.dim(`[${say(targets[value.kind], locale)}${read ? ` ${read}` : ''}]`)}${more.length > 0 ? `  ${more.join('  ')}` : ''}`
}

function label(name: Bilingual, locale: Locale, colors: Colors): string {
  return colors.dim(say(name, locale))
}

function place(part: Part): string {
  return formatRange(part.range)
}

function text(part: Part): string {
  return showControls(quoteText(part.text))
}
