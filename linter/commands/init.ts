import {writeFile} from 'node:fs/promises'
import path from 'node:path'
import type {Locale} from '../../shared/lint/finding.js'
import {say} from '../../shared/locale/texts.js'
import {presets} from '../../shared/rules/presets.js'
import {UsageError} from '../run/usage-error.js'
import type {Console} from './console.js'

const content = `// 绩效目标体检的设置 / settings of jixiao-lint
export default {
  // 使用哪一组规则 / which set of rules:
  // ${Object.keys(presets).join(', ')}
  preset: 'recommended',

  // 表里没写年度时，按这个年度检查 / fiscal year when the sheets do not say
  // year: 2024,

  // 填报单位的行政区划代码 / division code of the reporting unit
  // division: '130281',

  // 消息语言 / language of messages: 'zh-CN', 'en'
  locale: 'zh-CN',

  // 达到哪一级算不通过 / the level that fails: 'error', 'warning', 'info'
  failOn: 'error',

  // 单条规则：'off'、'error'、'warning'、'info' / single rules
  rules: {
    // 'document-number-brackets': 'error'
  },

  // 自己的规则，见 docs/custom-rules.md / rules of your own
  plugins: [],

  // 只对部分文件、工作表或区域生效的设置 / settings for some files, sheets or ranges only
  overrides: [
    // {sheets: ['封面'], rules: {'placeholder-text': 'off'}}
  ],

  // 不算数的问题，须写明理由 / findings that do not count, with the reason
  suppressions: [
    // {files: ['乡镇/*.xlsx'], rules: ['money-unit'], reason: '县里统一不写单位'}
  ],

  // 不检查的文件 / files that are left out
  ignores: [],

  // 读取上限，超出的文件不读 / limits of what is read
  limits: {
    // cells: 5_000_000
  }
}
`

/** Writes a commented configuration file; an existing one is never overwritten. */
export async function init(flags: {locale?: Locale}, console: Console): Promise<number> {
  const locale = flags.locale ?? 'zh-CN'
  const file = 'jixiao.config.mjs'
  try {
    await writeFile(path.join(console.cwd, file), content, {flag: 'wx'})
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new UsageError({
        zh: `${file} 已经存在，没有改动它。`,
        en: `${file} already exists and was left as it is.`
      })
    }
    throw error
  }
  console.write(
    say(
      {zh: '已写出 {file}，各项都有说明。\n', en: '{file} written; every setting is commented.\n'},
      locale,
      {file}
    )
  )
  return 0
}
