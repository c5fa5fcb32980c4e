import type {Bilingual} from '../../shared/lint/define-rule.js'

export type WriteErrorCode =
  'disk-full' | 'read-only' | 'no-folder' | 'no-permission' | 'in-use' | 'changed-meanwhile' | 'write-failed'

/** A file that could not be written; the file that was there is as it was. */
export class WriteError extends Error {
  override readonly name = 'WriteError'

  constructor(
    readonly code: WriteErrorCode,
    readonly text: Bilingual
  ) {
    super(text.en)
  }
}

/** What the system's error means for the user. */
export function toWriteError(error: unknown): WriteError {
  if (error instanceof WriteError) return error
  const {code, message} = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new WriteError('disk-full', {
        zh: '磁盘空间不足，没有写入，原文件没有变。请腾出空间后重试。',
        en: 'The disk is full; nothing was written and the file is as it was. Make room and try again.'
      })
    case 'EROFS':
      return new WriteError('read-only', {
        zh: '所在位置是只读的，没有写入。请用 --output 写到别的文件夹。',
        en: 'The place is read-only; nothing was written. Use --output to write to another folder.'
      })
    case 'ENOENT':
    case 'ENOTDIR':
      return new WriteError('no-folder', {
        zh: '没有这个文件夹，没有写入。请先建好文件夹，或换一个位置。',
        en: 'There is no such folder; nothing was written. Make the folder first, or choose another place.'
      })
    case 'EACCES':
    case 'EPERM':
      return new WriteError('no-permission', {
        zh: '没有写入权限，原文件没有变。请检查文件和文件夹的权限，或用 --output 写到别的文件夹。',
        en: 'No permission to write; the file is as it was. Check the permissions of file and folder, or use --output.'
      })
    case 'EBUSY':
    case 'ETXTBSY':
      return new WriteError('in-use', {
        zh: '文件正被其他程序占用，没有写入。请关闭后重试。',
        en: 'The file is in use by another program; nothing was written. Close it and try again.'
      })
    default:
      return new WriteError('write-failed', {
        zh: `写入失败，原文件没有变：${message}`,
        en: `Writing failed; the file is as it was: ${message}`
      })
  }
}
