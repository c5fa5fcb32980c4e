import assert from 'node:assert/strict'
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {z} from 'zod'
import {measureWidth} from '../../linter/format/terminal-text.js'
import {sheet} from '../../shared/workbook/sheet-literal.js'
import {Desk} from './run-command.js'

const wrong = sheet`
  2024年法律服务经费绩效目标表
  一级指标 | 二级指标 | 三级指标 | 指标值
  产出指标 | 数量指标 | 法律咨询件数 | ≥80%
  ^ | 时效指标 | 全部工作完成时间 | 2023年12月底前
`
const right = sheet`
  2024年法律服务经费绩效目标表
  一级指标 | 二级指标 | 三级指标 | 指标值
  产出指标 | 数量指标 | 法律咨询件数 | ≥800件
`

/** The contract of the JSON report, docs/json-report.md. */
const place = z.strictObject({sheet: z.string(), range: z.string(), note: z.string().optional()})
const report = z.strictObject({
  version: z.literal(1),
  tool: z.strictObject({name: z.literal('jixiao-lint'), version: z.string()}),
  locale: z.enum(['zh-CN', 'en']),
  results: z.array(
    z.strictObject({
      file: z.string(),
      status: z.enum(['checked', 'failed']),
      error: z.strictObject({code: z.string(), message: z.string()}).optional(),
      warnings: z.array(z.strictObject({code: z.string(), message: z.string()})).optional(),
      forms: z.array(
        z.strictObject({
          sheet: z.string(),
          range: z.string(),
          kind: z.string(),
          year: z.int().optional(),
          division: z.string().optional(),
          projectCode: z.string().optional(),
          projectName: z.string().optional(),
          unit: z.string().optional(),
          indicators: z.int()
        })
      ),
      findings: z.array(
        z.strictObject({
          ruleId: z.string(),
          group: z.string(),
          severity: z.enum(['error', 'warning', 'info']),
          message: z.string().min(1),
          sheet: z.string(),
          range: z.string(),
          related: z.array(place).optional(),
          actual: z.string().optional(),
          expected: z.array(z.string()).optional(),
          basis: z.array(z.string()),
          url: z.string(),
          fixes: z
            .array(
              z.strictObject({
                title: z.string(),
                safe: z.boolean(),
                edits: z.array(
                  z.strictObject({sheet: z.string(), cell: z.string(), from: z.string(), to: z.string()})
                )
              })
            )
            .optional(),
          suppressed: z.strictObject({by: z.string(), reason: z.string()}).optional(),
          fingerprint: z.string().regex(/^[0-9a-f]{16}$/)
        })
      ),
      stats: z.strictObject({sheets: z.int(), cells: z.int(), milliseconds: z.int()})
    })
  ),
  summary: z.strictObject({
    files: z.int(),
    failed: z.int(),
    errors: z.int(),
    warnings: z.int(),
    infos: z.int(),
    suppressed: z.int(),
    fixable: z.int()
  })
})

