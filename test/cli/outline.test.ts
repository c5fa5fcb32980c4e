import assert from 'node:assert/strict'
import {outlineTree} from '../../linter/format/outline.js'
import {recognise} from '../../shared/tree/recognise.js'
import {readLiteral, sheet} from '../../shared/workbook/sheet-literal.js'

describe('the outline of what is recognised', () => {
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
