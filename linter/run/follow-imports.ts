import {readFileSync} from 'node:fs'
import path from 'node:path'

export interface FollowedModule {
  /** Text of the module and of all that it imports by relative paths, by absolute path; the module itself comes first. */
  sources: Map<string, string>
  /** Whether that is all: nothing was imported that cannot be followed, such as a package or a computed name. */
  complete: boolean
}

/** Reads a module of the user's with what it imports. Never throws: what cannot be read is left out. */
export function followImports(file: string): FollowedModule {
  const sources = new Map<string, string>()
  return {sources, complete: follow(path.resolve(file), sources)}
}

function follow(file: string, sources: Map<string, string>): boolean {
  if (sources.has(file)) return true
  let source: string
  try {
    source = readFileSync(file, 'utf8')
  } catch {
    return false
  }
  sources.set(file, source)
  if (file.endsWith('.json')) return true
  // What is imported under a name made while the program runs is not known beforehand.
  let complete = !/\b(?:import|require)\s*\(\s*(?!["'])/.test(source)
  for (const [, name = ''] of source.matchAll(/\b(?:from|import|require)\s*\(?\s*["']([^"']+)["']/g)) {
    if (name.startsWith('node:')) continue
    if (!name.startsWith('.') || !follow(path.resolve(path.dirname(file), name), sources)) complete = false
  }
  return complete
}
