import {statSync, watch as watchPath, type FSWatcher} from 'node:fs'
import path from 'node:path'
import type {Locale} from '../../shared/lint/finding.js'
import {say} from '../../shared/locale/texts.js'
import {workbookEndings} from '../run/find-files.js'
import type {SettingsFiles} from '../run/settings-files.js'
import {isUsageError} from '../run/usage-error.js'
import type {Console} from './console.js'

/** Programs write a file in several steps; so long it must be quiet, in milliseconds. */
const quiet = 250

/** What is watched, and what is done about it. */
export interface WatchedCheck {
  /** Files, folders and patterns of workbooks. */
  paths: string[]
  /** Files that the check itself writes. */
  written: string[]
  /** Files of the configuration and its plugins as last loaded. */
  listSettings: () => SettingsFiles
  /** Loads the configuration anew. */
  renew: () => Promise<void>
  /** Runs the check and gives its exit status. */
  runOnce: () => Promise<number>
}

/**
 * Runs a check, and again whenever a workbook or the configuration changes, until the user interrupts. Gives the status
 * of the last run.
 */
export async function watch(
  {paths, written, listSettings, renew, runOnce}: WatchedCheck,
  locale: Locale,
  console: Console
): Promise<number> {
  let status = 0
  let timer: NodeJS.Timeout | undefined
  let running = false
  let again = false
  let settingsChanged = false
  const keptChanged = new Set<string>()
  let settings = listSettings()
  let watchSettings = (): void => undefined
  const run = async (): Promise<void> => {
    if (running) {
      again = true
      return
    }
    running = true
    do {
      again = false
      if (console.interactive) console.writeError('\u001b[2J\u001b[3J\u001b[H')
      for (const file of keptChanged) console.writeError(askToStartAgain(file, locale, console.cwd))
      try {
        if (settingsChanged) {
          settingsChanged = false
          await renew().catch((error: unknown) => {
            settingsChanged = true
            throw error
          })
          settings = listSettings()
          watchSettings()
        }
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
    const watchers = new Map<string, FSWatcher | undefined>()
    // When the configuration could not be loaded, any module may be the one that it names and that is mended now.
    const isSetting = (file: string): boolean =>
      settings.all.has(file) || (settingsChanged && /\.(?:[cm]?[jt]s|json)$/.test(file))
    const onChange = (file: string): void => {
      // The check would run for ever if its own reports set it off.
      if (own.has(file)) return
      if (isSetting(file)) settingsChanged = true
      else if (!named.has(file) && !mayMatter(file)) return
      if (settings.kept.has(file)) keptChanged.add(file)
      later()
    }
    for (const {folder, recursive} of foldersOf(paths, console.cwd))
      watchers.set(folder, watchFolder(folder, recursive, onChange))
    watchSettings = () => {
      for (const folder of new Set([...settings.all].map((file) => path.dirname(file)))) {
        if (!watchers.has(folder))
          watchers.set(
            folder,
            watchFolder(folder, false, (file) => {
              if (isSetting(file)) onChange(file)
            })
          )
      }
    }
    const stop = (): void => {
      clearTimeout(timer)
      for (const watcher of watchers.values()) watcher?.close()
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
    watchSettings()
    void run().catch(fail)
  })
}

function askToStartAgain(file: string, locale: Locale, cwd: string): string {
  return say(
    {
      zh: '! “{file}”已改动。它由配置或插件引用，改动要重新启动才生效：请按 Ctrl+C 结束，再运行一次。\n',
      en: '! "{file}" has changed. The configuration or a plugin imports it, so the change counts only after a new start: press Ctrl+C and run the command again.\n'
    },
    locale,
    {file: path.relative(cwd, file)}
  )
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
