import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

const source = new URL('../../linter/code-cache.ts', import.meta.url).href

describe('compiled code kept from run to run', () => {
  let folder: string
  let cache: string

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'jixiao-code-'))
    cache = path.join(folder, 'cache')
    writeProgram('一')
  })
  afterEach(() => rmSync(folder, {recursive: true, force: true}))

  it('is written after a run, used by the next, and changes nothing', () => {
    assert.equal(runProgram(), '一 other file')
    const kept = list().find(({name}) => name.endsWith('-program.cjs'))
    assert.equal(list().length, 2)
    backdate(kept)
    assert.equal(runProgram(), '一 other file')
    assert.equal(statSync(kept?.file ?? '').mtimeMs, 0, 'written again though it was right')
  })

  it('is made anew when the program has changed', () => {
    runProgram()
    writeProgram('二二')
    assert.equal(runProgram(), '二二 other file')
    assert.equal(list().length, 2)
  })

  it('is made anew when it is damaged', () => {
    runProgram()
    const kept = list().find(({name}) => name.endsWith('-program.cjs'))
    const bytes = readFileSync(kept?.file ?? '')
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 255
    writeFileSync(kept?.file ?? '', bytes)
    backdate(kept)
    assert.equal(runProgram(), '一 other file')
    assert.notEqual(statSync(kept?.file ?? '').mtimeMs, 0)
  })

  it('is not written beside the workbooks when the folder of caches is named without its whole path', () => {
    const before = readdirSync(process.cwd())
    assert.equal(runProgram({XDG_CACHE_HOME: 'relative', LOCALAPPDATA: 'relative'}), '一 other file')
    assert.deepEqual(readdirSync(process.cwd()), before)
  })

  it('is done without where nothing can be written', () => {
    writeFileSync(cache, 'a file, not a folder')
    assert.equal(runProgram(), '一 other file')
  })

  function writeProgram(word: string): void {
    writeFileSync(
      path.join(folder, 'program.cjs'),
      `#!/usr/bin/env node
      exports.say = () => ['${word}', require('./other.cjs'), __filename === module.filename && 'file'].join(' ')`
    )
    writeFileSync(path.join(folder, 'other.cjs'), `module.exports = 'other'`)
  }

  /** What the program says when it is run with the cache. */
  function runProgram(settings: NodeJS.ProcessEnv = {}): string {
    const script = `
      import {createRequire} from 'node:module'
      import {keepCode, reuseCodeIn} from ${JSON.stringify(source)}
      const folder = ${JSON.stringify(folder)}
      reuseCodeIn(folder)
      console.log(createRequire(folder + '/')('./program.cjs').say())
      keepCode()`
    const {stdout, stderr} = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          XDG_CACHE_HOME: cache,
          LOCALAPPDATA: cache,
          HOME: cache,
          NODE_V8_COVERAGE: '',
          ...settings
        }
      }
    )
    assert.equal(stderr, '')
    return stdout.trim()
  }

  interface Kept {
    name: string
    file: string
  }

  function list(): Kept[] {
    const found = readdirSync(cache, {recursive: true, encoding: 'utf8'}).map((name) =>
      path.join(cache, name)
    )
    return found.filter((file) => statSync(file).isFile()).map((file) => ({name: path.basename(file), file}))
  }

  function backdate(kept: Kept | undefined): void {
    utimesSync(kept?.file ?? '', 0, 0)
  }
})
