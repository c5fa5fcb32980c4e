import {createReadStream, existsSync, readFileSync, statSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import path from 'node:path'
import type {Browser, Page} from 'puppeteer-core'
import type {WorkbookChange} from '../../../addin/host/workbook-host.js'
import {buildPane, builtFolder} from './build-pane.js'
import type {ExcelEmulator} from './excel-emulator.js'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png'
}

/** A browser and a web server with the built pane, for one test file. */
export interface Stage {
  browser: Browser
  base: string
  close(): Promise<void>
}

/** Builds the pane, serves it and starts a headless browser. */
export async function openStage(): Promise<Stage> {
  await buildPane()
  // Loaded only when tests of the pane are run.
  const {default: puppeteer} = await import('puppeteer-core')
  const {findBrowser} = await import('../../../scripts/find-browser.js')
  const server = await serve()
  const browser = await puppeteer.launch({
    executablePath: await findBrowser(),
    headless: true,
    args: [
      // Chromium refuses its sandbox to root, which is who tests run as in containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--lang=zh-CN'
    ]
  })
  return {
    browser,
    base: `http://localhost:${(server.address() as AddressInfo).port}/`,
    async close() {
      await browser.close()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}

/** A page of the add-in inside an emulated Excel. */
export interface ExcelPage {
  page: Page
  /** What went wrong in the page: uncaught errors, refused policies, requests to others. */
  faults: string[]
  /** Where changes go that a host on the page tells of. */
  changes: {tell: (change: WorkbookChange) => void}
  /** Puts another Excel of the same level below the page. */
  use(emulator: ExcelEmulator): void
  close(): Promise<void>
}

/**
 * Opens the pane (or the probe in its place) with Microsoft's unmodified office.js, which finds below itself what Excel
 * for Windows gives it: `window.external.GetContext()` and a bridge for messages, answered by the emulator.
 */
export async function openPage(
  stage: Stage,
  emulator: ExcelEmulator,
  script: 'pane' | 'probe' = 'pane'
): Promise<ExcelPage> {
  const page = await stage.browser.newPage()
  const faults: string[] = []
  const changes: ExcelPage['changes'] = {tell: () => undefined}
  let current = emulator
  await page.setViewport({width: 350, height: 600})
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(stage.base) && !url.startsWith('data:')) {
      faults.push(`request to ${url}`)
      void request.abort()
    } else if (script === 'probe' && new URL(url).pathname === '/pane.html') {
      void request.respond({
        contentType: 'text/html; charset=utf-8',
        body: readFileSync(path.join(builtFolder, 'pane.html'), 'utf8').replace('pane.js', 'probe.js')
      })
    } else void request.continue()
  })
  page.on('pageerror', (error) => faults.push(`error ${String(error)}`))
  page.on('console', (message) => {
    // Left out of the build on purpose, see webpack.config.js.
    if (message.location().url?.includes('/office/telemetry/')) return
    if (message.type() === 'error') faults.push(`console ${message.text()} ${message.location().url ?? ''}`)
  })
  await page.exposeFunction('answerFromHost', (message: string) => current.answer(message))
  await page.exposeFunction('afterAnswer', () => current.sendEvents())
  await page.exposeFunction('tellChange', (change: WorkbookChange) => changes.tell(change))
  await page.exposeFunction('writeHostSettings', (keys: string[], values: string[]) => {
    current.settings = keys.map((key, index) => [key, values[index] ?? ''])
  })
  // Functions that go into the page were compiled with a helper that keeps their names.
  await page.evaluateOnNewDocument('globalThis.__name = (value) => value')
  await page.evaluateOnNewDocument(setUpHost, {
    sets: emulator.supportedSets(),
    settings: emulator.settings,
    file: `C:\\工作\\${emulator.book.fileName}`,
    language: emulator.locale,
    dark: emulator.dark
  })
  const use = (other: ExcelEmulator): void => {
    current.send = () => undefined
    current = other
    other.send = (message) => {
      void page.evaluate((text) => window.messageFromHost(text), message).catch(() => undefined)
    }
  }
  use(emulator)
  await page.goto(`${stage.base}pane.html?_host_Info=Excel$Win32$16.01$${emulator.locale}$$$$0`)
  return {
    page,
    faults,
    changes,
    use,
    async close() {
      current.send = () => undefined
      await page.close()
    }
  }
}

declare global {
  interface Window {
    answerFromHost(message: string): Promise<string>
    afterAnswer(): Promise<void>
    writeHostSettings(keys: string[], values: string[]): Promise<void>
    messageFromHost(message: string): void
    _richApiNativeBridge: {sendMessageToHost(text: string): void; onMessageFromHost?: (text: string) => void}
  }
}

interface HostSetting {
  sets: string
  settings: [string, string][]
  file: string
  language: string
  dark: boolean
}

/** Runs in the page before its own scripts. */
function setUpHost({sets, settings, file, language, dark}: HostSetting): void {
  const bridge: Window['_richApiNativeBridge'] = {
    sendMessageToHost(text) {
      void window.answerFromHost(text).then((answer) => {
        bridge.onMessageFromHost?.(answer)
        return window.afterAnswer()
      })
    }
  }
  window._richApiNativeBridge = bridge
  window.messageFromHost = (message) => bridge.onMessageFromHost?.(message)
  let kept = settings
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => 'jixiao-lint-test',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => language,
    GetAppDataLocale: () => language,
    GetDocUrl: () => file,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 0,
    GetControlIntegrationLevel: () => 0,
    GetSolutionToken: () => '',
    GetSupportedMatrix: () => sets,
    GetHostFullVersion: () => '16.0.99999.10000',
    GetOfficeThemeInfo: () =>
      JSON.stringify({
        bodyForegroundColor: dark ? 0xf0f0f0 : 0x262626,
        bodyBackgroundColor: dark ? 0x262626 : 0xffffff,
        controlForegroundColor: dark ? 0xf0f0f0 : 0x262626,
        controlBackgroundColor: dark ? 0x363636 : 0xf0f0f0
      }),
    GetSettings: () => ({
      Read(keys: string[], values: string[]) {
        for (const [key, value] of kept) {
          keys.push(key)
          values.push(value)
        }
      },
      Write(keys: string[], values: string[]) {
        kept = keys.map((key, index) => [key, values[index] ?? ''])
        void window.writeHostSettings([...keys], [...values])
      }
    })
  }
  Object.defineProperty(window, 'external', {value: {GetContext: () => context}, configurable: true})
}

async function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost')
    const file = path.join(builtFolder, path.normalize(decodeURIComponent(pathname)))
    if (!file.startsWith(builtFolder) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, {'content-type': types[path.extname(file)] ?? 'application/octet-stream'})
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}
