import path from 'node:path'
import {say} from '../../shared/locale/texts.js'
import type {Locale} from '../../shared/lint/finding.js'
import {showControls, wrapText} from '../format/terminal-text.js'
import {annotateFile, type AnnotatedFile} from '../run/annotate-file.js'
import {settingsFor} from '../run/check-files.js'
import {findFiles} from '../run/find-files.js'
import {planOutput} from '../run/plan-output.js'
import {settleOptions, type CheckingFlags} from '../run/settle-options.js'
import {writeCopy} from '../run/write-fixed.js'
import {WriteError} from '../write/write-error.js'
import type {Console} from './console.js'

export interface AnnotateFlags extends CheckingFlags {
  output: string
}

/**
 * Writes a copy of each workbook with its findings in it: highlighted cells, notes, and a sheet 审核意见. Gives the exit
 * status: 0 all written, 2 a file that could not be read or written.
 */
export async function annotate(paths: string[], flags: AnnotateFlags, console: Console): Promise<number> {
  const options = await settleOptions(console.cwd, flags)
  const {locale, loaded} = options
  const found = await findFiles(paths, {cwd: console.cwd, ignores: loaded.configuration.ignores})
  for (const problem of found.problems) console.writeError(`✗ ${say(problem, locale)}\n`)
  const {files, targets} = planOutput(paths, found.files, flags.output, console.cwd)
  let written = 0
  let failed = 0
  for (const file of files) {
    const result = annotateFile(
      file,
      console.cwd,
      settingsFor(file, options),
      options.loaded.configuration.limits
    )
    const failure = await write(result, targets.get(file), console.cwd, locale)
    if (failure === undefined) {
      written++
      for (const [index, line] of describe(result, locale).entries())
        tell(console, line, index === 0 ? '✓ ' : '  ')
    } else {
      failed++
      tell(console, `${file}：${failure}`, '✗ ')
    }
  }
  const summary = say(
    {zh: '写出 {written} 个审核副本，在 {folder}', en: '{written} copies written to {folder}'},
    locale,
    {written, folder: flags.output}
  )
  const more =
    failed > 0 ? say({zh: '，{failed} 个文件没有写成', en: '; {failed} files failed'}, locale, {failed}) : ''
  console.write('\n')
  tell(console, `${summary}${more}`, failed > 0 ? '✗ ' : '✓ ')
  return found.problems.length > 0 || failed > 0 ? 2 : 0
}

/** Gives what went wrong, if anything. */
async function write(
  {file, error, bytes, isNew}: AnnotatedFile,
  target: string | undefined,
  cwd: string,
  locale: Locale
): Promise<string | undefined> {
  if (!bytes || target === undefined) return error?.message ?? ''
  try {
    await writeCopy(isNew ? `${target}.xlsx` : target, bytes, path.resolve(cwd, file))
    return undefined
  } catch (caught) {
    if (caught instanceof WriteError) return say(caught.text, locale)
    throw caught
  }
}

function describe({file, findings, isNew, withoutNote}: AnnotatedFile, locale: Locale): string[] {
  const data = {file, count: findings.length, cells: withoutNote.join(' ')}
  return [
    say({zh: '{file}：{count} 条意见', en: '{file}: {count} findings'}, locale, data),
    ...(isNew
      ? [
          say(
            {
              zh: '原文件不是 .xlsx，写出的是新工作簿：内容、合并和批注都在，原来的字体、边框和颜色不在',
              en: 'the original is no .xlsx, so the copy is a new workbook: values, merges and notes are there, fonts, borders and colours are not'
            },
            locale
          )
        ]
      : []),
    ...(withoutNote.length > 0
      ? [
          say(
            {
              zh: '这些单元格有讨论串，只标色，未加批注：{cells}',
              en: 'these cells hold a threaded comment and were marked without a note: {cells}'
            },
            locale,
            data
          )
        ]
      : [])
  ]
}

function tell(console: Console, text: string, mark: string): void {
  for (const [index, line] of wrapText(showControls(text), console.width - 2).entries())
    console.write(`${index === 0 ? mark : '  '}${line}\n`)
}
