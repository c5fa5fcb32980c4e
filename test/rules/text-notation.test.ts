import assert from 'node:assert/strict'
import fc from 'fast-check'
import {compactText} from '../../shared/rules/support/compact-text.js'
import {findDoubled, mayBeDoubled} from '../../shared/rules/support/find-doubled.js'
import {findInvalidDate} from '../../shared/rules/support/find-invalid-date.js'
import {findBrokenStep, numberingOf} from '../../shared/rules/support/find-numbering.js'
import {normaliseWidth} from '../../shared/rules/support/normalise-width.js'
import {quoteAround} from '../../shared/rules/support/quote-around.js'

const doubled = (text: string): string[] =>
  mayBeDoubled(text) ? findDoubled(text).map(({start, end}) => text.slice(start, end)) : []

describe('words written twice', () => {
  it('are found with the place where they stand, also across the blank of a line wrap', () => {
    assert.deepEqual(doubled('购置食品食品检测设备'), ['食品食品'])
    assert.deepEqual(doubled('购置食品 食品检测设备'), ['食品 食品'])
    assert.deepEqual(doubled('拨付补助资金预算补助资金预算的通知'), ['补助资金预算补助资金预算'])
    assert.deepEqual(doubled('培培训合格率'), ['培培训'])
  })

  it('are removed once by the proposed edit', () => {
    const [found] = findDoubled('做到用好好平台')
    assert.deepEqual(found?.removable, {start: 3, end: 4})
    const [word] = findDoubled('乡镇乡镇卫生院')
    assert.deepEqual(word?.removable, {start: 0, end: 2})
  })

  it('are not words that overlap, meet or are repeated on purpose', () => {
    for (const text of [
      '支持中小企业创业创新',
      '共建共治共享的治理格局',
      '加强地震监测预测预警',
      '利用信用信息开展监管',
      '再审申请人申请人民法院委托鉴定',
      '县人民政府政府采购管理部门',
      '农村集体经济组织组织开展造林',
      '执行本规定规定的标准',
      '人口较少的村的村民委员会',
      '高等教育等教育机构',
      '一个问题一个问题解决',
      '对该标的的执行',
      '天天巡查、层层落实、户户通',
      '办案数量\n办案数量',
      '项目目标',
      '合同同时签订',
      '5万元万元'
    ])
      assert.deepEqual(doubled(text), [], text)
  })

  it('never fail and always point into the text', () => {
    const text = fc.string({unit: fc.constantFrom(...'的食品一个（）()、，。- \n2普法训练好')})
    fc.assert(
      fc.property(text, (sample) => {
        for (const {start, end} of findDoubled(sample))
          assert.ok(start >= 0 && end > start && end <= sample.length)
      })
    )
  })
})

describe('closing up line wraps', () => {
  it('keeps where every character stood', () => {
    const text = fc.string({unit: fc.constantFrom(...'群众满意 度\n  a1')})
    fc.assert(
      fc.property(text, (original) => {
        const compact = compactText(original)
        assert.equal(compact.offsets.length, compact.text.length + 1)
        for (let at = 0; at < compact.text.length; at++)
          assert.equal(compact.text.charAt(at), original.charAt(compact.offsets[at] ?? -1))
      })
    )
  })
})

describe('dates that do not exist', () => {
  it('are days and months that no calendar has', () => {
    assert.equal(findInvalidDate('2024 年 6 月 31 日前完成')?.text, '2024 年 6 月 31 日')
    assert.equal(findInvalidDate('2月30日')?.days, 29)
    assert.equal(findInvalidDate('2023年2月29日')?.days, 28)
    assert.equal(findInvalidDate('2023年13月前')?.messageId, 'month')
    assert.equal(findInvalidDate('2024-11-31')?.messageId, 'day')
  })

  it('are never real ones, nor lengths of time', () => {
    const day = fc.date({min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true})
    fc.assert(
      fc.property(day, (date) => {
        const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
        assert.equal(findInvalidDate(`${year}年${month}月${dayOfMonth}日前完成`), undefined)
        assert.equal(findInvalidDate(`${year}-${month}-${dayOfMonth}`), undefined)
      })
    )
    for (const text of ['工期18月', '24月龄', '合同号2024-15-31', '3.15月度活动', '每月31日'])
      assert.equal(findInvalidDate(text), undefined, text)
  })
})

describe('numbering', () => {
  it('is read with its level', () => {
    assert.deepEqual(numberingOf('## 三、绩效情况'), {style: 'section', number: 3, text: '三、', wide: false})
    assert.deepEqual(numberingOf('（十二）存在问题'), {
      style: 'part',
      number: 12,
      text: '（十二）',
      wide: true
    })
    assert.equal(numberingOf('1.5万平方米'), undefined)
    assert.equal(numberingOf('全年开展12场'), undefined)
  })

  it('inside a text is broken when a step is skipped or used twice', () => {
    assert.equal(findBrokenStep('1.修路；2.建桥；4.绿化。')?.missing, '3.')
    assert.equal(findBrokenStep('一是修路；二是建桥；四是绿化。')?.missing, '三是')
    assert.equal(findBrokenStep('(1)修路；(2)建桥；(2)绿化。')?.messageId, 'repeat')
  })

  it('inside a text is whole when the step is only written differently, or a new list begins', () => {
    for (const text of [
      '1.修路；2.建桥；3.2024年绿化；4.验收。',
      '1.修路；2.建桥。1.绿化；2.验收。',
      '2.建桥；4.绿化；5.验收。',
      '总长1.5公里；2.3公里已完成；4.8公里在建。',
      '一是修路；二是建桥；三是绿化。'
    ])
      assert.equal(findBrokenStep(text), undefined, text)
  })
})

describe('width of characters', () => {
  it('is full for marks between Chinese characters and half for digits', () => {
    assert.equal(normaliseWidth('公开,公正;公平:９５％（含夜间)').text, '公开，公正；公平:95%（含夜间）')
    for (const text of ['1,234条', '8:30到岗', '使用GIS,GPS系统', '按1:2配套', '公开，公正'])
      assert.equal(normaliseWidth(text).text, text)
  })

  it('does not change once it is right', () => {
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom(...'公平,;:（）()１a％5 ')}), (text) => {
        const once = normaliseWidth(text).text
        assert.equal(normaliseWidth(once).text, once)
      })
    )
  })
})

describe('a quotation around a place', () => {
  it('holds the place and stays short', () => {
    const long = '甲'.repeat(60) + '错字' + '乙'.repeat(60)
    const quoted = quoteAround(long, 60, 62)
    assert.match(quoted, /^….*错字.*…$/)
    assert.ok(quoted.length <= 44)
    assert.equal(quoteAround('短句错字', 2, 4), '短句错字')
  })
})
