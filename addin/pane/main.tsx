import {createRoot} from 'react-dom/client'
import type {Locale} from '../../shared/lint/finding.js'
import {openExcelHost} from '../host/excel/open-excel-host.js'
import type {WorkbookHost} from '../host/workbook-host.js'
import {openChecker} from './check/open-checker.js'
import {App} from './components/app.js'
import {recall} from './preferences.js'
import {Pane} from './state/pane.js'
import {recallTextSize, showTextSize} from './text-size.js'

/** The open workbook; an example when the page is opened outside Excel, or with `?host=memory`. */
async function openHost(): Promise<WorkbookHost> {
  const asked = new URLSearchParams(window.location.search).get('host')
  const excel = asked === 'memory' ? undefined : await openExcelHost()
  if (excel) return excel
  const {openExample} = await import('./example/open-example.js')
  return openExample()
}

async function start(root: HTMLElement): Promise<void> {
  showTextSize(recallTextSize())
  const host = await openHost()
  const remembered = recall('locale')
  const locale: Locale = (remembered ?? host.info.locale).toLowerCase().startsWith('en') ? 'en' : 'zh-CN'
  const pane = new Pane(host, await openChecker(), {locale})
  await pane.open()
  window.addEventListener('pagehide', () => void pane.close())
  createRoot(root).render(<App pane={pane} />)
}

const root = document.getElementById('root')
if (root) {
  start(root).catch((error: unknown) => {
    root.textContent = `无法打开体检窗格，请关闭后重试。 The pane cannot be opened; close it and try again. (${String(error)})`
  })
}
