import type {Part} from '../../../shared/tree/nodes.js'
import type {Operator} from '../mutation.js'
import {placeOf, planForms, write, type FormSite} from '../site.js'

interface Coded extends FormSite {
  part: Part
  code: string
}

const coded = (site: Parameters<Operator['spoil']>[0]): Coded[] =>
  site.forms.flatMap((owner) => {
    const {projectCode} = owner.form
    return projectCode?.part && projectCode.part.plain === projectCode.value
      ? [{...owner, part: projectCode.part, code: projectCode.value}]
      : []
  })

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The code with the check character that its first twenty characters ask for. */
function seal(code: string): string {
  const sum = [...code.slice(0, 20)].reduce(
    ({total, weight}, character) => ({
      total: (total + alphabet.indexOf(character) * weight) % 31,
      weight: (weight * 3) % 31
    }),
    {total: 0, weight: 1}
  ).total
  return code.slice(0, 20) + (alphabet[30 - sum] ?? '')
}

const respell =
  (change: (code: string, owner: Coded) => string) => (site: Parameters<Operator['spoil']>[0]) =>
    coded(site).map((owner) => ({
      edits: [write(owner, owner.part, change(owner.code, owner))],
      at: [placeOf(owner, owner.part)]
    }))

const funds = (owner: FormSite) =>
  owner.form.children.flatMap((child) => (child.type === 'funds' ? [child] : []))

export const consistencyOperators: Operator[] = [
  {
    rule: 'budget-parts',
    does: 'raises the total above its parts',
    spoil: (site) =>
      planForms(site).flatMap((owner) =>
        funds(owner).flatMap(({children}) => {
          const total = children.find(({key}) => key === 'total')
          const parts = children.filter(
            ({key, amounts}) => key !== 'total' && amounts.some(({amount}) => amount)
          )
          const amount = total?.amounts[0]
          if (!amount?.amount || parts.length < 2) return []
          return [{edits: [write(owner, amount.part, amount.amount + 7)], at: [placeOf(owner, amount.part)]}]
        })
      )
  },
  {
    rule: 'budget-parts',
    does: 'gives a part more than the whole',
    spoil: (site) =>
      planForms(site).flatMap((owner) =>
        funds(owner).flatMap(({children}) => {
          const total = children.find(({key}) => key === 'total')?.amounts[0]
          const part = children.find(({key}) => key === 'fiscal')?.amounts[0]
          if (!total?.amount || part?.amount !== total.amount) return []
          return [
            {
              edits: [write(owner, part.part, part.amount + 12)],
              at: [placeOf(owner, part.part), placeOf(owner, total.part)]
            }
          ]
        })
      )
  },
  {
    rule: 'department-balance',
    does: 'raises the basic expenditure',
    spoil: (site) =>
      planForms(site).flatMap((owner) =>
        funds(owner).flatMap(({children}) => {
          const basic = children.find(({key}) => key === 'basic')?.amounts[0]
          if (basic?.amount === undefined) return []
          return [{edits: [write(owner, basic.part, basic.amount + 80)], at: [placeOf(owner, basic.part)]}]
        })
      )
  },
  {
    rule: 'task-sum',
    does: 'gives a task ten times the money',
    also: ['department-project-conflict'],
    spoil: (site) =>
      planForms(site).flatMap((owner) => {
        const projects = funds(owner)
          .flatMap(({children}) => children)
          .find(({key}) => key === 'project')?.amounts[0]?.part
        return owner.form.children.flatMap((child) =>
          child.type === 'task' && child.amount && child.money && projects
            ? [
                {
                  edits: [write(owner, child.amount, child.money * 10)],
                  at: [placeOf(owner, child.amount), placeOf(owner, projects)]
                }
              ]
            : []
        )
      })
  },
  {
    rule: 'project-code-check',
    does: 'mistypes a character of a code',
    spoil: respell((code) => code.slice(0, 14) + (code[14] === '7' ? '8' : '7') + code.slice(15))
  },
  {
    rule: 'project-code-format',
    does: 'loses a character of a code',
    spoil: respell((code) => code.slice(0, 12) + code.slice(13))
  },
  {
    rule: 'project-code-format',
    does: 'types O for 0 in a code',
    spoil: respell((code) => code.replace(/0(?=\d{2,4}.$)/, 'O'))
  },
  {
    rule: 'project-code-year',
    does: 'gives a code of a later year',
    spoil: respell((code, {form}) =>
      seal(code.slice(0, 6) + String((form.year?.value ?? 2024) + 1).slice(2) + code.slice(8))
    )
  },
  {
    rule: 'project-code-division',
    does: 'gives a code of another place',
    spoil: (site) => (coded(site).length < 3 ? [] : respell((code) => seal(`130281${code.slice(6)}`))(site))
  },
  {
    rule: 'duplicate-project-code',
    does: 'gives two projects one code',
    spoil: (site) => {
      const [first, ...others] = coded(site)
      return first
        ? others.map((other) => ({
            edits: [write(other, other.part, first.code)],
            at: [placeOf(other, other.part), placeOf(first, first.part)]
          }))
        : []
    }
  },
  {
    rule: 'document-number-mismatch',
    does: 'cites another number than the name',
    spoil: (site) =>
      planForms(site).flatMap((owner) => {
        const name = owner.form.projectName?.part
        const [row] = owner.rows
        const basis = row?.basis
        const year = owner.form.year?.value
        if (!name || !basis || !year) return []
        return [
          {
            edits: [
              write(owner, name, `${name.text}（河财社〔${year}〕36号）`),
              write(owner, basis, `河财社〔${year}〕63号`)
            ],
            at: [placeOf(owner, basis)]
          }
        ]
      })
  },
  {
    rule: 'advance-notice-year',
    does: 'gives an advance notice the year it speaks of',
    spoil: (site) =>
      planForms(site).flatMap((owner) =>
        owner.form.children.flatMap((child) => {
          const year = owner.form.year?.value
          if (child.type !== 'field' || child.key !== 'purpose' || !child.value || !year) return []
          const text = `根据河财社〔${year}〕8号《关于提前下达${year}年补助资金预算的通知》，${child.value.text}`
          return [{edits: [write(owner, child.value, text)], at: [placeOf(owner, child.value)]}]
        })
      )
  },
  {
    rule: 'document-number-year',
    does: 'cites a document of the year after the form',
    spoil: (site) =>
      planForms(site).flatMap((owner) => {
        const {year} = owner.form
        const basis = owner.rows.find((row) => row.basis?.plain)?.basis
        if (!year || year.source === 'code' || !basis) return []
        return [
          {
            edits: [write(owner, basis, `河财社〔${year.value + 1}〕36号`)],
            at: [placeOf(owner, basis)]
          }
        ]
      })
  },
  {
    rule: 'column-total',
    does: 'adds an eighth to the total of an allocation',
    spoil: ({tree}) =>
      tree.children.flatMap(({name, sheet: {cells}}) => {
        const title = cells.find(({text}) => /分配表$/.test(text))
        const label = cells.find(({row, text}) => title && row > title.row && text.trim() === '合计')
        const total = cells.find(({row, value}) => row === label?.row && typeof value === 'number')
        if (!total || typeof total.value !== 'number') return []
        const place = {sheet: name, row: total.row, column: total.column}
        return [{edits: [{...place, to: total.value * 1.125}], at: [place]}]
      })
  }
]
