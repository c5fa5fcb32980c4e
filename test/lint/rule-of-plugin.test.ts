import assert from 'node:assert/strict'
import {defineRule} from '../../shared/lint/define-rule.js'
import {lintWorkbook} from '../../shared/lint/lint-workbook.js'
import {ruleOfPlugin, type TargetPlugin} from '../../shared/lint/rule-of-plugin.js'
import {toUnifiedPlugin} from '../../shared/lint/unified.js'
import {readLiteral, sheet, workbook} from '../../shared/workbook/sheet-literal.js'
import type {Finding} from '../../shared/lint/finding.js'

const table = sheet`
  2024年普法经费绩效目标表
  一级指标 | 二级指标 | 三级指标 | 指标值
  产出指标 | 数量指标 | 宣传次数 | ≥12次
`
const two = readLiteral(workbook({甲: table, 乙: table}))

function lint(plugin: TargetPlugin): Finding[] {
  const rule = ruleOfPlugin(plugin, {id: 'office/check', url: './check.mjs'})
  return lintWorkbook(two, {rules: new Map([[rule.id, {severity: 'warning'}]]), extraRules: [rule]}).findings
}

describe('a unified plugin as a rule', () => {
  it('brings a rule back whole that was made a unified-lint plugin', () => {
    const names = defineRule({
      id: 'names',
      group: 'notation',
      severity: 'warning',
      title: {zh: '名称', en: 'Names'},
      why: {zh: '试验用的规则', en: 'A rule for trials'},
      basis: [],
      messages: {zh: {seen: '看到“{name}”'}, en: {seen: 'saw "{name}"'}},
      examples: [],
      create: (context) => ({
        indicator(node) {
          context.report({node, part: 'name', messageId: 'seen', data: {name: node.name?.text ?? ''}})
        }
      })
    })
    assert.deepEqual(
      lint(toUnifiedPlugin(names) as unknown as TargetPlugin).map((finding) => [
        finding.ruleId,
        finding.severity,
        finding.sheet,
        finding.range,
        finding.actual,
        finding.message,
        finding.url
      ]),
      [
        ['office/check', 'warning', '甲', 'C3', '宣传次数', '看到“宣传次数”', './check.mjs'],
        ['office/check', 'warning', '乙', 'C3', '宣传次数', '看到“宣传次数”', './check.mjs']
      ]
    )
  })

  it('knows the sheet of a node, of a position and of nothing', () => {
    const last: TargetPlugin = () => (tree, file) => {
      const form = tree.children[1]?.children[0]
      file.message('node', form)
      file.message('position', form?.position)
      file.message('nothing')
    }
    assert.deepEqual(
      lint(last).map((finding) => [finding.message, finding.sheet, finding.range]),
      [
        ['nothing', '甲', 'A1'],
        ['node', '乙', 'A1:D3'],
        ['position', '乙', 'A1:D3']
      ]
    )
  })
})
