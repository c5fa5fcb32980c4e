import assert from 'node:assert/strict'
import {Desk} from './run-command.js'

describe('the help', () => {
  const desk = new Desk()
  after(() => desk.clear())
  const options = [
    '--baseline',
    '--update-baseline',
    '--reason',
    '--cache',
    '--watch',
    '--shard',
    '--timing',
    '--stdin-name'
  ]

  it('explains every way of living with findings, in both languages', async () => {
    const chinese = await desk.run('check', '--help')
    const english = await desk.run('check', '--help', '--locale', 'en')
    assert.deepEqual([chinese.status, english.status], [0, 0])
    for (const option of options) {
      const lines = [chinese.out, english.out].map((text) =>
        text.split('\n').find((line) => line.trim().startsWith(`${option} `))
      )
      assert.match(lines[0] ?? '', /[\u4e00-\u9fff]/, option)
      assert.match(lines[1] ?? '', / {2}[a-z]/, option)
      assert.doesNotMatch(lines[1] ?? '', /[\u4e00-\u9fff]/, option)
    }
  })

  it('knows the command that merges reports, and asks for them', async () => {
    assert.match((await desk.run('--help')).out, /merge .*合并多台机器的 JSON 报告/)
    assert.match((await desk.run('merge', '--help', '--locale', 'en')).out, /--format/)
    const {status, err} = await desk.run('merge')
    assert.equal(status, 2)
    assert.match(err, /缺少参数“reports”/)
  })
})
