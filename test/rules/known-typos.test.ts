import assert from 'node:assert/strict'
import {findTypos, mayHoldTypo} from '../../shared/rules/support/find-typos.js'
import {divisionData} from '../../shared/vocabulary/division-data.js'
import {readKnownTypos} from '../../shared/vocabulary/known-typos.js'

const found = (text: string): string[] =>
  findTypos(text).map(({typo, start, end}) => `${text.slice(start, end)}→${typo.right}`)

describe('known typos', () => {
  const knownTypos = readKnownTypos()

  it('are many, each listed once, and none corrects to itself', () => {
    assert.ok(knownTypos.length >= 600)
    assert.equal(new Set(knownTypos.map(({wrong}) => wrong)).size, knownTypos.length)
    for (const {wrong, right} of knownTypos) {
      assert.match(wrong, /^[\u4e00-\u9fff]+$/)
      assert.match(right, /^[\u4e00-\u9fff]+$/)
      assert.notEqual(wrong, right)
    }
  })

  it('propose forms that hold no known typo themselves', () => {
    for (const {wrong, right} of knownTypos) assert.deepEqual(found(right), [], wrong)
  })

  it('stand in no name of a place', () => {
    for (const entry of divisionData.split(' ')) assert.deepEqual(found(entry), [], entry)
  })

  it('pass the quick test whenever they are found', () => {
    for (const {wrong, before, after} of knownTypos) {
      assert.ok(mayHoldTypo(`甲${wrong}乙`), wrong)
      if (!before && !after) assert.equal(findTypos(wrong).length, 1, wrong)
    }
    assert.equal(mayHoldTypo('全年开展普法宣传12场，群众满意度≥90%'), false)
  })

  it('are found across the blank of a line wrap, but not across a line break between two words', () => {
    assert.deepEqual(found('群众满意 度率'), ['满意 度率→满意度'])
    assert.deepEqual(found('经费及时拔 付到位'), ['拔 付→拨付'])
    assert.deepEqual(found('台阶拔\n付清'), [])
    assert.deepEqual(found('优 先选 拔付出多的同志'), [])
  })

  it('leave right texts alone that hold the same characters', () => {
    for (const text of [
      '按装机容量补助',
      '按排放标准验收',
      '完成律师值班工作',
      '覆盖绿地面积',
      '自己完成',
      '年末完成验收',
      '提高公务员工资标准，工资调高后兑现',
      '工资水平和服务质量',
      '在犯罪率较高的地区巡逻',
      '农业专业行业协会',
      '报名截止2024年5月',
      '帐篷20顶',
      '一台帐篷灯',
      '学术问道活动',
      '疾病督促检查',
      '县政府培训办公室',
      '既使群众满意，又使企业满意',
      '习惯彻底改变',
      '教授与学生座谈',
      '治理淮河标准化堤防',
      '按股分红到户',
      '支付组长误工补贴',
      '为民办事实施方案',
      '各部门之间责任明确',
      '禁止非法冶炼',
      '国防讯息平台',
      '通讯期刊征订',
      '道路两侧量取宽度',
      '购置辅设备'
    ])
      assert.deepEqual(found(text), [], text)
  })
})
