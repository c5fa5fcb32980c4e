import assert from 'node:assert/strict'
import type {HeadingKey} from '../../shared/tree/nodes.js'
import {classifyHeading} from '../../shared/vocabulary/headings.js'
import {normaliseLabel} from '../../shared/vocabulary/levels.js'
import {toPlainText} from '../../shared/workbook/plain-text.js'

const keyOf = (heading: string): HeadingKey | undefined =>
  classifyHeading(normaliseLabel(toPlainText(heading)))

const headings: Partial<Record<HeadingKey, string>> = {
  target:
    '实施周期指标值 当年度指标值 年度指标值（含数字及文字描述） 预期当年实现值 2024年度指标值 年度计划值 计划数 目标数 批复指标值 调整后目标值 年初预算指标值 预期完成值 目标要求 拟达到的指标值 指标值（A）',
  actual:
    '全年实际完成数 年末实际值 实现值 2023年实际完成值 实际情况 全年执行值 评价年度实际值 自评完成情况 实际完成情况说明 完成值（B） 单项指标实际完成值',
  progress: '1-7月执行情况 1-6月完成值 截至6月底完成值 上半年实际完成值',
  unit: '数值单位 目标值单位 指标计量单位 量纲',
  comparator: '指标值符号 判断符号 运算关系 关系运算符',
  weight: '指标分 基准分 应得分 设定分值 分值（90分） 绩效指标权重',
  score: '单位自评得分 评估得分 单项得分 得分情况',
  deviation: '原因说明 未达成原因 未完成目标原因分析及改进措施 偏差度及原因 偏差情况说明 未完成（偏差）原因',
  basis: '绩效指标值设定依据及指标值数据来源 计分标准 评分规则 取值来源 指标依据',
  description: '指标释义 三级指标解释 计算公式或计算方式 指标口径'
}

describe('a heading of an indicator table', () => {
  for (const [key, words] of Object.entries(headings)) {
    it(`says ${key} in many words`, () => {
      assert.deepEqual(
        words.split(' ').filter((word) => keyOf(word) !== key),
        []
      )
    })
  }

  it('is no answer, no label of a form and no name of an indicator', () => {
    const others =
      '项目负责人 立项依据 实施单位 预算执行率 完成时间 完成率 项目概况 资金总额 财政拨款 满意度 培训完成率 资料合格率 三级指标及指标值 指标值类型 20人 一次性项目 经费保障 确定能'
    assert.deepEqual(
      others.split(' ').filter((word) => keyOf(word) !== undefined),
      []
    )
  })
})
