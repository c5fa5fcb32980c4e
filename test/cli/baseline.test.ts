import assert from 'node:assert/strict'
import {readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {sheet} from '../../shared/workbook/sheet-literal.js'
import {Desk} from './run-command.js'

const before = sheet`
  2024年法律服务经费绩效目标表
  序号 | 一级指标 | 二级指标 | 三级指标 | 指标值
  1 | 产出指标 | 数量指标 | 法律咨询件数 | ≥80%
  2 | ^ | ^ | 普法宣传次数 | ≥90%
`
/** A right row above, and the two wrong rows in another order with other numbers. */
const moved = sheet`
  2024年法律服务经费绩效目标表
  序号 | 一级指标 | 二级指标 | 三级指标 | 指标值
  1 | 产出指标 | 数量指标 | 法律援助件数 | ≥60件
  2 | ^ | ^ | 普法宣传次数 | ≥90%
  3 | ^ | ^ | 法律咨询件数 | ≥80%
`
const another = sheet`
  2024年法律服务经费绩效目标表
  序号 | 一级指标 | 二级指标 | 三级指标 | 指标值
  1 | 产出指标 | 数量指标 | 法律咨询件数 | ≥80%
  2 | ^ | ^ | 法律援助件数 | ≥80%
`
const twins = sheet`
  2024年法律服务经费绩效目标表
  一级指标 | 二级指标 | 三级指标 | 指标值
  产出指标 | 数量指标 | 法律咨询件数 | ≥80%
  ^ | ^ | 法律咨询件数 | ≥80%
`
const once = sheet`
  2024年法律服务经费绩效目标表
  一级指标 | 二级指标 | 三级指标 | 指标值
  产出指标 | 数量指标 | 法律咨询件数 | ≥80%
`

interface Entries {
  entries: {file: string; rule: string; text: string; count: number; reason: string; fingerprint: string}[]
}

describe('a baseline', () => {
  let desk: Desk
  beforeEach(() => (desk = new Desk()))
  afterEach(() => desk.clear())
  const only = ['--rule', 'count-as-percent', '--baseline', '基线.json']
  const read = (): Entries => JSON.parse(readFileSync(path.join(desk.folder, '基线.json'), 'utf8')) as Entries
  const edit = (change: (baseline: Entries) => void): void => {
    const baseline = read()
    change(baseline)
    writeFileSync(path.join(desk.folder, '基线.json'), JSON.stringify(baseline))
  }

  it('holds what is there: the next run counts none of it and gives status 0', async () => {
    desk.write('表.xlsx', before)
    const made = await desk.run('表.xlsx', ...only, '--update-baseline')
    assert.equal(made.status, 0)
    assert.match(made.err, /基线已写入 基线\.json：共 2 条，新增 2 条，删去 0 条/)
    const {status, out} = await desk.run('表.xlsx', ...only)
    assert.equal(status, 0)
    assert.match(out, /没有发现问题[^]*2 个已忽略/)
    assert.deepEqual(
      read().entries.map(({file, rule, text, count, reason}) => ({file, rule, text, count, reason})),
      ['≥80%', '≥90%'].map((text) => ({
        file: '表.xlsx',
        rule: 'count-as-percent',
        text,
        count: 1,
        reason: '建立基线时已有'
      }))
    )
  })

  it('knows its findings again when rows come in between and change places', async () => {
    desk.write('表.xlsx', before)
    await desk.run('表.xlsx', ...only, '--update-baseline')
    desk.write('表.xlsx', moved)
    const {status, out, err} = await desk.run('表.xlsx', ...only)
    assert.equal(status, 0, out)
    assert.doesNotMatch(err, /不再出现/)
  })

  it('knows them in the other language, and when the file was renamed or moved', async () => {
    desk.write('表.xlsx', before)
    await desk.run('表.xlsx', '--baseline', '基线.json', '--update-baseline')
    assert.match((await desk.run('表.xlsx', '--baseline', '基线.json', '--locale', 'en')).out, /no problems/)
    desk.write('新/占位.txt', '')
    renameSync(path.join(desk.folder, '表.xlsx'), path.join(desk.folder, '新/终稿.xlsx'))
    const {status, err} = await desk.run('新', '--baseline', '基线.json')
    assert.equal(status, 0)
    assert.doesNotMatch(err, /不再出现/)
  })

  it('lets a new finding with the same text in another row through', async () => {
    desk.write('表.xlsx', before)
    await desk.run('表.xlsx', ...only, '--update-baseline')
    desk.write('表.xlsx', another)
    const {status, out, err} = await desk.run('表.xlsx', ...only)
    assert.equal(status, 1)
    assert.match(out, /E4 .*≥80%/)
    assert.doesNotMatch(out, /E3 /)
    assert.match(err, /有 1 条问题已不再出现[^]*count-as-percent {2}≥90%/)
  })

  it('counts like findings: one more of them is new', async () => {
    desk.write('表.xlsx', once)
    await desk.run('表.xlsx', ...only, '--update-baseline')
    desk.write('表.xlsx', twins)
    assert.match((await desk.run('表.xlsx', ...only)).out, /1 个错误[^]*1 个已忽略/)
    await desk.run('表.xlsx', ...only, '--update-baseline')
    assert.deepEqual(
      read().entries.map(({count}) => count),
      [2]
    )
    desk.write('表.xlsx', once)
    const {status, err} = await desk.run('表.xlsx', ...only)
    assert.equal(status, 0)
    assert.match(err, /有 1 条问题已不再出现/)
  })

  it('keeps the reasons that people wrote, and gives new entries the reason of the command line', async () => {
    desk.write('表.xlsx', once)
    await desk.run('表.xlsx', ...only, '--update-baseline')
    edit(({entries}) => {
      for (const entry of entries) entry.reason = '按上级口径填报'
    })
    desk.write('表.xlsx', before)
    desk.write('另.xlsx', once)
    await desk.run('.', ...only, '--update-baseline', '--reason', '2024年底前改')
    assert.deepEqual(
      read().entries.map(({file, text, reason}) => [file, text, reason]),
      [
        ['另.xlsx', '≥80%', '2024年底前改'],
        ['表.xlsx', '≥80%', '按上级口径填报'],
        ['表.xlsx', '≥90%', '2024年底前改']
      ]
    )
    desk.write('表.xlsx', once)
    const json = await desk.run('表.xlsx', ...only, '--format', 'json')
    assert.match(json.out, /"baseline": \{\s*"file": "基线\.json",\s*"suppressed": 1/)
  })

  it('is the same text however often it is written, and in the same order', async () => {
    desk.write('乙.xlsx', before)
    desk.write('甲.xlsx', before)
    await desk.run('乙.xlsx', '甲.xlsx', ...only, '--update-baseline')
    const text = readFileSync(path.join(desk.folder, '基线.json'), 'utf8')
    await desk.run('甲.xlsx', '乙.xlsx', ...only, '--update-baseline')
    assert.equal(readFileSync(path.join(desk.folder, '基线.json'), 'utf8'), text)
  })

  it('keeps what a run did not check: other files, other rules, files that cannot be read', async () => {
    desk.write('甲.xlsx', before)
    desk.write('乙.xlsx', before)
    desk.write('丙.xlsx', before)
    await desk.run('.', '--baseline', '基线.json', '--update-baseline')
    const whole = read().entries.length
    desk.write('丙.xlsx', 'PK\u0003\u0004 cut off')
    const {err} = await desk.run('甲.xlsx', '丙.xlsx', ...only, '--update-baseline')
    assert.match(err, /新增 0 条，删去 0 条/)
    assert.equal(read().entries.length, whole)
  })

  it('drops what is gone, and the files that are gone', async () => {
    desk.write('甲.xlsx', before)
    desk.write('乙.xlsx', before)
    await desk.run('.', ...only, '--update-baseline')
    rmSync(path.join(desk.folder, '乙.xlsx'))
    desk.write('甲.xlsx', once)
    const {err} = await desk.run('.', ...only, '--update-baseline')
    assert.match(err, /共 1 条，新增 \d 条，删去 \d 条/)
    assert.deepEqual(
      read().entries.map(({file}) => file),
      ['甲.xlsx']
    )
  })

  it('must be there, and be a baseline; nothing else is overwritten', async () => {
    desk.write('表.xlsx', before)
    const missing = await desk.run('表.xlsx', ...only)
    assert.equal(missing.status, 2)
    assert.match(missing.err, /--update-baseline 生成/)
    desk.write('基线.json', '{"a": 1}')
    for (const flags of [[], ['--update-baseline']]) {
      const {status, err} = await desk.run('表.xlsx', ...only, ...flags)
      assert.equal(status, 2)
      assert.match(err, /不是本工具写出的基线文件/)
    }
    assert.equal(readFileSync(path.join(desk.folder, '基线.json'), 'utf8'), '{"a": 1}')
    const noFile = await desk.run('表.xlsx', '--update-baseline')
    assert.equal(noFile.status, 2)
    assert.match(noFile.err, /要写明基线文件/)
  })

  it('leaves no temporary file behind', async () => {
    desk.write('表.xlsx', before)
    await desk.run('表.xlsx', ...only, '--update-baseline')
    assert.deepEqual(readdirSync(desk.folder).sort(), ['基线.json', '表.xlsx'].sort())
  })
})
