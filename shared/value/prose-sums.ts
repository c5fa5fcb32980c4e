import type {Clause, Sentence} from './prose-clauses.js'
import type {ProsePercent, Quantity} from './prose-quantity.js'

/** A total and the parts that a text lists after it. */
export interface ProseSum {
  total: Quantity
  items: {quantity: Quantity; share?: ProsePercent}[]
  /** `of-which` after 其中, `bracket` in brackets behind the total, `listed` after 合计 or 总计 without such a sign. */
  form: 'of-which' | 'bracket' | 'listed'
  /** Nothing follows that might be a further part, and no 等. */
  closed: boolean
  /** Other numbers of the same unit before the list, which might be meant as its total. */
  others: Quantity[]
}

export type SumProblem =
  /** One part is larger than the whole. */
  | {kind: 'part-exceeds'; item: Quantity}
  /** The list is complete (it has 其他, a zero, shares of 100 %, 均为) and does not make up the total. */
  | {kind: 'differs'; sum: number}
  /** The list nearly makes up the total. */
  | {kind: 'near'; sum: number}
  /** Parts of one division add up to more than the total. */
  | {kind: 'sum-exceeds'; sum: number}

const totalWord = /合计|总计|共计|总共|累计|共有|总[额数量]/
const comparing = /[较比]|同比|环比|增长|增加|减少|下降|提高|降低|超|上年|去年|往年|历年|结转|余额/
/** What begins a new statement rather than a further part. */
const superseding = /追加|调整|^(?:全年|年度|本年|实际|最终|执行|决算)/
const restWord = /^(?:其他|其它|其余|剩余)|(?:其他|其它)(?:收入|支出|资金|经费|案件|项目|人员|费用|编制)?$/
/** Groups that cut across others: one person may be a woman, a party member and a farmer. */
const crossing =
  /女|男|党员|民族|低保(?:户|对象|人)|脱贫|贫困|残疾|老年|老人|儿童|青年|重点|新增|留守|困难|特困|优秀|骨干|首次|未成年|农民|学生|寄宿|退役|大学|本科|研究生|参公|高级|中级/

/** Every total with its listed parts in a text. */
export function findSums(sentences: Sentence[]): ProseSum[] {
  const sums: ProseSum[] = []
  sentences.forEach((sentence, index) => {
    sentence.clauses.forEach((clause, at) => {
      if (clause.ofWhich) sums.push(...readOfWhich(sentences, index, at))
      else if (/合计|总计/.test(clause.text)) sums.push(...readListed(sentence, at))
      sums.push(...readBrackets(clause))
    })
  })
  return sums
}

function readOfWhich(sentences: Sentence[], index: number, at: number): ProseSum[] {
  const sentence = sentences[index]
  if (!sentence) return []
  const earlier = at > 0 ? sentence.clauses.slice(0, at) : (sentences[index - 1]?.clauses ?? [])
  const head = earlier.slice(-3).findLast(({quantities}) => quantities.length > 0)
  if (!head || head.ofWhich) return []
  const before = earlier.flatMap(({quantities}) => quantities)
  return head.quantities.flatMap((total): ProseSum[] => {
    if (comparing.test(total.label)) return []
    const sameUnit = before.filter(({unit}) => unit === total.unit)
    // A list in a sentence of its own follows a sentence with one such number.
    if (at === 0 && sameUnit.length > 1) return []
    const list = collect(sentence.clauses.slice(at), total.unit, sentence.closed)
    if (list.items.length === 0) return []
    return [{total, ...list, form: 'of-which', others: sameUnit.filter((other) => other !== total)}]
  })
}

/** The parts from the beginning of `clauses` on, while the list goes on. */
function collect(
  clauses: Clause[],
  unit: string,
  ended: boolean
): {items: ProseSum['items']; closed: boolean} {
  const items: ProseSum['items'] = []
  let closed = true
  let index = 0
  for (; index < clauses.length; index++) {
    const clause = clauses[index]
    if (!clause || (index > 0 && clause.ofWhich)) {
      closed = false
      break
    }
    const matching = clause.quantities.filter((quantity) => quantity.unit === unit)
    const [quantity] = matching
    if (!quantity) {
      const [share] = clause.percents
      const last = items.at(-1)
      if (share && last && clause.quantities.length === 0 && isShare(share)) last.share ??= share
      else {
        if (clause.quantities.length === 0) closed = false
        break
      }
      continue
    }
    if (index > 0 && isOther(quantity.label)) break
    if (matching.length > 1) {
      closed = false
      break
    }
    const share =
      clause.percents.find((percent) => percent.at > quantity.at && isShare(percent)) ??
      shareInBrackets(clause)
    items.push({quantity, ...(share && {share})})
    if (/^等/.test(quantity.tail)) closed = false
  }
  const rest = clauses.slice(index)
  if (
    rest.some(({quantities}) =>
      quantities.some((quantity) => quantity.unit === unit && !totalWord.test(quantity.label))
    )
  )
    closed = false
  if (index >= clauses.length && !ended && !lastIsNumber(clauses)) closed = false
  return {items, closed}
}

