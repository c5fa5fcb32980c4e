import assert from 'node:assert/strict'
import {copyFileSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {loadPlugins} from '../../linter/run/load-plugins.js'
import {lintExample} from '../../shared/lint/lint-example.js'
import {sheet, workbook} from '../../shared/workbook/sheet-literal.js'
import {Desk} from './run-command.js'

const form = sheet`
  2024年普法经费绩效目标表
  一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值确定依据
  产出指标 | 数量指标 | 宣传活动场次 | ≥12场 | 年度工作计划
  ^ | 成本指标 | 宣传资料单位成本 | ≤8元/份 | 年度工作计划
  效益指标 | 社会效益指标 | 法律知识知晓率 | ≥80% | 上年调查结果
`

describe('the plugins among the examples', () => {
  const source = readFileSync('docs/custom-rules.md', 'utf8')

  it('stand in the documentation as they are', () => {
    for (const name of ['cost-basis', 'indicator-count']) {
      const code = readFileSync(`examples/plugins/${name}.mjs`, 'utf8')
      assert.ok(source.includes('```js\n' + code + '```'), name)
    }
  })

  it('find exactly what their examples say', async () => {
    const rules = await loadPlugins(
      {plugins: ['./cost-basis.mjs', './indicator-count.mjs']},
      'examples/plugins'
    )
    assert.deepEqual(
      rules.map(({id}) => id),
      ['qinghe/cost-basis', 'indicatorCount']
    )
    for (const rule of rules) {
      for (const example of rule.examples) {
        for (const locale of ['zh-CN', 'en'] as const) {
          const {findings} = lintExample(rule, example, locale)
          assert.deepEqual(
            findings.map(({range}) => range),
            example.finds ?? []
          )
          for (const {message} of findings) assert.doesNotMatch(message, /\{\w+\}/)
        }
      }
    }
  })
})

describe('plugins of a configuration', () => {
  let desk: Desk
  beforeEach(() => {
    desk = new Desk()
    desk.write('表.xlsx', form)
    for (const name of ['cost-basis.mjs', 'indicator-count.mjs'])
      copyFileSync(`examples/plugins/${name}`, path.join(desk.folder, name))
  })
  afterEach(() => desk.clear())

  const configure = (settings: object): void => desk.write('jixiao.config.json', JSON.stringify(settings))
  const findings = async (): Promise<
    {ruleId: string; severity: string; sheet: string; range: string; url: string; message: string}[]
  > => {
    const {out, err} = await desk.run('.', '--format', 'json')
    assert.equal(err, '')
    const {results} = JSON.parse(out) as {results: {findings: Awaited<ReturnType<typeof findings>>}[]}
    return results
      .flatMap((result) => result.findings)
      .filter(({ruleId}) => /qinghe|ndicator-?[cC]ount|^plain/.test(ruleId))
  }

  it('run without being named, with their own page', async () => {
    configure({plugins: ['./cost-basis.mjs']})
    const [finding] = await findings()
    assert.equal(finding?.range, 'E4')
    assert.equal(finding.url, './cost-basis.mjs')
  })

  it('are set like built-in rules, options and all', async () => {
    configure({
      plugins: ['./cost-basis.mjs'],
      rules: {'qinghe/cost-basis': ['error', {vague: ['上年调查结果']}]}
    })
    assert.deepEqual(await findings(), [])
    configure({plugins: ['./cost-basis.mjs'], rules: {'qinghe/cost-basis': ['error', {vag: []}]}})
    assert.match((await desk.run('.')).err, /rules\.qinghe\/cost-basis/)
  })

  it('are explained with their examples', async () => {
    configure({plugins: ['./cost-basis.mjs']})
    const {status, out} = await desk.run('explain', 'qinghe/cost-basis')
    assert.equal(status, 0)
    assert.match(out, /成本指标的依据过于笼统[^]*▶年度工作计划/)
  })

  it('may be plain unified plugins with options and severities of their own', async () => {
    desk.write('两张.xlsx', workbook({甲: form, 乙: form}))
    configure({plugins: ['./indicator-count.mjs'], rules: {indicatorCount: ['warning', {most: 2}]}})
    assert.deepEqual(
      (await findings()).map(({ruleId, severity, sheet}) => [ruleId, severity, sheet]).sort(),
      [
        ['indicatorCount', 'warning', '乙'],
        ['indicatorCount', 'warning', '甲'],
        ['indicatorCount', 'warning', '绩效目标表']
      ]
    )
    configure({plugins: ['./indicator-count.mjs'], rules: {indicatorCount: 'off'}})
    assert.deepEqual(await findings(), [])
  })

  it('may be bare transformers, whose messages keep their place and gravity', async () => {
    desk.write(
      'plain-look.mjs',
      `export default [(tree, file) => {
        const [sheet] = tree.children
        const indicator = sheet.children[0].children.find(({type}) => type === 'indicator')
        file.message('看到 {这一行}', {place: {line: 3, column: 4}, ancestors: [tree, sheet]})
        file.info('只是说一声', indicator)
        try { file.fail('不能通过', indicator) } catch {}
      }]`
    )
    configure({plugins: ['./plain-look.mjs']})
    assert.deepEqual(
      (await findings())
        .map(({ruleId, severity, range, message}) => [ruleId, severity, range, message])
        .sort(),
      [
        ['plain-look', 'error', 'A3:E4', '不能通过'],
        ['plain-look', 'info', 'A3:E4', '只是说一声'],
        ['plain-look', 'warning', 'D3', '看到 {这一行}']
      ]
    )
  })

  it('that throw or wait give a crash and status 2, and the other rules go on', async () => {
    for (const body of ["throw new Error('boom')", 'return Promise.resolve()']) {
      desk.write(
        `bad-${body.length}.mjs`,
        `export default function badPlugin() { return (tree) => { ${body} } }`
      )
      configure({plugins: [`./bad-${body.length}.mjs`, './cost-basis.mjs']})
      const {status, out} = await desk.run('表.xlsx')
      assert.equal(status, 2, body)
      assert.match(out, /规则 badPlugin 在检查/)
      assert.match(out, /宣传资料单位成本/)
    }
  })

  it('that are no rules, hide a mistake or take a name twice are refused with what to do', async () => {
    const refuse = async (code: string, pattern: RegExp): Promise<void> => {
      const name = `p${Math.abs([...code].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) | 0, 7))}.mjs`
      desk.write(name, code)
      configure({plugins: [`./${name}`]})
      const {status, err} = await desk.run('表.xlsx')
      assert.equal(status, 2)
      assert.match(err, pattern)
    }
    await refuse('export const nothing = 1', /规则“\?”有误：id 应为/)
    await refuse('', /没有导出规则/)
    await refuse(
      `export default {id: 'a/b', group: 'nothing', severity: 'fatal', create() {}, messages: {zh: {a: ''}, en: {}}}`,
      /“a\/b”有误：group 应为[^]*severity 应为[^]*title[^]*messages/
    )
    await refuse(
      `export const rules = ({defineRule}) => defineRule({id: 'wrong-year', group: 'notation', severity: 'info', title: {zh: '', en: ''},
        why: {zh: '', en: ''}, basis: [], messages: {zh: {}, en: {}}, examples: [], create: () => ({})})`,
      /“wrong-year”与已有规则同名/
    )
    configure({plugins: ['./没有.mjs']})
    assert.match((await desk.run('表.xlsx', '--locale', 'en')).err, /does not exist/)
  })
})
