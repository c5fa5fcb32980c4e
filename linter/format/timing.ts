import type {Locale} from '../../shared/lint/finding.js'
import {say} from '../../shared/locale/texts.js'
import type {Timing} from '../run/result.js'
import {padTo} from './terminal-text.js'

/** So many rules are listed; the rest is summed up. */
const mostRules = 20

/** Times by stage and by rule as a table, the longest first. */
export function formatTiming({read, recognise, rules, byRule}: Timing, locale: Locale): string {
  const t = (zh: string, en: string, data?: Record<string, number>): string => say({zh, en}, locale, data)
  const stages: [string, number][] = [
    [t('读取文件', 'reading'), read],
    [t('识别表格', 'recognising'), recognise],
    [t('运行规则', 'rules'), rules]
  ]
  const sorted = Object.entries(byRule).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const others = sorted.slice(mostRules)
  const listed: [string, number][] = [
    ...sorted.slice(0, mostRules),
    ...(others.length > 0
      ? [
          [
            t('其他 {n} 条规则', '{n} other rules', {n: others.length}),
            others.reduce((sum, [, time]) => sum + time, 0)
          ] as [string, number]
        ]
      : [])
  ]
  return [
    '',
    t('各阶段用时（各线程合计）', 'Time by stage (all threads together)'),
    ...table(stages),
    '',
    t('各规则用时（共用的计算记在先用到它的规则上）', 'Time by rule (shared work counts for its first user)'),
    ...table(listed),
    ''
  ].join('\n')
}

function table(rows: [string, number][]): string[] {
  const whole = rows.reduce((sum, [, time]) => sum + time, 0) || 1
  return rows.map(
    ([name, time]) =>
      `  ${padTo(name, 34)} ${time.toFixed(1).padStart(9)} ms ${((time / whole) * 100).toFixed(1).padStart(5)} %`
  )
}
