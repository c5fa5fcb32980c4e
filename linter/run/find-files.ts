import {stat} from 'node:fs/promises'
import path from 'node:path'
import type {Bilingual} from '../../shared/lint/define-rule.js'

/** Endings of the files that a folder is searched for; a file named outright is read whatever its name. */
export const workbookEndings = [
  'xlsx',
  'xlsm',
  'xltx',
  'xltm',
  'xls',
  'et',
  'xlsb',
  'ods',
  'docx',
  'csv',
  'tsv'
]

export interface FoundFiles {
  /** Paths as the user would write them, in order, each once. */
  files: string[]
  /** Paths that lead to nothing. */
  problems: Bilingual[]
}

/**
 * Finds the workbooks of paths: files, folders (with everything below) and patterns. Lock files (`~$…`) and hidden
 * folders are left out.
 */
export async function findFiles(
  paths: string[],
  options: {cwd: string; ignores?: string[]}
): Promise<FoundFiles> {
  const files = new Set<string>()
  const problems: Bilingual[] = []
  const ignore = ['**/~$*', '**/node_modules/**', ...(options.ignores ?? [])]
  const search = async (pattern: string, cwd: string): Promise<string[]> => {
    // Loaded only when there is something to search: one file is checked without it.
    const {glob} = await import('tinyglobby')
    const found = await glob([pattern], {
      cwd,
      ignore,
      onlyFiles: true,
      caseSensitiveMatch: false,
      expandDirectories: false
    })
    return found.sort((a, b) => a.localeCompare(b, 'zh-CN', {numeric: true}))
  }
  for (const given of paths) {
    const found = await stat(path.resolve(options.cwd, given)).catch(() => undefined)
    if (found?.isFile()) files.add(given)
    else if (found?.isDirectory()) {
      const inside = await search(`**/*.{${workbookEndings.join(',')}}`, path.resolve(options.cwd, given))
      if (inside.length === 0) {
        problems.push({
          zh: `文件夹“${given}”里没有工作簿（${workbookEndings.map((ending) => '.' + ending).join('、')}）。`,
          en: `The folder "${given}" holds no workbook (${workbookEndings.map((ending) => '.' + ending).join(', ')}).`
        })
      }
      for (const file of inside) files.add(path.join(given, file))
    } else if (/[*?[\]{}!]/.test(given)) {
      const matching = await search(given.split(path.sep).join('/'), options.cwd)
      if (matching.length === 0)
        problems.push({zh: `没有文件符合“${given}”。`, en: `No file matches "${given}".`})
      for (const file of matching) files.add(file)
    } else
      problems.push({zh: `找不到“${given}”。请核对路径。`, en: `"${given}" does not exist. Check the path.`})
  }
  return {files: [...files], problems}
}
