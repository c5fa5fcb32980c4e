import {existsSync} from 'node:fs'
import path from 'node:path'
import {
  Browser,
  ChromeReleaseChannel,
  computeExecutablePath,
  computeSystemExecutablePath,
  detectBrowserPlatform,
  getInstalledBrowsers,
  install,
  resolveBuildId
} from '@puppeteer/browsers'

const cacheDir = path.resolve('.cache/browsers')

/** Where Linux and Windows put browsers of the Chromium family that the library does not look for. */
const otherPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/microsoft-edge',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
]

/**
 * Path of a Chromium, Chrome or Edge: the one in BROWSER_PATH, an installed one, one installed here earlier, or else
 * one that is downloaded to .cache. Throws, saying what to do, when there is none to be had.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env.BROWSER_PATH
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named
    throw new Error(`BROWSER_PATH=${named}: 没有这个文件。 There is no such file.`)
  }
  return findInstalled() ?? (await findDownloaded()) ?? (await download())
}

function findInstalled(): string | undefined {
  const other = otherPlaces.find((place) => existsSync(place))
  if (other) return other
  try {
    return computeSystemExecutablePath({browser: Browser.CHROME, channel: ChromeReleaseChannel.STABLE})
  } catch {
    return undefined
  }
}

async function findDownloaded(): Promise<string | undefined> {
  const [found] = await getInstalledBrowsers({cacheDir}).catch(() => [])
  return found?.executablePath
}

async function download(): Promise<string> {
  try {
    const platform = detectBrowserPlatform()
    if (!platform) throw new Error(`no build for ${process.platform} ${process.arch}`)
    const buildId = await resolveBuildId(Browser.CHROMEHEADLESSSHELL, platform, 'stable')
    await install({browser: Browser.CHROMEHEADLESSSHELL, buildId, cacheDir, platform})
    return computeExecutablePath({browser: Browser.CHROMEHEADLESSSHELL, buildId, cacheDir, platform})
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `界面测试需要 Chromium、Chrome 或 Edge：没有找到，也下载不了（${reason}）。请安装其中一个，或用环境变量 BROWSER_PATH 指明它的路径。
The tests of the pane need Chromium, Chrome or Edge: none was found, and none could be downloaded (${reason}). Install one, or name its path in BROWSER_PATH.`,
      {cause: error}
    )
  }
}
