import pc from 'picocolors'
import type {Finding, Locale, Severity} from '../../shared/lint/finding.js'
import {say, severityNames} from '../../shared/locale/texts.js'
import {quoteText} from '../../shared/workbook/plain-text.js'
import type {FileResult, RunResult, Summary} from '../run/result.js'
import {cutToWidth, measureWidth, padTo, showControls, wrapText} from './terminal-text.js'
import {groupBy} from '../run/group-by.js'

export interface StylishOptions {
  /** Columns of the terminal. */
  width: number
  color: boolean
  quiet?: boolean
}

/** This many like findings on a sheet are shown one by one; further ones are listed by address. */
const shownOfAKind = 5

/** The report for a terminal: by file and sheet, each finding with address, the cell's text, what, why, what to do. */
export function formatStylish(run: RunResult, options: StylishOptions): string {
  const colors = pc.createColors(options.color)
  return (
    [
      run.results.map((result) => formatFile(result, run.locale, options, colors)),
      formatSummary(run.summary, run.locale, run.milliseconds, colors)
    ]
      .flat(2)
      .join('\n') + '\n'
  )
}

type Colors = ReturnType<typeof pc.createColors>

function formatFile(result: FileResult, locale: Locale, options: StylishOptions, colors: Colors): string[] {
  const findings = result.findings.filter(
    ({severity, suppressed}) => !suppressed && (!options.quiet || severity === 'error')
  )
  if (result.status === 'checked' && findings.length === 0 && !result.warnings && result.forms.length > 0)
    return []
  const lines = ['', colors.bold(colors.underline(showControls(result.file)))]
  const note = (mark: string, text: string): void => {
    for (const [index, line] of wrapText(showControls(text), options.width - 4).entries())
      lines.push(`${index === 0 ? `  ${mark} ` : '    '}${line}`)
  }
  if (result.error)
    note(colors.red('✗'), `${say({zh: '未检查', en: 'not checked'}, locale)}：${result.error.message}`)
  for (const {message} of result.warnings ?? []) note(colors.yellow('!'), message)
  if (result.status === 'checked' && result.forms.length === 0) {
    note(
      colors.yellow('!'),
      say(
        {
          zh: '没有认出绩效目标表，未作检查。可用 inspect 查看各工作表内容。',
          en: 'No target form was recognised; nothing was checked. See "inspect".'
        },
        locale
      )
    )
  }
  for (const [sheet, ofSheet] of groupBy(findings, ({sheet}) => sheet)) {
    lines.push(
      '',
      `  ${colors.bold(showControls(sheet))}  ${colors.dim(say({zh: '{n} 条', en: '{n}'}, locale, {n: ofSheet.length}))}`
    )
    for (const line of formatSheet(ofSheet, locale, options, colors)) lines.push(line)
  }
  return lines
}

function formatSheet(findings: Finding[], locale: Locale, options: StylishOptions, colors: Colors): string[] {
  const seen = new Map<string, Finding[]>()
  const shown: Finding[] = []
  for (const finding of findings) {
    const key = `${finding.ruleId} ${finding.messageId}`
    const alike = seen.get(key) ?? []
    alike.push(finding)
    seen.set(key, alike)
    if (alike.length <= shownOfAKind) shown.push(finding)
  }
  const addressWidth = Math.max(...shown.map(({range}) => range.length))
  const severityWidth = Math.max(
    ...shown.map(({severity}) => measureWidth(say(severityNames[severity], locale)))
  )
  const lines: string[] = []
  for (const finding of shown) {
    lines.push(...formatFinding(finding, addressWidth, severityWidth, locale, options, colors))
    const alike = seen.get(`${finding.ruleId} ${finding.messageId}`) ?? []
    if (alike.length > shownOfAKind && alike[shownOfAKind - 1] === finding) {
      const rest = alike.slice(shownOfAKind).map(({range}) => range)
      const text = say({zh: '同类问题另有 {n} 处：{places}', en: '{n} more of the same: {places}'}, locale, {
        n: rest.length,
        places: rest.join(locale === 'en' ? ', ' : '、')
      })
      for (const line of wrapText(text, options.width - addressWidth - 6))
        lines.push(colors.dim(`${' '.repeat(addressWidth + 6)}${line}`))
    }
  }
  return lines
}

function formatFinding(
  finding: Finding,
  addressWidth: number,
  severityWidth: number,
  locale: Locale,
  options: StylishOptions,
  colors: Colors
): string[] {
  const paint: Record<Severity, (text: string) => string> = {
    error: colors.red,
    warning: colors.yellow,
    info: colors.blue
  }
  const indent = addressWidth + 6
  const head = `    ${colors.bold(padTo(finding.range, addressWidth))}  ${paint[finding.severity](padTo(say(severityNames[finding.severity], locale), severityWidth))}`
  const room = options.width - indent - severityWidth - 2 - finding.ruleId.length - 2
  const quoted = finding.actual ? showControls(quoteText(finding.actual, 60)) : ''
  const cell = cutToWidth(quoted, Math.max(8, room))
  const lines = [`${head}  ${cell}${cell ? '  ' : ''}${colors.dim(finding.ruleId)}`]
  for (const line of wrapText(showControls(finding.message), options.width - indent))
    lines.push(`${' '.repeat(indent)}${line}`)
  return lines
}

function formatSummary(summary: Summary, locale: Locale, milliseconds: number, colors: Colors): string[] {
  const {files, failed, errors, warnings, infos, suppressed, fixable} = summary
  const data = {
    checked: files - failed,
    failed,
    errors,
    warnings,
    infos,
    suppressed,
    fixable,
    total: errors + warnings + infos,
    seconds: (milliseconds / 1000).toFixed(1)
  }
  const heads = {
    nothing: {zh: '没有检查任何文件', en: 'no file was checked'},
    clean: {zh: '检查了 {checked} 个文件，没有发现问题', en: '{checked} files checked, no problems found'},
    found: {
      zh: '检查了 {checked} 个文件，发现 {total} 个问题：{errors} 个错误、{warnings} 个警告、{infos} 个提示',
      en: '{checked} files checked, {total} problems: {errors} errors, {warnings} warnings, {infos} hints'
    }
  }
  const head = say(
    data.total > 0 ? heads.found : data.checked > 0 ? heads.clean : heads.nothing,
    locale,
    data
  )
  const more = [
    ...(fixable > 0
      ? [
          say(
            {
              zh: '{fixable} 个只是写法问题，可以用 fix 命令规范',
              en: '{fixable} are only notation and can be fixed safely with "fix"'
            },
            locale,
            data
          )
        ]
      : []),
    ...(suppressed > 0
      ? [say({zh: '{suppressed} 个已忽略', en: '{suppressed} suppressed'}, locale, data)]
      : []),
    ...(failed > 0
      ? [say({zh: '{failed} 个文件未能检查', en: '{failed} files could not be checked'}, locale, data)]
      : [])
  ]
  const mark =
    errors > 0 || failed > 0
      ? colors.red('✗')
      : warnings > 0 || data.checked === 0
        ? colors.yellow('!')
        : colors.green('✓')
  return [
    '',
    `${mark} ${colors.bold(head)} ${colors.dim(`(${data.seconds} s)`)}`,
    ...more.map((line) => `  ${line}`)
  ]
}
