import {constants} from 'node:fs'
import * as system from 'node:fs/promises'
import path from 'node:path'
import {putFile, type FileSystem} from './put-file.js'
import {toWriteError, WriteError} from './write-error.js'

/** What a file was when it was read, to see whether somebody else has written it since. */
export interface FileStamp {
  mtimeMs: number
  size: number
}

export interface ReplaceOptions {
  backup: boolean
  readAt: FileStamp
  files?: FileSystem
}

/**
 * Puts new content in the place of an existing file, whole or not at all; a symbolic link stays and its target is
 * replaced. Gives the path of the backup beside it, if one was wanted; an older backup is never overwritten. Throws
 * {@link WriteError}, and leaves the file as it was, when it is read-only, open in Excel or WPS, or changed since it was
 * read, and when anything goes wrong on the way.
 */
export async function replaceFile(
  file: string,
  bytes: Uint8Array,
  {backup, readAt, files = system}: ReplaceOptions
): Promise<string | undefined> {
  let saved: string | undefined
  try {
    const real = await files.realpath(file)
    const before = await files.stat(real)
    if ((before.mode & 0o222) === 0) {
      throw new WriteError('read-only', {
        zh: '文件是只读的，没有改。请先去掉只读属性，或用 --output 写出副本。',
        en: 'The file is read-only and was left as it is. Make it writable first, or use --output.'
      })
    }
    await files.access(real, constants.W_OK)
    await refuseOpen(real, files)
    const {mode, uid, gid} = before
    await putFile(real, bytes, {
      files,
      like: {mode, uid, gid},
      beforeRename: async () => {
        const now = await files.stat(real)
        if (now.mtimeMs !== readAt.mtimeMs || now.size !== readAt.size) {
          throw new WriteError('changed-meanwhile', {
            zh: '文件在检查之后又被改过，没有写入。请重新运行。',
            en: 'The file was changed after it had been read; nothing was written. Run the command again.'
          })
        }
        if (backup) saved = await backUp(real, files)
      }
    })
    return saved
  } catch (error) {
    // The original is still in its place, so a backup of it would only be litter.
    if (saved !== undefined) await files.rm(saved, {force: true}).catch(() => undefined)
    throw toWriteError(error)
  }
}

/** Excel and WPS put `~$name` beside a workbook that they have open, LibreOffice `.~lock.name#`. */
async function refuseOpen(real: string, files: FileSystem): Promise<void> {
  const name = path.basename(real)
  for (const lock of [`~$${name}`, `.~lock.${name}#`]) {
    const found = await files.stat(path.join(path.dirname(real), lock)).catch(() => undefined)
    if (!found) continue
    throw new WriteError('in-use', {
      zh: `文件正在 Excel、WPS 或 LibreOffice 中打开（旁边有“${lock}”），没有改。请关闭后重试；若程序已经退出，请删除“${lock}”。`,
      en: `The file is open in Excel, WPS or LibreOffice ("${lock}" is beside it) and was left as it is. Close it and try again; if the program has gone, delete "${lock}".`
    })
  }
}

/** Keeps the old content under a name of its own: `name.bak`, `name.bak2` … */
async function backUp(real: string, files: FileSystem): Promise<string> {
  for (let number = 1; ; number++) {
    const target = `${real}.bak${number === 1 ? '' : number}`
    try {
      // A second name for the old content costs no room and cannot be half written.
      await files.link(real, target)
      return target
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
    }
    try {
      await files.copyFile(real, target, constants.COPYFILE_EXCL)
      return target
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        await files.rm(target, {force: true}).catch(() => undefined)
        throw error
      }
    }
  }
}
