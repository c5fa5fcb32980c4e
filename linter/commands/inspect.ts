import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {say} from '../../shared/locale/texts.js'
import {recognise} from '../../shared/tree/recognise.js'
import {outlineTree} from '../format/outline.js'
import {readWorkbook} from '../read/read-workbook.js'
import {describeFailure} from '../run/check-file.js'
import {settleOptions, type CheckingFlags} from '../run/settle-options.js'
import {UsageError} from '../run/usage-error.js'
import type {Console} from './console.js'

export interface InspectFlags extends Pick<CheckingFlags, 'config' | 'year' | 'division' | 'locale'> {
  json?: boolean
}

/** Prints the recognised tree of workbooks, readably or as JSON; year, division and limits as for a check. */
export async function inspect(files: string[], flags: InspectFlags, console: Console): Promise<number> {
  const {loaded, locale} = await settleOptions(console.cwd, flags)
  const {year, division, limits} = loaded.configuration
  let status = 0
  const trees: unknown[] = []
  for (const file of files) {
    try {
      const workbook = readWorkbook(await readFile(path.resolve(console.cwd, file)), {limits})
      const tree = recognise(workbook, {
        file,
        ...(year !== undefined && {year}),
        ...(division !== undefined && {division})
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
