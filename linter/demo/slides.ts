import type {Rule} from '../../shared/lint/define-rule.js'
import type {Locale} from '../../shared/lint/finding.js'
import {groupNames, say, severityNames} from '../../shared/locale/texts.js'
import {contains, parseRange} from '../../shared/workbook/address.js'
import type {Range, Sheet, Workbook} from '../../shared/workbook/workbook.js'
import {pairExamples, type Mark} from './pair-examples.js'
import {slidesScript} from './slides-script.js'
import {slidesStyle} from './slides-style.js'

/** Sheets of so many columns or fewer stand side by side on a slide. */
const narrow = 4

/** A page of slides about some rules: needs no network and no other file, prints one slide a page. */
export function makeSlides(rules: Rule[], locale: Locale): string {
  const t = (zh: string, en: string, data?: Record<string, string | number>): string =>
    escapeHtml(say({zh, en}, locale, data))
  const title = t('绩效目标表的常见错误', 'Common mistakes in performance-target forms')
  const total = rules.length + 1
  const page = (number: number): string => `<p class="page">${number} / ${total}</p>`
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${slidesStyle}</style>
</head>
<body>
<section>
<h1>${title}</h1>
<p class="lead">${t('{n} 种年年都会见到的错误。表中的单位和数字都是虚构的。', '{n} mistakes that are met every year. Units and figures are invented.', {n: rules.length})}</p>
<p class="keys">${t('→ 或空格：下一步；←：上一步；Home、End：首页、末页。每张先找错，再看原因，再看怎样改。', '→ or space: on; ←: back; Home, End: first and last. Each slide asks first, then says why, then shows what is right.')}</p>
<ol class="contents">${rules.map((rule, index) => `<li><a href="#${index + 2}">${escapeHtml(say(rule.title, locale))}</a></li>`).join('')}</ol>
${page(1)}
</section>
${rules.map((rule, index) => drawSlide(rule, locale, t) + page(index + 2) + '\n</section>').join('\n')}
<nav><button id="back" aria-label="${t('上一步', 'Back')}">←</button><button id="forward" aria-label="${t('下一步', 'On')}">→</button></nav>
<script>${slidesScript}</script>
</body>
</html>
`
}

function drawSlide(rule: Rule, locale: Locale, t: (zh: string, en: string) => string): string {
  const pairs = pairExamples(rule, locale)
  const pair = pairs.find(({repaired}) => repaired.length > 0) ?? pairs[0]
  if (!pair) throw new Error(`${rule.id} has no wrong example`)
  const {wrong: workbook, findings, right, repaired} = pair
  const columns = Math.max(widthOf(workbook), right ? widthOf(right) : 0)
  const messages = findings
    .map(({range, message}) => `<li>${escapeHtml(`${range}  ${message}`)}</li>`)
    .join('')
  return `<section data-step="2">
<h2><span class="question" aria-hidden="true">${t('哪里不对？', 'What is wrong here?')}</span><span class="answer">${escapeHtml(say(rule.title, locale))}</span></h2>
<p class="tag answer">${escapeHtml(say(groupNames[rule.group], locale))} · ${escapeHtml(say(severityNames[rule.severity], locale))} · ${rule.id}</p>
<div class="pair${columns <= narrow ? ' narrow' : ''}">
<div class="wrong"><h3 class="answer">${t('✗ 错误', '✗ Wrong')}</h3>${drawWorkbook(workbook, findings, 'bad')}<ul class="messages answer">${messages}</ul></div>
${right ? `<div class="right answer solution"><h3>${t('✓ 这样写', '✓ Like this')}</h3>${drawWorkbook(right, repaired, 'good')}</div>` : ''}
</div>
<p class="why answer solution">${escapeHtml(say(rule.why, locale))}</p>
<ul class="basis answer solution">${rule.basis.map((basis) => `<li>${escapeHtml(basis)}</li>`).join('')}</ul>
`
}

function widthOf({sheets}: Workbook): number {
  return Math.max(1, ...sheets.flatMap(({cells}) => cells.map(({column}) => column)))
}

function drawWorkbook({sheets}: Workbook, marks: Mark[], mark: 'bad' | 'good'): string {
  return sheets
    .map((sheet) => {
      const marked = marks
        .filter((place) => place.sheet === sheet.name)
        .flatMap(({range}) => parseRange(range) ?? [])
      const name = sheets.length > 1 ? `<p class="sheet">${escapeHtml(sheet.name)}</p>` : ''
      return name + drawTable(sheet, marked, mark)
    })
    .join('')
}

function drawTable(sheet: Sheet, marked: Range[], mark: 'bad' | 'good'): string {
  const {cells, merges} = sheet
  const last = Math.max(1, ...cells.map(({column}) => column), ...merges.map(({right}) => right))
  const rows = [...new Set([...cells.map(({row}) => row), ...merges.map(({bottom}) => bottom)])].sort(
    (a, b) => a - b
  )
  const drawn = rows.map((row) => {
    const ofRow = cells.filter((cell) => cell.row === row)
    const covered = merges.some(({top, bottom}) => top <= row && bottom >= row)
    const [only] = ofRow
    if (ofRow.length === 1 && only?.column === 1 && !covered) {
      const bad = marked.some((range) => contains(range, row, 1)) ? ` ${mark}` : ''
      return `<tr><td class="alone${bad}" colspan="${last}">${escapeHtml(only.text)}</td></tr>`
    }
    const head = ofRow.some(({text}) => /^[一二三]级\s*指标$/.test(text.trim()))
    return `<tr${head ? ' class="head"' : ''}>${drawCells(sheet, row, last, marked, mark)}</tr>`
  })
  return `<table>${drawn.join('')}</table>`
}

function drawCells({cells, merges}: Sheet, row: number, last: number, marked: Range[], mark: string): string {
  let html = ''
  for (let column = 1; column <= last; column++) {
    const merge = merges.find((range) => contains(range, row, column))
    if (merge && (merge.top !== row || merge.left !== column)) continue
    const spans = merge
      ? `${merge.right > merge.left ? ` colspan="${merge.right - merge.left + 1}"` : ''}${merge.bottom > merge.top ? ` rowspan="${merge.bottom - merge.top + 1}"` : ''}`
      : ''
    const text = cells.find((cell) => cell.row === row && cell.column === column)?.text ?? ''
    const isMarked = marked.some((range) => contains(range, row, column))
    html += `<td${spans}${isMarked ? ` class="${mark}"` : ''}>${escapeHtml(text)}</td>`
  }
  return html
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
