import assert from 'node:assert/strict'
import {decodeDecisions, encodeDecisions} from '../../shared/lint/document-decisions.js'
import type {Finding} from '../../shared/lint/finding.js'
import {lintWorkbook} from '../../shared/lint/lint-workbook.js'
import {activate, applySuppressions, type Suppression} from '../../shared/lint/suppressions.js'
import {readLiteral, sheet} from '../../shared/workbook/sheet-literal.js'
import type {Workbook} from '../../shared/workbook/workbook.js'

function finding(ruleId: string, range: string, actual: string, name = '目标表'): Finding {
  return {
    ruleId,
    group: 'measurability',
    severity: 'error',
    messageId: 'm',
    message: `${ruleId} ${range}`,
    sheet: name,
    range,
    actual,
    basis: [],
    url: ''
  }
}

/** What is suppressed, as `rule range`, and the number of findings each suppression hit. */
function suppress(findings: Finding[], ...suppressions: Suppression[]): {hit: string[]; uses: number[]} {
  const result = applySuppressions(
    findings,
    suppressions.map((suppression) => activate(suppression, 'document'))
  )
  assert.equal(result.findings.length, findings.length, 'findings are marked, never dropped')
  return {
    hit: result.findings.flatMap(({suppressed, ruleId, range}) => (suppressed ? [`${ruleId} ${range}`] : [])),
    uses: result.uses
  }
}

describe('suppressions', () => {
  const here = finding('money-unit', 'E5', '16')
  const below = finding('money-unit', 'E9', '20')
  const other = finding('wrong-year', 'E5', '2023年')
  const elsewhere = finding('money-unit', 'E5', '16', '另一张')
  const all = [here, below, other, elsewhere]
  const place = {rule: 'money-unit', sheet: '目标表', range: 'E5', text: '16', reason: '县里口径'}

  it('hold for one place, for a rule on a sheet, for a rule everywhere', () => {
    assert.deepEqual(suppress(all, place).hit, ['money-unit E5'])
    assert.deepEqual(suppress(all, {rule: 'money-unit', sheet: '目标表', reason: '口径'}).uses, [2])
    assert.deepEqual(suppress(all, {rule: 'money-unit', reason: '口径'}).uses, [3])
    assert.deepEqual(suppress(all, {rule: '*', sheet: '另一张', reason: '样表'}).uses, [1])
  })

  it('follow the text when rows come and go', () => {
    assert.deepEqual(suppress([finding('money-unit', 'E7', '16'), below], place).hit, ['money-unit E7'])
    const twice = [finding('money-unit', 'E40', '16'), finding('money-unit', 'E6', '16')]
    assert.deepEqual(suppress(twice, place).hit, ['money-unit E6'], 'the nearest, and only one')
  })

  it('end when another text is written, and are then of no use', () => {
    assert.deepEqual(suppress([finding('money-unit', 'E5', '18')], place), {hit: [], uses: [0]})
  })

  it('never hide that a rule crashed', () => {
    const crash: Finding = {...finding('internal/rule-crashed', 'A1', 'x'), group: 'internal'}
    assert.deepEqual(suppress([crash], {rule: '*', reason: '全部'}).hit, [])
  })

  it('keep the first reason where two speak of a finding, and count both', () => {
    const {findings, uses} = applySuppressions(
      [here],
      [activate({rule: 'money-unit', reason: '甲'}, 'note'), activate({rule: '*', reason: '乙'}, 'document')]
    )
    assert.deepEqual(findings[0]?.suppressed, {by: 'note', reason: '甲'})
    assert.deepEqual(uses, [1, 1])
  })
})

describe('decisions kept in a document', () => {
  it('come back as they were', () => {
    const decisions = {
      suppressions: [{rule: 'money-unit', sheet: '目标表', range: 'E5', text: '16', reason: '口径'}],
      settings: {year: 2024, division: '130281', rules: {'wrong-year': 'off' as const}}
    }
    assert.deepEqual(decodeDecisions(JSON.parse(JSON.stringify(encodeDecisions(decisions)))), decisions)
  })

  it('of the wrong shape are left out, and a place that cannot be read never becomes everywhere', () => {
    const {suppressions, settings} = decodeDecisions({
      suppressions: [
        null,
        'x',
        {rule: 'money-unit'},
        {rule: 'money-unit', reason: ''},
        {rule: 'money-unit', range: 5, reason: '口径'},
        {rule: 'wrong-year', reason: '跨年项目', later: true}
      ],
      settings: {year: '2024', division: 'x', rules: {a: 'loud', b: 'off'}}
    })
    assert.deepEqual(suppressions, [{rule: 'wrong-year', reason: '跨年项目'}])
    assert.deepEqual(settings, {rules: {b: 'off'}})
    for (const state of [undefined, null, 7, 'x', []])
      assert.deepEqual(decodeDecisions(state), {suppressions: [], settings: {}})
  })
})

describe('suppressions in notes', () => {
  const form = (note: string): Workbook => {
    const workbook = readLiteral(sheet`
      2024年清河市法律援助经费绩效目标表
      一级指标 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 法律咨询件数 | ≥80%
    `)
    workbook.sheets[0]?.notes.push({row: 3, column: 4, text: note})
    return workbook
  }
  const check = (note: string, options = {}) => {
    const {findings, suppressions, noteProblems} = lintWorkbook(form(note), options)
    const at = findings.find(({ruleId}) => ruleId === 'count-as-percent')
    return {
      suppressed: at?.suppressed,
      uses: suppressions.map(({uses}) => uses),
      problems: noteProblems.map(({text}) => text.zh)
    }
  }

  it('hold for the cell, below the name of who wrote them, with either colon', () => {
    for (const note of [
      '体检忽略 count-as-percent：考核的就是比率',
      '审核人:\n体检忽略 count-as-percent: 考核的就是比率',
      '体检忽略 money-unit、count-as-percent：考核的就是比率',
      '体检忽略：考核的就是比率'
    ]) {
      const {suppressed, problems} = check(note)
      assert.deepEqual([suppressed, problems], [{by: 'note', reason: '考核的就是比率'}, []], note)
    }
  })

  it('do not hold without a reason or with an unknown rule, and say so', () => {
    assert.match(check('体检忽略 count-as-percent').problems[0] ?? '', /绩效目标表!D3 .*没有写理由/)
    const {suppressed, problems} = check('体检忽略 count-as-percnt：理由')
    assert.equal(suppressed, undefined)
    assert.match(problems[0] ?? '', /是不是“count-as-percent”/)
  })

  it('leave an ordinary note alone', () => {
    assert.deepEqual(check('请核对'), {suppressed: undefined, uses: [], problems: []})
  })

  it('are not counted where the reader does not trust the workbook', () => {
    assert.equal(check('体检忽略：我不想改', {trustWorkbook: false}).suppressed, undefined)
  })

  it('are not called useless when their rule did not run', () => {
    assert.deepEqual(check('体检忽略 wrong-year：跨年').uses, [0])
    assert.deepEqual(check('体检忽略 wrong-year：跨年', {rules: new Map()}).uses, [])
  })
})
