import assert from 'node:assert/strict'
import fc from 'fast-check'
import {parseChineseNumeral} from '../../shared/value/chinese-numeral.js'
import {findYears, parseDeadline} from '../../shared/value/deadline.js'
import {findAdvanceNotices, findDocumentNumbers} from '../../shared/value/document-number.js'
import {convertMoney, parseMoney} from '../../shared/value/money.js'
import {lookUpUnit} from '../../shared/vocabulary/units.js'
import {lookUpDivision} from '../../shared/vocabulary/divisions.js'

describe('Chinese numerals', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (number) =>
        assert.equal(parseChineseNumeral(writeNumeral(number)), number)
      )
    )
  })

  it('are read as people write them', () => {
    for (const [text, number] of [
      ['十二', 12],
      ['两', 2],
      ['一百零五', 105],
      ['三千', 3000],
      ['二十万', 200000]
    ] as const) {
      assert.equal(parseChineseNumeral(text), number, text)
    }
    assert.equal(parseChineseNumeral('一家'), undefined)
  })
})

describe('money', () => {
  it('is read with its own unit or that of the form', () => {
    assert.deepEqual(parseMoney('620.82万元'), {
      amount: 620.82,
      unit: '万元',
      unitSource: 'text',
      text: '620.82万元'
    })
    assert.equal(parseMoney('5.8万')?.unit, '万元')
    assert.equal(parseMoney('854万(其中建设400万元)')?.amount, 854)
    assert.deepEqual(
      [parseMoney('31.900000', '万元')?.amount, parseMoney('31.9', '万元')?.unitSource],
      [31.9, 'default']
    )
    assert.equal(parseMoney('1,234.5元')?.amount, 1234.5)
  })

  it('is not seen in dashes, words and other quantities', () => {
    for (const text of ['', '-', '—', '/', '无', '按规定', '24人', '2024年'])
      assert.equal(parseMoney(text), undefined, text)
  })

  it('converts there and back', () => {
    fc.assert(
      fc.property(
        fc.nat(1e9),
        fc.constantFrom('元', '千元', '万元', '亿元'),
        fc.constantFrom('元', '千元', '万元', '亿元'),
        (cents, from, to) => {
          const amount = cents / 100
          assert.ok(Math.abs(convertMoney(convertMoney(amount, from, to), to, from) - amount) < 1e-6)
        }
      )
    )
  })
})

describe('deadlines and years', () => {
  it('read months, ends and periods', () => {
    assert.deepEqual(
      [parseDeadline('2022年12月底前')?.year, parseDeadline('2022年12月底前')?.month],
      [2022, 12]
    )
    assert.equal(parseDeadline('年底前')?.end, 'year')
    assert.equal(parseDeadline('每年12月底前')?.recurring, true)
    assert.deepEqual(parseDeadline('2023年4月-2024年2月')?.period, {from: 2023, to: 2024})
    assert.equal(parseDeadline('2024年2月30日')?.invalid, true)
    assert.equal(parseDeadline('显著提升'), undefined)
  })

  it('tell dates from citations', () => {
    const roles = (text: string): string[] => findYears(text).map(({year, role}) => `${year} ${role}`)
    assert.deepEqual(roles('河财行〔2021〕62号'), ['2021 document-number'])
    assert.deepEqual(roles('河财行【2021】62号'), ['2021 document-number'])
    assert.deepEqual(roles('《2020年工作要点》'), ['2020 law'])
    assert.deepEqual(roles('关于提前下达2022年资金的通知'), ['2022 advance-notice'])
    assert.deepEqual(roles('2021-2025年规划'), ['2021 plan-period', '2025 plan-period'])
    assert.deepEqual(roles('自2019年起实施'), ['2019 since'])
    assert.deepEqual(roles('较2020年增长5%'), ['2020 comparison'])
    assert.deepEqual(roles('2024年12月底前'), ['2024 date'])
  })
})

describe('document numbers', () => {
  const found = (text: string): string[] =>
    findDocumentNumbers(text).map(({text: piece, correct}) => `${piece} → ${correct}`)

  it('are found in every bracket, with their right form', () => {
    assert.deepEqual(found('根据河财行【2021】62号文件'), ['河财行【2021】62号 → 河财行〔2021〕62号'])
    assert.deepEqual(found('云政办发(2022)第008号'), ['云政办发(2022)第008号 → 云政办发〔2022〕8号'])
    assert.deepEqual(found('财预〔2021〕101号'), ['财预〔2021〕101号 → 财预〔2021〕101号'])
  })

  it('are not seen in years, court cases and house numbers', () => {
    for (const text of [
      '项目支出绩效自评表(2023)年度',
      '（2022年度）',
      '（2023）冀0602民初1234号',
      '[2021]',
      '文件(2021)1号楼'
    ]) {
      assert.deepEqual(found(text), [], text)
    }
  })

  it('never make the finders throw', () => {
    fc.assert(
      fc.property(
        fc.string({unit: 'binary'}),
        (text) =>
          void (findDocumentNumbers(text), findAdvanceNotices(text), findYears(text), parseDeadline(text))
      )
    )
  })
})

describe('units and divisions', () => {
  it('know what a unit measures, also composite and scaled ones', () => {
    for (const [unit, dimension] of [
      ['件', 'count'],
      ['万份', 'count'],
      ['元/人·月', 'money'],
      ['%', 'percent'],
      ['平方米', 'measure'],
      ['次/年', 'frequency'],
      ['工作日', 'time']
    ] as const) {
      assert.equal(lookUpUnit(unit)?.dimension, dimension, unit)
    }
    assert.equal(lookUpUnit('办案数量'), undefined)
  })

  it('know codes in force and retired ones', () => {
    assert.equal(lookUpDivision('130281')?.name, '遵化市')
    assert.equal(lookUpDivision('130110')?.fullName, '河北省石家庄市鹿泉区')
    assert.equal(lookUpDivision('130185')?.retired, true)
    assert.equal(lookUpDivision('999999'), undefined)
  })
})

const digits = '零一二三四五六七八九'

/** A whole number from 0 to 99,999,999 in Chinese numerals. */
function writeNumeral(number: number): string {
  if (number === 0) return '零'
  const high = Math.floor(number / 10000)
  const low = number % 10000
  const tail = low === 0 ? '' : (high > 0 && low < 1000 ? '零' : '') + formatSection(low)
  return (high > 0 ? formatSection(high) + '万' : '') + tail
}

function formatSection(number: number): string {
  let text = ''
  let gap = false
  for (const [size, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, '']
  ] as const) {
    const digit = Math.floor(number / size) % 10
    if (digit === 0) {
      gap = text !== ''
      continue
    }
    text += (gap ? '零' : '') + (digits[digit] ?? '') + name
    gap = false
  }
  return text
}
