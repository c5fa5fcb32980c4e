import {createHash} from 'node:crypto'
import type {Finding, Locale, Severity} from '../../shared/lint/finding.js'
import {rules as builtInRules} from '../../shared/rules/index.js'
import {groupNames, say, severityNames} from '../../shared/locale/texts.js'
import type {Excerpt} from '../run/excerpt.js'
import {formAround} from '../run/form-around.js'
import type {FileResult, RunResult} from '../run/result.js'
import {toolName, toolVersion} from '../version.js'
import {htmlScript} from './html-script.js'
import {htmlStyle} from './html-style.js'

type Say = (zh: string, en: string, data?: Record<string, string | number>) => string

/**
 * One self-contained page: summary charts, filters, and every finding with its place in the table drawn. It loads nothing
 * and sends nothing; a policy in the page forbids both. Without scripts everything but the filters works.
 */
export function formatHtml(run: RunResult): string {
  const {results, summary, locale} = run
  const t: Say = (zh, en, data) => say({zh, en}, locale, data)
  const hash = createHash('sha256').update(htmlScript).digest('base64')
  const title = t('绩效目标体检报告', 'Performance-target report')
  const shown = results.flatMap((result) =>
    result.findings.flatMap((finding, index) =>
      finding.suppressed ? [] : [{finding, result, excerpt: result.excerpts?.[index]}]
    )
  )
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'">
<title>${escapeHtml(title)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(
    t(
      '检查了 {files} 个文件。报告由 {tool} {version} 生成，只在本机读取，不联网。',
      '{files} files checked by {tool} {version}. Everything stays on this machine.',
      {files: summary.files, tool: toolName, version: toolVersion}
    )
  )}</p>
<ul class="totals">
${total('error', summary.errors, locale)}${total('warning', summary.warnings, locale)}${total('info', summary.infos, locale)}${summary.failed > 0 ? `<li class="failed"><b>${summary.failed}</b> ${escapeHtml(t('个文件未能检查', 'files not checked'))}</li>` : ''}${summary.suppressed > 0 ? `<li><b>${summary.suppressed}</b> ${escapeHtml(t('条已忽略', 'suppressed'))}</li>` : ''}</ul>
</header>
<section class="charts" aria-label="${escapeHtml(t('汇总', 'Summary'))}">
${chart(
  t('按单位或文件', 'By unit or file'),
  shown.map(({finding, result}) => ({key: unitOf(finding, result), severity: finding.severity})),
  t
)}
${chart(
  t('按问题', 'By problem'),
  shown.map(({finding}) => ({key: titleOf(finding.ruleId, locale), severity: finding.severity})),
  t
)}
${chart(
  t('按类别', 'By group'),
  shown.map(({finding}) => ({key: say(groupNames[finding.group], locale), severity: finding.severity})),
  t
)}
</section>
<form class="filters" hidden>
<label>${escapeHtml(t('查找', 'Search'))} <input type="search" name="text"></label>
${(['error', 'warning', 'info'] as const).map((severity) => `<label class="${severity}"><input type="checkbox" name="severity" value="${severity}" checked> ${escapeHtml(say(severityNames[severity], locale))}</label>`).join('\n')}
<label>${escapeHtml(t('问题', 'Problem'))} <select name="rule"><option value="">${escapeHtml(t('全部', 'all'))}</option>${[
    ...new Set(shown.map(({finding}) => finding.ruleId))
  ]
    .sort()
    .map((id) => `<option value="${escapeHtml(id)}">${escapeHtml(titleOf(id, locale))}</option>`)
    .join('')}</select></label>
<output aria-live="polite" data-template="${escapeHtml(t('显示 {n} 条', '{n} shown', {n: '%'}))}"></output>
<button type="button" name="print">${escapeHtml(t('打印', 'Print'))}</button>
</form>
<main>
${results.map((result) => fileSection(result, locale, t)).join('\n')}
</main>
<script>${htmlScript}</script>
</body>
</html>
`
}

function total(severity: Severity, count: number, locale: Locale): string {
  return `<li class="${severity}"><b>${count}</b> ${escapeHtml(say(severityNames[severity], locale))}</li>`
}

/** So many bars; the rest is summed up. */
const mostBars = 10

function chart(title: string, items: {key: string; severity: Severity}[], t: Say): string {
  const counts = new Map<string, Record<Severity, number>>()
  for (const {key, severity} of items) {
    const count = counts.get(key) ?? {error: 0, warning: 0, info: 0}
    count[severity]++
    counts.set(key, count)
  }
  const sum = (count: Record<Severity, number>): number => count.error + count.warning + count.info
  const sorted = [...counts].sort((a, b) => sum(b[1]) - sum(a[1]))
  const most = sorted[0] ? sum(sorted[0][1]) : 1
  const rows = sorted.slice(0, mostBars).map(([key, count]) => {
    const bar = (['error', 'warning', 'info'] as const)
      .filter((severity) => count[severity] > 0)
      .map(
        (severity) =>
          `<i class="${severity}" style="width:${((count[severity] / most) * 100).toFixed(1)}%"></i>`
      )
      .join('')
    return `<tr><th scope="row">${escapeHtml(key)}</th><td class="bar">${bar}</td><td>${sum(count)}</td></tr>`
  })
  const rest = sorted.slice(mostBars)
  if (rest.length > 0) {
    const others = rest.reduce((all, [, count]) => all + sum(count), 0)
    rows.push(
      `<tr><th scope="row">${escapeHtml(t('其余 {n} 项', '{n} others', {n: rest.length}))}</th><td></td><td>${others}</td></tr>`
    )
  }
  if (rows.length === 0) return ''
  return `<table class="chart"><caption>${escapeHtml(title)}</caption><tbody>${rows.join('')}</tbody></table>`
}

function fileSection(result: FileResult, locale: Locale, t: Say): string {
  const entries = result.findings.flatMap((finding, index) =>
    finding.suppressed ? [] : [{finding, excerpt: result.excerpts?.[index]}]
  )
  const problem = result.error
    ? `<p class="failed">${escapeHtml(t('未能检查：', 'Not checked: '))}${escapeHtml(result.error.message)}</p>`
    : ''
  const warnings = (result.warnings ?? []).map(({message}) => `<p class="note">${escapeHtml(message)}</p>`)
  const clean =
    result.status === 'checked' && entries.length === 0
      ? `<p class="clean">${escapeHtml(result.forms.length > 0 ? t('没有发现问题。', 'No problems found.') : t('没有认出绩效目标表，未作检查。', 'No target form was recognised; nothing was checked.'))}</p>`
      : ''
  const sheets = [...new Set(entries.map(({finding}) => finding.sheet))].map((sheet) => {
    const ofSheet = entries.filter(({finding}) => finding.sheet === sheet)
    const form = ofSheet[0] && formAround(ofSheet[0].finding, result)
    const about = [form?.unit, form?.projectName, form?.projectCode].filter(Boolean).join(' · ')
    return `<section class="sheet"><h3>${escapeHtml(sheet)}${about ? ` <small>${escapeHtml(about)}</small>` : ''}</h3>${ofSheet.map((entry) => findingArticle(entry.finding, entry.excerpt, locale, t)).join('')}</section>`
  })
  return `<section class="file"><h2>${escapeHtml(result.file)} <small>${entries.length > 0 ? escapeHtml(t('{n} 条', '{n}', {n: entries.length})) : ''}</small></h2>${problem}${warnings.join('')}${clean}${sheets.join('')}</section>`
}

function findingArticle(finding: Finding, excerpt: Excerpt | undefined, locale: Locale, t: Say): string {
  const {severity, ruleId, range, message, basis, expected} = finding
  const rule = builtInRules.find(({id}) => id === ruleId)
  const why = rule ? (locale === 'en' ? rule.why.en : rule.why.zh) : ''
  return `<article class="finding ${severity}" data-severity="${severity}" data-rule="${escapeHtml(ruleId)}"><h4><span class="level">${escapeHtml(say(severityNames[severity], locale))}</span> <code>${escapeHtml(range)}</code> ${escapeHtml(titleOf(ruleId, locale))}</h4><p>${escapeHtml(message)}</p>${expected?.length ? `<p class="expected">${escapeHtml(t('可以写成：', 'Could be: '))}${expected.map((text) => `<ins>${escapeHtml(text)}</ins>`).join(t('、', ', '))}</p>` : ''}${excerpt ? drawExcerpt(excerpt) : ''}<details><summary>${escapeHtml(t('为什么', 'Why'))}</summary><p>${escapeHtml(why)}</p>${basis.length > 0 ? `<p>${escapeHtml(t('依据：', 'Basis: '))}${escapeHtml(basis.join(t('；', '; ')))}</p>` : ''}<p class="rule">${escapeHtml(ruleId)}</p></details></article>`
}

function drawExcerpt({columns, rows}: Excerpt): string {
  const head = `<tr><td></td>${columns.map((letter) => `<th scope="col">${letter}</th>`).join('')}</tr>`
  const body = rows.map(({number, cells}, index) => {
    const gap = index > 0 && number > (rows[index - 1]?.number ?? 0) + 1 ? ' class="gap"' : ''
    const drawn = cells.map(
      ({text, columns: across, rows: down, marked}) =>
        `<td${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}${marked ? ' class="marked"' : ''}>${escapeHtml(text)}</td>`
    )
    return `<tr${gap}><th scope="row">${number}</th>${drawn.join('')}</tr>`
  })
  return `<div class="excerpt"><table><thead>${head}</thead><tbody>${body.join('')}</tbody></table></div>`
}

function titleOf(ruleId: string, locale: Locale): string {
  const rule = builtInRules.find(({id}) => id === ruleId)
  return rule ? (locale === 'en' ? rule.title.en : rule.title.zh) : ruleId
}

function unitOf(finding: Finding, result: FileResult): string {
  return formAround(finding, result)?.unit ?? result.forms.find(({unit}) => unit)?.unit ?? result.file
}

/** Text of cells and files may hold anything. */
function escapeHtml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
