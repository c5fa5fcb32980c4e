import * as system from 'node:fs/promises'
import path from 'node:path'
import {loadCrypto} from '../late-modules.js'

/** The part of the file system that writing needs; tests give one that fails. */
export type FileSystem = Pick<
  typeof system,
  'open' | 'rename' | 'rm' | 'chmod' | 'chown' | 'link' | 'copyFile' | 'realpath' | 'stat' | 'access'
>

export interface PutOptions {
  files?: FileSystem
  /** Permissions and owner that the new file takes over. */
  like?: {mode: number; uid: number; gid: number}
  /** Runs when all is written, just before the new file takes its place. */
  beforeRename?: () => Promise<void>
}

/**
 * Writes a file as a whole or not at all: into a temporary file of the same folder, onto the disk, then under its name.
 * Whoever looks sees the old file or the new one, never a part, whenever the machine stops. Throws the system's error
 * and removes the temporary file.
 */
export async function putFile(target: string, bytes: Uint8Array, options: PutOptions = {}): Promise<void> {
  const {files = system, like, beforeRename} = options
  const folder = path.dirname(target)
  const temporary = path.join(
    folder,
    `.${path.basename(target)}.${loadCrypto().randomBytes(6).toString('hex')}.tmp`
  )
  try {
    const handle = await files.open(temporary, 'wx', like ? like.mode & 0o777 : 0o666)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (like) {
      // Another owner can be kept by the system's administrator only.
      await files.chown(temporary, like.uid, like.gid).catch(() => undefined)
      // The mask of the process may have taken rights away when the file was opened.
      await files.chmod(temporary, like.mode & 0o7777)
    }
    await beforeRename?.()
    await files.rename(temporary, target)
  } catch (error) {
    await files.rm(temporary, {force: true}).catch(() => undefined)
    throw error
  }
  await syncFolder(folder, files)
}

/** Some systems cannot sync a folder; the file itself is on the disk by now. */
async function syncFolder(folder: string, files: FileSystem): Promise<void> {
  const handle = await files.open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
