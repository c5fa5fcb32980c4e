import type {Sentence} from './prose-clauses.js'
import type {ProsePercent, Quantity} from './prose-quantity.js'
import {fitsRatio} from './prose-sums.js'

/** A rate stated beside the numbers it comes from, which do not give it: 排查400起，成功调处350起，成功率99%. */
export interface WrongRate {
  part: Quantity
  whole: Quantity
  stated: ProsePercent
  actual: number
  /** Only one reading is possible and none of the numbers is rounded. */
  certain: boolean
}

interface Rate {
  name: RegExp
  /** Words that the number of achieved things bears; without them, the word before 率 itself. */
  part?: RegExp
}

const rates: Rate[] = [
  {name: /检出率$|发现率$/, part: /检出|发现/},
  {name: /回收率$|收回率$/, part: /收回|回收/},
  {name: /成功率$/, part: /成功/},
  {name: /(?:办结|结案|审结)率$/, part: /办结|结案|审结/},
  {name: /(?:执行|支出|支付|使用)率$|(?:执行|支出|支付)进度$/, part: /执行|支出|支付|使用|拨付/},
  {name: /(?:化解|调处|调解)率$/, part: /化解|调处|调解/},
  {name: /(?:完成|完工|竣工)率$/, part: /完成|完工|竣工/},
  {
    name: /(?:到位|合格|回访|答复|通过|采纳|检出|整改|入户|参保|就业|签约|结业|及格|毕业|录取|录用|留用|巩固|成活|保存|治愈|接种|发放|兑现|覆盖|达标|参与|参训|参会|参赛|出勤|到课|破案|侦破|入学|上岗|获救|处置|处理|受理|响应|建档|随访|体检|检测|抽检|抽查|回收|返还|复查|修复|销号|拆除|安置|续签|开工|使用|利用|核销|兑付|取证|认领|领取|送达|建成)率$/
  }
]
const narrowing = /按时|按期|及时|当年|当期|一次性?|首次|累计|抽检|优良|优秀|民事|刑事|行政/
const achieved =
  /成功|办结|结案|审结|执行|支出|支付|使用|拨付|合格|检出|发现|收回|化解|完成|完工|竣工|回访|答复|采纳|整改/

/** Finds rates of a sentence that no pair of its numbers gives. */
export function findWrongRates(sentences: Sentence[]): WrongRate[] {
  const found: WrongRate[] = []
  let before: Quantity[] = []
  for (const {clauses} of sentences) {
    const numbers: Quantity[] = []
    for (const clause of clauses) {
      numbers.push(...clause.quantities)
      for (const stated of clause.percents) {
        if (stated.hedged) continue
        const name = stated.label.replace(/[:为达到是至]+$/, '')
        const rate = rates.find((known) => known.name.test(name))
        if (!rate) continue
        const wrong = judgeRate(
          numbers.filter(({at}) => at < stated.at),
          stated,
          name,
          rate,
          spending.test(name) ? before : []
        )
        if (wrong) found.push(wrong)
      }
    }
    before = numbers
  }
  return found
}

function judgeRate(
  numbers: Quantity[],
  stated: ProsePercent,
  name: string,
  rate: Rate,
  before: Quantity[]
): WrongRate | undefined {
  const words = [...new Set(name.match(new RegExp(narrowing, 'g')) ?? [])]
  const core = /(..)(?:率|进度)$/.exec(name)?.[1] ?? ''
  const isPart = ({label}: Quantity): boolean =>
    (rate.part ? rate.part.test(label) : label.includes(core)) && words.every((word) => label.includes(word))
  const parts = numbers.filter(isPart)
  const part = parts.at(-1)
  if (!part) return undefined
  const wholes = numbers.filter(
    (number) => number !== part && number.unit === part.unit && number.at < part.at && number.number > 0
  )
  const whole = wholes.findLast((number) => !achieved.test(number.label) && !isPart(number))
  if (!whole) return judgeAgainstBudget(part, numbers, stated, before)
  const readings = parts.flatMap((one) => [
    ...wholes.map((other) => [one, other] as const),
    [one, sumOf(wholes)] as const
  ])
  if (readings.some(([one, other]) => fits(one, other, stated))) return undefined
  const actual = part.number / whole.number
  const certain =
    !part.hedged &&
    !whole.hedged &&
    wholes.length === 1 &&
    parts.length === 1 &&
    Math.abs(actual - stated.ratio) > 0.01
  return {part, whole, stated, actual, certain}
}

const spending = /执行(?:率|进度)$/

/** The budget stands in the sentence before: 预算收入500万元，其中……。全年支出480万元，预算执行率98%。 */
function judgeAgainstBudget(
  part: Quantity,
  numbers: Quantity[],
  stated: ProsePercent,
  before: Quantity[]
): WrongRate | undefined {
  const amounts = [...before, ...numbers].filter(
    ({unit, number}) => unit === part.unit && number >= part.number * 0.5
  )
  const whole = before.find(
    ({label, unit, number}) =>
      unit === part.unit && /预算|收入|下达|安排/.test(label) && number >= part.number
  )
  if (!whole || part.hedged || whole.hedged || numbers.length > 1) return undefined
  if (/基本|项目|其中/.test(part.label) || /基本|项目/.test(whole.label)) return undefined
  if (amounts.some((one) => one !== part && fits(part, one, stated))) return undefined
  return {part, whole, stated, actual: part.number / whole.number, certain: false}
}

