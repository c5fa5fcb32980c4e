import assert from 'node:assert/strict'
import {checkOptions} from '../../../addin/pane/options/check-options.js'
import {dropWrongOptions} from '../../../addin/pane/options/drop-wrong-options.js'
import {optionFields} from '../../../addin/pane/options/option-fields.js'
import {setOptions, switchRule, type RuleChoices} from '../../../addin/pane/options/rule-choices.js'
import type {Rule} from '../../../shared/lint/define-rule.js'
import {rules} from '../../../shared/rules/index.js'
import {sheet} from '../../../shared/workbook/sheet-literal.js'
import {openPane, openPaneOn} from './open-pane.js'

const ruleOf = (id: string): Rule => {
  const rule = rules.find((one) => one.id === id)
  assert.ok(rule)
  return rule
}

describe('options of rules in the pane', () => {
  for (const rule of rules.filter(({options}) => options)) {
    it(`has a named field for every option of ${rule.id}, and accepts its defaults`, () => {
      const fields = optionFields(rule)
      assert.deepEqual(fields.map(({key}) => key).sort(), Object.keys(rule.options?.default as object).sort())
      const words = fields.flatMap((field) => [field.key, ...(field.kind === 'choices' ? field.choices : [])])
      for (const word of words) assert.ok(rule.options?.names?.[word], `${rule.id}: ${word} has no name`)
      assert.equal(checkOptions(rule, {}).size, 0)
    })
  }

  it('says in plain words what is wrong with a value', () => {
    const told = (id: string, values: Record<string, unknown>): string[] =>
      [...checkOptions(ruleOf(id), values).values()].map(({zh}) => zh)
    assert.deepEqual(told('too-few-indicators', {least: '三'}), ['应为数字'])
    assert.deepEqual(told('too-few-indicators', {least: 2.5}), ['应为整数'])
    assert.deepEqual(told('too-few-indicators', {least: 0}), ['不能小于 1'])
    assert.deepEqual(told('too-few-indicators', {least: 99}), ['不能大于 30'])
    assert.deepEqual(told('grade-word', {bands: [90, 80]}), ['要有 3 个'])
    assert.deepEqual(told('grade-word', {bands: [90, 80, '六十']}), ['应为数字'])
  })

  const form = {
    ...sheet`
      2024年机关食堂运行绩效目标表
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 保障就餐人数 | ≥320人
      ^ | 质量指标 | 食品抽检合格率 | =100%
      效益指标 | 社会效益指标 | 节约粮食数量 | ≥2吨
      满意度指标 | 服务对象满意度指标 | 就餐人员满意度 | ≥90%
    `
  }

  it('are honoured, kept in the document, and read again', async () => {
    const {pane, host, found} = await openPane(form)
    await pane.check()
    assert.ok(!found().some((line) => line.startsWith('too-few-indicators')))
    await pane.changeSettings({rules: {'too-few-indicators': ['info', {least: 6}]}})
    assert.ok(found().some((line) => line.startsWith('too-few-indicators')))
    const later = await openPane(form, {state: await host.loadState()})
    await later.pane.check()
    assert.ok(later.found().some((line) => line.startsWith('too-few-indicators')))
  })

  it('rest while their rule is off, in the document, and hold again when it is on', async () => {
    const {pane, host, found} = await openPane(form)
    const usual = {own: 'warning', preset: 'info'} as const
    const choose = async ({rules, resting}: RuleChoices): Promise<void> =>
      pane.changeSettings({rules}, resting)
    await pane.check()
    await choose(setOptions({rules: {}, resting: {}}, 'too-few-indicators', {least: 6}, usual))
    const choices = (): RuleChoices => {
      const {settings, resting} = pane.store.get()
      return {rules: settings.rules ?? {}, resting}
    }
    const before = choices()
    await choose(switchRule(before, 'too-few-indicators', false, usual))
    assert.deepEqual(choices().rules, {'too-few-indicators': 'off'})
    assert.ok(!found().some((line) => line.startsWith('too-few-indicators')))

    const later = await openPaneOn(host)
    await later.pane.check()
    const {settings, resting} = later.pane.store.get()
    const on = switchRule({rules: settings.rules ?? {}, resting}, 'too-few-indicators', true, usual)
    assert.deepEqual(on, before)
    await later.pane.changeSettings({rules: on.rules}, on.resting)
    assert.ok(later.found().some((line) => line.startsWith('too-few-indicators')))
  })

  it('rest also for a rule that the preset leaves off, and are forgotten when they are reset', () => {
    const usual = {own: 'warning', preset: undefined} as const
    const on = switchRule({rules: {}, resting: {}}, 'grade-word', true, usual)
    assert.deepEqual(on, {rules: {'grade-word': 'warning'}, resting: {}})
    const set = setOptions(on, 'grade-word', {bands: [90, 80, 70]}, usual)
    const off = switchRule(set, 'grade-word', false, usual)
    assert.deepEqual(off, {rules: {}, resting: {'grade-word': ['warning', {bands: [90, 80, 70]}]}})
    assert.deepEqual(switchRule(off, 'grade-word', true, usual), set)
    const reset = setOptions(set, 'grade-word', undefined, usual)
    assert.deepEqual(switchRule(reset, 'grade-word', false, usual), {rules: {}, resting: {}})
  })

  it('that rest in a document and the rule cannot use are left out', async () => {
    const state = {
      version: 1,
      suppressions: [],
      settings: {},
      resting: {'too-few-indicators': ['info', {least: 'viele'}], other: 7}
    }
    const {pane} = await openPane(form, {state})
    assert.deepEqual(pane.store.get().resting, {'too-few-indicators': 'info'})
  })

  it('that a document keeps and the rule cannot use are left out, and said', async () => {
    const rules = {'too-few-indicators': ['warning', {least: 'viele'}], 'grade-word': ['error', null]}
    const {pane} = await openPane(form, {state: {version: 1, suppressions: [], settings: {rules}}})
    const {settings, notice} = pane.store.get()
    assert.deepEqual(settings.rules, {'too-few-indicators': 'warning'})
    assert.match(notice?.text.zh ?? '', /已按默认选项检查：too-few-indicators/)
    await pane.check()
    assert.ok(!pane.store.get().outcome?.findings.some(({group}) => group === 'internal'))
  })

  it('for a rule that has none are left out', () => {
    const {settings, dropped} = dropWrongOptions({rules: {'count-as-percent': ['error', {least: 1}]}})
    assert.deepEqual([settings.rules, dropped], [{'count-as-percent': 'error'}, ['count-as-percent']])
  })
})
