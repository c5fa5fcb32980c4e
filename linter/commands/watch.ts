import type {FSWatcher} from 'node:fs'
import path from 'node:path'
import type {Locale} from '../../shared/lint/finding.js'
import {say} from '../../shared/locale/texts.js'
import {workbookEndings} from '../run/find-files.js'
import type {SettingsFiles} from '../run/settings-files.js'
import {isUsageError} from '../run/usage-error.js'
import type {Console} from './console.js'
import {foldersOf, watchFolder} from './watch-folders.js'

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
export function watch(check: WatchedCheck, locale: Locale, console: Console): Promise<number> {
  return new Watch(check, locale, console).untilInterrupted()
}

class Watch {
  private status = 0
  private timer: NodeJS.Timeout | undefined
  private running = false
  /** Something changed during a run. */
  private again = false
  private settingsChanged = false
  /** Modules that changed and that only a new start loads anew. */
  private readonly keptChanged = new Set<string>()
  private settings: SettingsFiles
  private readonly own: Set<string>
  private readonly named: Set<string>
  private readonly watchers = new Map<string, FSWatcher | undefined>()
  private fail: (error: unknown) => void = () => undefined

  constructor(
    private readonly check: WatchedCheck,
    private readonly locale: Locale,
    private readonly console: Console
  ) {
    const resolve = (file: string): string => path.resolve(console.cwd, file)
    this.settings = check.listSettings()
    this.own = new Set(check.written.map(resolve))
    this.named = new Set(check.paths.map(resolve))
  }

  untilInterrupted(): Promise<number> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(this.timer)
        for (const watcher of this.watchers.values()) watcher?.close()
        forget?.()
      }
      const forget = this.console.onInterrupt?.(() => {
        stop()
        resolve(this.status)
      })
      this.fail = (error) => {
        stop()
        reject(error instanceof Error ? error : new Error(String(error)))
      }
      this.watchInputs()
      this.watchSettings()
      this.start()
    })
  }

  private start(): void {
    void this.run().catch(this.fail)
  }

  private async run(): Promise<void> {
    if (this.running) {
      this.again = true
      return
    }
    this.running = true
    do {
      this.again = false
      await this.runOnce()
    } while (this.again)
    this.running = false
  }

  private async runOnce(): Promise<void> {
    const {check, console, locale} = this
    if (console.interactive) console.writeError('\u001b[2J\u001b[3J\u001b[H')
    for (const file of this.keptChanged) console.writeError(askToStartAgain(file, locale, console.cwd))
    try {
      if (this.settingsChanged) await this.renewSettings()
      this.status = await check.runOnce()
    } catch (error) {
      // What is wrong now may be right after the next change.
      if (!isUsageError(error)) throw error
      console.writeError(`✗ ${say(error.text, locale)}\n`)
      this.status = 2
    }
    console.writeError(
      say({zh: '等待改动，按 Ctrl+C 结束 …\n', en: 'waiting for changes, Ctrl+C ends …\n'}, locale)
    )
  }

  private async renewSettings(): Promise<void> {
    this.settingsChanged = false
    try {
      await this.check.renew()
    } catch (error) {
      this.settingsChanged = true
      throw error
    }
    this.settings = this.check.listSettings()
    this.watchSettings()
  }

  private watchInputs(): void {
    for (const {folder, recursive} of foldersOf(this.check.paths, this.console.cwd))
      this.watchers.set(
        folder,
        watchFolder(folder, recursive, (file) => this.notice(file))
      )
  }

  private watchSettings(): void {
    for (const folder of new Set([...this.settings.all].map((file) => path.dirname(file)))) {
      if (this.watchers.has(folder)) continue
      this.watchers.set(
        folder,
        watchFolder(folder, false, (file) => {
          if (this.isSetting(file)) this.notice(file)
        })
      )
    }
  }

  /** Takes note of a change and runs shortly after, when it matters. */
  private notice(file: string): void {
    // The check would run for ever if its own reports set it off.
    if (this.own.has(file)) return
    if (this.isSetting(file)) this.settingsChanged = true
    else if (!this.named.has(file) && !mayMatter(file)) return
    if (this.settings.kept.has(file)) this.keptChanged.add(file)
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.start(), quiet)
  }

  /** When the configuration could not be loaded, any module may be the one that it names and that is mended now. */
  private isSetting(file: string): boolean {
    return this.settings.all.has(file) || (this.settingsChanged && /\.(?:[cm]?[jt]s|json)$/.test(file))
  }
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

/** Whether a change of this file may change the result: a workbook, or perhaps a folder. */
function mayMatter(file: string): boolean {
  // Lock files and temporary files come and go while a workbook is open.
  if (/^(?:~\$|\.)/.test(path.basename(file))) return false
  const ending = path.extname(file).slice(1).toLowerCase()
  return ending === '' || workbookEndings.includes(ending)
}
