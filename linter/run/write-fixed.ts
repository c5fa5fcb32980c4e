import {mkdir, readFile, stat} from 'node:fs/promises'
import path from 'node:path'
import {putFile} from '../write/put-file.js'
import {replaceFile} from '../write/replace-file.js'
import {toWriteError} from '../write/write-error.js'
import type {FixedFile} from './fix-file.js'

export interface WriteFixedOptions {
  cwd: string
  backup: boolean
  /** Where a copy goes; without it the file itself is replaced. */
  target?: string | undefined
}

/**
 * Writes the result of fixing a file: in its place, or as a copy, which is written even when nothing had to be fixed.
 * Gives what was written, `undefined` when there was nothing to write. Throws `WriteError`.
 */
export async function writeFixed(
  {file, bytes, readAt}: FixedFile,
  {cwd, backup, target}: WriteFixedOptions
): Promise<{file: string; backup?: string} | undefined> {
  const source = path.resolve(cwd, file)
  if (target !== undefined) {
    await writeCopy(target, bytes ?? (await readFile(source)), source)
    return {file: target}
  }
  if (!bytes || !readAt) return undefined
  const saved = await replaceFile(source, bytes, {backup, readAt})
  return {file: source, ...(saved !== undefined && {backup: saved})}
}

/** Writes a copy of a file with other content, with its permissions; folders that are missing are made. */
export async function writeCopy(target: string, bytes: Uint8Array, source: string): Promise<void> {
  try {
    await mkdir(path.dirname(target), {recursive: true})
    const {mode, uid, gid} = await stat(source)
    // A copy of a read-only file is there to be worked on.
    await putFile(target, bytes, {like: {mode: mode | 0o200, uid, gid}})
  } catch (error) {
    throw toWriteError(error)
  }
}
