import type {Bilingual} from '../../shared/lint/define-rule.js'
import type {ReadLimits} from './limits.js'
import {ReadError} from './read-error.js'

const refusals: Record<'cells' | 'merges' | 'sheets', (limit: number) => Bilingual> = {
  cells: (limit) => ({
    zh: `单元格超过 ${limit} 个，不像绩效目标表，已拒绝读取。请删去无关的内容后再检查。`,
    en: `The file has more than ${limit} cells; this is no target workbook. Remove what does not belong to it and check again.`
  }),
  merges: (limit) => ({
    zh: `合并单元格超过 ${limit} 处，不像绩效目标表，已拒绝读取。请删去无关的内容后再检查。`,
    en: `The file has more than ${limit} merged areas; this is no target workbook. Remove what does not belong to it and check again.`
  }),
  sheets: (limit) => ({
    zh: `工作表超过 ${limit} 个，不像正常的工作簿，已拒绝读取。请删去无关的工作表后再检查。`,
    en: `The workbook has more than ${limit} sheets; this is no ordinary workbook. Remove those that do not belong to it and check again.`
  })
}

/** The refusal of more cells, merged areas or sheets than the limits allow; names sheet and part where they are known. */
export function refuseTooMany(
  what: keyof typeof refusals,
  limits: ReadLimits,
  {sheet, part}: {sheet?: string; part?: string} = {}
): ReadError {
  const {zh, en} = refusals[what](limits[what])
  const message =
    sheet === undefined ? {zh, en} : {zh: `工作表“${sheet}”：${zh}`, en: `Sheet "${sheet}": ${en}`}
  return new ReadError('too-large', message, part)
}

/** The refusal of tables that are wider or longer than a worksheet of Excel. */
export function refuseTooWide(): ReadError {
  return new ReadError('too-large', {
    zh: '表格超过 1048576 行或 16384 列，比 Excel 的工作表还大，已拒绝读取。请确认文件内容。',
    en: 'The table has more than 1048576 rows or 16384 columns, more than a sheet of Excel holds, and was not read. Check the content of the file.'
  })
}
