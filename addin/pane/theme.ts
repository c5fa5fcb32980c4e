import {createDarkTheme, createLightTheme, type BrandVariants, type Theme} from '@fluentui/react-components'
import type {HostTheme} from '../host/workbook-host.js'

/** The green of the icon, from dark to light. */
const brand: BrandVariants = {
  10: '#031712',
  20: '#05211a',
  30: '#082e24',
  40: '#0b3b2e',
  50: '#0d4738',
  60: '#115643',
  70: '#14654f',
  80: '#17745a',
  90: '#32856d',
  100: '#4c9580',
  110: '#67a694',
  120: '#82b7a7',
  130: '#9cc7ba',
  140: '#b2d5ca',
  150: '#c9e3da',
  160: '#dff1ea'
}

const fonts =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"

/** Fluent's theme for the host's window: its darkness, its background, letters that grow with the user's text size. */
export function themeFor(host: HostTheme | undefined, prefersDark: boolean): Theme {
  const dark = host?.dark ?? prefersDark
  const base = dark
    ? {
        ...createDarkTheme(brand),
        colorBrandForeground1: brand[120],
        colorBrandForeground2: brand[130],
        colorBrandForegroundLink: brand[120]
      }
    : createLightTheme(brand)
  return {
    ...growWithText(base),
    fontFamilyBase: fonts,
    // The smallest letters of Fluent are too small for Chinese characters.
    fontSizeBase100: '0.75rem',
    ...(host && {colorNeutralBackground1: host.background, colorNeutralForeground1: host.foreground})
  }
}

/** Font sizes and line heights in the unit that follows the size of text which the user set. */
function growWithText(theme: Theme): Theme {
  const entries = Object.entries(theme).map(([token, value]: [string, unknown]) => [
    token,
    /^(?:fontSize|lineHeight)/.test(token) && typeof value === 'string' && value.endsWith('px')
      ? `${parseFloat(value) / 16}rem`
      : value
  ])
  return Object.fromEntries(entries) as Theme
}