function isOther(label: string): boolean {
  return totalWord.test(label) || comparing.test(label) || superseding.test(label)
}

function lastIsNumber(clauses: Clause[]): boolean {
  const last = clauses.at(-1)
  return last !== undefined && last.quantities.length + last.percents.length > 0
}

function isShare({label}: ProsePercent): boolean {
  return /^(?:约)?占(?:比|总[^,]{0,8})?(?:重|例)?(?:的|为|达|:)?$/.test(label)
}

function shareInBrackets({brackets}: Clause): ProsePercent | undefined {
  return brackets.flatMap(({clauses}) => clauses.flatMap(({percents}) => percents)).find(isShare)
}

function readBrackets(clause: Clause): ProseSum[] {
  return clause.brackets.flatMap(({clauses, owner}): ProseSum[] => {
    if (!owner || clauses.length < 2 || comparing.test(owner.label)) return []
    const list = collect(clauses, owner.unit, true)
    return list.items.length < 2 ? [] : [{total: owner, ...list, form: 'bracket', others: []}]
  })
}

/** 编制总计42人，政法编制42人，事业编制11人: the parts carry the noun of the total. */
function readListed({clauses}: Sentence, at: number): ProseSum[] {
  const head = clauses[at]
  const [total, ...more] = head?.quantities ?? []
  if (!head || !total || more.length > 0 || !/合计|总计/.test(total.label) || comparing.test(total.label))
    return []
  const nouns = bigrams(total.label.replace(/合计|总计|共计|人数/g, '，'))
  const items: ProseSum['items'] = []
  let index = at + 1
  for (; index < clauses.length; index++) {
    const clause = clauses[index]
    const [quantity, another] = clause?.quantities ?? []
    if (!clause || clause.ofWhich || !quantity || another || quantity.unit !== total.unit) break
    if (isOther(quantity.label)) break
    if (!nouns.some((noun) => quantity.label.includes(noun))) break
    items.push({quantity})
  }
  return items.length < 2 ? [] : [{total, items, form: 'listed', closed: true, others: []}]
}

function bigrams(label: string): string[] {
  return [...label].flatMap((character, index) => {
    const pair = character + (label[index + 1] ?? '')
    return /^[\u4e00-\u9fff]{2}$/.test(pair) ? [pair] : []
  })
}

/** What is wrong with a total and its parts, if no sensible reading makes them agree. */
export function judgeSum(sum: ProseSum): SumProblem | undefined {
  const {total, items, others} = sum
  const numbers = items.map(({quantity}) => quantity)
  if (total.hedged || numbers.some(({hedged}) => hedged)) return undefined
  const tolerance = toleranceOf(total, numbers)
  const whole = [total.number, ...others.map(({number}) => number)]
  const added = add(numbers)
  if (whole.some((number) => Math.abs(number - added) <= tolerance)) return undefined
  const largest = numbers.reduce((best, one) => (one.number > best.number ? one : best))
  if (largest.number > Math.max(...whole) + tolerance) {
    if (sum.form !== 'of-which' || comparing.test(largest.label)) return undefined
    return {kind: 'part-exceeds', item: largest}
  }
  if (numbers.length < 2 || agreesOtherwise(total.number, numbers, tolerance)) return undefined
  const labels = numbers.map(({label}) => label)
  if (sum.form === 'listed') {
    const all =
      /均为|全部为|都是/.test(labels[0] ?? '') &&
      Math.abs((numbers[0]?.number ?? 0) - total.number) <= tolerance
    if (all) return {kind: 'differs', sum: added}
    return added > total.number && !labels.some((label) => crossing.test(label))
      ? {kind: 'sum-exceeds', sum: added}
      : undefined
  }
  if (sum.closed && isComplete(sum)) return {kind: 'differs', sum: added}
  if (labels.some((label) => crossing.test(label))) return undefined
  if ((sum.closed || added > total.number) && Math.abs(added - total.number) <= total.number * 0.05)
    return {kind: 'near', sum: added}
  if (added > total.number && sum.closed && (shareNoun(labels) || areKin(labels)))
    return {kind: 'sum-exceeds', sum: added}
  return undefined
}

