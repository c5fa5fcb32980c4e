import type {ReadWarning} from '../../shared/workbook/workbook.js'

/** The warning about a sheet that the workbook lists and the file does not hold. */
export function sheetMissing(name: string): ReadWarning {
  return {
    code: 'sheet-missing',
    message: {
      zh: `工作表“${name}”的内容在文件里找不到，未检查该表。文件可能已损坏，请用 Excel 或 WPS 打开核对。`,
      en: `The content of sheet "${name}" is not in the file; the sheet was not checked. The file may be damaged; open it in Excel or WPS.`
    },
    sheet: name
  }
}
