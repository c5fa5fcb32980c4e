import assert from 'node:assert/strict'
import {areNested, findDivisions} from '../../shared/vocabulary/divisions.js'

const namesIn = (text: string): string[] => findDivisions(text).map(({name}) => name)

describe('names of divisions in running text', () => {
  it('are found with every code that bears them', () => {
    assert.deepEqual(namesIn('河北省石家庄市正定县与安吉县'), ['河北省', '石家庄市', '正定县', '安吉县'])
    assert.deepEqual(findDivisions('正定县')[0]?.codes, ['130123'])
  })

  it('are not seen in other words', () => {
    for (const text of [
      '沿海城市建设',
      '各项城市管理',
      '农贸市场',
      '南方山区',
      '贫困县摘帽',
      '中心城区',
      '全市全县'
    ])
      assert.deepEqual(namesIn(text), [], text)
  })

  it('lie in each other or not', () => {
    assert.equal(areNested('130123', '130000'), true)
    assert.equal(areNested('130100', '130123'), true)
    assert.equal(areNested('130123', '330523'), false)
  })
})
