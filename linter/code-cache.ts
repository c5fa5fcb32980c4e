import {mkdirSync, readFileSync, renameSync, statSync, writeFileSync} from 'node:fs'
import nodeModule from 'node:module'
import {homedir} from 'node:os'
import path from 'node:path'
import vm from 'node:vm'
import {crc32} from 'node:zlib'
import {bundleFolder} from './bundle-folder.js'
import {toolName, toolVersion} from './version.js'

/** What Node calls to compile a file that `require` has read; it gives what the file's own function gives. */
type Compile = (this: NodeModule, content: string, file: string) => unknown

/** Files of ours that were compiled anew, by the place where their code is to be kept. */
const fresh = new Map<string, {script: vm.Script; key: string}>()

/**
 * Keeps the compiled code of the built program from one run to the next: compiling is a sixth of the work of checking
 * one workbook. From Node 22.1 on, Node does it itself; for Node 20 the code of our own files, nothing else, lies in the
 * user's folder of caches. Node's `NODE_DISABLE_COMPILE_CACHE` turns both off.
 */
export function reuseCode(): void {
  const {NODE_DISABLE_COMPILE_CACHE: disabled, NODE_V8_COVERAGE: measured} = process.env
  if (bundleFolder === undefined || disabled || measured) return
  if (canKeepCode(nodeModule)) nodeModule.enableCompileCache()
  else reuseCodeIn(bundleFolder)
}

function canKeepCode(module: object): module is {enableCompileCache: () => void} {
  return 'enableCompileCache' in module
}

/** From now on, files that are required from a folder are compiled from what `keepCode` kept, if it is still right. */
export function reuseCodeIn(folder: string): void {
  const kept = findCacheFolder()
  if (kept === undefined) return
  const prototype = nodeModule.prototype as unknown as {_compile: Compile}
  const compile = prototype._compile
  prototype._compile = function (content, file) {
    return path.dirname(file) === folder ? run(this, content, file, kept) : compile.call(this, content, file)
  }
}

/**
 * Imports a module of the user's by its whole address, which the bundler must leave alone. It stands here because this
 * file is compiled by Node itself: code from the cache cannot import.
 */
export function importAddress(address: string): Promise<unknown> {
  return import(/* webpackIgnore: true */ address)
}

/** Keeps the code compiled in this run, functions that were called among it, for the next. */
export function keepCode(): void {
  for (const [place, {script, key}] of fresh) {
    try {
      mkdirSync(path.dirname(place), {recursive: true, mode: 0o700})
      const aside = `${place}.${process.pid}`
      writeFileSync(aside, pack(key, script.createCachedData()), {mode: 0o600})
      renameSync(aside, place)
    } catch {
      // A full disk or a home that cannot be written to: the next run compiles again.
    }
  }
  fresh.clear()
}

function run(module: NodeModule, content: string, file: string, kept: string): unknown {
  const place = placeOf(file, kept)
  const key = keyOf(file)
  const cachedData = readCode(place, key)
  const script = new vm.Script(nodeModule.wrap(content.replace(/^#!.*/, '')), {
    filename: file,
    ...(cachedData && {cachedData})
  })
  if (!cachedData || script.cachedDataRejected) fresh.set(place, {script, key})
  const load = script.runInThisContext() as (...given: unknown[]) => unknown
  const exports: unknown = module.exports
  return load.call(exports, exports, nodeModule.createRequire(file), module, file, path.dirname(file))
}

/** What the code holds for: this version of the file, of Node and of the processor. */
function keyOf(file: string): string {
  const {size, mtimeMs} = statSync(file)
  return `${toolVersion} ${size} ${mtimeMs} ${process.version} ${process.arch}`
}

/** A key, a sum of the code, and the code. */
function pack(key: string, code: Buffer): Buffer {
  const head = Buffer.from(`${key} ${crc32(code)}\n`)
  return Buffer.concat([head, code])
}

/** The code kept in a place, if it is whole, for this key, and nobody else's. */
function readCode(place: string, key: string): Buffer | undefined {
  try {
    if (process.getuid && statSync(place).uid !== process.getuid()) return undefined
    const bytes = readFileSync(place)
    const end = bytes.indexOf('\n') + 1
    const code = bytes.subarray(end)
    return bytes.toString('latin1', 0, end) === `${key} ${crc32(code)}\n` ? code : undefined
  } catch {
    return undefined
  }
}

/** Where the code of a file is kept; several installations do not get in each other's way. */
function placeOf(file: string, kept: string): string {
  const installation = crc32(path.dirname(file)).toString(16)
  return path.join(kept, toolName, `${installation}-${path.basename(file)}`)
}

/** The folder where programs of this system keep what they can make again; a user without a name or home has none. */
function findCacheFolder(): string | undefined {
  const {platform, env} = process
  const named = platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_CACHE_HOME']
  if (named && path.isAbsolute(named)) return named
  try {
    const usual = {win32: 'AppData/Local', darwin: 'Library/Caches'}[platform as string] ?? '.cache'
    return path.join(homedir(), usual)
  } catch {
    return undefined
  }
}
