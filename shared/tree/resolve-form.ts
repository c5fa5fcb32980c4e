import {parseProjectCode, findProjectCodes} from '../value/project-code.js'
import type {Form, FormChild, MoneyUnit, Part, Resolved} from './nodes.js'
import type {Grid} from './grid.js'

export interface Hints {
  /** File name or path. */
  file?: string
  year?: number
  division?: string
}

const yearInText = /(?<![\d〔[（(【])(20\d\d)\s*年/
const ownYear = /^[（(]?(20\d\d)[)）]?年度?[)）]?$/

/** Resolves project name and code, money unit and division of a form from its own cells. */
export function resolveFacts(form: Form, grid: Grid, hints: Hints): void {
  const field = (key: string): Part | undefined => {
    for (const child of form.children) {
      if (child.type === 'field' && child.key === key && child.value?.plain) return child.value
    }
    return undefined
  }
  const name = field('project-name')
  if (name) form.projectName = {value: stripCode(name.text), source: 'field', part: name}
  const code = field('project-code') ?? (name && findProjectCodes(name.text).length > 0 ? name : undefined)
  if (code) {
    const found = findProjectCodes(code.text)[0]
    const value = code === name ? found?.code : (found?.code ?? code.plain)
    if (value) form.projectCode = {value, source: 'field', part: code}
  }
  const unit = resolveMoneyUnit(form, grid)
  if (unit) form.moneyUnit = unit
  const parsed = form.projectCode && parseProjectCode(form.projectCode.value)
  if (parsed?.division && /^\d{6}$/.test(parsed.division)) {
    form.division = {value: parsed.division, source: 'code', part: form.projectCode?.part}
  } else if (hints.division) {
    form.division = {value: hints.division, source: 'configuration'}
  }
}

function stripCode(text: string): string {
  return text.replace(/^\s*[0-9A-Z]{15,25}\s*[-—－]\s*/, '').trim()
}

function resolveMoneyUnit(form: Form, grid: Grid): Resolved<MoneyUnit> | undefined {
  for (const child of form.children) {
    if (child.type === 'field' && child.key === 'money-unit' && child.value) {
      const unit = toUnit(child.value.plain)
      if (unit) return {value: unit, source: 'field', part: child.value}
    }
  }
  for (let row = form.position.start.line; row <= form.position.end.line; row++) {
    for (const slot of grid.inRow(row)) {
      if (slot.plain.length > 40 || !slot.plain.includes('元')) continue
      const match = /(?:单位[:：]?|[(（])(?:人民币)?((?:百万|[千万亿])?元)[)）]?/.exec(slot.plain)
      if (match && (/单位/.test(slot.plain) || /金额|资金|预算|情况|总额|支出/.test(slot.plain))) {
        const unit = toUnit(match[1] ?? '')
        if (unit)
          return {
            value: unit,
            source: /单位/.test(slot.plain) ? 'field' : 'header',
            part: {text: slot.text, plain: slot.plain, range: slot.range, cell: slot.cell}
          }
      }
    }
  }
  return undefined
}

function toUnit(plain: string): MoneyUnit | undefined {
  const unit = plain.replace(/^人民币/, '')
  return (['元', '千元', '万元', '百万元', '亿元'] as const).find((known) => known === unit)
}

/** Reads what a form states of itself: its fiscal year (its title without the project's name, a 年度 row or field), its period. */
export function stateYears(form: Form, grid: Grid): void {
  const own = statedYear(form, grid)
  if (own) form.year = own
  const period = statedPeriod(form)
  if (period) form.period = period
}

/** The fiscal year of all forms that state one, where they agree. */
export function commonYear(stated: Form[]): number | undefined {
  const [first, ...others] = stated.flatMap(({year}) => (year ? [year.value] : []))
  return others.every((year) => year === first) ? first : undefined
}

/**
 * The fiscal year of a form that states none of itself: the caller's year; then that of the other forms of the workbook
 * where they agree; the file's name; and last the project's name and code, which may carry the year in which a project
 * of several years began.
 */
export function inferYear(
  form: Form,
  sheetName: string,
  common: number | undefined,
  hints: Hints
): Resolved<number> | undefined {
  if (hints.year !== undefined) return {value: hints.year, source: 'configuration'}
  if (common !== undefined) return {value: common, source: 'sheet'}
  const fileYear = /(?<!\d)(20[12]\d)(?!\d)/.exec(hints.file?.split(/[\\/]/).at(-1) ?? '')?.[1]
  if (fileYear) return {value: Number(fileYear), source: 'file'}
  const named = (yearInText.exec(form.projectName?.value ?? '') ??
    yearInText.exec(form.title?.text ?? ''))?.[1]
  if (named) return {value: Number(named), source: 'title'}
  const sheetYear = /(?<!\d)(20[12]\d)\s*年/.exec(sheetName)?.[1]
  if (sheetYear) return {value: Number(sheetYear), source: 'sheet'}
  const code = form.projectCode && parseProjectCode(form.projectCode.value)
  return code?.year ? {value: code.year, source: 'code', part: form.projectCode?.part} : undefined
}

/** The year a form states of itself. */
function statedYear(form: Form, grid: Grid): Resolved<number> | undefined {
  const title = form.title
  if (title) {
    const year =
      yearInText.exec(title.text) ?? /[（(]\s*(20\d\d)\s*(?:[)）]?\s*年度|年\s*[)）]$)/.exec(title.text)
    if (year && !namesProject(title, form, year[1] ?? ''))
      return {value: Number(year[1]), source: 'title', part: title}
  }
  const {start} = form.position
  for (let row = start.line; row <= Math.min(start.line + 4, form.position.end.line); row++) {
    for (const slot of grid.inRow(row)) {
      const year = slot.plain.length <= 16 && slot.plain.includes('20') ? ownYear.exec(slot.plain) : undefined
      // 2026年 beside other cells may be the beginning or the end of something.
      if (year && (slot.plain.includes('年度') || grid.inRow(row).length === 1)) {
        return {
          value: Number(year[1]),
          source: 'field',
          part: {text: slot.text, plain: slot.plain, range: slot.range, cell: slot.cell}
        }
      }
    }
  }
  for (const child of form.children) {
    if (child.type !== 'field' || child.key !== 'year' || !child.value) continue
    const year = /20\d\d/.exec(child.value.plain)
    if (year) return {value: Number(year[0]), source: 'field', part: child.value}
  }
  return undefined
}

/** Whether the year in a title may belong to the project's name: `3.2023年某转移支付资金绩效目标表`. */
function namesProject(title: Part, form: Form, year: string): boolean {
  if (form.projectName) return form.projectName.value.includes(year)
  if (/^\d+[.、．]/.test(title.plain)) return true
  const body = title.plain.replace(/^.*?20\d\d年度?/, '')
  return (
    body.length > 24 &&
    !/^(?:部门|项目|整体|县级|市级|省级|中央|预算|专项|绩效|财政|区级|本级|区|市|县|单位)/.test(body)
  )
}

function statedPeriod(form: Form): Form['period'] {
  for (const child of form.children) {
    if (child.type !== 'field' || child.key !== 'period' || !child.value) continue
    const years = [...child.value.plain.matchAll(/20\d\d/g)].map(([year]) => Number(year))
    if (years.length >= 1) return {first: Math.min(...years), last: Math.max(...years)}
  }
  return undefined
}

/** Children of one type. */
export function childrenOf<T extends FormChild['type']>(
  form: Form,
  type: T
): Extract<FormChild, {type: T}>[] {
  return form.children.filter((child): child is Extract<FormChild, {type: T}> => child.type === type)
}
