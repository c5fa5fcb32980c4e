import {createHash, type Hash} from 'node:crypto'
import {readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {bundleFolder} from '../bundle-folder.js'
import {toolVersion} from '../version.js'
import type {CheckOptions} from './check-files.js'

/** Settings that a result depends on. */
export type HashedOptions = Pick<CheckOptions, 'cwd' | 'loaded' | 'locale' | 'chosen' | 'trustWorkbooks'>

/**
 * One text for everything beside a file's own content that its result depends on: program, configuration, settings,
 * plugins. `undefined` when a plugin cannot be told by its files, because what it imports is not known.
 */
export function hashConfiguration({
  cwd,
  loaded,
  locale,
  chosen,
  trustWorkbooks = true
}: HashedOptions): string | undefined {
  const {configuration, base} = loaded
  const hash = createHash('sha256')
  hash.update(
    JSON.stringify([
      toolVersion,
      configuration,
      path.relative(cwd, base),
      locale,
      chosen ?? [],
      trustWorkbooks
    ])
  )
  hashProgram(hash)
  for (const plugin of configuration.plugins ?? [])
    if (!hashModule(hash, path.resolve(base, plugin), base, new Set())) return undefined
  return hash.digest('hex').slice(0, 32)
}

/** The built program itself: another build of the same version may hold other rules. */
function hashProgram(hash: Hash): void {
  if (bundleFolder === undefined) return
  for (const name of readdirSync(bundleFolder).sort()) {
    const {size, mtimeMs} = statSync(path.join(bundleFolder, name))
    hash.update(`${name} ${size} ${mtimeMs}\n`)
  }
}

/** Adds a module and what it imports by relative paths; gives false when something cannot be followed. */
function hashModule(hash: Hash, file: string, base: string, seen: Set<string>): boolean {
  if (seen.has(file)) return true
  seen.add(file)
  let source: string
  try {
    source = readFileSync(file, 'utf8')
  } catch {
    return false
  }
  hash.update(`${path.relative(base, file)}\0${source}\0`)
  if (file.endsWith('.json')) return true
  // What is imported under a name made while the program runs is not known beforehand.
  if (/\b(?:import|require)\s*\(\s*(?!["'])/.test(source)) return false
  const imports = source.matchAll(/\b(?:from|import|require)\s*\(?\s*["']([^"']+)["']/g)
  for (const [, name = ''] of imports) {
    if (name.startsWith('node:')) continue
    if (!name.startsWith('.') || !hashModule(hash, path.resolve(path.dirname(file), name), base, seen))
      return false
  }
  return true
}
