import nodeModule from 'node:module'
import {pathToFileURL} from 'node:url'
import {importAddress} from '../code-cache.js'
import {loadCrypto} from '../late-modules.js'
import {followImports} from './follow-imports.js'
import {UsageError} from './usage-error.js'

/**
 * Imports a module of the user's: a configuration or a plugin; `fresh` = as it is now, though it may have been imported
 * before. Throws {@link UsageError}.
 */
export async function importModule(file: string, fresh = false): Promise<Record<string, unknown>> {
  try {
    const address = fresh ? freshAddress(file) : pathToFileURL(file).href
    return (await importAddress(address)) as Record<string, unknown>
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const isTypeScript = file.endsWith('.ts') && /extension|strip|syntax|Unexpected/i.test(reason)
    throw new UsageError(
      isTypeScript
        ? {
            zh: `这个版本的 Node.js（${process.versions.node}）不能直接读取 TypeScript 文件“${file}”。请改用 .js 或 .json，或使用 Node.js 22.18 以上。`,
            en: `This Node.js (${process.versions.node}) cannot import the TypeScript file "${file}". Use .js or .json, or Node.js 22.18 or later.`
          }
        : {zh: `“${file}”读取失败：${reason}`, en: `"${file}" cannot be loaded: ${reason}`}
    )
  }
}

/** Node keeps modules by address, so each content gets an address of its own. */
function freshAddress(file: string): string {
  const {sources} = followImports(file)
  const {cache} = nodeModule.createRequire(file)
  const hash = loadCrypto().createHash('sha256')
  for (const [name, source] of sources) {
    Reflect.deleteProperty(cache, name)
    hash.update(`${name}\0${source}\0`)
  }
  return `${pathToFileURL(file).href}?${hash.digest('hex').slice(0, 16)}`
}
