import assert from 'node:assert/strict'
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {readdirSync} from 'node:fs'
import path from 'node:path'
import {sheet} from '../../shared/workbook/sheet-literal.js'
import {Desk} from './run-command.js'

const table = sheet`
  2024年法律服务经费绩效目标表
  一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值确定依据
  产出指标 | 数量指标 | 法律咨询件数 | ≥800件 | 清财预[2023]15号
`

describe('a pipe that its reader has closed (2>&1 | head)', () => {
  const desk = new Desk()
  after(() => desk.clear())

  it('does not keep copies from being written', async () => {
    for (let number = 1; number <= 5; number++) desk.write(`表/${number}.xlsx`, table)
    const child = spawn(
      process.execPath,
      [
        ...['--import', 'tsx', path.resolve('linter/jixiao-lint.ts')],
        ...['fix', path.join(desk.folder, '表'), '--output', path.join(desk.folder, '改好')]
      ],
      {stdio: ['ignore', 'pipe', 'pipe']}
    )
    child.stdout.destroy()
    child.stderr.destroy()
    const [status] = (await once(child, 'exit')) as [number | null]
    assert.equal(status, 0)
    assert.equal(readdirSync(path.join(desk.folder, '改好')).length, 5)
  }).timeout(30_000)
})
