import assert from 'node:assert/strict'
import {existsSync} from 'node:fs'
import path from 'node:path'
import {rules} from '../../shared/rules/index.js'
import {sheet} from '../../shared/workbook/sheet-literal.js'
import {Desk} from './run-command.js'

const form = sheet`
  2024年法律服务经费绩效目标表
  项目名称 | 法律服务经费 | 金额单位：万元
  资金支出计划（%） | 3月底 | 6月底 | 12月底
  ^ | 20% | 50% | 100%
  一级指标 | 二级指标 | 三级指标 | 指标值
  产出指标 | 数量指标 | 法律咨询件数 | ≥800件
`

describe('the other commands', () => {
  let desk: Desk
  beforeEach(() => {
    desk = new Desk()
    desk.write('表.xlsx', form)
  })
  afterEach(() => desk.clear())

  it('inspect shows what was recognised and where', async () => {
    const {status, out} = await desk.run('inspect', '表.xlsx')
    assert.equal(status, 0)
    for (const piece of [
      '年度 2024（标题）',
      '金额单位 万元',
      '法律服务经费',
      '3月底 20% → 6月底 50% → 12月底 100%',
      'C6 法律咨询件数 → D6 ≥800件',
      '≥800件'
    ]) {
      assert.ok(out.includes(piece), `${piece}\n${out}`)
    }
  })

  it('inspect gives the tree as JSON', async () => {
    const {out} = await desk.run('inspect', '表.xlsx', '--json')
    const tree = JSON.parse(out) as {type: string; children: {name: string; children: {kind: string}[]}[]}
    assert.equal(tree.type, 'workbook')
    assert.equal(tree.children[0]?.children[0]?.kind, 'project')
  })

  it('inspect says when a file is missing or unreadable', async () => {
    const {status, err} = await desk.run('inspect', '没有.xlsx')
    assert.equal(status, 2)
    assert.match(err, /没有\.xlsx/)
  })

  it('rules lists every rule in both languages', async () => {
    const {out} = await desk.run('rules')
    for (const {id, title} of rules) assert.ok(out.includes(id) && out.includes(title.zh), id)
    const listed = JSON.parse((await desk.run('rules', '--json')).out) as unknown[]
    assert.equal(listed.length, rules.length)
  })

  it('explain draws every rule with its wrong and right sheets', async () => {
    for (const rule of rules) {
      const {status, out} = await desk.run('explain', rule.id, '--locale', 'en')
      assert.equal(status, 0)
      assert.ok(
        out.includes(rule.title.en) &&
          out.includes('✗ Wrong') &&
          out.includes('✓ Right') &&
          out.includes('▶'),
        rule.id
      )
    }
  })

  it('explain names the nearest rule', async () => {
    const {status, err} = await desk.run('explain', 'count-as-persent')
    assert.equal(status, 2)
    assert.match(err, /是不是“count-as-percent”/)
  })

  it('init writes a configuration once and never over an existing one', async () => {
    assert.equal((await desk.run('init')).status, 0)
    assert.ok(existsSync(path.join(desk.folder, 'jixiao.config.mjs')))
    const {status, err} = await desk.run('init')
    assert.equal(status, 2)
    assert.match(err, /已经存在/)
    assert.equal((await desk.run('表.xlsx')).status, 0)
  })

  it('print-config shows what holds for a file', async () => {
    desk.write(
      'jixiao.config.json',
      JSON.stringify({year: 2024, rules: {'wrong-year': 'off', 'at-least-100': 'error'}})
    )
    const {out, err} = await desk.run('print-config', '表.xlsx')
    const settings = JSON.parse(out) as {year: number; rules: Record<string, string>}
    assert.equal(settings.year, 2024)
    assert.equal(settings.rules['wrong-year'], undefined)
    assert.equal(settings.rules['at-least-100'], 'error')
    assert.match(err, /jixiao\.config\.json/)
  })

  it('shows its help in both languages', async () => {
    assert.match((await desk.run('--help')).out, /用法：[^]*检查工作簿/)
    assert.match((await desk.run('--help', '--locale', 'en')).out, /Usage:[^]*check workbooks/)
    assert.equal((await desk.run('--help')).status, 0)
  })
})

