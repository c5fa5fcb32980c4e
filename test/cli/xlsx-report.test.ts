import assert from 'node:assert/strict'
import {existsSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {strFromU8, unzipSync} from 'fflate'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import {sheet} from '../../shared/workbook/sheet-literal.js'
import {Desk} from './run-command.js'

const form = (unit: string) => sheet`
  2024年法律服务经费绩效目标表
  填报单位 | ${unit}
  项目名称 | 法律服务经费
  一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值
  产出指标 | 数量指标 | 群众咨询件数 | 全年接待群众咨询的件数 | ≥80%
  ^ | ^ | 普法宣传次数 | 全年宣传的<b>次数 | ≥90%
`

describe('the report as a workbook', () => {
  let desk: Desk
  beforeEach(() => (desk = new Desk()))
  afterEach(() => desk.clear())
  const target = (): string => path.join(desk.folder, '审核意见表.xlsx')
  const run = (...flags: string[]) => desk.run('.', '--format', 'xlsx:审核意见表.xlsx', ...flags)
  const read = (): {rows: string[][]; parts: Record<string, string>; names: string[]} => {
    const bytes = readFileSync(target())
    const {sheets} = readWorkbook(bytes)
    const rows: string[][] = []
    for (const {row, column, text} of sheets[0]?.cells ?? []) (rows[row] ??= [])[column - 1] = text
    const parts = Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)])
    )
    return {rows, parts, names: sheets.map(({name}) => name)}
  }

  it('lists every finding in the columns of a 审核意见表', async () => {
    desk.write('表.xlsx', form('清河市司法局'))
    const {status} = await run('--rule', 'count-as-percent')
    assert.equal(status, 1)
    const {rows, names} = read()
    assert.deepEqual(names, ['审核意见表', '汇总'])
    assert.deepEqual(
      rows[3],
      '序号 单位 项目名称 项目编码 表 单元格 问题类别 问题 修改建议 依据 严重程度 文件'.split(' ')
    )
    const [number, unit, project, , , cell, kind, problem, advice, , severity, file] = rows[4] ?? []
    assert.deepEqual(
      [number, unit, project, cell, kind, severity, file],
      ['1', '清河市司法局', '法律服务经费', 'E5', '量化', '错误', '表.xlsx']
    )
    assert.equal(problem, '“群众咨询件数”是数量指标，指标值却写成百分比“≥80%”。')
    assert.match(advice ?? '', /^请改成以“件”为单位的数/)
    assert.equal(rows.length, 6)
  })

  it('has a filter, a fixed heading, wrapped text, colours, and a summary with charts of its own numbers', async () => {
    desk.write('甲.xlsx', form('清河市司法局'))
    desk.write('乙.xlsx', form('云川县教育局'))
    desk.write('坏.xlsx', 'PK\u0003\u0004 cut off')
    await run()
    const {parts, rows} = read()
    const list = parts['xl/worksheets/sheet1.xml'] ?? ''
    assert.match(list, new RegExp(`<autoFilter ref="A3:L${rows.length - 1}"/>`))
    assert.match(list, /<pane ySplit="3" topLeftCell="A4"[^>]*state="frozen"/)
    assert.match(parts['xl/workbook.xml'] ?? '', /_xlnm\._FilterDatabase[^]*_xlnm\.Print_Titles/)
    assert.match(parts['xl/styles.xml'] ?? '', /wrapText="1"/)
    assert.match(parts['xl/styles.xml'] ?? '', /FFFFC7CE/)
    const chart = parts['xl/charts/chart1.xml'] ?? ''
    assert.match(chart, /<c:v>清河市司法局<\/c:v>/)
    const [, top = '', bottom = ''] = /'汇总'!\$A\$(\d+):\$A\$(\d+)/.exec(chart) ?? []
    const summary = readWorkbook(readFileSync(target())).sheets[1]
    const inChart = summary?.cells
      .filter(({row, column}) => column === 1 && row >= Number(top) && row <= Number(bottom))
      .map(({text}) => text)
    assert.deepEqual(inChart?.sort(), ['云川县教育局', '清河市司法局'])
    assert.ok(summary?.cells.some(({text}) => text === '未能检查的文件'))
    assert.ok(rows.some((row) => row[6] === '未能检查' && row[11] === '坏.xlsx'))
  })

  it('refers to parts that are there, all of them well-formed', async () => {
    desk.write('表.xlsx', form('清河市司法局'))
    await run()
    const {parts} = read()
    for (const [name, part] of Object.entries(parts)) {
      const open: string[] = []
      for (const [, slash, tag, empty] of part.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
        if (slash) assert.equal(open.pop(), tag, name)
        else if (!empty) open.push(tag ?? '')
      }
      assert.deepEqual(open, [], name)
      if (!name.endsWith('.rels')) continue
      const folder = path.posix.dirname(path.posix.dirname(name))
      for (const [, to = ''] of part.matchAll(/Target="([^"]+)"/g))
        assert.ok(parts[path.posix.join(folder, to)], `${name}: ${to}`)
    }
    for (const [, part = ''] of (parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g))
      assert.ok(parts[part], part)
  })

  it('holds no formula: what looks like one stays a text, even when it is edited', async () => {
    desk.write(
      '表.xlsx',
      sheet`
        2024年法律服务经费绩效目标表
        填报单位 | 清河市司法局
        项目名称 | =HYPERLINK("http://x","法律服务经费")
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 法律咨询件数 | ≥80%
      `
    )
    await run('--rule', 'count-as-percent')
    const {parts} = read()
    const list = parts['xl/worksheets/sheet1.xml'] ?? ''
    assert.doesNotMatch(list, /<f>/)
    const [, style = '0'] = /s="(\d+)" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK/.exec(list) ?? []
    const formats = /<cellXfs.*?<\/cellXfs>/
      .exec(parts['xl/styles.xml'] ?? '')?.[0]
      .match(/<xf .*?<\/xf>|<xf [^>]*\/>/g)
    assert.match(formats?.[Number(style)] ?? '', /quotePrefix="1"/)
  })

  it('speaks English, says when there is nothing, and is the same for the same run', async () => {
    desk.write('表.xlsx', form('清河市司法局'))
    await run('--locale', 'en')
    const english = read()
    assert.deepEqual(english.names, ['Review', 'Summary'])
    assert.ok(english.rows[3]?.includes('What to do'))
    const before = readFileSync(target())
    await run('--locale', 'en')
    assert.deepEqual(readFileSync(target()), before)
    await run('--rule', 'wrong-year')
    const {rows, parts} = read()
    assert.equal(rows.length, 4)
    assert.ok(!Object.keys(parts).some((name) => name.includes('chart')))
  })

  it('can be written again by the same command, but not over one that somebody worked on', async () => {
    desk.write('表.xlsx', form('清河市司法局'))
    await run()
    const second = await run()
    assert.equal(second.status, 1)
    assert.match(second.err, /结果已写入/)
    desk.write('审核意见表.xlsx', form('清河市司法局'))
    const own = readFileSync(target())
    assert.equal((await run()).status, 2)
    const beside = await desk.run('表.xlsx', '--format', 'xlsx:审核意见表.xlsx')
    assert.equal(beside.status, 2)
    assert.match(beside.err, /可能有人填过/)
    assert.deepEqual(readFileSync(target()), own)
  })

  it('is no form to check, whatever it quotes, even as csv, in English or under another name', async () => {
    desk.write('表.xlsx', form('清河市司法局'))
    desk.write('报告/说明.txt', '')
    for (const locale of ['zh-CN', 'en']) {
      await desk.run('表.xlsx', '--locale', locale, '--format', 'xlsx:报告/意见.xlsx')
      desk.write('报告/列表.csv', (await desk.run('表.xlsx', '--locale', locale, '--format', 'csv')).out)
      const {out} = await desk.run('报告', '--format', 'json')
      const {results} = JSON.parse(out) as {results: {findings: unknown[]; forms: unknown[]}[]}
      assert.deepEqual(
        results.map(({findings, forms}) => [findings.length, forms.length]),
        [
          [0, 0],
          [0, 0]
        ]
      )
    }
  })

  it('needs a file', async () => {
    desk.write('表.xlsx', form('清河市司法局'))
    const {status, err} = await desk.run('表.xlsx', '--format', 'xlsx')
    assert.equal(status, 2)
    assert.match(err, /不能显示在屏幕上/)
    assert.equal((await desk.run('表.xlsx', '--format', 'xlsx', '--output', '审核意见表.xlsx')).status, 1)
    assert.ok(existsSync(target()))
  })

  it('is never written over a workbook, by whatever name it is called', async () => {
    desk.write('材料/表.xlsx', form('清河市司法局'))
    const file = path.join(desk.folder, '材料/表.xlsx')
    const before = readFileSync(file)
    symlinkSync(file, path.join(desk.folder, '别名.xlsx'))
    for (const output of ['材料/表.xlsx', './材料/../材料/表.xlsx', '别名.xlsx']) {
      for (const format of ['xlsx', 'csv', 'json', 'html'])
        assert.equal((await desk.run('材料', '--format', `${format}:${output}`)).status, 2, output)
      assert.equal((await desk.run('材料', '--baseline', output, '--update-baseline')).status, 2, output)
      assert.equal((await desk.run('材料', '--cache=' + output)).status, 1)
    }
    assert.deepEqual(readFileSync(file), before)
  })

  it('leaves the old report when it cannot be written', async () => {
    desk.write('表.xlsx', form('清河市司法局'))
    writeFileSync(path.join(desk.folder, '报告.json'), 'old')
    const {status, err} = await desk.run('表.xlsx', '--format', 'json:没有这个文件夹/报告.json')
    assert.equal(status, 2)
    assert.match(err, /无法写入“没有这个文件夹\/报告\.json”：没有这个文件夹/)
  })
})
