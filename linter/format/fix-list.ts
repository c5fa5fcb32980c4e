import pc from 'picocolors'
import type {Locale} from '../../shared/lint/finding.js'
import {say} from '../../shared/locale/texts.js'
import type {CellFix, FixedFile} from '../run/fix-file.js'
import {measureWidth, showControls, wrapText} from './terminal-text.js'

export interface FixListOptions {
  /** Columns of the terminal. */
  width: number
  color: boolean
}

/** The changes of one file for a terminal: by sheet, each cell's text before and after; then what was left and why. */
export function formatFixes(result: FixedFile, locale: Locale, {width, color}: FixListOptions): string {
  if (result.status === 'clean' && result.left.length === 0) return ''
  const colors = pc.createColors(color)
  const lines = ['']
  const put = (mark: string, text: string, paint: (line: string) => string = String): void => {
    const indent = ' '.repeat(measureWidth(mark))
    for (const [index, line] of wrapText(text, width - indent.length).entries())
      lines.push(paint(`${index === 0 ? mark : indent}${line}`))
  }
  put('', showControls(result.file), (line) => colors.bold(colors.underline(line)))
  if (result.error)
    put(
      '  ✗ ',
      `${say({zh: '未改', en: 'not changed'}, locale)}：${showControls(result.error.message)}`,
      colors.red
    )
  let sheet: string | undefined
  const enter = (name: string): void => {
    if (name === sheet) return
    sheet = name
    lines.push('')
    put('  ', showControls(name), colors.bold)
  }
  for (const {cells, fix} of joinAlike(result.fixes)) {
    enter(fix.sheet)
    const titles = fix.rules.map(({title}) => title).join(say({zh: '；', en: '; '}, locale))
    const ids = fix.rules.map(({id}) => id).join(' ')
    const places = cells.join(say({zh: '、', en: ', '}, locale))
    const what = `${showControls(titles)}  ${ids}`
    if (places.length < 20) put(`    ${places}  `, what)
    else {
      put('    ', places)
      put('      ', what)
    }
    const {before, after} = showChange(fix)
    put('      - ', before, colors.red)
    put('      + ', after, colors.green)
  }
  sheet = undefined
  for (const {sheet: name, cell, ruleId, reason} of result.left) {
    enter(name)
    put(`    ${cell}  `, `${say({zh: '未改', en: 'left'}, locale)}  ${ruleId}`, colors.yellow)
    put('      ', showControls(reason))
  }
  return lines.join('\n') + '\n'
}

/** Joins the cells of a sheet that are changed in the same way. */
function joinAlike(fixes: CellFix[]): {fix: CellFix; cells: string[]}[] {
  const groups = new Map<string, {fix: CellFix; cells: string[]}>()
  for (const fix of fixes) {
    const key = JSON.stringify([fix.sheet, fix.from, fix.to, fix.rules])
    const group = groups.get(key)
    if (group) group.cells.push(fix.cell)
    else groups.set(key, {fix, cells: [fix.cell]})
  }
  return [...groups.values()]
}

/** Characters kept on either side of a change in a long text. */
const context = 16

/** The texts before and after, of long ones only what surrounds the change. */
function showChange({from, to}: CellFix): {before: string; after: string} {
  const old = [...from]
  const now = [...to]
  const shorter = Math.min(old.length, now.length)
  let start = 0
  while (start < shorter && old[start] === now[start]) start++
  let same = 0
  while (same < shorter - start && old[old.length - 1 - same] === now[now.length - 1 - same]) same++
  const cut = (characters: string[]): string => {
    const first = start > context + 2 ? start - context : 0
    const behind = same > context + 2 ? same - context : 0
    const shown = characters.slice(first, characters.length - behind).join('')
    return showControls(`${first > 0 ? '…' : ''}${shown}${behind > 0 ? '…' : ''}`)
  }
  const empty = '∅'
  return {before: cut(old) || empty, after: cut(now) || empty}
}
