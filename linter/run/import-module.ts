import {pathToFileURL} from 'node:url'
import {UsageError} from './usage-error.js'

/** Imports a module of the user's: a configuration or a plugin. Throws {@link UsageError}. */
export async function importModule(file: string): Promise<Record<string, unknown>> {
  try {
    // The bundler must leave the address of a user's module alone.
    return (await import(/* webpackIgnore: true */ pathToFileURL(file).href)) as Record<string, unknown>
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
