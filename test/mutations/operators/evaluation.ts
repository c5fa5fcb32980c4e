import type {Part} from '../../../shared/tree/nodes.js'
import type {Defect, Operator, Place} from '../mutation.js'
import {inTurn, placeOf, write, type FormSite, type Row, type RowSite, type Site} from '../site.js'

/** A row of a self-evaluation with its result, points and score. */
interface Scored extends RowSite {
  actual: Part
  points: number
  weight: Part
  score: Part
}

const evaluations = ({forms}: Site): FormSite[] => forms.filter(({form}) => form.kind === 'evaluation')

const results = (site: Site): (RowSite & {actual: Part})[] =>
  evaluations(site).flatMap((owner) =>
    owner.rows.flatMap((row) => (row.actual?.plain ? [{...owner, row, actual: row.actual}] : []))
  )

const scored = (site: Site): Scored[] =>
  results(site).flatMap((at) => {
    const {weight, score} = at.row
    const points = Number(weight?.plain || NaN)
    return weight && score && points > 0 && score.plain === weight.plain
      ? [{...at, weight, score, points}]
      : []
  })

/** Sign, number and unit of a target that is a plain limit. */
function limitOf({target, comparator}: Row): {sign: string; number: number; unit: string} | undefined {
  const match = /^([≥≤])?(\d+(?:\.\d+)?)([^\d]*)$/.exec(target.plain)
  const sign = comparator?.plain ?? match?.[1]
  if (!match || (sign !== '≥' && sign !== '≤')) return undefined
  return {sign, number: Number(match[2]), unit: match[3] ?? ''}
}

/** A result on the wrong side of its limit, by a fifth. */
function fallShort(row: Row): string | undefined {
  const limit = limitOf(row)
  if (!limit || limit.number === 0) return undefined
  const whole = /^[人个座台场家次起件辆]/.test(limit.unit)
  const factor = limit.sign === '≥' ? 0.8 : 1.25
  const number = whole && limit.sign === '≤' ? Math.ceil(limit.number * factor) : limit.number * factor
  return `${limit.number >= 20 ? Math.round(number) : Number(number.toFixed(2))}${limit.unit}`
}

const totals = (owner: FormSite) =>
  owner.form.children.flatMap((child) =>
    child.type === 'funds' ? child.children.filter(({key}) => key === 'total') : []
  )

/** The cell of a column in the row 总分 or 合计, if the form prints one. */
function totalCells({sheet, rows}: FormSite, column: number | undefined): Place[] {
  const last = rows.at(-1)?.position.start.line ?? Infinity
  const label = sheet.sheet.cells.find(({text, row}) => /^(?:总分|合计)$/.test(text) && row > last)
  return sheet.sheet.cells
    .filter((cell) => cell.row === label?.row && cell.column === column)
    .map((cell) => ({sheet: sheet.name, row: cell.row, column: cell.column}))
}

/** Cells that print how many points a block has: 绩效指标（90分）. */
function printedPoints({sheet}: FormSite): Place[] {
  return sheet.sheet.cells
    .filter(({text}) => /（\d+分）/.test(text))
    .map(({row, column}) => ({sheet: sheet.name, row, column}))
}

/** A report in running text, not a table. */
export function isReport({forms}: Site): boolean {
  return forms.some(({form}) => /报告$/.test(form.title?.plain ?? ''))
}

