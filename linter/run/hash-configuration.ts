import type {Hash} from 'node:crypto'
import {readdirSync, statSync} from 'node:fs'
import path from 'node:path'
import {bundleFolder} from '../bundle-folder.js'
import {toolVersion} from '../version.js'
import type {CheckOptions} from './check-files.js'
import {followImports} from './follow-imports.js'
import {loadCrypto} from '../late-modules.js'

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
  const hash = loadCrypto().createHash('sha256')
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
  for (const plugin of configuration.plugins ?? []) {
    const {sources, complete} = followImports(path.resolve(base, plugin))
    if (!complete) return undefined
    for (const [file, source] of sources) hash.update(`${path.relative(base, file)}\0${source}\0`)
  }
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
