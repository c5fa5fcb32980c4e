import type {HostTheme} from '../workbook-host.js'
import {probeLevel} from './api-level.js'
import {ExcelHost} from './excel-host.js'

/** Waits for Office.js and opens the workbook of this Excel; `undefined` when the page is not open in Excel. */
export async function openExcelHost(): Promise<ExcelHost | undefined> {
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
