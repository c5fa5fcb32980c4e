import {existsSync} from 'node:fs'
import nodeModule from 'node:module'
import path from 'node:path'
import {followImports} from './follow-imports.js'
import {configurationNames, type LoadedConfiguration} from './load-configuration.js'

/** Absolute paths of the files that decide how workbooks are checked. */
export interface SettingsFiles {
  /** All of them, also where a configuration would be found if there were one. */
  all: Set<string>
  /** Modules imported by others; Node loads them once and keeps them. */
  kept: Set<string>
}

/** Lists the configuration, its plugins, and what they import by relative paths. */
export function listSettingsFiles(
  {configuration, file, base}: LoadedConfiguration,
  cwd: string,
  none: boolean
): SettingsFiles {
  const files: SettingsFiles = {all: new Set(), kept: new Set()}
  if (none) return files
  for (const name of configurationNames) files.all.add(path.resolve(cwd, name))
  const modules = [file, ...(configuration.plugins ?? []).map((plugin) => path.resolve(base, plugin))]
  const {cache} = nodeModule.createRequire(path.join(base, 'configuration'))
  for (const module of modules) {
    if (module === undefined || !existsSync(module)) continue
    const [own = module, ...imported] = followImports(module).sources.keys()
    files.all.add(own)
    for (const each of imported) {
      files.all.add(each)
      // What came by `require` can be loaded anew.
      if (!(each in cache)) files.kept.add(each)
    }
  }
  return files
}
