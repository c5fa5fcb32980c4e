import {quoteText} from '../../../shared/workbook/plain-text.js'
import type {Bilingual} from '../../../shared/lint/define-rule.js'
import type {Refusal, RefusalReason} from '../workbook-host.js'

/** Why a cell was not written, said for the user. `found` is the text that stands there now. */
export function refuse(
  reason: RefusalReason,
  {sheet, cell}: {sheet: string; cell: string},
  found?: string
): Refusal {
  return {reason, text: say(reason, sheet, cell, found), sheet, cell, ...(found !== undefined && {found})}
}

function say(reason: RefusalReason, sheet: string, cell: string, found?: string): Bilingual {
  const zh = `“${sheet}”${cell}`
  const en = `${sheet}!${cell}`
  const shown = found === undefined ? '' : quoteText(found)
  switch (reason) {
    case 'changed':
      return {
        zh: `${zh} 的内容已变为“${shown}”，与检查时不同，未修改。请重新检查。`,
        en: `${en} now holds "${shown}", not what was checked, and was left alone. Check again.`
      }
    case 'formula':
      return {
        zh: `${zh} 是公式（显示“${shown}”），直接改写会丢掉公式，未修改。请修改公式或它引用的单元格。`,
        en: `${en} holds a formula (showing "${shown}"); writing text would lose it, so it was left alone. Change the formula or the cells it refers to.`
      }
    case 'protected':
      return {
        zh: `工作表“${sheet}”受保护，${cell} 未修改。请先在“审阅”中撤销工作表保护。`,
        en: `Sheet "${sheet}" is protected, ${cell} was left alone. Lift the protection first (Review, Unprotect Sheet).`
      }
    case 'rich-text':
      return {
        zh: `${zh} 的文字“${shown}”含有多种格式（如部分加粗、变色），整格改写会丢失格式，未修改。请在单元格里手工修改。`,
        en: `The text "${shown}" of ${en} is formatted in parts; replacing it would lose the formatting, so it was left alone. Edit it in the cell.`
      }
    case 'missing-sheet':
      return {
        zh: `找不到工作表“${sheet}”，可能已改名或删除，${cell} 未修改。请重新检查。`,
        en: `There is no sheet "${sheet}" any more, so ${cell} was not changed. Check again.`
      }
    case 'conflict':
      return {
        zh: `同一次操作里的另一处修改已改写 ${zh}，这一处未修改。请重新检查后再决定。`,
        en: `Another change made in the same go already writes ${en}, so this one was left out. Check again, then decide.`
      }
    case 'bad-address':
      return {
        zh: `“${cell}”不是“${sheet}”里的单元格地址，未修改。请把这条信息反馈给我们。`,
        en: `"${cell}" is no address of a cell on "${sheet}"; nothing was changed. Please report this.`
      }
    case 'rejected':
      return {
        zh: `Excel 没有按要求写入 ${zh}${found === undefined ? '' : `（现为“${shown}”）`}。请核对该单元格，必要时手工修改。`,
        en: `Excel did not write ${en} as asked${found === undefined ? '' : ` (it now shows "${shown}")`}. Look at the cell and edit it by hand if need be.`
      }
  }
}
