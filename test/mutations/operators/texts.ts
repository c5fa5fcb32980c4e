import type {Form, Goal, Part} from '../../../shared/tree/nodes.js'
import type {Defect, Operator} from '../mutation.js'
import {
  inTurn,
  ownsClass,
  placeOf,
  planForms,
  planRows,
  rename,
  targetPlaces,
  write,
  writeTarget,
  type FormSite,
  type Site
} from '../site.js'
import {inTexts, isReport} from './evaluation.js'

interface GoalSite extends FormSite {
  goal: Goal
}

const goals = (site: Site): GoalSite[] =>
  planForms(site).flatMap((owner) =>
    owner.form.children.flatMap((child) =>
      child.type === 'goal' && child.text.plain && child.text.offset === undefined
        ? [{...owner, goal: child}]
        : []
    )
  )

/** The budget of a form in 万元 and the cell it stands in. */
function budgetOf({form}: FormSite): {amount: number; part: Part} | undefined {
  if (form.moneyUnit?.value === '元') return undefined
  for (const child of form.children) {
    if (child.type === 'funds') {
      const total = child.children.find(({key}) => key === 'total')?.amounts[0]
      if (total?.amount) return {amount: total.amount, part: total.part}
    }
    if (child.type === 'field' && child.key === 'amount' && Number(child.value?.plain))
      return {amount: Number(child.value?.plain), part: child.value as Part}
  }
  return undefined
}

const spoilGoals =
  (change: (text: string, site: GoalSite, index: number) => string) =>
  (site: Site): Defect[] =>
    goals(site).flatMap((at, index) => {
      const {text} = at.goal.text
      const to = change(text, at, index)
      return to === text ? [] : [{edits: [write(at, at.goal.text, to)], at: [placeOf(at, at.goal.text)]}]
    })

/** Whether the names of two projects share two characters: they may work towards the same goal. */
function areAkin(one: Form, other: Form): boolean {
  const name = one.projectName?.value ?? ''
  return [...name].some(
    (_, at) => at > 0 && (other.projectName?.value ?? '').includes(name.slice(at - 1, at + 1))
  )
}

