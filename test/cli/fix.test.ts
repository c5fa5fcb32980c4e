import assert from 'node:assert/strict'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {unzipSync, zipSync} from 'fflate'
import {measureWidth} from '../../linter/format/terminal-text.js'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import {sheet} from '../../shared/workbook/sheet-literal.js'
import {relationships} from '../read/make-xlsx.js'
import {changedEntries} from '../patch/packages.js'
import {Desk} from './run-command.js'

const table = sheet`
  2024年法律服务经费绩效目标表
  一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值确定依据
  产出指标 | 数量指标 | 法律咨询件数 | ≥800件 | 《清河市法律服务办法》（清财预[2023]15号）
  ^ | 质量指标 | 咨询答复准确率 | ≥95% | 清财预[2023]15号
`

function texts(bytes: Uint8Array): string[] {
  return readWorkbook(bytes).sheets.flatMap(({cells}) => cells.map(({text}) => text))
}

describe('jixiao-lint fix', () => {
  let desk: Desk
  const read = (name: string): Buffer => readFileSync(path.join(desk.folder, name))
  beforeEach(() => {
    desk = new Desk()
    desk.write('表/清河.xlsx', table)
  })
  afterEach(() => desk.clear())

  it('shows before and after within 80 columns, and writes nothing', async () => {
    const before = read('表/清河.xlsx')
    const {status, out, err} = await desk.run('fix', '表')
    assert.equal(status, 0)
    assert.equal(err, '')
    assert.match(
      out,
      /E3 {2}文号改为规范写法 {2}document-number-brackets\n {6}- .*\[2023\].*\n {6}\+ .*〔2023〕/
    )
    assert.match(out, /可以改 2 处，尚未写入/)
    assert.ok(out.split('\n').every((line) => measureWidth(line) <= 80))
    assert.deepEqual(read('表/清河.xlsx'), before)
    const english = await desk.run('fix', '表', '--locale', 'en')
    assert.match(english.out, /2 cells can be changed; nothing was written/)
    assert.doesNotMatch(english.out, /改为/)
    assert.deepEqual(readdirSync(path.join(desk.folder, '表')), ['清河.xlsx'])
  })

  it('changes the file with --write, keeps a backup, and then finds nothing more', async () => {
    const before = read('表/清河.xlsx')
    const first = await desk.run('fix', '表', '--write')
    assert.equal(first.status, 0)
    assert.match(first.err, /✓ 已写入 表\/清河\.xlsx，原文件存为 清河\.xlsx\.bak/)
    assert.deepEqual(read('表/清河.xlsx.bak'), before)
    const after = read('表/清河.xlsx')
    assert.deepEqual(changedEntries(before, after), ['xl/worksheets/sheet1.xml'])
    assert.deepEqual(
      texts(after),
      texts(before).map((text) => text.replace('[2023]', '〔2023〕'))
    )
    const second = await desk.run('fix', '表', '--write')
    assert.match(second.out, /1 个文件，没有要改的/)
    assert.equal(second.err, '')
    assert.deepEqual(read('表/清河.xlsx'), after)
  })

  it('keeps no backup when told so, and leaves a read-only file', async () => {
    desk.write('只读.xlsx', table)
    const before = read('只读.xlsx')
    chmodSync(path.join(desk.folder, '只读.xlsx'), 0o444)
    const {status, out, err} = await desk.run('fix', '.', '--write', '--no-backup')
    assert.equal(status, 2)
    assert.match(err, /✗ 只读\.xlsx：文件是只读的/)
    assert.match(out, /2 个文件，改了 2 处\n {2}1 个文件读不了或写不了/)
    assert.deepEqual(read('只读.xlsx'), before)
    assert.deepEqual(readdirSync(path.join(desk.folder, '表')), ['清河.xlsx'])
  })

  it('writes copies with the folders they are in, also of files with nothing to change', async () => {
    desk.write('表/下/云川.xlsx', sheet`云川县教育局`)
    const before = read('表/清河.xlsx')
    const {status} = await desk.run('fix', '表', '--output', '改好')
    assert.equal(status, 0)
    assert.deepEqual(read('表/清河.xlsx'), before)
    assert.ok(texts(read('改好/清河.xlsx')).some((text) => text.includes('〔2023〕')))
    assert.deepEqual(read('改好/下/云川.xlsx'), read('表/下/云川.xlsx'))
  })

  it('refuses to write copies over the inputs, however the folder is named', async () => {
    const before = read('表/清河.xlsx')
    symlinkSync(path.join(desk.folder, '表'), path.join(desk.folder, '别名'))
    for (const output of ['表', './表/', '表/../表', '别名']) {
      for (const input of ['表', '表/清河.xlsx', '别名/清河.xlsx']) {
        const {status, err} = await desk.run('fix', input, '--output', output)
        assert.equal(status, 2, `${input} → ${output}`)
        assert.match(err, /就是原文件所在的文件夹/)
      }
    }
    assert.equal((await desk.run('fix', '表', '--write', '--output', '别处')).status, 2)
    assert.deepEqual(read('表/清河.xlsx'), before)
    assert.deepEqual(readdirSync(path.join(desk.folder, '表')), ['清河.xlsx'])
  })

  it('leaves out copies of an earlier run when the output folder lies in the input folder', async () => {
    for (let run = 0; run < 2; run++) {
      const {status, out} = await desk.run('fix', '表', '--output', '表/改好')
      assert.equal(status, 0)
      assert.match(out, /1 个文件，改了 2 处/)
    }
    assert.ok(!existsSync(path.join(desk.folder, '表/改好/改好')))
  })

  it('changes what a symbolic link leads to, and keeps the link', async () => {
    mkdirSync(path.join(desk.folder, '链'))
    symlinkSync('../表/清河.xlsx', path.join(desk.folder, '链/清河.xlsx'))
    assert.equal((await desk.run('fix', '链', '--write')).status, 0)
    assert.ok(texts(read('表/清河.xlsx')).some((text) => text.includes('〔2023〕')))
    assert.ok(statSync(path.join(desk.folder, '表/清河.xlsx.bak')).isFile())
    assert.deepEqual(readdirSync(path.join(desk.folder, '链')), ['清河.xlsx'])
  })

  it('applies suggestions of a rule only when the rule is named', async () => {
    desk.write(
      '单位.xlsx',
      sheet`
      2024年法律服务经费绩效目标表
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 培训人次 | ≥200户
    `
    )
    assert.match((await desk.run('fix', '单位.xlsx')).out, /没有要改的/)
    const named = await desk.run('fix', '单位.xlsx', '--suggestions', 'wrong-unit')
    assert.match(named.out, /- ≥200户\n {6}\+ ≥200人次/)
    const mistyped = await desk.run('fix', '单位.xlsx', '--suggestions', 'wrong-units')
    assert.equal(mistyped.status, 2)
    assert.match(mistyped.err, /是不是“wrong-unit”/)
  })

  it('says which fixes it leaves, and why', async () => {
    const parts = unzipSync(read('表/清河.xlsx'))
    const encode = (text: string) => new TextEncoder().encode(text)
    parts['xl/tables/table1.xml'] = encode('<table ref="A4:E9"/>')
    parts['xl/worksheets/_rels/sheet1.xml.rels'] = encode(
      relationships([['rId1', 'table', '../tables/table1.xml']])
    )
    writeFileSync(path.join(desk.folder, '表格.xlsx'), zipSync(parts))
    const {status, out} = await desk.run('fix', '表格.xlsx')
    assert.equal(status, 0)
    assert.match(out, /E4 {2}未改 {2}document-number-brackets\n {6}.*标题行或汇总行/)
    assert.match(out, /可以改 1 处.*\n.*\n {2}1 处未改/)
  })

  it('reports fixes of two rules that undo each other, and ends', async () => {
    desk.write(
      'jixiao.config.mjs',
      `const rule = (id, from, to) => ({
        id, group: 'notation', severity: 'info', fix: 'safe', basis: [], examples: [],
        title: {zh: id, en: id}, why: {zh: id, en: id},
        messages: {zh: {m: id}, en: {m: id}},
        create: (context) => ({indicator(node) {
          if (node.target?.text === from) context.report({node, part: 'target', messageId: 'm', fix: [{part: node.target, to}]})
        }})
      })
      export default {plugins: ['./mine.mjs']}
      export const rules = [rule('to-comma', '≥800件', '≥八百件'), rule('to-number', '≥八百件', '≥800件')]`
    )
    desk.write('mine.mjs', `export {rules as default} from './jixiao.config.mjs'`)
    const {status, out} = await desk.run('fix', '表')
    assert.equal(status, 1)
    assert.match(out, /D3 {2}规范写法 {2}to-comma\n {6}- ≥800件\n {6}\+ ≥八百件/)
    assert.match(out, /D3 {2}未改 {2}to-number\n {6}几条规则的修改互相抵消/)
  })

  it('says what it cannot change because of the format, and passes over files without fixes', async () => {
    desk.write(
      '改.csv',
      '2024年法律服务经费绩效目标表\n一级指标,二级指标,三级指标,指标值,依据\n产出指标,数量指标,法律咨询件数,≥800件,清财预[2023]15号\n'
    )
    desk.write('好.csv', '单位,清河市民政局\n')
    const {status, out} = await desk.run('fix', '改.csv', '好.csv')
    assert.equal(status, 2)
    assert.match(out, /改\.csv\n {2}✗ 未改：有 1 处可以改，但只能修改 \.xlsx 和 \.xlsm/)
    assert.doesNotMatch(out, /好\.csv/)
  })

  it('goes on after a file that cannot be read', async () => {
    desk.write('坏.xlsx', 'PK坏')
    const {status, out} = await desk.run('fix', '.')
    assert.equal(status, 2)
    assert.match(out, /坏\.xlsx\n {2}✗ 未改：/)
    assert.match(out, /2 个文件，可以改 2 处/)
  })
})