function sumOf(numbers: Quantity[]): Pick<Quantity, 'number' | 'step' | 'hedged'> {
  return {
    number: numbers.reduce((sum, {number}) => sum + number, 0),
    step: Math.max(...numbers.map(({step}) => step)),
    hedged: numbers.some(({hedged}) => hedged)
  }
}

type Plain = Pick<Quantity, 'number' | 'step' | 'hedged'>

/** A rounded number (4000余) may be a tenth larger or smaller. */
function fits(part: Plain, whole: Plain, stated: ProsePercent): boolean {
  if (!part.hedged && !whole.hedged) return fitsRatio(part, whole, stated)
  const ratio = part.number / whole.number
  return stated.ratio >= ratio * 0.88 && stated.ratio <= ratio * 1.12
}

/** A change stated with its numbers: 较上年100件增加20件，增长20%. */
export interface WrongChange {
  now: Quantity
  before?: Quantity
  change?: Quantity
  stated?: ProsePercent
  /** The ratio or the difference that the other numbers give. */
  actualRatio?: number
  actualChange?: number
}

const growing = /(?:增加|增长|上升|提高|增幅|增)(?:了|额|约|为|到达)?[:为]?$/
const falling = /(?:减少|下降|降低|下滑|降幅|减)(?:了|额|约|为)?[:为]?$/
const withLastYear =
  /(?:较|比|与|同)(?:上年|去年|上一?年度|前一年|20\d\d年度?|年初|年初预算数?)(?:度|同期|决算数?|预算数?|相比|末)*/

/** Finds stated changes against last year that do not follow from the numbers beside them. */
export function findWrongChanges(sentences: Sentence[]): WrongChange[] {
  const found: WrongChange[] = []
  for (const {clauses} of sentences) {
    const numbers: Quantity[] = []
    clauses.forEach((clause, at) => {
      if (withLastYear.test(clause.text)) {
        const scope = clauses.slice(at, at + 3)
        // A second comparison in reach has numbers of its own.
        const until = scope.findIndex((other, index) => index > 0 && withLastYear.test(other.text))
        const wrong = judgeChange(numbers, until < 0 ? scope : scope.slice(0, until))
        if (wrong) found.push(wrong)
      }
      numbers.push(...clause.quantities)
    })
  }
  return found
}

function judgeChange(earlier: Quantity[], scope: Sentence['clauses']): WrongChange | undefined {
  const quantities = scope.flatMap((clause) => clause.quantities)
  const percents = scope.flatMap((clause) => clause.percents)
  const grows = (label: string): boolean => growing.test(label)
  const falls = (label: string): boolean => falling.test(label)
  const change = quantities.find(({label}) => grows(label) || falls(label))
  const stated = percents.find(({label}) => grows(label) || falls(label))
  if (!change || change.hedged) return undefined
  const unit = change.unit
  const head = scope[0]?.quantities ?? []
  const before = head.find(
    (quantity) => quantity.unit === unit && quantity.at < change.at && withLastYear.test(quantity.label)
  )
  const candidates = [
    ...earlier,
    ...head.filter((quantity) => quantity !== before && quantity.at < change.at)
  ].filter((quantity) => quantity.unit === unit)
  const now = candidates.at(-1)
  if (!now || now.hedged || before?.hedged) return undefined
  const sign = grows(change.label) ? 1 : -1
  if (before) {
    const isRight = candidates.some((one) =>
      near(one.number - before.number, sign * change.number, one, before, change)
    )
    if (!isRight)
      return {now, before, change, actualChange: Number((now.number - before.number).toPrecision(12))}
  }
  if (!stated || stated.hedged) return undefined
  if (sign > 0 !== grows(stated.label)) return undefined
  const isRight = candidates.some((one) => {
    const base = before ?? {number: one.number - sign * change.number, step: Math.max(one.step, change.step)}
    return base.number <= 0 || fitsRatio(change, base, stated)
  })
  if (isRight) return undefined
  const base = before?.number ?? now.number - sign * change.number
  return {now, ...(before && {before}), change, stated, actualRatio: change.number / base}
}

function near(actual: number, stated: number, ...numbers: Quantity[]): boolean {
  const slack = numbers.reduce((sum, {step}) => sum + step, 0) / 2
  return Math.abs(actual - stated) <= Math.max(slack, 1e-6) + 1e-9 * Math.abs(actual)
}

/** A budget, what was added or taken away, and the budget afterwards: 年初预算500万元，追加80万元，调整后预算600万元. */
export interface WrongAdjustment {
  start: Quantity
  change: Quantity
  end: Quantity
  /** What the budget is after the change, in 元. */
  actual: number
}

export function findWrongAdjustments(sentences: Sentence[]): WrongAdjustment[] {
  return sentences.flatMap(({clauses}): WrongAdjustment[] => {
    const amounts = clauses.flatMap(({quantities}) => quantities).filter(({unit}) => unit === '元')
    const [start, change, end, ...more] = amounts
    if (!start || !change || !end || [start, change, end].some(({hedged}) => hedged)) return []
    if (!/年初.{0,6}(?:预算|安排)[^执]{0,6}$/.test(start.label) || !/调整后|全年预算/.test(end.label))
      return []
    const sign = /追加|调增|增加/.test(change.label) ? 1 : /调减|核减|减少/.test(change.label) ? -1 : 0
    if (sign === 0 || more.some(({label}) => /追加|调[增减]|核减|结转/.test(label))) return []
    const actual = Number((start.number + sign * change.number).toPrecision(12))
    return near(actual, end.number, start, change, end) ? [] : [{start, change, end, actual}]
  })
}
