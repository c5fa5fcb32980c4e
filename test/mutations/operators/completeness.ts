import type {Operator} from '../mutation.js'
import {emptyRows, inTurn, placeOf, planForms, planRows, targetPlaces, write, type FormSite} from '../site.js'

const goals = ({form}: FormSite) =>
  form.children.flatMap((child) =>
    child.type === 'goal' && child.text.plain !== '' && child.text.offset === undefined ? [child] : []
  )

export const completenessOperators: Operator[] = [
  {
    rule: 'placeholder-text',
    does: 'leaves the name of the blank form',
    spoil: (site) =>
      planRows(site, () => true).map((at, index) => ({
        edits: [
          write(at, at.row.name, inTurn(['指标1', 'XXX', '请填写指标名称', '指标名称', '指标2：'], index))
        ],
        at: [placeOf(at, at.row.name)]
      }))
  },
  {
    rule: 'placeholder-text',
    does: 'leaves XX for the number of a target',
    spoil: (site) =>
      planRows(site, (row) => !row.unit && /^≥\d+\D{1,3}$/.test(row.target.plain)).map((at) => ({
        edits: [write(at, at.row.target, at.row.target.text.replace(/\d+/, 'XX'))],
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'placeholder-text',
    does: 'leaves the goal of the blank form',
    spoil: (site) =>
      planForms(site).flatMap((owner) =>
        goals(owner).map(({text}, index) => ({
          edits: [
            write(
              owner,
              text,
              inTurn(
                ['目标内容1', '1.目标内容1', '请填写年度目标（100字以内）', 'XXXX'],
                index + owner.form.position.end.line
              )
            )
          ],
          at: [placeOf(owner, text)]
        }))
      )
  },
  {
    rule: 'missing-target-value',
    does: 'empties a target',
    spoil: (site) =>
      planRows(site, () => true).map((at) => ({
        edits: [write(at, at.row.target, '')],
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'missing-target-value',
    does: 'takes the number out of a target',
    spoil: (site) =>
      planRows(site, (row) => !row.unit && /^≥\d+(?:\.\d+)?[%个人件场公里]+$/.test(row.target.plain)).map(
        (at) => ({
          edits: [write(at, at.row.target, at.row.target.text.replace(/[\d.]+/, ''))],
          at: targetPlaces(at)
        })
      )
  },
  {
    rule: 'template-residue',
    does: 'leaves markup in a goal',
    spoil: (site) =>
      site.forms.flatMap((owner) =>
        goals(owner).map(({text: part}, index) => ({
          edits: [
            write(
              owner,
              part,
              inTurn(
                [
                  `<p>${part.text}</p>`,
                  `${part.text}<br/>`,
                  `[bookmark: _GoBack]${part.text}`,
                  `${part.text}&nbsp;`
                ],
                index + owner.form.position.end.line
              )
            )
          ],
          at: [placeOf(owner, part)]
        }))
      )
  },
  {
    rule: 'missing-indicator-class',
    does: 'takes all benefits out',
    spoil: (site) =>
      planForms(site).flatMap((owner) => {
        const all = owner.form.children.filter((child) => child.type === 'indicator')
        const benefits = all.filter(({levelOne}) => levelOne === 'benefit')
        const first = all[0]?.level1
        if (
          benefits.length === 0 ||
          !first ||
          all.some(({weight}) => weight) ||
          all.length - benefits.length < 3
        )
          return []
        const rows = new Set(
          [
            ...benefits.map(({position}) => position.start.line),
            ...owner.form.emptyClasses
              .filter(({levelOne}) => levelOne === 'benefit')
              .map(({part}) => part.range.top)
          ].sort((a, b) => a - b)
        )
        const keep = owner.sheet.sheet.merges
          .filter(({top, bottom}) => rows.has(top) && !rows.has(bottom))
          .map((range) => ({text: '', plain: '', range}))
        return [{edits: emptyRows(owner, rows, keep), at: [placeOf(owner, first)]}]
      })
  },
  {
    rule: 'required-field',
    does: 'empties an item of the head',
    spoil: (site) =>
      site.forms.flatMap((owner) =>
        owner.form.children.flatMap((child) => {
          if (child.type !== 'field' || !child.value?.plain || child.value.offset !== undefined) return []
          const {key, value} = child
          if (!key || !['project-name', 'department', 'implementer', 'staff'].includes(key)) return []
          return [{edits: [write(owner, value, '')], at: [placeOf(owner, value)]}]
        })
      )
  },
  {
    rule: 'required-field',
    does: 'empties the goal',
    spoil: (site) =>
      planForms(site).flatMap((owner) => {
        const all = goals(owner)
        const [goal] = all
        return all.length === 1 && goal
          ? [{edits: [write(owner, goal.text, '')], at: [placeOf(owner, goal.text)]}]
          : []
      })
  },
  {
    rule: 'value-without-name',
    does: 'empties the name of an indicator',
    spoil: (site) =>
      planRows(site, () => true).map((at) => ({
        edits: [write(at, at.row.name, '')],
        at: [placeOf(at, at.row.name), placeOf(at, at.row.target)]
      }))
  },
  {
    rule: 'too-few-indicators',
    does: 'leaves two indicators',
    spoil: (site) =>
      planForms(site).flatMap((owner) => {
        const [first, ...others] = owner.rows
        const last = others.pop()
        if (!first || last?.levelOne !== 'satisfaction' || first.weight || owner.form.headings.length !== 1)
          return []
        if (last.level1?.range.top !== last.position.start.line) return []
        const rows = new Set([
          ...others.map(({position}) => position.start.line),
          ...owner.form.emptyClasses.map(({part}) => part.range.top)
        ])
        return [{edits: emptyRows(owner, rows), at: [placeOf(owner, first.name)]}]
      })
  },
  {
    rule: 'goal-not-quantified',
    does: 'says nothing in the goal',
    spoil: (site) =>
      planForms(site).flatMap((owner) =>
        goals(owner)
          .filter(({term}) => term !== 'long-term')
          .map(({text}, index) => ({
            edits: [
              write(
                owner,
                text,
                inTurn(
                  [
                    '加强管理，提升服务水平，保障各项工作顺利开展。',
                    `1.进一步完善制度。\n2.提高工作效率，按时完成${owner.form.year?.value ?? 2024}年各项任务。`
                  ],
                  index + owner.form.position.end.line
                )
              )
            ],
            at: [placeOf(owner, text)]
          }))
      )
  },
  {
    rule: 'weak-basis',
    does: 'rests a target on experience',
    spoil: (site) =>
      planRows(site, ({basis}) => !!basis?.plain).flatMap((at) =>
        at.row.basis ? [{edits: [write(at, at.row.basis, '工作经验')], at: [placeOf(at, at.row.basis)]}] : []
      )
  },
  {
    rule: 'missing-target-value',
    does: 'empties a target of a self-evaluation',
    spoil: (site) =>
      site.forms
        .filter(({form}) => form.kind === 'evaluation')
        .flatMap((owner) =>
          owner.rows.map((row) => ({
            edits: [write(owner, row.target, '')],
            at: [placeOf(owner, row.target)]
          }))
        )
  }
]