/** Numbers with fewer decimals than the others are exact; only a total may be rounded more coarsely. */
function toleranceOf(total: Quantity, numbers: Quantity[]): number {
  const finest = Math.min(total.step, ...numbers.map(({step}) => step))
  const isWhole =
    finest >= 1 && numbers.every(({unit, step}) => unit !== '元' && step === 1) && total.step === 1
  if (isWhole) return 1e-6
  const loose = numbers.filter(({step}) => step === finest).length * finest * 0.5
  return loose + total.step * 0.5 + finest * 1e-6
}

function add(numbers: Quantity[]): number {
  return Number(numbers.reduce((sum, {number}) => sum + number, 0).toPrecision(12))
}

/** Whether a beginning of the list makes up the total (two divisions follow each other), or a part is divided again. */
function agreesOtherwise(total: number, numbers: Quantity[], tolerance: number): boolean {
  const near = (number: number, goal: number): boolean => Math.abs(number - goal) <= tolerance
  for (let count = 1; count < numbers.length; count++) {
    if (count > 1 && Math.abs(add(numbers.slice(0, count)) - total) <= total * 1e-9) return true
    for (let from = 0; from + count < numbers.length; from++) {
      const parts = numbers.slice(from + 1, from + 1 + count)
      const isDivided = count > 1 && near(add(parts), numbers[from]?.number ?? NaN)
      if (isDivided && near(add(numbers) - add(parts), total)) return true
    }
  }
  return false
}

function isComplete({items}: ProseSum): boolean {
  if (items.some(({quantity}) => quantity.number === 0)) return true
  if (items.some(({quantity}) => restWord.test(quantity.label))) return true
  const shares = items.map(({share}) => share?.ratio)
  const all = shares.reduce<number>((sum, share) => sum + (share ?? NaN), 0)
  return Math.abs(all - 1) < 0.0101
}

/** Short names of one length, as of places or groups: 乡镇60场、社区40场、学校30场. */
function areKin(labels: string[]): boolean {
  const [first = ''] = labels
  return (
    labels.length >= 3 &&
    /^[\u4e00-\u9fff]{2,5}$/.test(first) &&
    labels.every(({length}) => Math.abs(length - first.length) <= 1)
  )
}

function shareNoun(labels: string[]): boolean {
  const ends = new Set(labels.map((label) => label.replace(/(?:为|是|有|达到?|共)$/, '').slice(-2)))
  return ends.size === 1 && [...ends][0]?.length === 2
}

export interface WrongShare {
  item: Quantity
  share: ProsePercent
  total: Quantity
  /** What the share really is, as a ratio. */
  actual: number
}

/** Shares of listed parts that do not fit: 收入200万元，其中拨款150万元，占80%. */
export function findWrongShares({total, items, others}: ProseSum): WrongShare[] {
  if (total.hedged || total.number === 0) return []
  return items.flatMap(({quantity, share}): WrongShare[] => {
    if (!share || share.hedged || quantity.hedged) return []
    const wholes = [total, ...others].filter(({number}) => number > 0)
    const fits = wholes.some(({number, step}) => fitsRatio(quantity, {number, step}, share))
    return fits ? [] : [{item: quantity, share, total, actual: quantity.number / total.number}]
  })
}

/** Whether a stated percentage is the ratio of two numbers, allowing for the rounding (or cutting) of all three. */
export function fitsRatio(
  part: {number: number; step: number},
  whole: {number: number; step: number},
  stated: {ratio: number; step: number}
): boolean {
  if (whole.number === 0) return true
  const ratio = part.number / whole.number
  // Numbers in whole units are counts and exact; amounts may be rounded by half a step.
  const slack =
    (part.step < 1 || part.step > 1 ? (part.step / whole.number) * 0.5 : 0) +
    (whole.step < 1 || whole.step > 1 ? (ratio * whole.step * 0.5) / whole.number : 0)
  const gap = ratio - stated.ratio
  return gap >= -stated.step / 2 - slack - 1e-9 && gap <= stated.step + slack + 1e-9
}