export const evaluationOperators: Operator[] = [
  {
    rule: 'missing-actual',
    does: 'empties a result',
    spoil: (site) =>
      results(site).map((at) => ({edits: [write(at, at.actual, '')], at: [placeOf(at, at.actual)]}))
  },
  {
    rule: 'missing-score',
    does: 'empties a score',
    also: ['score-total'],
    spoil: (site) =>
      scored(site).map((at) => ({edits: [write(at, at.score, '')], at: [placeOf(at, at.score)]}))
  },
  {
    rule: 'score-over-weight',
    does: 'gives more than all points',
    also: ['score-total'],
    spoil: (site) =>
      scored(site).map((at) => ({
        edits: [write(at, at.score, String(at.points + 2))],
        at: [placeOf(at, at.score), placeOf(at, at.weight)]
      }))
  },
  {
    rule: 'weight-total',
    does: 'gives a row five points too many',
    also: ['score-total'],
    spoil: (site) =>
      scored(site).map((at) => ({
        edits: [write(at, at.weight, String(at.points + 5)), write(at, at.score, String(at.points + 5))],
        at: [
          ...[at.weight, at.row.level1, at.row.level2, at.form.headings[0]?.weight].flatMap((part) =>
            part ? [placeOf(at, part)] : []
          ),
          ...totalCells(at, at.weight.range.left),
          ...printedPoints(at)
        ]
      }))
  },
  {
    rule: 'score-total',
    does: 'adds the scores up wrong',
    also: ['grade-word'],
    spoil: (site) =>
      evaluations(site).flatMap((owner) =>
        totalCells(owner, owner.rows[0]?.score?.range.left).map((place) => ({
          edits: [{...place, to: '91.3'}],
          at: [place]
        }))
      )
  },
  {
    rule: 'execution-rate-arithmetic',
    does: 'divides wrong',
    also: ['reason-missing'],
    spoil: (site) =>
      evaluations(site).flatMap((owner) =>
        totals(owner).flatMap(({amounts}) => {
          const rate = amounts.find(({column}) => column === 'rate')?.part
          return rate?.plain ? [{edits: [write(owner, rate, '83.4%')], at: [placeOf(owner, rate)]}] : []
        })
      )
  },
  {
    rule: 'execution-rate-arithmetic',
    does: 'gives the execution other points than its rate',
    also: ['score-total', 'score-over-weight'],
    spoil: (site) =>
      evaluations(site).flatMap((owner) =>
        totals(owner).flatMap(({amounts}) => {
          const score = amounts.find(({column}) => column === 'score')?.part
          return score?.plain && /^\d/.test(score.plain)
            ? [{edits: [write(owner, score, '6.3')], at: [placeOf(owner, score)]}]
            : []
        })
      )
  },
  {
    rule: 'full-score-despite-miss',
    does: 'gives all points for less than the target',
    also: ['reason-missing'],
    spoil: (site) =>
      scored(site).flatMap((at) => {
        const short = fallShort(at.row)
        return short
          ? [{edits: [write(at, at.actual, short)], at: [placeOf(at, at.actual), placeOf(at, at.score)]}]
          : []
      })
  },
  {
    rule: 'reason-missing',
    does: 'takes points off and does not say why',
    also: ['score-total'],
    spoil: (site) =>
      scored(site).flatMap((at) => {
        const {deviation} = at.row
        const short = fallShort(at.row)
        if (!short || deviation?.plain !== '') return []
        return [
          {
            edits: [
              write(at, at.actual, short),
              write(at, at.score, String(Number((at.points * 0.8).toFixed(1))))
            ],
            at: [placeOf(at, deviation), placeOf(at, at.score), placeOf(at, at.actual)]
          }
        ]
      })
  },
  {
    rule: 'actual-copies-target',
    does: 'copies the target to the result',
    spoil: (site) =>
      results(site)
        .filter(({row}) => /^[≥≤]|前$/.test(row.target.plain))
        .map((at) => ({edits: [write(at, at.actual, at.row.target.text)], at: [placeOf(at, at.actual)]}))
  },
  {
    rule: 'actual-kind-mismatch',
    does: 'answers a number of things with a share or a word',
    spoil: (site) =>
      results(site)
        .filter(({row}) => {
          const limit = limitOf(row)
          const unit = row.unit?.plain ?? limit?.unit ?? ''
          return row.levelTwo === 'quantity' && limit !== undefined && /^[人座台场个家公里吨]+$/.test(unit)
        })
        .map((at, index) => ({
          edits: [write(at, at.actual, inTurn(['100%', '已完成', '达到预期目标'], index))],
          at: [placeOf(at, at.actual)]
        }))
  },
  {
    rule: 'overachieved-unexplained',
    does: 'triples a number of things and does not say why',
    spoil: (site) =>
      results(site).flatMap((at) => {
        const limit = limitOf(at.row)
        if (
          at.row.levelTwo !== 'quantity' ||
          at.row.deviation?.plain ||
          limit?.sign !== '≥' ||
          limit.number < 10 ||
          limit.unit === '天'
        )
          return []
        return [
          {edits: [write(at, at.actual, `${limit.number * 3}${limit.unit}`)], at: [placeOf(at, at.actual)]}
        ]
      })
  },
  {
    rule: 'grade-word',
    does: 'grades 95 points as 良',
    spoil: (site) => inTexts(site, /等次为优|等级为优|等次：优/, (text) => text.replace('优', '良'))
  },
  {
    rule: 'period-incomplete',
    does: 'counts only until October',
    spoil: (site) =>
      isReport(site) ? inTexts(site, /^全年[^，]*\d/, (text) => text.replace(/^全年/, '截至10月底，共')) : []
  }
]

/** Cells whose text passes, changed as a whole. */
export function inTexts(site: Site, pattern: RegExp, change: (text: string) => string): Defect[] {
  return site.workbook.sheets.flatMap(({name, cells}) =>
    cells
      .filter(({text}) => pattern.test(text) && change(text) !== text)
      .map(({row, column, text}) => ({
        edits: [{sheet: name, row, column, to: change(text)}],
        at: [{sheet: name, row, column}]
      }))
  )
}
