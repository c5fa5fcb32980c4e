import type {ExcelEmulator} from './excel-emulator.js'
import {openPage, type Stage} from './open-page.js'
import {PanePage} from './pane-page.js'

/** Opens the pane in an emulated Excel, on a computer that has `seen` its first screen or has not. */
export async function openPanePage(stage: Stage, excel: ExcelEmulator, seen = true): Promise<PanePage> {
  const opened = await openPage(stage, excel)
  const pane = new PanePage(opened)
  const isOtherwise = await pane.page.evaluate((started) => {
    const was = localStorage.getItem('jixiao-lint.started') !== null
    if (started) localStorage.setItem('jixiao-lint.started', 'yes')
    else localStorage.clear()
    return was !== started
  }, seen)
  if (isOtherwise) {
    await pane.page.reload()
    opened.faults.length = 0
  }
  return pane
}
