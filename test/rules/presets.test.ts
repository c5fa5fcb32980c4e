import assert from 'node:assert/strict'
import {lintWorkbook} from '../../shared/lint/lint-workbook.js'
import {defineRule, type Rule} from '../../shared/lint/define-rule.js'
import type {Severity} from '../../shared/lint/finding.js'
import {rules} from '../../shared/rules/index.js'
import {listDifferences, listPreset} from '../../shared/rules/presets/preset.js'
import {presetDefinitions, presets} from '../../shared/rules/presets.js'
import {readLiteral, sheet} from '../../shared/workbook/sheet-literal.js'
import {Desk} from '../cli/run-command.js'

const known = new Set(rules.map(({id}) => id))

describe('presets', () => {
  for (const [name, {title, about, changes}] of Object.entries(presetDefinitions)) {
    it(`${name} speaks of every rule, names only rules there are, and gives reasons in both languages`, () => {
      assert.deepEqual(Object.keys(presets[name as keyof typeof presets]).sort(), [...known].sort())
      for (const text of [title, about, ...changes.map(({reason}) => reason)]) {
        assert.match(text.zh, /[\u4e00-\u9fff]/)
        assert.match(text.en, /[A-Za-z]{3}/)
      }
      for (const {rules: changed} of changes) {
        if (typeof changed !== 'string') for (const id of changed) assert.ok(known.has(id), id)
      }
    })

    it(`${name} has no change without effect`, () => {
      const lines = listPreset({title, about, changes}, rules)
      for (const change of changes) {
        assert.ok(
          lines.some(({reason}) => reason === change.reason),
          change.reason.en
        )
      }
    })
  }

  it('teaching leaves nothing off and nothing as a hint', () => {
    for (const [id, severity] of Object.entries(presets.teaching))
      assert.ok(severity === 'error' || severity === 'warning', id)
  })

  it('strict is nowhere milder than recommended', () => {
    const rank = {off: 0, info: 1, warning: 2, error: 3}
    for (const [id, severity] of Object.entries(presets.strict))
      assert.ok(rank[severity] >= rank[presets.recommended[id] ?? 'error'], id)
  })

  it('only Hebei and the general ones check the last character of project codes', () => {
    const on = Object.entries(presets).flatMap(([name, table]) =>
      table['project-code-check'] === 'off' ? [] : [name]
    )
    assert.deepEqual(on, ['recommended', 'strict', 'teaching', 'hebei'])
  })

  it('tells rules that change for the same reason together', () => {
    const differences = listDifferences(listPreset(presetDefinitions.strict, rules))
    assert.ok(
      differences.some(({ids, own, severity}) => own === 'info' && severity === 'warning' && ids.length > 1)
    )
    assert.deepEqual(listDifferences(listPreset(presetDefinitions.recommended, rules)), [])
  })
})

describe('a severity that was set', () => {
  const table = readLiteral(sheet`
    2024年普法经费绩效目标表
    一级指标 | 二级指标 | 三级指标 | 指标值
    产出指标 | 数量指标 | 宣传次数 | ≥12次
    ^ | 质量指标 | 资料合格率 | ≥95%
    ^ | 时效指标 | 完成时间 | 12月底前
  `)
  const reported: Severity[] = ['error', 'warning', 'info']
  const rule: Rule = defineRule({
    id: 'of-three-kinds',
    group: 'notation',
    severity: 'warning',
    title: {zh: '试验', en: 'Trial'},
    why: {zh: '试验用的规则', en: 'A rule for trials'},
    basis: [],
    messages: {zh: {seen: '看到了'}, en: {seen: 'seen'}},
    examples: [],
    create: (context) => {
      let at = 0
      return {
        indicator(node) {
          context.report({node, part: 'name', messageId: 'seen', severity: reported[at++]})
        }
      }
    }
  })
  const lint = (severity: Severity): Severity[] =>
    lintWorkbook(table, {rules: new Map([[rule.id, {severity}]]), extraRules: [rule]}).findings.map(
      (finding) => finding.severity
    )

  it('leaves a rule its own distinctions when it is the usual one', () => {
    assert.deepEqual(lint('warning'), ['error', 'warning', 'info'])
  })

  it('is never exceeded when it is milder', () => {
    assert.deepEqual(lint('info'), ['info', 'info', 'info'])
  })

  it('raises what is not milder than usual when it is graver', () => {
    assert.deepEqual(lint('error'), ['error', 'error', 'info'])
  })
})

describe('presets on the command line', () => {
  let desk: Desk
  beforeEach(() => {
    desk = new Desk()
  })
  afterEach(() => desk.clear())

  it('rules --preset shows severities and reasons in both languages', async () => {
    for (const [name, definition] of Object.entries(presetDefinitions)) {
      const zh = (await desk.run('rules', '--preset', name)).out.replace(/\s/g, '')
      const en = (await desk.run('rules', '--preset', name, '--locale', 'en')).out.replace(/\s/g, '')
      for (const {reason} of listDifferences(listPreset(definition, rules))) {
        assert.ok(zh.includes(reason.zh.replace(/\s/g, '')), reason.zh)
        assert.ok(en.includes(reason.en.replace(/\s/g, '')), reason.en)
      }
    }
    const wrong = await desk.run('rules', '--preset', 'hebie')
    assert.equal(wrong.status, 2)
    assert.match(wrong.err, /是不是“hebei”/)
  })

  it('print-config names the preset and why it differs', async () => {
    desk.write('jixiao.config.json', JSON.stringify({preset: 'hebei'}))
    const {out} = await desk.run('print-config', '--locale', 'en')
    const printed = JSON.parse(out) as {
      preset: string
      rules: Record<string, string>
      presetChanges: Record<string, {own: string; severity: string; reason: string}>
    }
    assert.equal(printed.preset, 'hebei')
    assert.equal(printed.rules['project-code-format'], 'error')
    assert.equal(printed.presetChanges['project-code-format']?.own, 'warning')
    assert.match(printed.presetChanges['project-code-format']?.reason ?? '', /21 characters/)
    const other = JSON.parse((await desk.run('print-config', '--preset', 'recommended')).out) as object
    assert.ok(!('presetChanges' in other))
  })

  it('a preset decides whether a check fails', async () => {
    desk.write(
      '表.xlsx',
      sheet`
        2024年普法经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效值
        产出指标 | 数量指标 | 宣传资料印制数量 | ≥2000
        ^ | ^ | 宣传活动场次 | ≥12场
        效益指标 | 社会效益指标 | 法律知识知晓率 | ≥80%
      `
    )
    assert.equal((await desk.run('表.xlsx')).status, 0)
    assert.equal((await desk.run('表.xlsx', '--preset', 'ningxia')).status, 1)
  })
})
