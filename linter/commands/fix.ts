import path from 'node:path'
import {rules as builtInRules} from '../../shared/rules/index.js'
import {say} from '../../shared/locale/texts.js'
import type {Locale} from '../../shared/lint/finding.js'
import {formatFixes} from '../format/fix-list.js'
import {settingsFor} from '../run/check-files.js'
import {findFiles} from '../run/find-files.js'
import {fixFile, type FixedFile} from '../run/fix-file.js'
import {planOutput} from '../run/plan-output.js'
import {requireRule, settleOptions, type CheckingFlags} from '../run/settle-options.js'
import {UsageError} from '../run/usage-error.js'
import {writeFixed} from '../run/write-fixed.js'
import {WriteError} from '../write/write-error.js'
import {wrapText} from '../format/terminal-text.js'
import type {Console} from './console.js'

export interface FixFlags extends CheckingFlags {
  write?: boolean
  backup: boolean
  output?: string
  suggestions?: string[]
}

/**
 * Shows what fixes would change, and with `--write` or `--output` writes it. Gives the exit status: 0 all well, 1 fixes
 * that undo each other, 2 a file that could not be read or written.
 */
export async function fix(paths: string[], flags: FixFlags, console: Console): Promise<number> {
  if (flags.write && flags.output !== undefined) {
    throw new UsageError({
      zh: '--write 和 --output 不能一起用：前者改原文件，后者写出副本。',
      en: '--write and --output exclude each other: one changes the files, the other writes copies.'
    })
  }
  const options = await settleOptions(console.cwd, flags)
  const {locale, loaded} = options
  const ids = [...builtInRules, ...loaded.pluginRules].map(({id}) => id)
  for (const id of flags.suggestions ?? []) requireRule(id, ids)
  const found = await findFiles(paths, {cwd: console.cwd, ignores: loaded.configuration.ignores})
  for (const problem of found.problems) console.writeError(`✗ ${say(problem, locale)}\n`)
  const plan =
    flags.output === undefined ? undefined : planOutput(paths, found.files, flags.output, console.cwd)
  const counts = {files: 0, fixes: 0, left: 0, conflicts: 0, failed: 0, changed: 0, copies: 0}
  for (const file of plan?.files ?? found.files) {
    const result = fixFile(file, {
      cwd: console.cwd,
      settings: settingsFor(file, options),
      suggestions: new Set(flags.suggestions),
      limits: loaded.configuration.limits
    })
    console.write(formatFixes(result, locale, console))
    counts.files++
    counts.fixes += result.fixes.length
    counts.left += result.left.length
    counts.conflicts += result.left.filter(({conflict}) => conflict).length
    if (result.status === 'failed') counts.failed++
    const done = await write(result, flags, plan?.targets.get(file), console, locale)
    if (done === 'failed') counts.failed++
    else if (done === 'written') {
      counts.changed += result.fixes.length
      counts.copies++
    }
  }
  console.write(summarise(counts, flags, locale, console.width))
  if (found.problems.length > 0 || counts.failed > 0) return 2
  return counts.conflicts > 0 ? 1 : 0
}

async function write(
  result: FixedFile,
  flags: FixFlags,
  target: string | undefined,
  console: Console,
  locale: Locale
): Promise<'nothing' | 'written' | 'failed'> {
  if (result.status === 'failed' || (!flags.write && target === undefined)) return 'nothing'
  const tell = (mark: string, text: string): void => {
    for (const line of wrapText(`${mark} ${text}`, console.width - 2)) console.writeError(`  ${line}\n`)
  }
  try {
    const written = await writeFixed(result, {cwd: console.cwd, backup: flags.backup, target})
    if (!written) return 'nothing'
    const {file, backup} = written
    // Copies of files without changes are told as a number only.
    if (result.status === 'clean') return 'written'
    const shown = path.relative(console.cwd, file)
    tell(
      '✓',
      backup === undefined
        ? say({zh: '已写入 {file}', en: 'written: {file}'}, locale, {file: shown})
        : say(
            {zh: '已写入 {file}，原文件存为 {backup}', en: 'written: {file}, the original kept as {backup}'},
            locale,
            {
              file: shown,
              backup: path.basename(backup)
            }
          )
    )
    return 'written'
  } catch (error) {
    if (!(error instanceof WriteError)) throw error
    tell('✗', `${result.file}：${say(error.text, locale)}`)
    return 'failed'
  }
}

function summarise(
  counts: {files: number; fixes: number; left: number; failed: number; changed: number; copies: number},
  flags: FixFlags,
  locale: Locale,
  width: number
): string {
  const toWrite = flags.write === true || flags.output !== undefined
  const head =
    counts.fixes === 0
      ? say({zh: '{files} 个文件，没有要改的', en: '{files} files, nothing to change'}, locale, counts)
      : toWrite
        ? say(
            {zh: '{files} 个文件，改了 {changed} 处', en: '{files} files, {changed} cells changed'},
            locale,
            counts
          )
        : say(
            {
              zh: '{files} 个文件，可以改 {fixes} 处，尚未写入',
              en: '{files} files, {fixes} cells can be changed; nothing was written'
            },
            locale,
            counts
          )
  const more = [
    ...(counts.fixes > 0 && !toWrite
      ? [
          say(
            {
              zh: '加 --write 改原文件（旁边留 .bak 备份），或加 --output 文件夹 写出副本',
              en: 'Add --write to change the files (with a .bak beside each), or --output FOLDER to write copies'
            },
            locale
          )
        ]
      : []),
    ...(flags.output === undefined
      ? []
      : [
          say({zh: '{copies} 个副本在 {folder}', en: '{copies} copies are in {folder}'}, locale, {
            copies: counts.copies,
            folder: flags.output
          })
        ]),
    ...(counts.left > 0
      ? [say({zh: '{left} 处未改，原因见上', en: '{left} left, with the reason above'}, locale, counts)]
      : []),
    ...(counts.failed > 0
      ? [
          say(
            {zh: '{failed} 个文件读不了或写不了', en: '{failed} files could not be read or written'},
            locale,
            counts
          )
        ]
      : [])
  ]
  const lines = [
    `${counts.failed > 0 ? '✗' : '✓'} ${head}`,
    ...more.flatMap((line) => wrapText(line, width - 2).map((part) => `  ${part}`))
  ]
  return `\n${lines.join('\n')}\n`
}