describe('jixiao-lint check', () => {
  let desk: Desk
  beforeEach(() => {
    desk = new Desk()
  })
  afterEach(() => desk.clear())

  it('says nothing is wrong and gives status 0', async () => {
    desk.write('好.xlsx', right)
    const {status, out} = await desk.run('好.xlsx')
    assert.equal(status, 0)
    assert.match(out, /检查了 1 个文件，没有发现问题/)
  })

  it('names file, sheet, cell, text and what to do, and gives status 1', async () => {
    desk.write('表.xlsx', wrong)
    const {status, out} = await desk.run('表.xlsx')
    assert.equal(status, 1)
    for (const piece of ['表.xlsx', '绩效目标表', 'D3', '≥80%', 'count-as-percent', 'D4', 'wrong-year'])
      assert.ok(out.includes(piece), piece)
    assert.match(out, /2 个错误/)
  })

  it('keeps every line within 80 columns, Chinese characters counted as two', async () => {
    desk.write('表.xlsx', wrong)
    const {out} = await desk.run('表.xlsx')
    for (const line of out.split('\n')) assert.ok(measureWidth(line) <= 80, line)
  })

  it('speaks English when asked', async () => {
    desk.write('表.xlsx', wrong)
    const {out} = await desk.run('表.xlsx', '--locale', 'en')
    assert.match(out, /counts something/)
    assert.match(out, /1 files checked, 2 problems: 2 errors/)
  })

  it('gives the JSON report that its contract describes', async () => {
    desk.write('表.xlsx', wrong)
    desk.write('坏.xlsx', 'PK\u0003\u0004 cut off')
    const {status, out} = await desk.run('.', '--format', 'json')
    const parsed = report.parse(JSON.parse(out))
    assert.equal(status, 2)
    assert.deepEqual([parsed.summary.files, parsed.summary.failed, parsed.summary.errors], [2, 1, 2])
    assert.equal(parsed.results.find(({file}) => file === '坏.xlsx')?.error?.code, 'damaged')
  })

  it('checks folders with everything below, leaves lock files out and keeps going after a bad file', async () => {
    desk.write('甲/好.xlsx', right)
    desk.write('甲/乙/表.XLSX', wrong)
    desk.write('甲/~$表.xlsx', 'lock')
    desk.write('甲/空.xlsx', '')
    desk.write('甲/说明.txt', 'text')
    const {status, out} = await desk.run('甲')
    assert.equal(status, 2)
    assert.match(out, /检查了 2 个文件，发现/)
    assert.match(out, /空的（0 字节）/)
    assert.match(out, /1 个文件未能检查/)
  })

  it('takes patterns and says which of them match nothing', async () => {
    desk.write('a1.xlsx', right)
    desk.write('b1.xlsx', wrong)
    assert.equal((await desk.run('a*.xlsx')).status, 0)
    const {status, err} = await desk.run('a*.xlsx', 'c*.xlsx', '没有.xlsx')
    assert.equal(status, 2)
    assert.match(err, /没有文件符合“c\*\.xlsx”/)
    assert.match(err, /找不到“没有\.xlsx”/)
  })

  it('does not call clean what it could not check', async () => {
    desk.write('空.xlsx', '')
    for (const name of ['没有.xlsx', '空.xlsx']) {
      const {status, out} = await desk.run(name)
      assert.equal(status, 2)
      assert.match(out, /没有检查任何文件/)
      assert.doesNotMatch(out, /✓|没有发现问题/)
    }
  })

  it('runs only the rules that are named, at the severity that is named', async () => {
    desk.write('表.xlsx', wrong)
    const {status, out} = await desk.run('表.xlsx', '--rule', 'wrong-year:warning')
    assert.equal(status, 0)
    assert.match(out, /0 个错误、1 个警告/)
    const unknown = await desk.run('表.xlsx', '--rule', 'wrong-yaer')
    assert.equal(unknown.status, 2)
    assert.match(unknown.err, /是不是“wrong-year”/)
  })

  it('fails at the level that is asked for', async () => {
    desk.write('表.xlsx', wrong)
    const warn = ['表.xlsx', '--rule', 'wrong-year:warning']
    assert.equal((await desk.run(...warn, '--fail-on', 'warning')).status, 1)
    assert.equal((await desk.run(...warn, '--max-warnings', '0')).status, 1)
    assert.equal((await desk.run(...warn, '--max-warnings', '1')).status, 0)
  })

  it('writes the report to a file, but never over a workbook it checks', async () => {
    desk.write('表.xlsx', wrong)
    const before = readFileSync(path.join(desk.folder, '表.xlsx'))
    assert.equal((await desk.run('表.xlsx', '--format', 'json', '--output', '结果.json')).status, 1)
    assert.ok(existsSync(path.join(desk.folder, '结果.json')))
    const {status, err} = await desk.run('表.xlsx', '--output', './表.xlsx')
    assert.equal(status, 2)
    assert.match(err, /不会覆盖/)
    assert.deepEqual(readFileSync(path.join(desk.folder, '表.xlsx')), before)
  })

  it('uses the year of the command line where the sheet does not say', async () => {
    desk.write(
      '表.xlsx',
      sheet`
      法律服务经费绩效目标表
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 时效指标 | 全部工作完成时间 | 2023年12月底前
    `
    )
    assert.match((await desk.run('表.xlsx')).out, /没有发现问题/)
    assert.match((await desk.run('表.xlsx', '--year', '2024')).out, /wrong-year/)
  })

  it('makes control characters of cells visible instead of sending them to the terminal', async () => {
    desk.write(
      '表.xlsx',
      sheet`
      2024年法律服务经费绩效目标表
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 法律咨询件数${'\u001b'}[2J${'\u202e'} | ≥80%
    `
    )
    const {out} = await desk.run('表.xlsx')
    assert.doesNotMatch(out, /\u001b|\u202e/)
  })

  it('explains wrong usage in the user’s language with status 2', async () => {
    const {status, err} = await desk.run('--formt', 'json', '.')
    assert.equal(status, 2)
    assert.match(err, /没有选项“--formt”/)
    assert.equal((await desk.run('--year', '24', '.')).status, 2)
  })
})
