import {formatAddress, parseRange} from '../../shared/workbook/address.js'
import {readLiteral} from '../../shared/workbook/sheet-literal.js'
import type {Cell, Workbook} from '../../shared/workbook/workbook.js'
import {exerciseText} from './exercise-text.js'
import {plantedMistakes} from './exercise-mistakes.js'

/** The text of the exercise without a mistake. */
export function solution(): Workbook {
  return readLiteral(exerciseText)
}

/** The text of the exercise with the mistakes put in. */
export function exercise(): Workbook {
  const workbook = solution()
  for (const sheet of workbook.sheets) {
    for (const {cells} of plantedMistakes.filter((mistake) => mistake.sheet === sheet.name)) {
      for (const [address, text] of Object.entries(cells)) {
        const index = sheet.cells.findIndex(({row, column}) => formatAddress(row, column) === address)
        const cell = sheet.cells[index]
        if (!cell) throw new Error(`the exercise has no cell ${sheet.name}!${address}`)
        if (text === '') sheet.cells.splice(index, 1)
        else sheet.cells[index] = replaceText(cell, text)
      }
    }
  }
  return workbook
}

/** A number stays a number. */
function replaceText(cell: Cell, text: string): Cell {
  return typeof cell.value === 'number'
    ? {...cell, text: cell.format === '0.00' ? Number(text).toFixed(2) : text, value: Number(text)}
    : {...cell, text, value: text}
}

/** Text of a sheet's cell, empty when there is none. */
export function textAt(workbook: Workbook, sheet: string, address: string): string {
  const place = parseRange(address)
  return (
    workbook.sheets
      .find(({name}) => name === sheet)
      ?.cells.find(({row, column}) => row === place?.top && column === place.left)?.text ?? ''
  )
}
