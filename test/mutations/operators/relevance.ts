import type {Operator} from '../mutation.js'
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
  type FormSite
} from '../site.js'

const wishes: [string, ...string[]] = [
  '提高群众生活水平，促进社会和谐稳定',
  '各项补助是否按时发放',
  '减少和预防各类事故发生率',
  '切实保障困难群众基本生活，维护社会稳定。',
  '进一步增强居民法治意识，营造守法用法的社会氛围'
]

export const relevanceOperators: Operator[] = [
  {
    rule: 'rate-under-quantity',
    does: 'puts a rate under 数量指标',
    spoil: (site) =>
      planRows(site, ({levelTwo}) => levelTwo === 'quantity').map((at) => ({
        edits: [
          ...rename(at, '受理事项办结率', '办结事项占受理事项的比例'),
          ...writeTarget(at, '≥', '95', '%')
        ],
        at: [placeOf(at, at.row.name), ...targetPlaces(at)]
      }))
  },
  {
    rule: 'execution-rate-as-cost',
    does: 'measures cost by 预算执行率',
    spoil: (site) =>
      planRows(site, ({levelTwo}) => levelTwo === 'cost' || levelTwo === 'economic-cost').map(
        (at, index) => ({
          edits: [
            ...rename(
              at,
              inTurn(['预算执行率', '预算资金支付率', '资金支出进度', '预算资金完成率', '资金使用率'], index),
              '执行数占预算数的比例'
            ),
            ...writeTarget(at, '≥', '95', '%')
          ],
          at: [placeOf(at, at.row.name)]
        })
      )
  },
  {
    rule: 'satisfaction-under-benefit',
    does: 'puts a satisfaction under benefits',
    spoil: (site) =>
      planRows(site, ({levelOne, levelTwo}) => levelOne === 'benefit' && levelTwo === 'social-benefit').map(
        (at) => ({
          edits: [
            ...rename(at, '周边居民满意度', '问卷中满意的居民占比'),
            ...writeTarget(at, '≥', '90', '%')
          ],
          at: [placeOf(at, at.row.name)]
        })
      )
  },
  {
    rule: 'name-is-class',
    does: 'names an indicator after its class',
    spoil: (site) =>
      planRows(site, ({level2}) =>
        /^(?:数量|质量|时效|社会效益|服务对象满意度)/.test(level2?.plain ?? '')
      ).map((at) => ({
        edits: [write(at, at.row.name, (at.row.level2?.plain ?? '').replace(/^[\d-]+/, ''))],
        at: [placeOf(at, at.row.name)]
      }))
  },
  {
    rule: 'name-is-wish',
    does: 'names an indicator with a wish',
    // A percentage of a wish is a defect of the target too.
    also: ['target-kind-mismatch'],
    spoil: (site) =>
      planRows(site, ({levelTwo}) => levelTwo === 'social-benefit').map((at, index) => ({
        edits: [
          ...rename(at, inTurn(wishes, index), '抽样调查中生活改善的家庭占比'),
          ...writeTarget(at, '≥', '90', '%')
        ],
        at: [placeOf(at, at.row.name)]
      }))
  },
  {
    rule: 'description-repeats-name',
    does: 'copies the name into the explanation',
    spoil: (site) =>
      planRows(site, ({description}) => !!description?.plain).flatMap((at) =>
        at.row.description
          ? [
              {
                edits: [write(at, at.row.description, at.row.name.text)],
                at: [placeOf(at, at.row.description), placeOf(at, at.row.name)]
              }
            ]
          : []
      )
  },
  {
    rule: 'description-contradicts-name',
    does: 'explains a number with a rate',
    spoil: (site) =>
      planRows(
        site,
        ({name, description}) => !!description?.plain && /(?:数量|次数|人数|份数|件数)$/.test(name.plain)
      ).flatMap((at) =>
        at.row.description
          ? [
              {
                edits: [write(at, at.row.description, '舆情研判准确率')],
                at: [placeOf(at, at.row.description), placeOf(at, at.row.name)]
              }
            ]
          : []
      )
  },
  {
    rule: 'duplicate-indicator',
    does: 'names two indicators of a class alike',
    spoil: (site) =>
      planForms(site).flatMap((owner) =>
        owner.rows.flatMap((row, index) => {
          const next = owner.rows[index + 1]
          if (!next || next.levelTwo !== row.levelTwo || next.block !== row.block) return []
          const copied = (['name', 'description', 'target', 'comparator', 'unit'] as const).flatMap((key) => {
            const from = row[key]
            const to = next[key]
            return from && to ? [write(owner, to, from.text)] : []
          })
          return [{edits: copied, at: [placeOf(owner, row.name), placeOf(owner, next.name)]}]
        })
      )
  },
  {
    rule: 'copied-indicator-set',
    does: 'copies the indicators of one project to the next',
    spoil: (site) =>
      pairs(planForms(site)).flatMap(([one, other]) => {
        const shape = ({rows}: FormSite): string => rows.map(({levelTwo}) => levelTwo).join()
        const [first] = one.rows
        const [second] = other.rows
        if (shape(one) !== shape(other) || one.sheet === other.sheet || !first || !second) return []
        return [
          {
            edits: one.rows.flatMap((row, index) => {
              const to = other.rows[index]
              return to
                ? [
                    write(other, to.name, row.name.text),
                    write(other, to.target, row.target.text),
                    ...(row.description && to.description
                      ? [write(other, to.description, row.description.text)]
                      : [])
                  ]
                : []
            }),
            at: [placeOf(one, first.level1 ?? first.name), placeOf(other, second.level1 ?? second.name)]
          }
        ]
      })
  },
  {
    rule: 'filler-indicator',
    does: 'fills an ecological benefit with 环保节能',
    also: ['target-kind-mismatch'],
    spoil: (site) =>
      planRows(site, (row) => row.levelTwo === 'social-benefit' && ownsClass(row)).flatMap((at, index) =>
        at.row.level2 && !touchesNature(at)
          ? [
              {
                edits: [
                  write(at, at.row.level2, '生态效益指标'),
                  ...rename(at, inTurn(['环保节能', '提高环保意识', '节能环保'], index), '减少能源消耗'),
                  ...writeTarget(at, '≥', '90', '%')
                ],
                at: [placeOf(at, at.row.name)]
              }
            ]
          : []
      )
  },
  {
    rule: 'wrong-parent-class',
    does: 'calls punctuality a lasting effect',
    spoil: (site) =>
      planRows(site, (row) => row.levelTwo === 'social-benefit' && ownsClass(row)).flatMap((at, index) =>
        at.row.level2
          ? [
              {
                edits: [
                  write(at, at.row.level2, '可持续影响指标'),
                  ...rename(
                    at,
                    inTurn(['各项任务按时完成率', '工作按期办结率', '工程款拨付及时率'], index),
                    '按时完成的部分占全部的比例'
                  ),
                  ...writeTarget(at, '≥', '95', '%')
                ],
                at: [placeOf(at, at.row.name), placeOf(at, at.row.level2)]
              }
            ]
          : []
      )
  },
  {
    rule: 'wrong-parent-class',
    does: 'puts 经济成本指标 under outputs',
    spoil: (site) =>
      planRows(site, (row) => row.levelOne === 'output' && row.levelTwo === 'cost').flatMap((at) =>
        at.row.level2
          ? [{edits: [write(at, at.row.level2, '经济成本指标')], at: [placeOf(at, at.row.level2)]}]
          : []
      )
  }
]

/** Where the project is about nature or works on it, an ecological benefit may be meant. */
function touchesNature({sheet}: FormSite): boolean {
  return sheet.sheet.cells.some(({text}) =>
    /生态|环境|污水|林业|河道|空气|绿化/.test(text.replace('生态效益指标', ''))
  )
}

function pairs<T>(all: T[]): [T, T][] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other): [T, T] => [one, other]))
}
