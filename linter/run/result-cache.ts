import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {putFile} from '../write/put-file.js'
import {hashConfiguration, type HashedOptions} from './hash-configuration.js'
import type {FileResult} from './result.js'
import {loadCrypto} from '../late-modules.js'

/** A file that begins otherwise is none of ours and is never overwritten. */
const beginning = '{"cache":"jixiao-lint",'

interface Entry {
  content: string
  result: FileResult
}

/**
 * Results of earlier runs, kept in a file or, without one, as long as the program runs. A result is used again when the
 * workbook has the same bytes and program, configuration and settings are the same. What cannot be read is taken for
 * empty.
 */
export class ResultCache {
  readonly #entries: Map<string, Entry>
  /** Content of the files that were asked for. */
  readonly #contents = new Map<string, string>()
  #changed = false
  /** How many results were taken from it. */
  hits = 0

  constructor(
    private readonly cwd: string,
    private readonly store?: {file: string; settings: string; entries: Map<string, Entry>}
  ) {
    this.#entries = store?.entries ?? new Map<string, Entry>()
  }

  /**
   * Opens a cache file. Gives the reason when there can be none: `foreign` = the file is something else, `plugins` = a
   * plugin's code cannot be told by its files.
   */
  static open(file: string, options: HashedOptions): ResultCache | 'foreign' | 'plugins' {
    const settings = hashConfiguration(options)
    if (settings === undefined) return 'plugins'
    let text = ''
    try {
      text = readFileSync(file, 'utf8')
    } catch {
      // Not there yet.
    }
    if (text !== '' && !text.startsWith(beginning)) return 'foreign'
    return new ResultCache(options.cwd, {file, settings, entries: readEntries(text, settings)})
  }

  /** The kept result of a file, if it still holds; with excerpts when they are wanted. */
  take(file: string, wants: {excerpts?: boolean | undefined}): FileResult | undefined {
    const content = hashFile(path.resolve(this.cwd, file))
    if (content === undefined) return undefined
    this.#contents.set(file, content)
    const entry = this.#entries.get(file)
    if (entry?.content !== content || (wants.excerpts && !entry.result.excerpts)) return undefined
    this.hits++
    return withoutExcerpts(entry.result, wants.excerpts)
  }

  /** Keeps the result of a file that {@link take} did not know; failures and crashes are tried again. */
  keep(result: FileResult): void {
    const content = this.#contents.get(result.file)
    if (content === undefined || result.status === 'failed' || result.crashed) return
    // A file that was written while it was checked has a result that belongs to neither content for certain.
    if (hashFile(path.resolve(this.cwd, result.file)) !== content) return
    this.#entries.set(result.file, {content, result})
    this.#changed = true
  }

  /** Writes the file, whole or not at all; results of files that were not asked for stay while the files exist. */
  async save(): Promise<void> {
    if (!this.#changed || !this.store) return
    const {file, settings} = this.store
    const kept = [...this.#entries].filter(
      ([name]) => this.#contents.has(name) || existsSync(path.resolve(this.cwd, name))
    )
    const rest = JSON.stringify({settings, entries: Object.fromEntries(kept)}).slice(1)
    await putFile(file, new TextEncoder().encode(`${beginning}"sum":"${sumOf(rest)}",${rest}`))
  }
}

function withoutExcerpts(result: FileResult, wanted = false): FileResult {
  if (wanted || !result.excerpts) return result
  const {excerpts: _, ...rest} = result
  return rest
}

/** What a file of ours holds; a damaged one has another checksum. */
function readEntries(text: string, settings: string): Map<string, Entry> {
  const [head = '', sum] = /^.{0,40}"sum":"(\w+)",/.exec(text) ?? []
  if (sum === undefined || sumOf(text.slice(head.length)) !== sum) return new Map()
  try {
    const parsed = JSON.parse(text) as {settings: string; entries: Record<string, Entry>}
    return parsed.settings === settings ? new Map(Object.entries(parsed.entries)) : new Map<string, Entry>()
  } catch {
    return new Map()
  }
}

function sumOf(text: string): string {
  return loadCrypto().createHash('sha256').update(text).digest('hex').slice(0, 32)
}

function hashFile(file: string): string | undefined {
  try {
    return loadCrypto().createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 32)
  } catch {
    return undefined
  }
}
