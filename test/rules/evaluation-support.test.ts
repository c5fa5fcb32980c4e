import assert from 'node:assert/strict'
import fc from 'fast-check'
import {compareActual, isLate} from '../../shared/rules/support/compare-actual.js'
import {isRateOf, readRate} from '../../shared/rules/support/execution-rate.js'
import {announcedPoints, readPoints} from '../../shared/rules/support/points.js'
import {findGrade, readGrade} from '../../shared/rules/support/read-grade.js'
import {isReason} from '../../shared/rules/support/reasons.js'
import type {Form, Indicator, Part} from '../../shared/tree/nodes.js'
import {recognise} from '../../shared/tree/recognise.js'
import {childrenOf} from '../../shared/tree/resolve-form.js'
import {toPlainText} from '../../shared/workbook/plain-text.js'
import {readLiteral, sheet} from '../../shared/workbook/sheet-literal.js'

function part(text: string): Part {
  return {text, plain: toPlainText(text), range: {top: 1, left: 1, bottom: 1, right: 1}}
}

/** One row of a self-evaluation, in its form. */
function row(name: string, target: string, actual: string): {node: Indicator; form: Form} {
  const [form] =
    recognise(
      readLiteral(sheet`
        2023年清河市公共文化项目绩效自评表
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值
        产出指标 | 数量指标 | ${name} | ${target} | ${actual}
      `)
    ).children[0]?.children ?? []
  assert.ok(form)
  const [node] = childrenOf(form, 'indicator')
  assert.ok(node)
  return {node, form}
}

describe('comparing a result with its target', () => {
  const met = (name: string, target: string, actual: string): boolean | undefined =>
    compareActual(row(name, target, actual).node)?.met

  it('follows the sign, and the name where there is none', () => {
    assert.equal(met('举办展览场次', '≥12场', '11场'), false)
    assert.equal(met('举办展览场次', '12场', '13场'), true)
    assert.equal(met('读者投诉率', '≤2%', '1.2%'), true)
    assert.equal(met('读者投诉次数', '2次', '3次'), false)
    assert.equal(met('展厅改造成本', '80万元', '86万元'), false)
    assert.equal(met('讲解员补贴标准', '200元/场', '210元/场'), undefined)
  })

  it('turns units of one kind into each other, and gives up on others', () => {
    assert.equal(met('服务读者人次', '≥5万人次', '51000人次'), true)
    assert.equal(met('服务读者人次', '≥5万人次', '49000人次'), false)
    assert.equal(met('图书采购金额', '≥0.5亿元', '5200万元'), true)
    assert.equal(met('服务读者人次', '≥5万人次', '300平方米'), undefined)
  })

  it('does not guess whether a bare 0.95 is 95 %, and reads a bare 95 as one', () => {
    assert.equal(met('图书完好率', '≥90%', '0.95'), undefined)
    assert.equal(met('图书完好率', '≥90%', '95'), true)
    assert.equal(met('图书完好率', '≥90%', '88'), false)
  })

  it('says nothing where sign and name contradict each other or the result is a copy', () => {
    assert.equal(met('读者投诉率', '≥2%', '0%'), undefined)
    assert.equal(met('图书完好率', '≥90%', '≥90%'), undefined)
  })

  it('compares dates by month, and by day only when both name one', () => {
    const late = (target: string, actual: string): boolean | undefined => {
      const {node, form} = row('布展完成时间', target, actual)
      return isLate(node, form)
    }
    assert.equal(late('2023年9月底前', '2023年9月30日'), false)
    assert.equal(late('2023年9月底前', '2023年10月8日'), true)
    assert.equal(late('2023年9月10日', '2023年9月15日'), true)
    assert.equal(late('9月底前', '2024年1月'), true)
    assert.equal(late('2023年12月底前', '已完成'), undefined)
  })
})

describe('an execution rate', () => {
  it('is right however its amounts are rounded to the decimals shown, and wrong two units off', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 1e6}),
        fc.integer({min: 0, max: 1e6}),
        fc.integer({min: 0, max: 2}),
        (budget, share, decimals) => {
          const spent = Math.min(budget, share)
          const percent = (spent / budget) * 100
          const amounts = [
            {amount: spent, rounding: 0},
            {amount: budget, rounding: 0}
          ] as const
          const fits = (value: number): boolean => {
            const readings = readRate(part(`${value.toFixed(decimals)}%`))
            return readings !== undefined && isRateOf(readings, ...amounts)
          }
          assert.ok(fits(percent))
          assert.ok(!fits(percent + 2 * 10 ** -decimals))
        }
      )
    )
  })

  it('without a sign is read as a ratio and as a percentage', () => {
    const spent = {amount: 95, rounding: 0}
    const budget = {amount: 100, rounding: 0}
    for (const text of ['0.95', '95', '95.00', '95%'])
      assert.ok(isRateOf(readRate(part(text)) ?? [], spent, budget), text)
    for (const text of ['0', '1', '9.5', '0.8'])
      assert.ok(!isRateOf(readRate(part(text)) ?? [], spent, budget), text)
    assert.equal(readRate(part('约95%')), undefined)
  })
})

describe('points, grades and reasons as written', () => {
  it('reads points and what labels announce', () => {
    assert.deepEqual(
      ['10', '9.5分', '20%', '—', '优'].map((text) => readPoints(part(text))),
      [10, 9.5, 20, undefined, undefined]
    )
    assert.deepEqual(announcedPoints(part('产 出 指 标（50分）')), {least: 50, most: 50})
    assert.deepEqual(announcedPoints(part('成本指标(0-20)分')), {least: 0, most: 20})
    assert.equal(announcedPoints(part('2023年度绩效指标')), undefined)
    assert.equal(announcedPoints(part('目标1')), undefined)
  })

  it('reads a grade that is written, quoted or ticked, and one stated with its score', () => {
    assert.deepEqual(
      ['优', '“良好”', '优□ 良☑ 中□ 差□', '□优 □良 √中 □差', '优□ 良□ 中□ 差□', '已完成'].map((text) =>
        readGrade(toPlainText(text))
      ),
      ['优', '良', '良', '中', undefined, undefined]
    )
    assert.deepEqual(findGrade('项目自评得分92.5分，评价等级为“优”。'), {
      score: 92.5,
      grade: '优',
      written: '优'
    })
    assert.equal(findGrade('90分以上评价等级为优，80分（含）至90分评价等级为良。'), undefined)
  })

  it('takes no dash, 无 or 正常 for a reason', () => {
    for (const text of ['', '无', '—', '/', '无偏差', '已完成']) assert.ok(!isReason(part(text)), text)
    assert.ok(isReason(part('设备到货晚')))
  })
})
