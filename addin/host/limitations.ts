import type {Bilingual} from '../../shared/lint/define-rule.js'
import type {Capabilities} from './workbook-host.js'

/** Something this edition cannot do, and what that means for the user. */
export interface Limitation {
  capability: keyof Capabilities
  text: Bilingual
}

const sentences: Partial<Record<keyof Capabilities, Bilingual>> = {
  merges: {
    zh: '此版本 Excel 读不到合并单元格，合并的表头和栏目可能认不全，有的问题会漏报。请用 Excel 2021 以上版本，或用命令行检查保存后的文件。',
    en: 'This edition of Excel does not tell which cells are merged: merged headings may not be recognised and mistakes may be missed. Use Excel 2021 or later, or check the saved file with the command line.'
  },
  notes: {
    zh: '这里读不到批注，写在批注里的“体检忽略”不起作用。命令行检查保存后的文件时会照常起作用。',
    en: 'Notes cannot be read here: suppressions written in notes have no effect; the command line honours them in the saved file.'
  },
  hidden: {
    zh: '此版本 Excel 读不到隐藏的行和列，隐藏的内容与其他内容一样检查。',
    en: 'This edition of Excel does not tell which rows and columns are hidden; hidden content is checked like the rest.'
  },
  changeEvents: {
    zh: '此版本 Excel 不通知单元格的修改，修改后请按“重新体检”。',
    en: 'This edition of Excel does not tell us about edits; press "Recheck" after a change.'
  },
  highlight: {
    zh: '此版本 Excel 不能标出问题所在的单元格，请点问题逐个定位。',
    en: 'This edition of Excel cannot mark the cells with findings; click a finding to go to its cell.'
  },
  documentState: {
    zh: '此版本 Excel 中，忽略的问题只保存在加载项的设置里，命令行检查同一文件时不知道。',
    en: 'In this edition of Excel ignored findings are kept in the settings of the add-in, where the command line does not see them.'
  },
  nativeUndo: {
    zh: '此版本 Excel 中，加载项写入后不能用 Ctrl+Z 撤销，此前的撤销记录也会清空；请用这里的“撤销”。',
    en: 'In this edition of Excel, Ctrl+Z does not take back what the add-in writes, and earlier undo steps are lost; use "Undo" here.'
  }
}

/** What a reading warns of beyond what the edition is at fault for: that is said once. */
export function otherWarnings(warnings: Bilingual[], limitations: Limitation[]): Bilingual[] {
  return warnings.filter(({en}) => !limitations.some(({text}) => text.en === en))
}

/** What the user should know about this edition, in the order of weight; empty when everything is there. */
export function limitationsOf(capabilities: Capabilities): Limitation[] {
  return (Object.keys(sentences) as (keyof Capabilities)[]).flatMap((capability) => {
    const text = sentences[capability]
    return text && !capabilities[capability] ? [{capability, text}] : []
  })
}
