import type {Operator} from '../mutation.js'
import {inTurn, pieces, planRows, targetPlaces, write, writeTarget} from '../site.js'

const counted = /(?:数量|次数|场次|人数|件数|期数|册数|起数|批次|户数|人次)$/
const measured = /(?:里程|面积|长度)$/
const share = /(?:合格率|完好率|覆盖率|知晓率|准确率|在线率|满意度|通过率|处置率)$/

export const measurabilityOperators: Operator[] = [
  {
    rule: 'count-as-percent',
    does: 'gives a number of things in percent',
    spoil: (site) =>
      planRows(site, ({levelTwo, name}) => levelTwo === 'quantity' && counted.test(name.plain)).map(
        (at, index) => ({
          edits: inTurn([writeTarget(at, '≥', '80', '%'), writeTarget(at, '', '100', '%')], index),
          at: targetPlaces(at)
        })
      )
  },
  {
    rule: 'target-kind-mismatch',
    does: 'gives a length or an area in percent',
    spoil: (site) =>
      planRows(site, ({levelTwo, name}) => levelTwo === 'quantity' && measured.test(name.plain)).map(
        (at) => ({
          edits: writeTarget(at, '≥', '80', '%'),
          at: targetPlaces(at)
        })
      )
  },
  {
    rule: 'rate-without-percent',
    does: 'drops the percent sign of a rate',
    spoil: (site) =>
      planRows(site, (row) => pieces(row).unit === '%' && share.test(row.name.plain)).map((at) => ({
        edits: writeTarget(at, pieces(at.row).sign, pieces(at.row).number, ''),
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'rate-over-100',
    does: 'asks for 120 %',
    spoil: (site) =>
      planRows(site, (row) => pieces(row).unit === '%' && share.test(row.name.plain)).map((at) => ({
        edits: writeTarget(at, '≥', '120', '%'),
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'at-least-100',
    does: 'asks for ≥100 %',
    spoil: (site) =>
      planRows(site, (row) => pieces(row).unit === '%' && share.test(row.name.plain)).map((at) => ({
        edits: writeTarget(at, '≥', '100', '%'),
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'wrong-direction',
    does: 'turns ≥ of a number of things or a good rate into ≤',
    spoil: (site) =>
      planRows(
        site,
        (row) =>
          pieces(row).sign === '≥' &&
          (share.test(row.name.plain) ||
            (row.levelTwo === 'quantity' && /人数$|培训.*期数$/.test(row.name.plain)))
      ).map((at) => ({
        edits: writeTarget(at, '≤', pieces(at.row).number, pieces(at.row).unit),
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'wrong-direction',
    does: 'turns ≤ of a cost into ≥',
    spoil: (site) =>
      planRows(site, (row) => pieces(row).sign === '≤' && /(?:成本|单价|造价)$/.test(row.name.plain)).map(
        (at) => ({
          edits: writeTarget(at, '≥', pieces(at.row).number, pieces(at.row).unit),
          at: targetPlaces(at)
        })
      )
  },
  {
    rule: 'graded-target',
    does: 'gives grades for a target',
    spoil: (site) =>
      planRows(site, (row) => !row.unit && share.test(row.name.plain)).map((at, index) => ({
        edits: [
          write(
            at,
            at.row.target,
            inTurn(
              ['≥95%为优；≥90%为良；＜90%为差', '90%以上为优秀，80%-90%为良好', '大于等于95%为优'],
              index
            )
          )
        ],
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'garbled-target',
    does: 'leaves the words of a drop-down list in a target',
    spoil: (site) =>
      planRows(site, (row) => !row.unit && /^≥\d+[%个人场]$/.test(row.target.plain)).map((at) => ({
        edits: [
          write(
            at,
            at.row.target,
            pieces(at.row).unit === '%'
              ? `≥${pieces(at.row).number}%百分比，${at.row.name.text}`
              : `≥${pieces(at.row).number}数量，${at.row.name.text}`
          )
        ],
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'garbled-target',
    does: 'mistypes the sign or a digit',
    spoil: (site) =>
      planRows(site, (row) => !row.unit && /^≥\d+0%$/.test(row.target.plain)).map((at, index) => ({
        edits: [
          write(
            at,
            at.row.target,
            inTurn(
              [
                `≥${at.row.target.text}`,
                at.row.target.text.replace('0', 'O'),
                `${at.row.target.text}%`,
                at.row.target.text.replace('%', '百分比')
              ],
              index
            )
          )
        ],
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'money-unit',
    does: 'forgets 元 after 万',
    spoil: (site) =>
      planRows(site, (row) => !row.unit && /^≤[\d.]+(?:万)?元/.test(row.target.plain)).map((at) => ({
        edits: [write(at, at.row.target, `≤${pieces(at.row).number}万`)],
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'money-unit',
    does: 'forgets for what a unit price is',
    spoil: (site) =>
      planRows(
        site,
        (row) => /(?:人均|单价|单位)/.test(row.name.plain) && pieces(row).unit.includes('元/')
      ).map((at) => ({
        edits: writeTarget(
          at,
          pieces(at.row).sign,
          pieces(at.row).number,
          pieces(at.row).unit.replace(/\/.*/, '')
        ),
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'missing-unit',
    does: 'drops the unit of a number',
    spoil: (site) =>
      planRows(
        site,
        (row) =>
          row.levelTwo === 'quantity' &&
          /^\d/.test(pieces(row).number) &&
          !/[%％]/.test(pieces(row).unit) &&
          (row.unit !== undefined || !/(?:人次|场次|批次|天数|月数|\))$/.test(row.name.plain))
      ).map((at) => ({
        edits: writeTarget(at, pieces(at.row).sign, pieces(at.row).number, ''),
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'wrong-unit',
    does: 'counts persons as visits, and events as things',
    spoil: (site) =>
      planRows(
        site,
        (row) => /(?:人数|次数|场次)$/.test(row.name.plain) && /^(?:人|次|场)$/.test(pieces(row).unit)
      ).map((at) => ({
        edits: writeTarget(
          at,
          pieces(at.row).sign,
          pieces(at.row).number,
          pieces(at.row).unit === '人' ? '人次' : '个'
        ),
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'target-not-measurable',
    does: 'gives a wish for a number of things',
    spoil: (site) =>
      planRows(
        site,
        (row) =>
          !row.unit && row.levelOne === 'benefit' && !/(?:率|度|比例|占比|收入|金额)$/.test(row.name.plain)
      ).map((at, index) => ({
        edits: [
          write(
            at,
            at.row.target,
            inTurn(['进一步提升', '明显增加', '逐步提高', '较多', '按计划完成'], index)
          )
        ],
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'target-kind-mismatch',
    does: 'gives a wish for a rate',
    spoil: (site) =>
      planRows(site, (row) => !row.unit && row.levelOne !== 'output' && share.test(row.name.plain)).map(
        (at) => ({
          edits: [write(at, at.row.target, '进一步提升')],
          at: targetPlaces(at)
        })
      )
  },
  {
    rule: 'missing-comparator',
    does: 'drops the sign of a cost',
    spoil: (site) =>
      planRows(
        site,
        (row) =>
          !row.comparator && /^≤[\d.]+(?:万)?元/.test(row.target.plain) && /成本|造价/.test(row.name.plain)
      ).map((at) => ({
        edits: [write(at, at.row.target, at.row.target.text.replace('≤', ''))],
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'target-kind-mismatch',
    does: 'gives a date, a frequency or a number where a rate is named',
    spoil: (site) =>
      planRows(site, (row) => !row.unit && share.test(row.name.plain)).map((at, index) => ({
        edits: [
          write(
            at,
            at.row.target,
            inTurn(
              [
                `${at.form.year?.value ?? 2024}年12月底前`,
                '12月底前',
                `${at.form.year?.value ?? 2024}年12月`,
                '每季度',
                '36人'
              ],
              index
            )
          )
        ],
        at: targetPlaces(at)
      }))
  },
  {
    rule: 'target-kind-mismatch',
    does: 'gives a rate where a date is named',
    spoil: (site) =>
      planRows(site, (row) => !row.unit && /(?:完成|完工|建成)时间$/.test(row.name.plain)).map((at) => ({
        edits: [write(at, at.row.target, '≥95%')],
        at: targetPlaces(at)
      }))
  }
]
