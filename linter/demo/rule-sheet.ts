import type {Rule} from '../../shared/lint/define-rule.js'
import type {Locale} from '../../shared/lint/finding.js'
import {say, severityNames} from '../../shared/locale/texts.js'
import {contains, formatAddress, parseRange} from '../../shared/workbook/address.js'
import type {Range, Sheet, Workbook} from '../../shared/workbook/workbook.js'
import {measureWidth} from '../format/terminal-text.js'
import {pairExamples, type Mark} from './pair-examples.js'
import {SheetDraft} from '../write/sheet-draft.js'
import type {StyleName} from '../write/style-table.js'

const messageWidth = 46

/** Name of the sheet that lists the others. */
export function indexName(locale: Locale): string {
  return say({zh: '目录', en: 'Index'}, locale)
}

/** A rule's sheet bears its title in Chinese and its name in English; Excel allows 31 characters, without some signs. */
export function sheetNameOf(rule: Rule, locale: Locale): string {
  const name = locale === 'en' ? rule.id : rule.title.zh
  return name
    .replace(/[[\]:*?/\\']/g, ' ')
    .slice(0, 31)
    .trim()
}

/** A rule's examples: wrong ones on the left with the messages beside them, right ones on the right. */
export function drawRuleSheet(rule: Rule, locale: Locale): SheetDraft {
  const draft = new SheetDraft(sheetNameOf(rule, locale))
  const pairs = pairExamples(rule, locale)
  const left = layColumns(
    draft,
    1,
    pairs.map((pair) => pair.wrong)
  )
  draft.setWidth(left + 1, messageWidth)
  draft.setWidth(left + 2, 3)
  const first = left + 3
  const last = layColumns(
    draft,
    first,
    pairs.flatMap((pair) => pair.right ?? [])
  )

  draft.put(
    1,
    1,
    say({zh: '{title}（{severity}）', en: '{title} ({severity})'}, locale, {
      title: say(rule.title, locale),
      severity: say(severityNames[rule.severity], locale)
    }),
    'title',
    last
  )
  draft.put(2, 1, say(rule.why, locale), 'note', last)
  draft.put(3, 1, `← ${indexName(locale)}`, 'link')
  draft.link(3, 1, indexName(locale))
  draft.put(4, 1, say({zh: '✗ 错误', en: '✗ Wrong'}, locale), 'wrong-banner', left + 1)
  draft.put(4, first, say({zh: '✓ 正确', en: '✓ Right'}, locale), 'right-banner', last)
  draft.frozenRows = 4

  let row = 5
  for (const pair of pairs) {
    const {title} = pair.example
    if (title) draft.put(row++, 1, say(title, locale), 'note', left + 1)
    const afterWrong = drawBlock(draft, {row, column: 1, width: left}, pair.wrong, pair.findings, 'wrong')
    const afterRight = pair.right
      ? drawBlock(draft, {row, column: first, width: last - first + 1}, pair.right, pair.repaired, 'right')
      : row
    row = Math.max(afterWrong, afterRight) + 1
  }
  return draft
}

/** Gives the columns of a block their widths; the last column of the block. */
function layColumns(draft: SheetDraft, first: number, workbooks: Workbook[]): number {
  const widths: number[] = []
  for (const {cells, merges} of workbooks.flatMap(({sheets}) => sheets)) {
    for (const {row, column, text} of cells) {
      widths[column - 1] ??= 8
      const isWide = merges.some((range) => range.right > range.left && contains(range, row, column))
      if (isWide || isAlone(cells, row)) continue
      const longest = Math.max(...text.split('\n').map(measureWidth))
      widths[column - 1] = Math.max(widths[column - 1] ?? 8, Math.min(24, longest + 2))
    }
    for (const {right} of merges) widths[right - 1] ??= 8
  }
  Array.from(widths, (width = 8, index) => draft.setWidth(first + index, width))
  return first + Math.max(1, widths.length) - 1
}

function isAlone(cells: Sheet['cells'], row: number): boolean {
  return cells.filter((cell) => cell.row === row).length === 1
}

/** Draws the sheets of an example one below the other; gives the first row after them. */
function drawBlock(
  draft: SheetDraft,
  place: {row: number; column: number; width: number},
  workbook: Workbook,
  marks: (Mark & {message?: string})[],
  style: 'wrong' | 'right'
): number {
  let {row} = place
  for (const sheet of workbook.sheets) {
    if (workbook.sheets.length > 1) draft.put(row++, place.column, sheet.name, 'note')
    const marked = marks
      .filter((mark) => mark.sheet === sheet.name)
      .flatMap(({range, message = ''}) => {
        const area = parseRange(range)
        return area ? [{area, message}] : []
      })
    const height = drawSheet(
      draft,
      {...place, row},
      sheet,
      marked.map(({area}) => area),
      style
    )
    if (style === 'wrong') putMessages(draft, {...place, row}, marked)
    row += height
  }
  return row
}

function drawSheet(
  draft: SheetDraft,
  place: {row: number; column: number; width: number},
  sheet: Sheet,
  marked: Range[],
  style: StyleName
): number {
  const top = Math.min(...sheet.cells.map(({row}) => row), 1)
  const bottom = Math.max(1, ...sheet.cells.map(({row}) => row), ...sheet.merges.map((range) => range.bottom))
  const down = place.row - top
  const across = place.column - 1
  const right = Math.max(
    1,
    ...sheet.cells.map(({column}) => column),
    ...sheet.merges.map((range) => range.right)
  )
  for (let row = top; row <= bottom; row++) {
    const heading = sheet.cells.some(
      (cell) => cell.row === row && /^[一二三]级\s*指标$/.test(cell.text.trim())
    )
    for (let column = 1; column <= right; column++) {
      const isMarked = marked.some((range) => contains(range, row, column))
      draft.paint(row + down, column + across, isMarked ? style : heading ? 'heading' : 'cell')
    }
  }
  for (const cell of sheet.cells) {
    const {row, column} = cell
    const isMarked = marked.some((range) => contains(range, row, column))
    const alone =
      column === 1 &&
      isAlone(sheet.cells, row) &&
      !sheet.merges.some((range) => range.top <= row && range.bottom >= row)
    const look: StyleName = isMarked ? style : alone && row === top ? 'heading' : styleOfRow(sheet, row)
    draft.put(row + down, column + across, cell, look, alone ? right + across : column + across)
  }
  for (const range of sheet.merges) {
    draft.merge({
      top: range.top + down,
      bottom: range.bottom + down,
      left: range.left + across,
      right: range.right + across
    })
  }
  return bottom - top + 1
}

function styleOfRow({cells}: Sheet, row: number): StyleName {
  return cells.some((cell) => cell.row === row && /^[一二三]级\s*指标$/.test(cell.text.trim()))
    ? 'heading'
    : 'cell'
}

/** Messages beside the row they are about, with the address the cell has in this sheet. */
function putMessages(
  draft: SheetDraft,
  place: {row: number; column: number; width: number},
  marked: {area: Range; message: string}[]
): void {
  const byRow = new Map<number, string[]>()
  for (const {area, message} of marked) {
    const row = area.top + place.row - 1
    const address = formatAddress(row, area.left + place.column - 1)
    byRow.set(row, [...(byRow.get(row) ?? []), `← ${address} ${message}`])
  }
  for (const [row, messages] of byRow)
    draft.put(row, place.column + place.width, messages.join('\n'), 'message')
}
