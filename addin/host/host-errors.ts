import {HostError} from './host-error.js'

/** A sheet that is not there any more. */
export function missingSheet(name: string): HostError {
  return new HostError('missing-sheet', {
    zh: `找不到工作表“${name}”，可能已改名或删除。请重新检查。`,
    en: `There is no sheet "${name}" any more; it may have been renamed or deleted. Check again.`
  })
}

/** A sheet whose cells cannot be shown. */
export function hiddenSheet(name: string): HostError {
  return new HostError('hidden-sheet', {
    zh: `工作表“${name}”是隐藏的，无法定位。请在工作表标签上右键“取消隐藏”后再试。`,
    en: `Sheet "${name}" is hidden, so its cells cannot be shown. Unhide it (right-click a sheet tab) and try again.`
  })
}

/** An address that the sheet does not have: a mistake of ours. */
export function badAddress(sheet: string, range: string): HostError {
  return new HostError('bad-address', {
    zh: `“${range}”不是工作表“${sheet}”里的单元格地址。请把这条信息反馈给我们。`,
    en: `"${range}" is no cell address on sheet "${sheet}". Please report this.`
  })
}

/** An edition without conditional formats by formula. */
export function cannotHighlight(): HostError {
  return new HostError('unsupported', {
    zh: '此版本 Excel 不能标出单元格（需要 Excel 2019 以上）。请点问题逐个定位。',
    en: 'This edition of Excel cannot mark cells (Excel 2019 or later can). Click a finding to go to its cell.'
  })
}
