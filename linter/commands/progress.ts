import path from 'node:path'
import type {Locale} from '../../shared/lint/finding.js'
import {say} from '../../shared/locale/texts.js'
import {cutToWidth, showControls} from '../format/terminal-text.js'
import type {Console} from './console.js'

/** The line is drawn anew at most this often, in milliseconds. */
const interval = 80

/** Shows on the error stream how many files are done and how long the rest will take. */
export function showProgress(
  console: Pick<Console, 'width' | 'writeError'>,
  locale: Locale,
  now: () => number = () => performance.now()
): (file: string, done: number, count: number) => void {
  const start = now()
  let shown = -Infinity
  return (file, done, count) => {
    const time = now()
    if (time - shown < interval && done < count) return
    shown = time
    const text = say({zh: '已检查 {done}/{count}', en: 'checked {done}/{count}'}, locale, {done, count})
    const left = sayTimeLeft(((time - start) / done) * (count - done), time - start, locale)
    const line = [text, left, showControls(path.basename(file))].filter(Boolean).join('  ')
    console.writeError(`\r\u001b[K${cutToWidth(line, console.width - 1)}`)
  }
}

/** Removes the line. */
export function clearProgress(console: Pick<Console, 'writeError'>): void {
  console.writeError('\r\u001b[K')
}

/** The first moments say little of the whole. */
function sayTimeLeft(left: number, elapsed: number, locale: Locale): string {
  if (elapsed < 1000) return ''
  const seconds = Math.ceil(left / 1000)
  if (seconds < 1) return ''
  return seconds < 90
    ? say({zh: '还需约 {n} 秒', en: 'about {n} s left'}, locale, {n: seconds})
    : say({zh: '还需约 {n} 分钟', en: 'about {n} min left'}, locale, {n: Math.ceil(seconds / 60)})
}
