import type {Operator} from '../mutation.js'
import {placeOf, planForms, planRows, targetPlaces, write, type FormSite} from '../site.js'

const plans = (site: Parameters<Operator['spoil']>[0]) =>
  planForms(site).flatMap((owner) =>
    owner.form.children.flatMap((child) => (child.type === 'spendingPlan' ? [{owner, plan: child}] : []))
  )

const yearOf = ({form}: FormSite): number | undefined => form.year?.value

export const feasibilityOperators: Operator[] = [
  {
    rule: 'wrong-year',
    does: 'leaves the year before in a deadline',
    spoil: (site) =>
      planRows(site, ({target}) => /^20\d\d年\d+月/.test(target.plain))
        .filter(({form}) => !form.period)
        .map((at) => ({
          edits: [
            write(at, at.row.target, at.row.target.text.replace(/^20\d\d/, String((yearOf(at) ?? 2024) - 1)))
          ],
          at: targetPlaces(at)
        }))
  },
  {
    rule: 'stale-year-in-text',
    does: 'begins the goal with the year before',
    spoil: (site) =>
      planForms(site).flatMap((owner) =>
        owner.form.children.flatMap((child) => {
          const year = yearOf(owner)
          if (child.type !== 'goal' || !year || owner.form.period || /20\d\d年/.test(child.text.plain))
            return []
          const text = child.text.text.replace(/^(\d+\.)?/, `$1${year - 1}年`)
          return [{edits: [write(owner, child.text, text)], at: [placeOf(owner, child.text)]}]
        })
      )
  },
  {
    rule: 'spending-plan-incomplete',
    does: 'stops the plan below 100 %',
    spoil: (site) =>
      plans(site).flatMap(({owner, plan}) => {
        const last = plan.children.at(-1)
        return last ? [{edits: [write(owner, last.share, '95%')], at: [placeOf(owner, last.share)]}] : []
      })
  },
  {
    rule: 'spending-plan-incomplete',
    does: 'leaves the last share empty',
    spoil: (site) =>
      plans(site).flatMap(({owner, plan}) => {
        const last = plan.children.at(-1)
        return last ? [{edits: [write(owner, last.share, '')], at: [placeOf(owner, last.share)]}] : []
      })
  },
  {
    rule: 'spending-plan-decreasing',
    does: 'lets a cumulative share fall',
    spoil: (site) =>
      plans(site).flatMap(({owner, plan}) => {
        const [, second, third] = plan.children
        return second && third
          ? [
              {
                edits: [
                  write(owner, second.share, third.share.text),
                  write(owner, third.share, second.share.text)
                ],
                at: [placeOf(owner, second.share), placeOf(owner, third.share)]
              }
            ]
          : []
      })
  },
  {
    rule: 'spending-plan-invalid',
    does: 'spends 150 %',
    spoil: (site) =>
      plans(site).flatMap(({owner, plan}) => {
        const last = plan.children.at(-1)
        return last ? [{edits: [write(owner, last.share, '150%')], at: [placeOf(owner, last.share)]}] : []
      })
  }
]
