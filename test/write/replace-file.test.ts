import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import * as system from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import type {FileSystem} from '../../linter/write/put-file.js'
import {replaceFile, type FileStamp} from '../../linter/write/replace-file.js'
import {WriteError, type WriteErrorCode} from '../../linter/write/write-error.js'

const old = '原来的内容'
const content = new TextEncoder().encode('新的内容')

describe('replacing a file', () => {
  let folder: string
  let file: string
  const stamp = (): FileStamp => statSync(file)
  const names = (): string[] => readdirSync(folder).sort()
  const failsWith = (code: WriteErrorCode) => (error: unknown) =>
    error instanceof WriteError &&
    error.code === code &&
    error.text.zh.length > 10 &&
    error.text.en.length > 10

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'jixiao-put-')))
    file = path.join(folder, '目标表.xlsx')
    writeFileSync(file, old)
  })
  afterEach(() => rmSync(folder, {recursive: true, force: true}))

  it('keeps permissions and a backup, and never overwrites an older backup', async () => {
    chmodSync(file, 0o640)
    const first = await replaceFile(file, content, {backup: true, readAt: stamp()})
    assert.equal(first, `${file}.bak`)
    assert.equal(statSync(file).mode & 0o777, 0o640)
    assert.equal(readFileSync(file, 'utf8'), '新的内容')
    const second = await replaceFile(file, new TextEncoder().encode('更新'), {backup: true, readAt: stamp()})
    assert.equal(second, `${file}.bak2`)
    assert.equal(readFileSync(`${file}.bak`, 'utf8'), old)
    assert.equal(readFileSync(`${file}.bak2`, 'utf8'), '新的内容')
    assert.equal(await replaceFile(file, content, {backup: false, readAt: stamp()}), undefined)
    assert.deepEqual(names(), ['目标表.xlsx', '目标表.xlsx.bak', '目标表.xlsx.bak2'])
  })

  it('copies for the backup where a file cannot have two names', async () => {
    const files: FileSystem = {
      ...system,
      link: () => Promise.reject(Object.assign(new Error('no links here'), {code: 'ENOTSUP'}))
    }
    await replaceFile(file, content, {backup: true, readAt: stamp(), files})
    assert.equal(readFileSync(`${file}.bak`, 'utf8'), old)
    assert.equal(readFileSync(file, 'utf8'), '新的内容')
  })

  it('replaces what a symbolic link leads to, and the link stays', async () => {
    const link = path.join(folder, '快捷.xlsx')
    symlinkSync(file, link)
    assert.equal(await replaceFile(link, content, {backup: true, readAt: stamp()}), `${file}.bak`)
    assert.ok(lstatSync(link).isSymbolicLink())
    assert.equal(readFileSync(file, 'utf8'), '新的内容')
  })

  it('leaves a read-only file, one that is open in a program, and one changed since it was read', async () => {
    const readAt = stamp()
    chmodSync(file, 0o444)
    await assert.rejects(replaceFile(file, content, {backup: true, readAt}), failsWith('read-only'))
    chmodSync(file, 0o644)
    for (const lock of ['~$目标表.xlsx', '.~lock.目标表.xlsx#']) {
      writeFileSync(path.join(folder, lock), '')
      await assert.rejects(replaceFile(file, content, {backup: true, readAt}), failsWith('in-use'))
      rmSync(path.join(folder, lock))
    }
    utimesSync(file, new Date(), new Date(Date.now() + 5000))
    await assert.rejects(replaceFile(file, content, {backup: true, readAt}), failsWith('changed-meanwhile'))
    assert.equal(readFileSync(file, 'utf8'), old)
    assert.deepEqual(names(), ['目标表.xlsx'])
  })

  it('leaves everything as it was when the disk is full, at whatever step', async () => {
    const full = (): never => {
      throw Object.assign(new Error('no space left on device'), {code: 'ENOSPC'})
    }
    const brokenWrite: FileSystem = {
      ...system,
      open: async (...args: Parameters<typeof system.open>) => {
        const handle = await system.open(...args)
        handle.writeFile = async (data) => {
          await handle.write((data as Uint8Array).subarray(0, 3))
          full()
        }
        return handle
      }
    }
    const brokenSync: FileSystem = {
      ...system,
      open: async (...args: Parameters<typeof system.open>) => {
        const handle = await system.open(...args)
        handle.sync = () => Promise.reject(Object.assign(new Error('quota'), {code: 'EDQUOT'}))
        return handle
      }
    }
    const brokenRename: FileSystem = {...system, rename: () => Promise.resolve().then(full)}
    const brokenBackup: FileSystem = {
      ...system,
      link: () => Promise.reject(Object.assign(new Error('no links'), {code: 'ENOTSUP'})),
      copyFile: () => Promise.resolve().then(full)
    }
    for (const files of [brokenWrite, brokenSync, brokenRename, brokenBackup]) {
      await assert.rejects(
        replaceFile(file, content, {backup: true, readAt: stamp(), files}),
        failsWith('disk-full')
      )
      assert.equal(readFileSync(file, 'utf8'), old)
      assert.deepEqual(names(), ['目标表.xlsx'])
    }
  })

  it('says what is wrong when the folder cannot be written to', async () => {
    for (const [code, expected] of [
      ['EACCES', 'no-permission'],
      ['EROFS', 'read-only'],
      ['EBUSY', 'in-use'],
      ['EIO', 'write-failed']
    ] as const) {
      const files: FileSystem = {
        ...system,
        open: () => Promise.reject(Object.assign(new Error(code), {code}))
      }
      await assert.rejects(
        replaceFile(file, content, {backup: true, readAt: stamp(), files}),
        failsWith(expected)
      )
    }
  })

  it('leaves the original whole when the program is killed in the middle of writing', () => {
    const module = pathToFileURL(path.resolve('linter/write/replace-file.ts')).href
    const script = `
      import * as system from 'node:fs/promises'
      import {statSync} from 'node:fs'
      import {replaceFile} from ${JSON.stringify(module)}
      const file = ${JSON.stringify(file)}
      const files = {...system, open: async (...args) => {
        const handle = await system.open(...args)
        handle.writeFile = async (data) => {
          await handle.write(data.subarray(0, 3))
          process.kill(process.pid, 'SIGKILL')
          await new Promise(() => setTimeout(() => {}, 10000))
        }
        return handle
      }}
      await replaceFile(file, new TextEncoder().encode('新的内容'), {backup: true, readAt: statSync(file), files})
    `
    const runner = path.join(folder, 'run.mts')
    writeFileSync(runner, script)
    const child = spawnSync(process.execPath, ['--import', 'tsx', runner], {timeout: 8000})
    assert.equal(child.signal, 'SIGKILL', child.stderr.toString())
    assert.equal(readFileSync(file, 'utf8'), old)
    const rest = names().filter((name) => name.endsWith('.tmp'))
    assert.equal(rest.length, 1, 'it was killed while it wrote')
    assert.ok(!names().includes('目标表.xlsx.bak'))
  })
})
