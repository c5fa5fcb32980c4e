import type pc from 'picocolors'
import type {Locale} from '../../shared/lint/finding.js'
import {say} from '../../shared/locale/texts.js'
import {rules} from '../../shared/rules/index.js'
import {quoteText} from '../../shared/workbook/plain-text.js'
import type {Grade, GradedMistake, MistakeState} from '../demo/grade.js'
import {padTo, showControls, wrapText} from './terminal-text.js'

const stateNames: Record<MistakeState, {zh: string; en: string}> = {
  repaired: {zh: '改好', en: 'repaired'},
  remaining: {zh: '还在', en: 'remains'},
  'otherwise-wrong': {zh: '又错', en: 'wrong again'},
  removed: {zh: '删了', en: 'taken out'}
}

/** What became of each planted mistake, and what was broken on the way, for a terminal. */
export function formatGrade(
  grade: Grade,
  locale: Locale,
  width: number,
  colors: ReturnType<typeof pc.createColors>
): string {
  const t = (zh: string, en: string, data?: Record<string, string | number>): string =>
    say({zh, en}, locale, data)
  const lines: string[] = []
  const indent = (text: string, by: number): string[] =>
    wrapText(showControls(text), width - by).map((line) => ' '.repeat(by) + line)
  grade.mistakes.forEach((graded, index) =>
    lines.push(...formatMistake(graded, index + 1, locale, indent, colors))
  )
  const repaired = grade.mistakes.filter(({state}) => state === 'repaired').length
  lines.push(
    '',
    colors.bold(
      t('改好 {done} / {all}，还有 {left} 处。', '{done} of {all} repaired, {left} to go.', {
        done: repaired,
        all: grade.mistakes.length,
        left: grade.mistakes.length - repaired
      })
    )
  )
  if (grade.broken.length > 0) {
    lines.push(
      '',
      colors.red(t('改的过程中新出的问题（{n}）', 'Broken on the way ({n})', {n: grade.broken.length}))
    )
    for (const {sheet, range, message} of grade.broken)
      lines.push(...indent(`✗ ${sheet}!${range}  ${message}`, 2))
  }
  if (grade.lost.length > 0) {
    lines.push(
      '',
      colors.red(t('原来没有错，现在不见了（{n}）', 'Right before, gone now ({n})', {n: grade.lost.length}))
    )
    for (const {sheet, cell, text} of grade.lost)
      lines.push(...indent(`✗ ${sheet}!${cell}  ${quote(text, locale)}`, 2))
  }
  if (grade.changed.length > 0) {
    lines.push(
      '',
      t('原来没有错，也改了，请确认（{n}）', 'Right before, changed all the same; please make sure ({n})', {
        n: grade.changed.length
      })
    )
    for (const {sheet, cell, from, to} of grade.changed)
      lines.push(...indent(`· ${sheet}!${cell}  ${quote(from, locale)} → ${quote(to, locale)}`, 2))
  }
  return lines.join('\n').trimStart() + '\n'
}

function formatMistake(
  {mistake, state, cell, message}: GradedMistake,
  number: number,
  locale: Locale,
  indent: (text: string, by: number) => string[],
  colors: ReturnType<typeof pc.createColors>
): string[] {
  const title = rules.find(({id}) => id === mistake.rule)?.title
  const name = say(stateNames[state], locale)
  const mark = state === 'repaired' ? colors.green(`✓ ${name}`) : colors.red(`✗ ${name}`)
  const line = `${padTo(String(number), 3)}${mark}  ${mistake.sheet}!${cell}  ${title ? say(title, locale) : mistake.rule}`
  const more =
    message ??
    (state === 'removed'
      ? say(
          {
            zh: '这一格、这一行或这张表被删掉了。错误要改，不能一删了之。',
            en: 'The cell, its row or its sheet was taken out. Repair the mistake instead.'
          },
          locale
        )
      : undefined)
  return [line, ...(more === undefined ? [] : indent(more, 5))]
}

function quote(text: string, locale: Locale): string {
  const short = quoteText(text, 24)
  return locale === 'en' ? `"${short}"` : `“${short}”`
}
