import assert from 'node:assert/strict'
import {measureWidth} from '../../linter/format/terminal-text.js'
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

  it('fits a terminal of 80 columns, names choices and keeps no English words in Chinese', async () => {
    for (const command of [[], ['check'], ['fix'], ['annotate'], ['merge'], ['inspect'], ['demo']]) {
      const {out} = await desk.run(...command, '--help')
      for (const line of out.split('\n')) assert.ok(measureWidth(line) <= 80, line)
      assert.doesNotMatch(out, /Usage|Options|choices|default|\[options\]/)
    }
    assert.match((await desk.run('check', '--help')).out, /--locale <locale> +消息语言：zh-CN、en\n/)
  })

  it('says below the commands what the exit status means, and that nothing is sent', async () => {
    assert.match((await desk.run('--help')).out, /退出状态：0 通过；1 有问题；2 [^]*不联网/)
    assert.match((await desk.run('--help', '--locale', 'en')).out, /Exit status: 0 passed[^]*nothing is sent/)
  })

  it('knows the command that merges reports, and asks for them', async () => {
    assert.match((await desk.run('--help')).out, /merge .*合并多台机器的 JSON 报告/)
    assert.match((await desk.run('merge', '--help', '--locale', 'en')).out, /--format/)
    const {status, err} = await desk.run('merge')
    assert.equal(status, 2)
    assert.match(err, /缺少参数“reports”/)
  })
})
