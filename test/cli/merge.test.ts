import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {takeShard} from '../../linter/run/shard.js'
import {sheet} from '../../shared/workbook/sheet-literal.js'
import {Desk} from './run-command.js'

const wrong = (name: string) => sheet`
  2024年法律服务经费绩效目标表
  填报单位 | 清河市司法局
  一级指标 | 二级指标 | 三级指标 | 指标值
  产出指标 | 数量指标 | ${name} | ≥80%
`

describe('several machines', () => {
  let desk: Desk
  beforeEach(() => (desk = new Desk()))
  afterEach(() => desk.clear())

  it('divide the files among them: each file is checked once, whatever the order they are found in', () => {
    const names = fc.uniqueArray(fc.string({minLength: 1}), {maxLength: 40})
    fc.assert(
      fc.property(names, fc.integer({min: 1, max: 9}), (files, count) => {
        const parts = Array.from({length: count}, (_, index) => takeShard(files, {number: index + 1, count}))
        assert.deepEqual(parts.flat().sort(), [...files].sort())
        for (const part of parts) assert.ok(part.length <= Math.ceil(files.length / count))
        const reversed = takeShard([...files].reverse(), {number: 1, count})
        assert.deepEqual(reversed.sort(), [...(parts[0] ?? [])].sort())
      })
    )
  })

  it('say what --shard should look like', async () => {
    desk.write('表.xlsx', wrong('法律咨询件数'))
    for (const part of ['5/4', '0/4', '1', 'a/b']) {
      const {status, err} = await desk.run('表.xlsx', '--shard', part)
      assert.equal(status, 2)
      assert.match(err, /依次写 1\/4、2\/4/)
    }
  })

  it('give together what one machine gives', async () => {
    for (let index = 1; index <= 5; index++)
      desk.write(`材料/第${index}号.xlsx`, wrong(`第${index}类咨询件数`))
    desk.write('材料/坏.xlsx', 'PK\u0003\u0004 cut off')
    const whole = await desk.run('材料', '--format', 'csv')
    for (const part of ['1/3', '2/3', '3/3'])
      await desk.run('材料', '--shard', part, '--format', `json:报告${part[0]}.json`)
    const merged = await desk.run('merge', '报告2.json', '报告3.json', '报告1.json', '--format', 'csv')
    assert.equal(merged.status, whole.status)
    const lines = (text: string): string[] =>
      text
        .split('\r\n')
        .map((line) => line.replace(/^\d+,/, ''))
        .sort()
    assert.deepEqual(lines(merged.out), lines(whole.out))
    for (const format of ['stylish', 'json', 'html', 'sarif', 'markdown', 'junit', 'github']) {
      const {out, status} = await desk.run(
        'merge',
        '报告1.json',
        '报告2.json',
        '报告3.json',
        '--format',
        format
      )
      assert.equal(status, 2, format)
      assert.match(out, /第4号\.xlsx|%E7%AC%AC4%E5%8F%B7/, format)
    }
    const fingerprints = (text: string): string[] => text.match(/"fingerprint": "\w+"/g)?.sort() ?? []
    const json = await desk.run('merge', '报告1.json', '报告2.json', '报告3.json', '--format', 'json')
    assert.deepEqual(fingerprints(json.out), fingerprints((await desk.run('材料', '--format', 'json')).out))
  })

  it('count a file once that two of them checked, and say when they disagree', async () => {
    desk.write('表.xlsx', wrong('法律咨询件数'))
    await desk.run('表.xlsx', '--format', 'json:甲.json')
    const same = await desk.run('merge', '甲.json', '甲.json')
    assert.match(same.out, /检查了 1 个文件/)
    await desk.run('表.xlsx', '--format', 'json:乙.json', '--rule', 'wrong-year')
    const {out, err} = await desk.run('merge', '甲.json', '乙.json')
    assert.match(out, /检查了 2 个文件/)
    assert.match(err, /“表\.xlsx”在几份报告里的结果不同/)
  })

  it('keep what was suppressed, and the fail level', async () => {
    desk.write('表.xlsx', wrong('法律咨询件数'))
    await desk.run('表.xlsx', '--baseline', '基线.json', '--update-baseline')
    await desk.run('表.xlsx', '--baseline', '基线.json', '--format', 'json:甲.json')
    const {status, out} = await desk.run('merge', '甲.json')
    assert.equal(status, 0)
    assert.match(out, /个已忽略/)
    await desk.run('表.xlsx', '--rule', 'count-as-percent:warning', '--format', 'json:乙.json')
    assert.equal((await desk.run('merge', '乙.json')).status, 0)
    assert.equal((await desk.run('merge', '乙.json', '--fail-on', 'warning')).status, 1)
    assert.equal((await desk.run('merge', '乙.json', '--max-warnings', '0')).status, 1)
  })

  it('refuse what is no report, and never overwrite one', async () => {
    desk.write('别的.json', '{"version": 1}')
    desk.write('坏.json', '{')
    for (const file of ['别的.json', '坏.json']) {
      const {status, err} = await desk.run('merge', file)
      assert.equal(status, 2)
      assert.match(err, /不是本工具的 JSON 报告/)
      assert.match((await desk.run('merge', file, '--locale', 'en')).err, /no JSON report of this tool/)
    }
    assert.equal((await desk.run('merge', '没有.json')).status, 2)
    desk.write('表.xlsx', wrong('法律咨询件数'))
    await desk.run('表.xlsx', '--format', 'json:甲.json')
    const before = readFileSync(path.join(desk.folder, '甲.json'), 'utf8')
    assert.equal((await desk.run('merge', '甲.json', '--format', 'json', '--output', '甲.json')).status, 2)
    assert.equal(readFileSync(path.join(desk.folder, '甲.json'), 'utf8'), before)
  })
})
