import type {Bilingual} from '../../shared/lint/define-rule.js'
import type {Locale} from '../../shared/lint/finding.js'

const helpWords: [RegExp, Bilingual][] = [
  [/^Usage: /gm, {zh: '用法：', en: 'Usage: '}],
  [/(^用法：.*)\[options\]/gm, {zh: '$1[选项]', en: '$1[options]'}],
  [/(^用法：.*)\[command\]/gm, {zh: '$1[命令]', en: '$1[command]'}],
  [/^Arguments:/gm, {zh: '参数：', en: 'Arguments:'}],
  [/^Options:/gm, {zh: '选项：', en: 'Options:'}],
  [/^Commands:/gm, {zh: '命令：', en: 'Commands:'}],
  [/^error: unknown option '(.+?)'/gm, {zh: '✗ 没有选项“$1”', en: "error: unknown option '$1'"}],
  [/^error: unknown command '(.+?)'/gm, {zh: '✗ 没有命令“$1”', en: "error: unknown command '$1'"}],
  [
    /^error: missing required argument '(.+?)'/gm,
    {zh: '✗ 缺少参数“$1”', en: "error: missing required argument '$1'"}
  ],
  [
    /^error: required option '(.+?)' not specified/gm,
    {zh: '✗ 缺少选项“$1”', en: "error: required option '$1' not specified"}
  ],
  [
    /^error: option '(.+?)' argument missing/gm,
    {zh: '✗ 选项“$1”后面缺少内容', en: "error: option '$1' argument missing"}
  ],
  [
    /^error: option '(.+?)' argument '(.+?)' is invalid\./gm,
    {zh: '✗ 选项“$1”的内容“$2”不对。', en: "error: option '$1' argument '$2' is invalid."}
  ],
  [/^error: too many arguments.*$/gm, {zh: '✗ 参数太多', en: 'error: too many arguments'}],
  [/Allowed choices are (.+?)\.$/gm, {zh: '可选：$1。', en: 'Allowed choices are $1.'}],
  [/\(Did you mean (.+?)\?\)/g, {zh: '（是不是 $1？）', en: '(Did you mean $1?)'}]
]

/** The words of the library that writes help and errors, in the user's language. */
export function translateHelp(text: string, locale: Locale): string {
  return locale === 'en'
    ? text
    : helpWords.reduce((done, [pattern, words]) => done.replace(pattern, words.zh), text)
}
