import assert from 'node:assert/strict'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {defineRule, type Rule} from '../../shared/lint/define-rule.js'
import {lintWorkbook} from '../../shared/lint/lint-workbook.js'
import {lintTargets, toUnifiedPlugin} from '../../shared/lint/unified.js'
import {recognise} from '../../shared/tree/recognise.js'
import {readLiteral, sheet, workbook} from '../../shared/workbook/sheet-literal.js'

const table = sheet`
  2024年普法经费绩效目标表
  一级指标 | 二级指标 | 三级指标 | 指标值
  产出指标 | 数量指标 | 宣传次数 | ≥12次
  ^ | 质量指标 | 资料合格率 | ≥95%
  满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90%
`

function make(id: string, create: Parameters<typeof defineRule>[0]['create']): Rule {
  return defineRule({
    id,
    group: 'measurability',
    severity: 'warning',
    title: {zh: '试验', en: 'Trial'},
    why: {zh: '试验用的规则', en: 'A rule for trials'},
    basis: [],
    messages: {
      zh: {seen: '看到“{name}”', change: '改为“{to}”'},
      en: {seen: 'saw "{name}"', change: 'change to "{to}"'}
    },
    examples: [],
    create
  })
}

const everyIndicator = make('every-indicator', (context) => ({
  indicator(node) {
    context.report({node, part: 'name', messageId: 'seen', data: {name: node.name?.text ?? ''}})
  }
}))

const only = (rule: Rule) => ({
  rules: new Map([[rule.id, {severity: rule.severity}]]),
  extraRules: [rule]
})

describe('the engine', () => {
  it('walks the tree once and reports in reading order, whatever order the rules report in', () => {
    const backwards = make('backwards', (context) => ({
      'form:exit'(form) {
        for (const node of [...form.children].reverse()) {
          if (node.type === 'indicator')
            context.report({node, part: 'name', messageId: 'seen', data: {name: 'x'}})
        }
      }
    }))
    const {findings} = lintWorkbook(readLiteral(table), only(backwards))
    assert.deepEqual(
      findings.map(({range}) => range),
      ['C3', 'C4', 'C5']
    )
  })

  it('renders messages in the language asked for', () => {
    const [zh] = lintWorkbook(readLiteral(table), only(everyIndicator)).findings
    const [en] = lintWorkbook(readLiteral(table), {...only(everyIndicator), locale: 'en'}).findings
    assert.equal(zh?.message, '看到“宣传次数”')
    assert.equal(en?.message, 'saw "宣传次数"')
    assert.equal(en?.actual, '宣传次数')
  })

  it('turns a crashed rule into one error finding and lets the other rules go on', () => {
    const crashing = make('crashing', () => ({
      indicator() {
        throw new Error('boom')
      }
    }))
    const result = lintWorkbook(readLiteral(table), {
      rules: new Map([
        ['crashing', {severity: 'info'}],
        ['every-indicator', {severity: 'warning'}]
      ]),
      extraRules: [crashing, everyIndicator]
    })
    assert.equal(result.crashed, true)
    const crashes = result.findings.filter(({ruleId}) => ruleId === 'internal/rule-crashed')
    assert.equal(crashes.length, 1)
    assert.equal(crashes[0]?.severity, 'error')
    assert.match(crashes[0]?.message ?? '', /crashing.*boom/)
    assert.equal(result.findings.filter(({ruleId}) => ruleId === 'every-indicator').length, 3)
  })

  it('treats a rule that names a message it does not have as crashed', () => {
    const wrong = make('wrong-message', (context) => ({
      indicator(node) {
        context.report({node, messageId: 'nothing'})
      }
    }))
    assert.equal(lintWorkbook(readLiteral(table), only(wrong)).crashed, true)
  })

  it('carries suggestions as edits that name the cell and its old text', () => {
    const suggesting = make('suggesting', (context) => ({
      indicator(node) {
        if (!node.target) return
        context.report({
          node,
          part: 'target',
          messageId: 'seen',
          data: {name: node.target.text},
          suggest: [{messageId: 'change', data: {to: '1'}, edits: [{part: node.target, to: '1'}]}]
        })
      }
    }))
    const [finding] = lintWorkbook(readLiteral(table), only(suggesting)).findings
    assert.deepEqual(finding?.fixes, [
      {title: '改为“1”', safe: false, edits: [{sheet: '绩效目标表', cell: 'D3', from: '≥12次', to: '1'}]}
    ])
  })

  it('changes severity and switches rules off by sheet and range', () => {
    const two = workbook({甲: table, 乙: table})
    const {findings} = lintWorkbook(readLiteral(two), {
      ...only(everyIndicator),
      overrides: [
        {matchesSheet: (name) => name === '乙', rules: new Map([['every-indicator', 'off']])},
        {ranges: [{top: 4, left: 1, bottom: 4, right: 9}], rules: new Map([['every-indicator', 'error']])}
      ]
    })
    assert.deepEqual(
      findings.map(({sheet, range, severity}) => [sheet, range, severity]),
      [
        ['甲', 'C3', 'warning'],
        ['甲', 'C4', 'error'],
        ['甲', 'C5', 'warning']
      ]
    )
  })
})

describe('in unified', () => {
  it('all rules are one plugin whose messages point to row and column', async () => {
    const file = new VFile({path: '目标表.xlsx'})
    await unified()
      .use(lintTargets, only(everyIndicator))
      .run(recognise(readLiteral(table)), file)
    assert.deepEqual(
      file.messages.map(({ruleId, line, column, fatal}) => [ruleId, line, column, fatal]),
      [
        ['every-indicator', 3, 3, false],
        ['every-indicator', 4, 3, false],
        ['every-indicator', 5, 3, false]
      ]
    )
  })

  it('each rule is a plugin of its own that follows the conventions of unified-lint-rule', async () => {
    const file = new VFile({path: '目标表.xlsx'})
    const plugin = toUnifiedPlugin(everyIndicator)
    await unified()
      .use(plugin, ['error'])
      .run(recognise(readLiteral(table)), file)
    assert.equal(file.messages.length, 3)
    assert.equal(file.messages[0]?.fatal, true)
    assert.equal(file.messages[0]?.source, 'jixiao')
  })
})
