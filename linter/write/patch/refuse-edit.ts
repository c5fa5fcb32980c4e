import {contains, formatAddress} from '../../../shared/workbook/address.js'
import type {Edit} from '../../../shared/lint/finding.js'
import type {Bilingual} from '../../../shared/lint/define-rule.js'
import type {Cell, Range, Sheet} from '../../../shared/workbook/workbook.js'
import {quoteText} from '../../../shared/workbook/plain-text.js'
import {getAttribute} from './open-tag.js'
import {PatchError, type PatchRefusal} from './patch-error.js'
import type {CellSpot, SheetLayout} from './sheet-layout.js'

export interface EditPlace {
  row: number
  column: number
  /** What the cell holds; absent when it is empty. */
  cell: Cell | undefined
  /** Cell elements at this address. */
  spots: CellSpot[]
}

/** What of a sheet must not be overwritten, besides what the cells themselves tell. */
export interface Guarded {
  /** Header and totals rows of tables: their texts stand in the table's own part too. */
  tableHeaders: Range[]
  pivots: Range[]
}

/** The longest text of a cell in Excel. */
const longest = 32_767

/** Says why an edit must not be made; `undefined` when it may. */
export function refuseEdit(
  edit: Edit,
  {row, column, cell, spots}: EditPlace,
  sheet: Sheet,
  xml: string,
  layout: SheetLayout,
  guarded: Guarded
): PatchError | undefined {
  const refuse = (code: PatchRefusal, text: Bilingual): PatchError =>
    new PatchError(
      code,
      {
        zh: `单元格 ${edit.sheet}!${edit.cell} 未改：${text.zh}`,
        en: `Cell ${edit.sheet}!${edit.cell} was left as it is: ${text.en}`
      },
      {sheet: edit.sheet, cell: edit.cell}
    )
  const inside = (ranges: Range[]): boolean => ranges.some((range) => contains(range, row, column))
  const spot = spots[0]
  if (spots.length > 1)
    return refuse('duplicate-cell', {
      zh: '它在文件里出现了两次。请用 Excel 或 WPS 打开并重新保存。',
      en: 'it stands in the file twice. Open the file in Excel or WPS and save it again.'
    })
  if (cell?.formula !== undefined)
    return refuse('formula', {
      zh: '它是公式，不能用文字覆盖。请手工修改公式。',
      en: 'it holds a formula, which is not overwritten. Change the formula by hand.'
    })
  if (inside(layout.arrays))
    return refuse('array', {
      zh: '它是数组公式或模拟运算表的一部分。请手工修改。',
      en: 'it belongs to an array formula or data table. Change it by hand.'
    })
  const cover = sheet.merges.find((range) => contains(range, row, column))
  if (cover && (cover.top !== row || cover.left !== column)) {
    const anchor = formatAddress(cover.top, cover.left)
    return refuse('covered', {
      zh: `它被合并单元格 ${anchor} 盖住，改了也看不见。请先取消合并。`,
      en: `it is covered by the merged cell ${anchor}, so the change could not be seen. Unmerge it first.`
    })
  }
  const shown = cell?.text ?? ''
  if (shown !== edit.from)
    return refuse('changed', {
      zh: `内容已不是“${quoteText(edit.from)}”，而是“${quoteText(shown)}”。请重新检查。`,
      en: `it no longer holds “${quoteText(edit.from)}” but “${quoteText(shown)}”. Check the file again.`
    })
  if (inside(guarded.tableHeaders))
    return refuse('table-header', {
      zh: '它是“表格”的标题行或汇总行。请在 Excel 或 WPS 里手工修改。',
      en: 'it is in the header or totals row of a table. Change it by hand in Excel or WPS.'
    })
  if (inside(guarded.pivots))
    return refuse('pivot', {
      zh: '它在数据透视表里，刷新后会被覆盖。请修改源数据。',
      en: 'it is in a pivot table, which is overwritten when refreshed. Change the source data.'
    })
  const tag = spot && xml.slice(spot.start, spot.openEnd)
  if (tag && (getAttribute(tag, 'vm') ?? getAttribute(tag, 'cm')) !== undefined)
    return refuse('linked-data', {
      zh: '它带有链接的数据类型、单元格图片或动态数组。请手工修改。',
      en: 'it holds a linked data type, a picture or a dynamic array. Change it by hand.'
    })
  if (edit.to.length > longest)
    return refuse('too-long', {
      zh: `新的内容有 ${edit.to.length} 个字符，超过 Excel 单元格的上限 ${longest}。`,
      en: `its new text has ${edit.to.length} characters, more than the ${longest} of an Excel cell.`
    })
  return undefined
}
