import assert from 'node:assert/strict'
import {outlineTree} from '../../linter/format/outline.js'
import {recognise} from '../../shared/tree/recognise.js'
import {readLiteral, sheet} from '../../shared/workbook/sheet-literal.js'

describe('the outline of what is recognised', () => {
  it('names kinds of targets and columns of funds in the language of the reader', () => {
    const tree = recognise(
      readLiteral(sheet`
        绩效目标表
        预算数 | 36 | 其中：财政资金 | 36
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 义诊场次 | ≥12场
        产出指标 | 质量指标 | 病历合格率 | ≥95%
      `)
    )
    const chinese = outlineTree('表.xlsx', tree, 'zh-CN', false)
    assert.match(chinese, /预算数: 预算 B2 36/)
    assert.match(chinese, /≥12场 \[数 ≥12场\]/)
    assert.match(chinese, /≥95% \[百分比 ≥95%\]/)
    const english = outlineTree('form.xlsx', tree, 'en', false)
    assert.match(english, /预算数: budget B2 36/)
    assert.match(english, /\[percent ≥95%\]/)
    assert.doesNotMatch(english, /（/)
  })

  it('has a line for each of very many nodes', () => {
    const tree = recognise(
      readLiteral(sheet`
        绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 义诊场次 | ≥12场
      `)
    )
    const form = tree.children[0]?.children[0]
    const indicator = form?.children.find(({type}) => type === 'indicator')
    assert.ok(form && indicator)
    form.children = new Array<typeof indicator>(130_000).fill(indicator)
    const lines = outlineTree('名单.xlsx', tree, 'zh-CN', false).split('\n')
    assert.equal(lines.filter((line) => line.includes('义诊场次')).length, 130_000)
  })
})
