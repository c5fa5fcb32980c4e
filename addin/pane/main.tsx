import {readLiteral, sheet} from '../../shared/workbook/sheet-literal.js'
import {openExcelHost} from '../host/excel/open-excel-host.js'
import {HostError} from '../host/host-error.js'
import {limitationsOf} from '../host/limitations.js'
import {MemoryHost} from '../host/memory/memory-host.js'
import type {WorkbookHost} from '../host/workbook-host.js'

/** The open workbook; a small example when the page is opened outside Excel. */
async function openHost(): Promise<WorkbookHost> {
  return (await openExcelHost()) ?? new MemoryHost(readLiteral(sheet`2024年清河市民政局项目绩效目标表`))
}

async function showStatus(root: HTMLElement): Promise<void> {
  const host = await openHost()
  const {sheets} = await host.readWorkbook()
  const lines = [
    host.info.product,
    `工作表 ${sheets.length} 个 · ${sheets.reduce((count, {cells}) => count + cells.length, 0)} 格`,
    ...limitationsOf(host.capabilities).map(({text}) => text.zh)
  ]
  root.replaceChildren(...lines.map(toParagraph))
}

function toParagraph(text: string): HTMLParagraphElement {
  const paragraph = document.createElement('p')
  paragraph.className = 'status'
  paragraph.textContent = text
  return paragraph
}

const root = document.getElementById('root')
if (root) {
  showStatus(root).catch((error: unknown) => {
    root.replaceChildren(toParagraph(error instanceof HostError ? error.text.zh : String(error)))
  })
}
