import {HostError} from '../host-error.js'
import type {HostTheme} from '../workbook-host.js'
import {probeLevel} from './api-level.js'
import {ExcelHost} from './excel-host.js'

/**
 * Waits for Office.js and opens the workbook of this Excel; `undefined` when the page is not open in Excel. Throws when
 * Office.js itself is not there.
 */
export async function openExcelHost(): Promise<ExcelHost | undefined> {
  if (typeof Office === 'undefined') throw withoutLibrary()
  const {host} = await Office.onReady()
  if (host !== Office.HostType.Excel) return undefined
  const {context} = Office
  const level = probeLevel((version) => context.requirements.isSetSupported('ExcelApi', version))
  const {platform, version} = context.diagnostics
  const theme = toTheme(context.officeTheme)
  return new ExcelHost(
    {
      kind: 'excel',
      product: `Excel (${platform}) ${version}, ExcelApi 1.${level}`,
      locale: context.displayLanguage,
      ...(theme && {theme})
    },
    level,
    platform === Office.PlatformType.OfficeOnline
  )
}

function withoutLibrary(): HostError {
  return new HostError('failed', {
    zh: '没有加载到 office.js，无法与 Excel 通信。请关闭后重新打开“体检”；仍不行时请信息人员检查加载项服务器上的 office 文件夹或网络。',
    en: 'office.js was not loaded, so the pane cannot talk to Excel. Close the pane and open it again; if that does not help, have the folder office on the add-in server, or the network, checked.'
  })
}

function toTheme(theme: Office.OfficeTheme | undefined): HostTheme | undefined {
  const background = theme?.bodyBackgroundColor
  const foreground = theme?.bodyForegroundColor
  if (!background || !foreground) return undefined
  return {dark: isDark(background), background, foreground}
}

function isDark(colour: string): boolean {
  const channels = /^#?(..)(..)(..)/.exec(colour)?.slice(1) ?? []
  const [red = 255, green = 255, blue = 255] = channels.map((channel) => parseInt(channel, 16))
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128
}
