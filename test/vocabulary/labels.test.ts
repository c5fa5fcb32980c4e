import assert from 'node:assert/strict'
import {classifyFunds, isFundsHeading} from '../../shared/vocabulary/funds-labels.js'
import {classifyField, classifyGoal} from '../../shared/vocabulary/labels.js'
import {isFormTitle, isLooseTitle, isMonitoringTitle} from '../../shared/vocabulary/titles.js'
import {
  classifyBothLevels,
  classifyLevelOne,
  classifyLevelTwo,
  normaliseLabel
} from '../../shared/vocabulary/levels.js'
import {toPlainText} from '../../shared/workbook/plain-text.js'

/** Words that a classifier takes for something else than `expected`. */
function strays(classify: (label: string) => unknown, expected: unknown, words: string): string[] {
  return words.split(' ').filter((word) => classify(normaliseLabel(toPlainText(word))) !== expected)
}

describe('labels of classes', () => {
  it('are known with numbers, points, owners and kinds of words around them', () => {
    assert.deepEqual(
      [
        strays(classifyLevelOne, 'output', '产出指标 1-产出指标 产出（50分） 部门产出 产出绩效指标 产出目标'),
        strays(classifyLevelOne, 'benefit', '效益指标 项目效果 影响力目标 部门效果 结果指标 影响指标'),
        strays(classifyLevelOne, 'cost', '成本指标 成本绩效指标'),
        strays(
          classifyLevelTwo,
          'quantity',
          '11-数量指标 11数量指标 ①数量指标 （1）数量指标 工作数量 任务数量'
        ),
        strays(classifyLevelTwo, 'timeliness', '时效指标 产出进度（时效） 及时性 时限指标'),
        strays(classifyLevelTwo, 'economic-benefit', '经济效益指标 项目经济效益 经济效益类指标'),
        strays(classifyLevelTwo, 'sustainability', '可持续影响指标 长效管理 可持续影响（力）指标')
      ].flat(),
      []
    )
  })

  it('are not found in names of indicators or amounts', () => {
    const others =
      '培训数量统计 项目管理 学生满意度 运行成本 绩效目标 综合影响力 预算绩效管理 项目资金 工作任务'
    assert.deepEqual(
      [strays(classifyLevelOne, undefined, others), strays(classifyLevelTwo, undefined, others)].flat(),
      []
    )
  })

  it('may name both levels at once', () => {
    assert.deepEqual(classifyBothLevels('产出指标-数量指标'), {levelOne: 'output', levelTwo: 'quantity'})
    assert.deepEqual(classifyBothLevels('效益—社会效益'), {levelOne: 'benefit', levelTwo: 'social-benefit'})
    assert.equal(classifyBothLevels('道路-桥梁'), undefined)
  })
})

describe('labels of a form', () => {
  it('say goals of a year, of a period and of the whole', () => {
    assert.deepEqual(
      [
        strays(
          classifyGoal,
          'annual',
          '年度目标 2024年绩效目标 2024年度目标 年度工作目标 年度目标任务 当年整体绩效目标'
        ),
        strays(classifyGoal, 'long-term', '实施期总目标 实施周期目标 项目实施期目标 三年总体目标'),
        strays(classifyGoal, 'overall', '总体目标 基金总体目标 政策总体目标 部门整体绩效目标'),
        strays(classifyGoal, 'actual', '实际完成情况 全年目标实际完成情况 总体目标完成情况')
      ].flat(),
      []
    )
  })

  it('say where money comes from', () => {
    assert.deepEqual(
      [
        strays(
          classifyFunds,
          'total',
          '年度资金总额： 年度金额： 年度总金额 项目资金（万元） 部门预算资金总额'
        ),
        strays(
          classifyFunds,
          'fiscal',
          '其中：本年一般公共预算拨款 政府预算资金 1、资金来源：（1）政府预算资金 县级财政拨款'
        ),
        strays(classifyFunds, 'carried-over', '上年结转 以前年度结转资金 结余资金 结转结余'),
        strays(classifyFunds, 'superior', '其中：中央补助 上级专项资金 中央和省级资金'),
        strays(classifyFunds, 'local', '地方资金 地方配套资金 市县财政资金'),
        strays(classifyFunds, 'basic', '2、资金结构：（1）基本支出'),
        strays(isFundsHeading, false, '资金来源：（1）政府预算资金 项目资金共计100万元，其中中央补助80万元')
      ].flat(),
      []
    )
  })

  it('say who does what from when on', () => {
    assert.deepEqual(
      [
        strays(classifyField, 'project-name', '项目名称 基金名称 债券项目名称 预算项目名称'),
        strays(classifyField, 'implementer', '实施单位 项目执行单位 项目承担单位'),
        strays(classifyField, 'period', '实施期限 项目实施周期 计划完成日期')
      ].flat(),
      []
    )
  })

  it('are no titles, even of a sheet without 表', () => {
    assert.equal(isFormTitle('2024年项目支出绩效目标'), false)
    assert.equal(isLooseTitle('2024年市级专项资金绩效目标'), true)
    for (const label of [
      '总体绩效目标',
      '一、总体绩效目标',
      '绩效目标',
      '年度绩效目标',
      '绩效目标：保障运转'
    ])
      assert.equal(isLooseTitle(label), false, label)
    assert.equal(isMonitoringTitle('2024年绩效运行监控表'), true)
    assert.equal(isMonitoringTitle('2024年绩效监控自评表'), false)
  })
})
