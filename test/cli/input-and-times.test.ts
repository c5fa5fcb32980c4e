import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {showProgress} from '../../linter/commands/progress.js'
import {measureWidth} from '../../linter/format/terminal-text.js'
import {splitMessage} from '../../linter/format/split-message.js'
import type {Finding} from '../../shared/lint/finding.js'
import {sheet} from '../../shared/workbook/sheet-literal.js'
import {Desk} from './run-command.js'

const dated = sheet`
  法律服务经费绩效目标表
  一级指标 | 二级指标 | 三级指标 | 指标值
  产出指标 | 时效指标 | 全部工作完成时间 | 2023年12月底前
`

describe('the standard input', () => {
  let desk: Desk
  beforeEach(() => {
    desk = new Desk()
    desk.write('表.xlsx', dated)
    const bytes = readFileSync(path.join(desk.folder, '表.xlsx'))
    desk.extras = {readInput: () => Promise.resolve(bytes)}
  })
  afterEach(() => desk.clear())

  it('is checked under the name given, which may say the year', async () => {
    assert.match((await desk.run('--stdin')).out, /没有发现问题/)
    const {status, out} = await desk.run('--stdin', '--stdin-name', '申报/2024年绩效目标表.xlsx')
    assert.equal(status, 1)
    assert.match(out, /申报\/2024年绩效目标表\.xlsx[^]*wrong-year/)
  })

  it('gives a status of 2 when it is no workbook', async () => {
    desk.extras = {readInput: () => Promise.resolve(new Uint8Array())}
    const {status, out} = await desk.run('--stdin')
    assert.equal(status, 2)
    assert.match(out, /空的（0 字节）/)
  })

  it('does not go together with paths, watching or shards', async () => {
    for (const flags of [['表.xlsx'], ['--watch'], ['--shard', '1/2']])
      assert.match((await desk.run('--stdin', ...flags)).err, /--stdin 不能与/)
    assert.match((await desk.run('表.xlsx', '--stdin-name', '甲.xlsx')).err, /要与 --stdin 一起用/)
    assert.match((await desk.run('--stdin', '表.xlsx', '--locale', 'en')).err, /cannot be used together/)
  })

  it('is not what is read when nothing is named: then the usage is explained', async () => {
    const {status, err} = await desk.run('check')
    assert.equal(status, 2)
    assert.match(err, /请给出要检查的文件/)
  })

  it('is never overwritten by a report', async () => {
    const {status} = await desk.run('--stdin', '--stdin-name', '表.xlsx', '--output', '表.xlsx')
    assert.equal(status, 2)
  })
})

describe('times', () => {
  let desk: Desk
  beforeEach(() => (desk = new Desk()))
  afterEach(() => desk.clear())

  it('are listed by stage and rule on the error stream, and summed up in the JSON report', async () => {
    desk.write('表.xlsx', dated)
    const {out, err} = await desk.run('表.xlsx', '--timing', '--format', 'json')
    for (const piece of ['读取文件', '识别表格', '运行规则', '其他']) assert.ok(err.includes(piece), piece)
    const {timing} = JSON.parse(out) as {timing: {rules: number; byRule: Record<string, number>}}
    const sum = Object.values(timing.byRule).reduce((total, time) => total + time, 0)
    assert.ok(timing.byRule['wrong-year'] !== undefined)
    assert.ok(sum > 0 && sum <= timing.rules)
    assert.match((await desk.run('表.xlsx', '--timing', '--locale', 'en')).err, /Time by rule/)
  })

  it('change no finding, and are not kept in a cache', async () => {
    desk.write('表.xlsx', dated)
    const flags = ['表.xlsx', '--year', '2024', '--format', 'csv', '--cache=缓存']
    const timed = await desk.run(...flags, '--timing')
    assert.equal(timed.out, (await desk.run(...flags)).out)
    assert.ok(!readFileSync(path.join(desk.folder, '缓存'), 'utf8').includes('byRule'))
  })
})

describe('progress', () => {
  const show = (times: number[], count: number, locale: 'zh-CN' | 'en' = 'zh-CN'): string[] => {
    const lines: string[] = []
    let time = 0
    const onDone = showProgress(
      {width: 60, writeError: (text) => void lines.push(text.replace('\r\u001b[K', ''))},
      locale,
      () => time
    )
    for (const [index, at] of times.entries()) {
      time = at
      onDone(`材料/第${index + 1}号${'长'.repeat(40)}.xlsx`, index + 1, count)
    }
    return lines
  }

  it('shows how many files are done and how long the rest will take, within the width of the terminal', () => {
    const lines = show([500, 2000, 4000], 12)
    assert.match(lines[0] ?? '', /^已检查 1\/12 {2}第1号/)
    assert.match(lines[1] ?? '', /^已检查 2\/12 {2}还需约 10 秒/)
    assert.match(lines[2] ?? '', /^已检查 3\/12 {2}还需约 12 秒/)
    for (const line of lines) assert.ok(measureWidth(line) < 60)
    assert.match(show([60_000], 11)[0] ?? '', /还需约 10 分钟/)
    assert.match(show([2000], 3, 'en')[0] ?? '', /^checked 1\/3 {2}about 4 s left/)
  })

  it('is not drawn for each of many small files', () => {
    assert.equal(show([100, 101, 102, 103, 200, 201], 6).length, 3)
  })

  it('counts the files of all threads', async () => {
    const desk = new Desk()
    desk.extras = {interactive: true}
    for (let index = 0; index < 9; index++) desk.write(`${index}.xlsx`, dated)
    const {err} = await desk.run('.', '--jobs', '2')
    assert.match(err, /已检查 9\/9/)
    desk.clear()
  }).timeout(30_000)
})

describe('a message in two columns', () => {
  const split = (message: string, more: Partial<Finding> = {}, locale: 'zh-CN' | 'en' = 'zh-CN') => {
    const {problem, advice} = splitMessage({message, ...more} as Finding, locale)
    return [problem, advice]
  }

  it('is cut before what is to be done', () => {
    assert.deepEqual(split('“办结率”没有百分号。请写成“≥95%”。'), ['“办结率”没有百分号。', '请写成“≥95%”。'])
    assert.deepEqual(split('“培训成本”没有比较符号。成本是控制上限，建议写成“≤3万元”。'), [
      '“培训成本”没有比较符号。',
      '成本是控制上限，建议写成“≤3万元”。'
    ])
    assert.deepEqual(
      split('"办结率" has no percent sign. Write "≥95 %", e.g. as above. Then check it.', {}, 'en'),
      ['"办结率" has no percent sign.', 'Write "≥95 %", e.g. as above. Then check it.']
    )
  })

  it('is not cut inside a quoted cell, even one that was cut off itself', () => {
    assert.deepEqual(split('“请完成申报。请核对”还是表样文字。请删去。'), [
      '“请完成申报。请核对”还是表样文字。',
      '请删去。'
    ])
    assert.deepEqual(split('“说明：写“目标（200字…”没有填写内容。请按说明填写。'), [
      '“说明：写“目标（200字…”没有填写内容。',
      '请按说明填写。'
    ])
  })

  it('takes the right text from the finding where the message says only what is wrong', () => {
    assert.deepEqual(split('文号的年份应当用六角括号。', {expected: ['清财〔2024〕3号']}), [
      '文号的年份应当用六角括号。',
      '可写作：清财〔2024〕3号'
    ])
    assert.deepEqual(split('这张表的完成值全部空着。')[1], '请核对。')
  })
})
