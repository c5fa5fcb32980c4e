import {statSync, watch, type FSWatcher} from 'node:fs'
import path from 'node:path'

/** Which folders to watch: those given with all below, and those of files and patterns. */
export function foldersOf(paths: string[], cwd: string): {folder: string; recursive: boolean}[] {
  const folders = new Map<string, boolean>()
  for (const given of paths) {
    const full = path.resolve(cwd, given)
    const found = statSync(full, {throwIfNoEntry: false})
    if (found?.isDirectory()) folders.set(full, true)
    else if (found) folders.set(path.dirname(full), folders.get(path.dirname(full)) ?? false)
    else {
      // The part of a pattern before its first special character is a folder.
      const fixed = given.split(/[\\/]/)
      const special = fixed.findIndex((part) => /[*?[\]{}!]/.test(part))
      const folder = path.resolve(cwd, ...fixed.slice(0, special < 0 ? -1 : special))
      folders.set(folder, true)
    }
  }
  return [...folders].map(([folder, recursive]) => ({folder, recursive}))
}

/**
 * Calls back with the full path of whatever changes in a folder; `undefined` when it cannot be watched, e.g. because it does
 * not exist.
 */
export function watchFolder(
  folder: string,
  recursive: boolean,
  onChange: (file: string) => void
): FSWatcher | undefined {
  try {
    const watcher = watch(folder, {recursive}, (_, name) => {
      onChange(path.resolve(folder, name ?? ''))
    })
    // A folder that is removed ends its own watching only.
    watcher.on('error', () => watcher.close())
    return watcher
  } catch {
    return undefined
  }
}