/** Amounts, names, places and results that contradict each other in words. */
export const textOperators: Operator[] = [
  {
    rule: 'amount-in-text',
    does: 'states another budget in the goal',
    spoil: spoilGoals((text, at) => {
      const budget = budgetOf(at)
      if (!budget || at.form.period || at.form.kind === 'department') return text
      const other = Number((budget.amount + 21.5).toFixed(2))
      return /预算安排资金[\d.]+万元/.test(text)
        ? text.replace(/预算安排资金[\d.]+万元/, `预算安排资金${other}万元`)
        : `本项目预算安排资金${other}万元，${text.replace(/^\d+\./, '')}`
    })
  },
  {
    rule: 'cost-exceeds-budget',
    does: 'lets a cost be three times the budget',
    spoil: (site) =>
      planRows(site, ({levelTwo}) => levelTwo === 'cost' || levelTwo === 'economic-cost').flatMap((at) => {
        const budget = budgetOf(at)
        if (!budget || at.form.period || at.form.kind === 'department') return []
        return [
          {
            edits: [
              ...rename(at, '项目总成本', '全年各项支出之和'),
              ...writeTarget(at, '≤', String(Math.round(budget.amount * 3)), '万元')
            ],
            at: targetPlaces(at)
          }
        ]
      })
  },
  {
    rule: 'copied-goal',
    does: 'copies the goal of another project',
    spoil: (site) => {
      const [first, ...others] = goals(site).filter(({form}) => form.kind === 'project')
      return first
        ? others
            .filter(
              ({sheet, form, goal}) =>
                sheet !== first.sheet && goal.term === first.goal.term && !areAkin(form, first.form)
            )
            .map((other) => ({
              edits: [write(other, other.goal.text, first.goal.text.text)],
              at: [placeOf(other, other.goal.text), placeOf(first, first.goal.text)]
            }))
        : []
    }
  },
  {
    rule: 'department-project-conflict',
    does: 'changes the budget of a project, not that of its task',
    spoil: (site) =>
      planForms(site).flatMap((owner) => {
        const name = owner.form.projectName?.value
        const budget = budgetOf(owner)
        const task = site.forms
          .flatMap(({form}) => form.children)
          .find((child) => child.type === 'task' && child.name?.plain === name)
        if (!budget || !name || task?.type !== 'task' || !task.amount) return []
        const department = site.forms.find(({form}) => form.children.includes(task))
        return department
          ? [
              {
                edits: [write(owner, budget.part, budget.amount + 140)],
                at: [placeOf(owner, budget.part), placeOf(department, task.amount)]
              }
            ]
          : []
      })
  },
  {
    rule: 'foreign-place-name',
    does: 'speaks of 我市 in a county',
    spoil: (site) =>
      site.tree.children.some(({sheet}) => sheet.cells.some(({text}) => /县.{2,10}局$/.test(text)))
        ? spoilGoals(
            (text) => `${text.replace(/[。；]$/, '')}，进一步提升我市治理水平，全市受益群众12万人。`
          )(site)
        : []
  },
  {
    rule: 'identical-spending-plan',
    does: 'gives all projects one spending plan',
    spoil: (site) => {
      const plans = planForms(site).flatMap((owner) =>
        owner.form.children.flatMap((child) => (child.type === 'spendingPlan' ? [{owner, plan: child}] : []))
      )
      const [first, ...others] = plans
      if (!first || plans.length < 3) return []
      return [
        {
          edits: others.flatMap(({owner, plan}) =>
            plan.children.flatMap(({share}, index) => {
              const from = first.plan.children[index]
              return from ? [write(owner, share, from.share.text)] : []
            })
          ),
          at: plans.flatMap(({owner, plan}) => [
            placeOf(owner, plan.label),
            ...plan.children.map(({share}) => placeOf(owner, share))
          ])
        }
      ]
    }
  },
  {
    rule: 'name-value-mismatch',
    does: 'writes 100 % into the name and another value into the target',
    spoil: (site) =>
      planRows(
        site,
        (row) => !row.unit && /率$/.test(row.name.plain) && /^≥\d+%$/.test(row.target.plain)
      ).map((at) => ({
        edits: [write(at, at.row.name, `${at.row.name.text}100%`)],
        at: [placeOf(at, at.row.name), placeOf(at, at.row.target)]
      }))
  },
  {
    rule: 'title-name-mismatch',
    does: 'takes the form of another project',
    spoil: (site) =>
      planForms(site).flatMap((owner) => {
        const {title, projectName} = owner.form
        if (!title || !projectName?.part || !/^\d+\./.test(title.plain) || site.forms.length < 3) return []
        return [
          {
            edits: [write(owner, projectName.part, '乡村道路照明设施维护')],
            at: [placeOf(owner, projectName.part), placeOf(owner, title)]
          }
        ]
      })
  },
  {
    rule: 'mixed-taxonomy',
    does: 'puts 成本指标 of the old kind under outputs of the new kind',
    spoil: (site) =>
      planRows(site, (row) => row.levelTwo === 'timeliness' && ownsClass(row)).flatMap((at) =>
        at.row.level2 && at.rows.some(({levelOne}) => levelOne === 'cost')
          ? [
              {
                edits: [
                  write(at, at.row.level2, '成本指标'),
                  ...rename(at, '设备购置成本', '全部设备的购置费用'),
                  ...writeTarget(at, '≤', '5', '万元')
                ],
                at: [placeOf(at, at.row.level2), placeOf(at, at.row.name)]
              }
            ]
          : []
      )
  },
  {
    rule: 'repeated-explanation',
    does: 'explains every row with the same words',
    spoil: (site) =>
      planForms(site).flatMap((owner) => {
        const explained = owner.rows.flatMap(({description}) => (description?.plain ? [description] : []))
        return explained.length >= 6
          ? [
              {
                edits: explained.map((part) => write(owner, part, '该指标值设置合理')),
                at: explained.map((part) => placeOf(owner, part))
              }
            ]
          : []
      })
  },
  {
    rule: 'fund-level-mismatch',
    does: 'calls money of the province money of the centre',
    also: ['title-name-mismatch'],
    spoil: (site) =>
      planForms(site).flatMap((owner) => {
        const name = owner.form.projectName?.part
        const purpose = owner.form.children.find((child) => child.type === 'field' && child.key === 'purpose')
        if (!name || purpose?.type !== 'field' || !purpose.value) return []
        return [
          {
            edits: [
              write(owner, name, `中央${name.text}补助资金`),
              write(owner, purpose.value, `省级财政下达的补助资金，${purpose.value.text}`)
            ],
            at: [placeOf(owner, purpose.value), placeOf(owner, name)]
          }
        ]
      })
  },
  {
    rule: 'prose-arithmetic',
    does: 'divides or adds wrong in a report',
    spoil: (site) => [
      ...inTexts(site, /执行率96%/, (text) => text.replace('96%', '98%')),
      ...inTexts(site, /其中基本支出320万元/, (text) => text.replace('320万元', '350万元')),
      ...inTexts(site, /结业率95%/, (text) => text.replace('95%', '98%')),
      ...inTexts(site, /执行率97\.5%/, (text) => text.replace('97.5%', '99.2%'))
    ]
  },
  {
    rule: 'method-without-result',
    does: 'describes how to evaluate instead of the result',
    spoil: (site) =>
      isReport(site)
        ? inTexts(
            site,
            /自评得分/,
            () => '对各项指标完成情况进行分析后，根据评分标准计算分值，得出评价结论。'
          )
        : []
  },
  {
    rule: 'heading-numbering',
    does: 'numbers two sections alike',
    spoil: (site) => (isReport(site) ? inTexts(site, /^四、/, (text) => text.replace(/^四/, '三')) : [])
  },
  {
    rule: 'unrelated-topic',
    does: 'takes an indicator of another field from a library',
    spoil: (site) =>
      planRows(site, ({levelTwo}) => levelTwo === 'social-benefit')
        .filter(
          ({form, sheet}) =>
            form.kind === 'project' &&
            !sheet.sheet.cells.some(({text}) => /建设|工程|研究|环境|施工/.test(text))
        )
        .map((at) => ({
          edits: [
            ...rename(at, '建设项目环评执行率', '通过环评的项目占全部项目的比例'),
            ...writeTarget(at, '≥', '90', '%')
          ],
          at: [placeOf(at, at.row.name)]
        }))
  },
  {
    rule: 'hedged-number',
    does: 'says about',
    spoil: (site) =>
      planRows(site, (row) => !row.unit && /^≥\d+[人个场公里]+$/.test(row.target.plain)).map((at, index) => {
        const bare = at.row.target.text.replace('≥', '')
        return {
          edits: [write(at, at.row.target, inTurn([`约${bare}`, `${bare}左右`, `力争${bare}`], index))],
          at: targetPlaces(at)
        }
      })
  },
  {
    rule: 'vague-deadline',
    does: 'sets no date within the year',
    spoil: (site) =>
      planRows(site, (row) => /^20\d\d年\d+月/.test(row.target.plain)).map((at, index) => ({
        edits: [write(at, at.row.target, inTurn(['年度内', '全年', '当年'], index))],
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'date-out-of-period',
    does: 'puts a sign before a month',
    spoil: (site) =>
      planRows(site, (row) => /^20\d\d年\d+月/.test(row.target.plain)).map((at) => ({
        edits: [write(at, at.row.target, '≤12月份')],
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'invalid-date',
    does: 'sets a day that does not exist',
    spoil: (site) =>
      planRows(site, (row) => /^20\d\d年\d+月/.test(row.target.plain)).map((at, index) => ({
        edits: [
          write(
            at,
            at.row.target,
            `${at.row.target.text.slice(0, 4)}年${inTurn(['2月30日', '6月31日', '13月底', '11月31日'], index)}前`
          )
        ],
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'comparator-form',
    does: 'writes a sign of a target in another form',
    spoil: (site) =>
      planRows(site, (row) => !row.comparator && /^[≥≤]/.test(row.target.plain)).map((at, index) => ({
        edits: [
          write(
            at,
            at.row.target,
            at.row.target.text.replace(/^[≥≤]/, (sign) =>
              inTurn(sign === '≥' ? ['>=', '≧', '大于等于'] : ['<=', '≦', '小于等于'], index)
            )
          )
        ],
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'decimal-noise',
    does: 'leaves the decimals of a computation',
    spoil: (site) =>
      planForms(site).flatMap((owner) => {
        const budget = budgetOf(owner)
        return budget && !budget.part.plain.includes('00000')
          ? [
              {
                edits: [write(owner, budget.part, `${budget.amount.toFixed(2)}000000001`)],
                at: [placeOf(owner, budget.part)]
              }
            ]
          : []
      })
  },
  {
    rule: 'doubled-word',
    does: 'writes a word twice',
    spoil: spoilGoals((text) =>
      text.replace(/发放|完成|举办|开展|维护|培训|建设|购置|补助|改造|组织|处置/, (word) => word + word)
    )
  },
  {
    rule: 'full-half-width',
    does: 'mixes half-width punctuation into a sentence',
    spoil: spoilGoals((text, _site, index) => text.replace('，', inTurn([',', ';'], index)))
  },
  {
    rule: 'known-typo',
    does: 'mistypes a satisfaction',
    spoil: (site) =>
      planRows(site, ({name}) => /满意度$/.test(name.plain)).map((at) => ({
        edits: [write(at, at.row.name, at.row.name.text.replace(/满意度$/, '满意度率'))],
        at: [placeOf(at, at.row.name)]
      }))
  },
  {
    rule: 'mixed-label',
    does: 'calls the code 项目编号 on one sheet',
    spoil: (site) => {
      const all = inTexts(site, /^项目编码$/, () => '项目编号')
      return all.length > 1 ? all : []
    }
  },
  {
    rule: 'stray-space',
    does: 'leaves a blank behind or within a name',
    spoil: (site) =>
      planRows(site, ({name}) => name.plain.length > 4 && !/[ ：]/.test(name.text)).map((at, index) => ({
        edits: [
          write(
            at,
            at.row.name,
            inTurn([`${at.row.name.text} `, at.row.name.text.replace(/^((?:指标\d：)?.{2})/, '$1 ')], index)
          )
        ],
        at: [placeOf(at, at.row.name)]
      }))
  },
  {
    rule: 'text-number',
    does: 'keeps an amount as text',
    spoil: (site) =>
      site.forms.flatMap((owner) =>
        owner.form.children.flatMap((child) => {
          if (child.type !== 'funds') return []
          const numbers = child.children
            .flatMap(({amounts}) => amounts)
            .filter(({part}) => typeof part.cell?.value === 'number')
          const [first] = numbers
          return first && numbers.length >= 3
            ? [{edits: [write(owner, first.part, first.part.text)], at: [placeOf(owner, first.part)]}]
            : []
        })
      )
  }
]
