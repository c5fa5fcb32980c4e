import assert from 'node:assert/strict'
import {checkFiles} from '../../linter/run/check-files.js'
import {checkInParallel, chooseJobs} from '../../linter/run/check-in-parallel.js'
import type {RunResult} from '../../linter/run/result.js'
import {sheet} from '../../shared/workbook/sheet-literal.js'
import {Desk} from './run-command.js'

const wrong = (index: number) => sheet`
  2024年法律服务经费绩效目标表
  一级指标 | 二级指标 | 三级指标 | 指标值
  产出指标 | 数量指标 | 第${index}类法律咨询件数 | ≥80%
`

describe('several threads', () => {
  let desk: Desk
  beforeEach(() => (desk = new Desk()))
  afterEach(() => desk.clear())
  const withoutTime = ({results, summary}: RunResult): unknown => ({
    results: results.map((result) => ({...result, stats: {...result.stats, milliseconds: 0}})),
    summary
  })

  it('give what one thread gives, in the same order, unreadable files included', async () => {
    const files = Array.from({length: 60}, (_, index) => `第${index}号.xlsx`)
    for (const [index, file] of files.entries()) desk.write(file, wrong(index))
    desk.write('坏.xlsx', 'PK\u0003\u0004 cut off')
    files.splice(5, 0, '坏.xlsx', '没有.xlsx')
    const options = {
      cwd: desk.folder,
      loaded: {configuration: {year: 2024}, base: desk.folder, pluginRules: []},
      locale: 'zh-CN' as const
    }
    const alone = checkFiles(files, options)
    // Starting a thread takes longer than checking all these files: this one waits until the other has taken its first.
    let last = -1
    let shared = false
    const onFile = (_: string, index: number): void => {
      shared ||= index > last + 1
      last = index
      if (!shared) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150)
    }
    const together = await checkInParallel(files, {...options, onFile}, 2)
    assert.equal(together.threads, 2)
    assert.equal(alone.summary.errors, 60)
    assert.equal(alone.summary.failed, 2)
    assert.deepEqual(withoutTime(together), withoutTime(alone))
  })

  it('are not started for a few small files', async () => {
    const files = Array.from({length: 12}, (_, index) => `${index}.xlsx`)
    for (const [index, file] of files.entries()) desk.write(file, wrong(index))
    assert.equal(await chooseJobs(files, desk.folder), 1)
  })
})
