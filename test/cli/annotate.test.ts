import assert from 'node:assert/strict'
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {measureWidth} from '../../linter/format/terminal-text.js'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import {annotateWorkbook} from '../../linter/run/annotate-file.js'
import {patchWorkbook} from '../../linter/write/patch/patch-workbook.js'
import {lintWorkbook} from '../../shared/lint/lint-workbook.js'
import {readLiteral, sheet, workbook} from '../../shared/workbook/sheet-literal.js'
import {changedEntries, partText, requireWellFormed} from '../patch/packages.js'
import {Desk} from './run-command.js'

const wrong = workbook({
  封面: sheet`2024年绩效目标`,
  目标表: sheet`
    2024年法律服务经费绩效目标表
    一级指标 | 二级指标 | 三级指标 | 指标值 | <
    产出指标 | 数量指标 | 法律咨询件数 | ≥80% | <
    ^ | 时效指标 | 全部工作完成时间 | 2023年12月底前 | <
  `
})

describe('jixiao-lint annotate', () => {
  let desk: Desk
  const read = (name: string): Buffer => readFileSync(path.join(desk.folder, name))
  beforeEach(() => {
    desk = new Desk()
    desk.write('表/清河.xlsx', wrong)
  })
  afterEach(() => desk.clear())

  it('writes a copy with marks, notes and links, and leaves the original alone', async () => {
    const before = read('表/清河.xlsx')
    const {status, out, err} = await desk.run('annotate', '表', '--output', '审核')
    assert.equal(status, 0)
    assert.equal(err, '')
    assert.match(out, /✓ 表\/清河\.xlsx：\d+ 条意见\n\n✓ 写出 1 个审核副本，在 审核/)
    assert.ok(out.split('\n').every((line) => measureWidth(line) <= 80))
    assert.deepEqual(read('表/清河.xlsx'), before)
    const after = read('审核/清河.xlsx')
    requireWellFormed(after)
    const {findings} = lintWorkbook(readWorkbook(before), {file: '表/清河.xlsx'})
    const places = [...new Set(findings.map(({range}) => range.replace(/:.*/, '')))]
    assert.ok(places.includes('D3') && places.includes('D4'))
    const [review, cover, table] = readWorkbook(after).sheets
    assert.deepEqual([review?.name, cover?.name, table?.name], ['审核意见', '封面', '目标表'])
    assert.deepEqual(
      [cover?.cells, table?.cells, table?.merges],
      readWorkbook(before).sheets.flatMap(({cells, merges}, index) =>
        index === 0 ? [cells] : [cells, merges]
      )
    )
    assert.deepEqual(
      table?.notes.map(({row, column}) => `${'ABCDE'[column - 1]}${row}`).sort(),
      places.sort()
    )
    const percent = findings.find(({range}) => range.startsWith('D3'))
    const remark = table?.notes.find(({row, column}) => row === 3 && column === 4)
    assert.ok(percent && remark?.text.includes(percent.message))
    assert.match(remark?.text ?? '', /^【体检·.+】\n/)
    assert.equal(remark?.author, '绩效目标体检')
    const link = partText(after, 'xl/worksheets/sheet3.xml')
    assert.equal(link.match(/<hyperlink /g)?.length, findings.length)
    assert.match(link, /location="'目标表'!D3"/)
    for (const {message} of findings) assert.ok(review?.cells.some(({text}) => text.startsWith(message)))
    assert.match(partText(after, 'xl/styles.xml'), /<fgColor rgb="FF(?:FFC7CE|FFEB9C|DDEBF7)"\/>/)
  })

  it('keeps the notes of the unit and puts its own behind them', async () => {
    const noted = patchWorkbook(read('表/清河.xlsx'), {
      notes: [{sheet: '目标表', cell: 'D3', text: '单位说明'}],
      author: '王芳'
    }).bytes
    writeFileSync(path.join(desk.folder, '表/清河.xlsx'), noted)
    await desk.run('annotate', '表', '--output', '审核')
    const {notes} = readWorkbook(read('审核/清河.xlsx')).sheets[2]!
    const kept = notes.find(({row, column}) => row === 3 && column === 4)
    assert.equal(kept?.author, '王芳')
    assert.match(kept.text, /^单位说明\n\n【体检·/)
  })

  it('says the same of its own copy: the sheet of remarks quotes forms but is none', async () => {
    for (const locale of ['zh-CN', 'en']) {
      await desk.run('annotate', '表', '--output', locale, '--locale', locale)
      const [before, after] = ['表/清河.xlsx', `${locale}/清河.xlsx`].map((name) =>
        lintWorkbook(readWorkbook(read(name)), {file: name}).findings.map(({sheet, range, ruleId}) => [
          sheet,
          range,
          ruleId
        ])
      )
      assert.deepEqual(after, before)
    }
  })

  it('says so when there is nothing to remark, and touches no cell then', async () => {
    desk.write('好.xlsx', sheet`清河市民政局`)
    const {status, out} = await desk.run('annotate', '好.xlsx', '-o', '审核', '--locale', 'en')
    assert.equal(status, 0)
    assert.match(out, /✓ 好\.xlsx: 0 findings\n\n✓ 1 copies written to 审核/)
    const changed = changedEntries(read('好.xlsx'), read('审核/好.xlsx'))
    assert.ok(!changed.includes('xl/worksheets/sheet1.xml'))
    assert.equal(readWorkbook(read('审核/好.xlsx')).sheets[0]?.name, 'Review')
  })

  it('needs a folder other than that of the inputs, and goes on after a bad file', async () => {
    const missing = await desk.run('annotate', '表')
    assert.equal(missing.status, 2)
    assert.match(missing.err, /缺少选项“-o, --output <folder>”/)
    const same = await desk.run('annotate', '表', '--output', '表')
    assert.equal(same.status, 2)
    assert.match(same.err, /就是原文件所在的文件夹/)
    assert.deepEqual(readdirSync(path.join(desk.folder, '表')), ['清河.xlsx'])
    desk.write('表/坏.xlsx', '不是工作簿')
    const {status, out} = await desk.run('annotate', '表', '--output', '审核')
    assert.equal(status, 2)
    assert.match(out, /✗ 表\/坏\.xlsx：/)
    assert.match(out, /✗ 写出 1 个审核副本，在 审核，1 个文件没有写成/)
    assert.ok(existsSync(path.join(desk.folder, '审核/清河.xlsx')))
  })

  it('writes a new workbook when the format of the original cannot be written', () => {
    const literal = readLiteral(wrong)
    literal.sheets[1]!.name = '目标表[2024]/A'
    literal.sheets[1]!.cells.at(-1)!.formula = 'of:=[.A1]'
    literal.sheets[1]!.notes.push({row: 4, column: 4, text: '单位说明', author: '王芳'})
    const {findings} = lintWorkbook(literal)
    const {bytes, isNew} = annotateWorkbook(literal, findings, {file: '清河.ods', locale: 'zh-CN'})
    assert.ok(isNew && bytes)
    requireWellFormed(bytes)
    const [review, , table] = readWorkbook(bytes).sheets
    assert.equal(review?.name, '审核意见')
    assert.deepEqual(
      table?.cells.map(({text}) => text),
      literal.sheets[1]?.cells.map(({text}) => text)
    )
    assert.equal(table!.name, '目标表_2024__A')
    assert.ok(table!.cells.every(({formula}) => formula === undefined))
    const kept = table!.notes.find(({row, column}) => row === 4 && column === 4)
    assert.equal(kept?.author, '王芳')
    assert.match(kept.text, /^单位说明\n\n【体检·/)
    assert.match(partText(bytes, 'xl/worksheets/sheet3.xml'), /location="'目标表_2024__A'!D3"/)
  })
})
