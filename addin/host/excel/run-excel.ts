import {HostError, type HostErrorCode} from '../host-error.js'
import type {Bilingual} from '../../../shared/lint/define-rule.js'

const known: Record<string, [HostErrorCode, Bilingual]> = {
  InvalidOperationInCellEditMode: [
    'cell-editing',
    {
      zh: '有单元格正在编辑，Excel 暂时不能读写。请按 Enter 或 Esc 结束编辑后再试。',
      en: 'A cell is being edited, so Excel cannot read or write now. Press Enter or Esc, then try again.'
    }
  ],
  AccessDenied: [
    'protected',
    {
      zh: '工作表或工作簿受保护，无法写入。请在“审阅”中撤销保护后再试。',
      en: 'The sheet or the workbook is protected and cannot be written to. Lift the protection under Review, then try again.'
    }
  ],
  ResponsePayloadSizeLimitExceeded: [
    'too-large',
    {
      zh: '工作簿太大，Excel 网页版一次读不下。请用桌面版 Excel，或用命令行检查。',
      en: 'The workbook is too large for Excel on the web to hand over. Use Excel on the desktop, or the command line.'
    }
  ]
}

/**
 * Runs one conversation with Excel; each `context.sync()` in it is one batch. What Excel refuses becomes a
 * {@link HostError}; other errors (an aborted signal, a mistake of ours) pass as they are.
 */
export async function runExcel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(work)
  } catch (error) {
    throw toHostError(error)
  }
}

/** Excel's own code of an error, e.g. `ItemNotFound`; `undefined` for errors that are not Excel's. */
export function excelCode(error: unknown): string | undefined {
  const cause = error instanceof HostError ? error.cause : error
  return cause instanceof OfficeExtension.Error ? cause.code : undefined
}

function toHostError(error: unknown): unknown {
  if (!(error instanceof OfficeExtension.Error)) return error
  const [code, text] = known[error.code] ?? ['failed', unexpected(error)]
  return new HostError(code, text, {cause: error})
}

function unexpected(error: OfficeExtension.Error): Bilingual {
  const where = error.debugInfo?.errorLocation
  const detail = `${error.code}${where ? ` · ${where}` : ''}: ${error.message}`
  return {
    zh: `Excel 没有完成操作（${detail}）。请重试；仍不行时请把这条信息反馈给我们。`,
    en: `Excel did not complete the operation (${detail}). Try again; if it fails again, please report this.`
  }
}