describe('configuration', () => {
  let desk: Desk
  const wrong = sheet`
    2024年法律服务经费绩效目标表
    一级指标 | 二级指标 | 三级指标 | 指标值
    产出指标 | 数量指标 | 法律咨询件数 | ≥80%
  `
  beforeEach(() => {
    desk = new Desk()
    desk.write('表.xlsx', wrong)
  })
  afterEach(() => desk.clear())

  it('is found upwards, in a file or in package.json', async () => {
    desk.write('package.json', JSON.stringify({name: 'x', jixiao: {rules: {'count-as-percent': 'off'}}}))
    assert.equal((await desk.run('表.xlsx')).status, 0)
    assert.equal((await desk.run('表.xlsx', '--no-config')).status, 1)
  })

  it('is overridden by file and by sheet', async () => {
    desk.write('自评/表.xlsx', wrong)
    desk.write(
      'jixiao.config.json',
      JSON.stringify({overrides: [{files: ['自评/**'], rules: {'count-as-percent': 'warning'}}]})
    )
    assert.equal((await desk.run('自评')).status, 0)
    assert.equal((await desk.run('表.xlsx')).status, 1)
    desk.write(
      'jixiao.config.json',
      JSON.stringify({overrides: [{sheets: ['绩效*'], rules: {'count-as-percent': 'off'}}]})
    )
    assert.equal((await desk.run('表.xlsx')).status, 0)
  })

  it('says every mistake with its place and the nearest right word', async () => {
    desk.write('jixiao.config.json', JSON.stringify({preset: 'recomended', ruls: {}, year: 24}))
    const unknownField = await desk.run('表.xlsx')
    assert.equal(unknownField.status, 2)
    assert.match(unknownField.err, /ruls: 没有叫“ruls”的设置项。是不是“rules”？/)
    assert.match(unknownField.err, /year: 年度应为四位数字/)
    desk.write(
      'jixiao.config.json',
      JSON.stringify({preset: 'recomended', rules: {'count-as-persent': 'off', 'wrong-year': 'fatal'}})
    )
    assert.match((await desk.run('表.xlsx', '--locale', 'en')).err, /rules\.wrong-year: A rule is set to/)
    desk.write(
      'jixiao.config.json',
      JSON.stringify({preset: 'recomended', rules: {'count-as-persent': 'off'}})
    )
    const {err} = await desk.run('表.xlsx')
    assert.match(err, /preset: 没有叫“recomended”的规则方案。是不是“recommended”？/)
    assert.match(err, /rules\.count-as-persent: 没有叫“count-as-persent”的规则。是不是“count-as-percent”？/)
  })

  it('that is no JSON is refused with its name', async () => {
    desk.write('jixiao.config.json', '{rules')
    const {status, err} = await desk.run('表.xlsx')
    assert.equal(status, 2)
    assert.match(err, /jixiao\.config\.json/)
  })

  it('brings rules of its own as plugins; one that throws gives status 2', async () => {
    desk.write(
      '省级规则.mjs',
      `export default {id: 'province/name-length', group: 'notation', severity: 'error', title: {zh: '名称过长', en: 'Long name'},
        why: {zh: '', en: ''}, basis: [], messages: {zh: {long: '名称太长：{name}'}, en: {long: 'long: {name}'}}, examples: [],
        create: (context) => ({indicator(node) {
          if (node.name.text.length > 3) context.report({node, part: 'name', messageId: 'long', data: {name: node.name.text}})
        }})}`
    )
    desk.write(
      'jixiao.config.json',
      JSON.stringify({plugins: ['./省级规则.mjs'], rules: {'count-as-percent': 'off'}})
    )
    const {status, out} = await desk.run('表.xlsx')
    assert.equal(status, 1)
    assert.match(out, /名称太长：法律咨询件数/)
    desk.write(
      '坏规则.mjs',
      `export default {id: 'bad', group: 'notation', severity: 'info', title: {zh: '', en: ''}, why: {zh: '', en: ''}, basis: [],
        messages: {zh: {}, en: {}}, examples: [], create: () => ({indicator() { throw new Error('boom') }})}`
    )
    desk.write(
      'jixiao.config.json',
      JSON.stringify({plugins: ['./坏规则.mjs'], rules: {'count-as-percent': 'off'}})
    )
    const crashed = await desk.run('表.xlsx')
    assert.equal(crashed.status, 2)
    assert.match(crashed.out, /规则 bad 在检查 绩效目标表!/)
  })
})
