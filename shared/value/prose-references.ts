import type {Sentence} from './prose-clauses.js'
import type {ProsePercent, Quantity} from './prose-quantity.js'
import {fitsRatio} from './prose-sums.js'

/** A percentage whose numbers stand in different sentences of a document. */
export interface WrongReference {
  stated: ProsePercent
  part: Quantity
  whole: Quantity
  actual: number
}

const namedWhole =
  /占(?:一般公共预算|财政拨款|本年|全年|当年|年度|本?部门|本?单位|全部|预算|决算|总|20\d\d年度?)*(项目支出|基本支出|总支出|总收入|支出(?:总额|合计)|收入(?:总额|合计))(?:总额|合计)?的?(?:比重|比例)?(?:为|达)?$/
const others = /基金|国有资本|社保|上年|去年|年初|人员|公用|一般性|采购|三公|培训|差旅|设备|工资/

/**
 * Finds shares of a whole that the document states elsewhere: 涉及资金400万元，占项目支出总额的30%, where 项目支出 is 500万元.
 * Silent when the document has several numbers for that whole.
 */
export function findWrongNamedShares(sentences: Sentence[], known: Quantity[]): WrongReference[] {
  return sentences.flatMap(({clauses}) =>
    clauses.flatMap((clause, at) =>
      clause.percents.flatMap((stated): WrongReference[] => {
        const name = namedWhole.exec(stated.label)?.[1]
        if (!name || stated.hedged || others.test(stated.label)) return []
        const before = clauses.slice(0, at + 1).flatMap(({quantities}) => quantities)
        const part = before.findLast((quantity) => quantity.at < stated.at)
        if (!part || part.unit !== '元' || part.hedged || part.number === 0) return []
        const core = name.replace(/^总(支出|收入)$/, '$1合计').replace(/总额$/, '合计')
        const wholes = known.filter(
          ({label, unit, hedged, number}) =>
            unit === '元' &&
            !hedged &&
            number > 0 &&
            label.replace(/(?:总额|为|共|:)+$/, '').endsWith(core) &&
            !others.test(label)
        )
        const [whole] = wholes
        if (!whole || wholes.some(({number}) => number !== whole.number)) return []
        if (fitsRatio(part, whole, stated)) return []
        return [{stated, part, whole, actual: part.number / whole.number}]
      })
    )
  )
}

const surpassed =
  /超(?:额|出|过)?(?:完成)?(?:了)?(?:年度|全年|原定|下达)?(?:任务|目标|计划)(?:任务|目标)?(?:数|量)?的?$/

/** Finds how far a task was surpassed where that does not follow from the task and what was done: 任务100户, 完成150户, 超任务30%. */
export function findWrongSurplus(sentences: Sentence[], known: Quantity[]): WrongReference[] {
  const stated = sentences
    .flatMap(({clauses}) => clauses.flatMap(({percents}) => percents))
    .filter(({label, hedged}) => !hedged && surpassed.test(label))
  if (stated.length === 0) return []
  const pairs = pairTasks(known)
  const [only] = pairs
  if (!only || pairs.length > 1) return []
  const {task, done} = only
  const gain = {number: done.number - task.number, step: Math.max(task.step, done.step)}
  return stated.flatMap((percent) =>
    fitsRatio(gain, task, percent) || fitsRatio(done, task, percent)
      ? []
      : [{stated: percent, part: done, whole: task, actual: gain.number / task.number}]
  )
}

/** Task and achievement by unit, where the document has one number for each. */
function pairTasks(known: Quantity[]): {task: Quantity; done: Quantity}[] {
  const units = new Set(known.map(({unit}) => unit))
  return [...units].flatMap((unit) => {
    const numbers = known.filter((quantity) => quantity.unit === unit && !quantity.hedged)
    const task = unique(numbers.filter(({label}) => /任务|计划/.test(label) && !/完成/.test(label)))
    const done = unique(numbers.filter(({label}) => /实际|完成/.test(label) && !/任务|计划/.test(label)))
    return task && done && done.number > task.number && task.number > 0 ? [{task, done}] : []
  })
}

function unique(quantities: Quantity[]): Quantity | undefined {
  const [first] = quantities
  return first && quantities.every(({number}) => number === first.number) ? first : undefined
}
