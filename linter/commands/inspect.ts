import {readFile} from 'node:fs/promises'
import path from 'node:path'
import type {Locale} from '../../shared/lint/finding.js'
import {say} from '../../shared/locale/texts.js'
import {recognise} from '../../shared/tree/recognise.js'
import {outlineTree} from '../format/outline.js'
import {readWorkbook} from '../read/read-workbook.js'
import {describeFailure} from '../run/check-file.js'
import {UsageError} from '../run/usage-error.js'
import type {Console} from './console.js'

/** Prints the recognised tree of workbooks, readably or as JSON. */
export async function inspect(
  files: string[],
  flags: {json?: boolean; year?: number; division?: string; locale?: Locale},
  console: Console
): Promise<number> {
  const locale = flags.locale ?? 'zh-CN'
  let status = 0
  const trees: unknown[] = []
  for (const file of files) {
    try {
      const workbook = readWorkbook(await readFile(path.resolve(console.cwd, file)))
      const tree = recognise(workbook, {
        file,
        ...(flags.year !== undefined && {year: flags.year}),
        ...(flags.division !== undefined && {division: flags.division})
      })
      if (flags.json) trees.push({file, ...tree})
      else console.write(outlineTree(file, tree, locale, console.color))
    } catch (error) {
      const {text} = describeFailure(error)
      console.writeError(`✗ ${file}: ${say(text, locale)}\n`)
      status = 2
    }
  }
  if (flags.json) console.write(JSON.stringify(trees.length === 1 ? trees[0] : trees, omitSources, 1) + '\n')
  if (files.length === 0) throw new UsageError({zh: '请给出要查看的文件。', en: 'Name a file to inspect.'})
  return status
}

/** The sheets' own cells would double the output. */
function omitSources(key: string, value: unknown): unknown {
  return key === 'workbook' || (key === 'sheet' && typeof value === 'object') || key === 'cell'
    ? undefined
    : value
}
