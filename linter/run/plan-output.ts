import {realpathSync, statSync} from 'node:fs'
import path from 'node:path'
import {UsageError} from './usage-error.js'

export interface OutputPlan {
  /** Files to work on: those found inside the output folder are results of an earlier run and left out. */
  files: string[]
  /** Where each file's copy goes, as an absolute path. */
  targets: Map<string, string>
}

/**
 * Decides where the copies of files go in an output folder: under their names, with the folders that they are in below
 * the deepest folder that holds them all. Throws {@link UsageError} when a copy would overwrite an input.
 */
export function planOutput(paths: string[], files: string[], folder: string, cwd: string): OutputPlan {
  const output = realOf(path.resolve(cwd, folder))
  for (const given of paths) {
    const real = realOf(path.resolve(cwd, given))
    const inside = isFolder(real) ? real : path.dirname(real)
    if (inside === output) throw sameFolder(folder)
  }
  const named = new Set(paths)
  const kept = files.filter(
    (file) => named.has(file) || !isBelow(realOf(path.dirname(path.resolve(cwd, file))), output)
  )
  const base = commonFolder(kept.map((file) => path.dirname(path.resolve(cwd, file))))
  const targets = new Map(
    kept.map((file) => [file, path.join(output, path.relative(base, path.resolve(cwd, file)))])
  )
  const inputs = new Set(kept.map((file) => realOf(path.resolve(cwd, file))))
  for (const target of targets.values()) if (inputs.has(realOf(target))) throw sameFolder(folder)
  return {files: kept, targets}
}

function sameFolder(folder: string): UsageError {
  return new UsageError({
    zh: `--output “${folder}”就是原文件所在的文件夹，写出会覆盖原文件，所以没有写。请换一个文件夹。`,
    en: `--output "${folder}" is the folder of the input files, which would be overwritten; nothing was written. Choose another folder.`
  })
}

/** The true place of a path; of one that is not there yet, as far as its folders are there. */
function realOf(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    const parent = path.dirname(file)
    return parent === file ? file : path.join(realOf(parent), path.basename(file))
  }
}

function isFolder(file: string): boolean {
  return statSync(file, {throwIfNoEntry: false})?.isDirectory() ?? false
}

function isBelow(file: string, folder: string): boolean {
  const relative = path.relative(folder, file)
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative))
}

function commonFolder(folders: string[]): string {
  let common = folders[0] ?? ''
  for (const folder of folders) while (!isBelow(folder, common)) common = path.dirname(common)
  return common
}
