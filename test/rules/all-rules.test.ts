import assert from 'node:assert/strict'
import {rules} from '../../shared/rules/index.js'
import {presets} from '../../shared/rules/presets.js'
import {lintExample} from '../../shared/lint/lint-example.js'
import {lintWorkbook} from '../../shared/lint/lint-workbook.js'
import {readLiteral, sheet} from '../../shared/workbook/sheet-literal.js'

const places = (template: string): string[] =>
  [...new Set([...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort()

describe('all rules', () => {
  it('have unique kebab-case names', () => {
    const ids = rules.map(({id}) => id)
    assert.equal(new Set(ids).size, ids.length)
    for (const id of ids) assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  for (const rule of rules) {
    it(`${rule.id} is complete in both languages`, () => {
      for (const text of [rule.title, rule.why]) {
        assert.match(text.zh, /[\u4e00-\u9fff]/)
        assert.match(text.en, /[A-Za-z]{3}/)
      }
      assert.ok(rule.why.zh.length >= 20, 'why says what, why and what to do')
      assert.deepEqual(Object.keys(rule.messages.zh).sort(), Object.keys(rule.messages.en).sort())
      for (const [id, template] of Object.entries(rule.messages.zh)) {
        assert.deepEqual(places(template), places(rule.messages.en[id] ?? ''), `message ${id}`)
      }
      assert.ok(rule.basis.length > 0, 'has a basis')
      for (const basis of rule.basis) assert.match(basis, /[\u4e00-\u9fff]{4}/)
      if (rule.traps) assert.ok(rule.traps.zh && rule.traps.en)
    })

    it(`${rule.id} shows both halves, and offers the fixes it promises`, () => {
      assert.ok(rule.examples.some(({wrong, finds}) => wrong && finds?.length))
      assert.ok(rule.examples.some(({right}) => right))
      const offered = new Set(
        rule.examples.flatMap((example) =>
          lintExample(rule, example, 'zh-CN').findings.flatMap(({fixes = []}) => fixes.map(({safe}) => safe))
        )
      )
      assert.equal(rule.fix, offered.has(true) ? 'safe' : offered.has(false) ? 'suggestion' : undefined)
    })

    it(`${rule.id} says the same in both languages, with the page in the language of the message`, () => {
      for (const example of rule.examples) {
        const zh = lintExample(rule, example, 'zh-CN').findings
        const en = lintExample(rule, example, 'en').findings
        assert.deepEqual(
          zh.map(({sheet, range, messageId, severity}) => [sheet, range, messageId, severity]).sort(),
          en.map(({sheet, range, messageId, severity}) => [sheet, range, messageId, severity]).sort()
        )
        for (const {message} of zh) assert.match(message, /[\u4e00-\u9fff]/)
        for (const {message} of en) assert.match(message, /[A-Za-z]{3}/)
        for (const {url} of zh) assert.equal(url, `docs/rules/${rule.id}.md`)
        for (const {url} of en) assert.equal(url, `docs/rules/${rule.id}.en.md`)
      }
    })
  }

  it('stand in the preset recommended with their own severity', () => {
    for (const rule of rules) assert.equal(presets.recommended[rule.id], rule.severity)
  })

  it('say nothing about sheets without forms, and do not crash on odd ones', () => {
    for (const literal of [
      sheet``,
      sheet`
        通讯录
        姓名 | 电话 | 备注
        张三 | 123 | 无
      `,
      sheet`
        一级指标 | 二级指标 | 三级指标 | 指标值
      `,
      sheet`
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标
        ^ | 数量指标
      `
    ]) {
      const result = lintWorkbook(readLiteral(literal))
      assert.equal(result.crashed, false)
      assert.deepEqual(
        result.findings.filter(({severity}) => severity === 'error'),
        []
      )
    }
  })

  it('leave the workbook and the tree unchanged', () => {
    for (const rule of rules) {
      for (const example of rule.examples) {
        const literal = example.wrong ?? example.right
        if (!literal) continue
        const workbook = readLiteral(literal)
        const before = JSON.stringify(workbook)
        lintWorkbook(workbook)
        assert.equal(JSON.stringify(workbook), before, rule.id)
      }
    }
  })
})
