import assert from 'node:assert/strict'
import fc from 'fast-check'
import {splitProse, toProse} from '../../shared/value/prose-clauses.js'
import {findWrongFormulas} from '../../shared/value/prose-formulas.js'
import {findWrongChanges, findWrongRates} from '../../shared/value/prose-ratios.js'
import {findSums, findWrongShares, judgeSum, type SumProblem} from '../../shared/value/prose-sums.js'

const read = (text: string): ReturnType<typeof splitProse> => splitProse(toProse(text))

const problemsIn = (text: string): string[] =>
  findSums(read(text)).flatMap((sum) => {
    const problem: SumProblem | undefined = judgeSum(sum)
    return [...(problem ? [problem.kind] : []), ...findWrongShares(sum).map(() => 'share')]
  })

const kinds = ['甲类', '乙类', '丙类', '丁类', '戊类', '己类']
const units = fc.constantFrom('件', '人次', '户', '起', '平方米')
const separators = fc.constantFrom('、', '，', ',', '；', ', ')
const counts = fc.array(fc.integer({min: 1, max: 900}), {minLength: 2, maxLength: 6})

const list = (numbers: (number | string)[], unit: string, separator: string): string =>
  numbers.map((number, index) => `${kinds[index] ?? ''}事项${number}${unit}`).join(separator)

describe('sums in prose', () => {
  it('are silent when the parts make up the total, whatever the punctuation', () => {
    fc.assert(
      fc.property(
        counts,
        units,
        separators,
        fc.constantFrom('其中', '其中：', '，其中'),
        (numbers, unit, by, sign) => {
          const total = numbers.reduce((sum, number) => sum + number, 0)
          assert.deepEqual(problemsIn(`全年办理${total}${unit}，${sign}${list(numbers, unit, by)}。`), [])
        }
      )
    )
  })

  it('are found wrong when the list is complete and one number is changed', () => {
    fc.assert(
      fc.property(counts, units, separators, fc.integer({min: 1, max: 50}), (numbers, unit, by, change) => {
        const total = numbers.reduce((sum, number) => sum + number, 0) + change
        const complete = `全年办理${total}${unit}，其中${list(numbers, unit, by)}${by}其他事项0${unit}。`
        assert.deepEqual(problemsIn(complete), ['differs'])
      })
    )
  })

  it('accept totals and parts that were rounded to the decimals shown', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 100, max: 5_000_000}), {minLength: 2, maxLength: 5}),
        fc.integer({min: 1, max: 2}),
        (yuan, decimals) => {
          const show = (amount: number): string => (amount / 10_000).toFixed(decimals)
          const total = yuan.reduce((sum, amount) => sum + amount, 0)
          const parts = list(yuan.map(show), '万元', '，')
          assert.deepEqual(problemsIn(`支出合计${show(total)}万元，其中：${parts}，其他支出0万元。`), [])
        }
      )
    )
  })

  it('accept every share that is rounded or cut rightly', () => {
    fc.assert(
      fc.property(counts, fc.integer({min: 0, max: 3}), fc.boolean(), (numbers, decimals, cut) => {
        const total = numbers.reduce((sum, number) => sum + number, 0)
        const scale = 10 ** decimals
        const share = (number: number): string => {
          const percent = (number / total) * 100 * scale
          return ((cut ? Math.floor(percent + 1e-9) : Math.round(percent)) / scale).toFixed(decimals)
        }
        const parts = numbers
          .map((number, at) => `${kinds[at] ?? ''}事项${number}件，占${share(number)}%`)
          .join('；')
        assert.deepEqual(problemsIn(`共办理${total}件，其中：${parts}。`), [])
      })
    )
  })

  it('never read hedged numbers or open lists as complete', () => {
    for (const text of [
      '全年走访3200余人，其中老人1500人，儿童1650人。',
      '全年走访约3200人，其中甲村1500人，乙村1650人，其他0人。',
      '全年办案120件，其中民事60件、行政55件等。',
      '全年办案120件，其中重点案件20件。',
      '培训100人，其中女性55人，党员47人。',
      '收入120万元，支出100万元，其中甲类支出70万元，乙类支出50万元。'
    ])
      assert.deepEqual(problemsIn(text), [], text)
  })

  it('know a part that is larger than the whole', () => {
    assert.deepEqual(problemsIn('培训教师100人，其中小学教师120人。'), ['part-exceeds'])
    assert.deepEqual(problemsIn('安排资金1.2亿元，其中校舍建设13000万元。'), ['part-exceeds'])
  })

  it('read a list in brackets and a list after 总计', () => {
    assert.deepEqual(problemsIn('在职人员45人（行政编38人，事业编9人）。'), ['near'])
    assert.deepEqual(problemsIn('编制总计42人，均为行政编制42人，事业编制11人。'), ['differs'])
    assert.deepEqual(problemsIn('编制总计53人，行政编制42人，事业编制11人。'), [])
  })
})

