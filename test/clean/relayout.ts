import type {Cell, Range, Sheet, Workbook} from '../../shared/workbook/workbook.js'

/** A change of a workbook's looks that leaves its meaning alone. */
export interface Relayout {
  does: string
  change: (workbook: Workbook) => Workbook
}

const label =
  /^(?:产出|效益|满意度|成本|数量|质量|时效|经济效益|社会效益|生态效益|可持续影响|服务对象满意度)指标$/
const heading =
  /^(?:一级指标|二级指标|三级指标|指标值|年度指标值|绩效指标描述|指标值确定依据|实际完成值|全年完成值)$/

const eachSheet = (change: (sheet: Sheet) => Sheet) => (workbook: Workbook) => ({
  ...workbook,
  sheets: workbook.sheets.map(change)
})

const eachText = (change: (text: string) => string) =>
  eachSheet((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      if (typeof cell.value !== 'string') return cell
      const text = change(cell.text)
      return text === cell.text ? cell : {...cell, text, value: text}
    })
  }))

const shift = (rows: number, columns: number) =>
  eachSheet((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => ({...cell, row: cell.row + rows, column: cell.column + columns})),
    merges: sheet.merges.map(({top, left, bottom, right}) => ({
      top: top + rows,
      left: left + columns,
      bottom: bottom + rows,
      right: right + columns
    }))
  }))

/** Level labels merged over rows become labels in every row, or in the first alone. */
const unmergeLabels = (repeat: boolean) =>
  eachSheet((sheet) => {
    const isLabel = ({top, left, bottom, right}: Range): boolean =>
      bottom > top && left === right && label.test(cellAt(sheet, top, left)?.text ?? '')
    const loosened = sheet.merges.filter(isLabel)
    const copies = loosened.flatMap(({top, left, bottom}) => {
      const cell = cellAt(sheet, top, left)
      return cell && repeat
        ? Array.from({length: bottom - top}, (_, index): Cell => ({...cell, row: top + index + 1}))
        : []
    })
    return {
      ...sheet,
      merges: sheet.merges.filter((range) => !isLabel(range)),
      cells: [...sheet.cells, ...copies].sort((a, b) => a.row - b.row || a.column - b.column)
    }
  })

function cellAt({cells}: Sheet, row: number, column: number): Cell | undefined {
  return cells.find((cell) => cell.row === row && cell.column === column)
}

const codes: Record<string, string> = {
  产出指标: '1-产出指标',
  数量指标: '11-数量指标',
  质量指标: '12-质量指标',
  时效指标: '13-时效指标',
  效益指标: '2-效益指标',
  经济效益指标: '21-经济效益指标',
  社会效益指标: '22-社会效益指标',
  满意度指标: '3-满意度指标'
}

export const relayouts: Relayout[] = [
  {does: 'begins in C3', change: shift(2, 2)},
  {
    does: 'spreads labels and headings with blanks',
    change: eachText((text) => (label.test(text) || heading.test(text) ? [...text].join(' ') : text))
  },
  {
    does: 'breaks labels and headings over lines',
    change: eachText((text) =>
      label.test(text) || heading.test(text) ? `${text.slice(0, -2)}\n${text.slice(-2)}` : text
    )
  },
  {
    does: 'leaves 指标 out of the labels',
    change: eachText((text) => (label.test(text) ? text.replace(/指标$/, '') : text))
  },
  {does: 'puts codes before the labels', change: eachText((text) => codes[text] ?? text)},
  {does: 'repeats labels in every row', change: unmergeLabels(true)},
  {does: 'writes labels once, without merging', change: unmergeLabels(false)},
  {
    does: 'uses half-width brackets and colons',
    change: eachText((text) => text.replace(/（/g, '(').replace(/）/g, ')').replace(/：/g, ':'))
  },
  {
    does: 'uses full-width signs',
    change: eachText((text) => text.replace(/%/g, '％').replace(/^=/, '＝'))
  },
  {
    does: 'numbers the names',
    change: eachSheet((sheet) => {
      const column = sheet.cells.find(({text}) => text === '三级指标')?.column
      const from = sheet.cells.find(({text}) => text === '三级指标')?.row ?? 0
      let number = 0
      return {
        ...sheet,
        cells: sheet.cells.map((cell) => {
          const isName =
            cell.column === column &&
            cell.row > from &&
            typeof cell.value === 'string' &&
            /[率度数量额间本长积程次]$/.test(cell.text)
          if (!isName) return cell
          const text = `${++number}.${cell.text}`
          return {...cell, text, value: text}
        })
      }
    })
  }
]
