import {statSync, watch as watchPath, type FSWatcher} from 'node:fs'
import path from 'node:path'
import type {Locale} from '../../shared/lint/finding.js'
import {say} from '../../shared/locale/texts.js'
import {workbookEndings} from '../run/find-files.js'
import {isUsageError} from '../run/usage-error.js'
import type {Console} from './console.js'

/** Programs write a file in several steps; so long it must be quiet, in milliseconds. */
const quiet = 250

/**
 * Runs a check, and again whenever a workbook changes in the folders of these paths, until the user interrupts. `written`
 * are the files that the check itself writes. Gives the status of the last run.
 */
export async function watch(
  paths: string[],
  written: string[],
  runOnce: () => Promise<number>,
  locale: Locale,
  console: Console
): Promise<number> {
  let status = 0
  let timer: NodeJS.Timeout | undefined
  let running = false
  let again = false
  const run = async (): Promise<void> => {
    if (running) {
      again = true
      return
    }
    running = true
    do {
      again = false
      if (console.interactive) console.writeError('\u001b[2J\u001b[3J\u001b[H')
      try {
        status = await runOnce()
      } catch (error) {
        // What is wrong now may be right after the next change.
        if (!isUsageError(error)) throw error
        console.writeError(`✗ ${say(error.text, locale)}\n`)
        status = 2
      }
      console.writeError(
        say({zh: '等待改动，按 Ctrl+C 结束 …\n', en: 'waiting for changes, Ctrl+C ends …\n'}, locale)
      )
    } while (again)
    running = false
  }
  return new Promise<number>((resolve, reject) => {
    const later = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => void run().catch(fail), quiet)
    }
    const own = new Set(written.map((file) => path.resolve(console.cwd, file)))
    const named = new Set(paths.map((file) => path.resolve(console.cwd, file)))
    const watchers = foldersOf(paths, console.cwd).map(({folder, recursive}) =>
      watchFolder(folder, recursive, (file) => {
        // The check would run for ever if its own reports set it off.
        if (!own.has(file) && (named.has(file) || mayMatter(file))) later()
      })
    )
    const stop = (): void => {
      clearTimeout(timer)
      for (const watcher of watchers) watcher?.close()
      forget?.()
    }
    const fail = (error: unknown): void => {
      stop()
      reject(error instanceof Error ? error : new Error(String(error)))
    }
    const forget = console.onInterrupt?.(() => {
      stop()
      resolve(status)
    })
    void run().catch(fail)
  })
}

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

/** Whether a change of this file may change the result: a workbook, or perhaps a folder. */
function mayMatter(file: string): boolean {
  // Lock files and temporary files come and go while a workbook is open.
  if (/^(?:~\$|\.)/.test(path.basename(file))) return false
  const ending = path.extname(file).slice(1).toLowerCase()
  return ending === '' || workbookEndings.includes(ending)
}

function watchFolder(
  folder: string,
  recursive: boolean,
  onChange: (file: string) => void
): FSWatcher | undefined {
  try {
    const watcher = watchPath(folder, {recursive}, (_, name) => {
      onChange(path.resolve(folder, name ?? ''))
    })
    // A folder that is removed ends its own watching only.
    watcher.on('error', () => watcher.close())
    return watcher
  } catch {
    return undefined
  }
}