describe('rates in prose', () => {
  it('are silent for every rate that follows from the numbers', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 5000}), fc.integer({min: 1, max: 5000}), (whole, part) => {
        const rate = ((part / whole) * 100).toFixed(2)
        assert.deepEqual(findWrongRates(read(`排查隐患${whole}处，整改${part}处，整改率达${rate}%。`)), [])
      })
    )
  })

  it('are found where no pair of numbers gives them', () => {
    const [wrong] = findWrongRates(read('全年预算500万元，执行450万元，执行率95%。'))
    assert.equal(wrong?.actual, 0.9)
    assert.equal(wrong.certain, true)
    assert.deepEqual(findWrongRates(read('受理120件，上年结转20件，办结130件，办结率92.86%。')), [])
    assert.deepEqual(findWrongRates(read('受理120件，办结100件，满意率98%。')), [])
  })
})

describe('changes in prose', () => {
  it('are silent for every change that follows from the numbers', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 9000}), fc.integer({min: 1, max: 9000}), (before, now) => {
        fc.pre(before !== now)
        const word = now > before ? ['增加', '增长'] : ['减少', '下降']
        const rate = ((Math.abs(now - before) / before) * 100).toFixed(1)
        const text = `全年接待${now}人次，较上年${word[0] ?? ''}${Math.abs(now - before)}人次，${word[1] ?? ''}${rate}%。`
        assert.deepEqual(findWrongChanges(read(text)), [], text)
      })
    )
  })

  it('are found when the difference or its rate is wrong', () => {
    assert.equal(findWrongChanges(read('支出850万元，较上年增加50万元，增长12.5%。'))[0]?.actualRatio, 0.0625)
    assert.equal(findWrongChanges(read('办案120件，较上年100件增加30件。'))[0]?.actualChange, 20)
  })
})

describe('calculations in prose', () => {
  it('are right or wrong as multiplication says', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 2, max: 300}),
        fc.integer({min: 100, max: 9000}),
        fc.integer({min: 1, max: 99}),
        (people, price, more) => {
          const right = people * price
          assert.deepEqual(findWrongFormulas(`${people}人×${price}元/人=${right}元`), [])
          assert.equal(findWrongFormulas(`${people}人×${price}元/人=${right + more}元`)[0]?.expected, right)
        }
      )
    )
  })

  it('leave units alone that would have to be converted', () => {
    for (const text of ['50毫米×2米=0.1平方米', '2万×3=6万', '规格3×4×5', 'A=B×2']) {
      assert.deepEqual(findWrongFormulas(text), [], text)
    }
  })
})

describe('any text', () => {
  it('is read without an error, and full-width writing changes nothing', () => {
    const pieces = fc.constantFrom(
      '其中',
      '共',
      '合计',
      '3',
      '12.5',
      '万元',
      '件',
      '，',
      '、',
      '；',
      '。',
      '(',
      '）',
      '占',
      '%',
      '率',
      '较上年',
      '增加',
      '×',
      '=',
      ' '
    )
    fc.assert(
      fc.property(fc.array(pieces, {maxLength: 40}), (words) => {
        const text = words.join('')
        const sentences = read(text)
        findSums(sentences).forEach((sum) => {
          judgeSum(sum)
          findWrongShares(sum)
        })
        findWrongRates(sentences)
        findWrongChanges(sentences)
        findWrongFormulas(text)
        const wide = text.replace(/[%()]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
        assert.deepEqual(read(wide), sentences)
      })
    )
  })

  it('may carry thousands separators', () => {
    assert.equal(read('收入1,817.12万元')[0]?.clauses[0]?.quantities[0]?.number, 18_171_200)
  })
})
