import {defineRule} from '../../lint/define-rule.js'
import {memoise} from '../../vocabulary/memoise.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {bareName} from '../support/bare-name.js'
import {isClassifier} from '../support/known-classifiers.js'
import {rewritePart} from '../support/rewrite-part.js'

export default defineRule({
  id: 'wrong-unit',
  group: 'measurability',
  severity: 'warning',
  fix: 'suggestion',
  title: {zh: '计量单位与名称不符', en: 'Unit does not fit the name'},
  why: {
    zh: '名称说“次数”，单位却写“个”；名称说“人数”，单位却写“人次”。同一个人参加三次是 1 人、3 人次，单位不同，统计结果相差几倍。请让单位与名称一致。',
    en: 'The name says 次数 (times) and the unit 个 (pieces), or 人数 (persons) and 人次 (attendances). One person who comes three times is 1 person and 3 attendances, so figures differ several times over. Let the unit agree with the name.'
  },
  basis: ['财预〔2021〕101号：指标值应当注明与指标名称对应的计量单位'],
  traps: {
    zh: '“人/名/位”、“份/册/本”、“次/场/期”、“件/起/宗”等可以互换的不报。',
    en: 'Silent for units that can stand for each other, such as 人/名/位, 份/册/本, 次/场/期, 件/起/宗.'
  },
  messages: {
    zh: {
      unit: '“{name}”的单位写成“{unit}”，与名称不符。请改为“{expected}”，或者修改名称。',
      write: '单位改为“{expected}”'
    },
    en: {
      unit: 'The unit "{unit}" does not fit "{name}". Change it to "{expected}", or rename the indicator.',
      write: 'Change the unit to "{expected}"'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年部门整体支出绩效目标表
        一级指标 | 二级指标 | 三级指标 | 对比符号 | 指标值 | 计量单位
        01-产出指标 | 01-数量指标 | 科普活动次数 | >= | 6 | 个
        01-产出指标 | 01-数量指标 | 培训人数 | >= | 300 | 人次
      `,
      finds: ['F3', 'F4']
    },
    {
      wrong: sheet`
        2024年部门项目支出预算绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 聘请讲师人数 | 12人次
      `,
      finds: ['D3']
    },
    {
      right: sheet`
        2024年部门整体支出绩效目标表
        一级指标 | 二级指标 | 三级指标 | 对比符号 | 指标值 | 计量单位
        01-产出指标 | 01-数量指标 | 科普活动次数 | >= | 6 | 场
        01-产出指标 | 01-数量指标 | 培训人数 | >= | 300 | 名
        01-产出指标 | 01-数量指标 | 服务人次 | >= | 3000 | 人次
        01-产出指标 | 01-数量指标 | 宣传手册册数 | >= | 2000 | 份
        02-效益指标 | 02-社会效益指标 | 平台月活用户数 | >= | 2 | 万人
      `
    }
  ],
  create: (context) => ({
    indicator(node) {
      const {name, value, target} = node
      if (!name || !target || !value.unit || node.source === 'prose' || value.unitSource === 'name') return
      const wanted = findWanted(bareName(name))
      if (!wanted) return
      const unit = value.unit.replace(/[/每].*$/, '').replace(/^[十百千万]/, '')
      if (unit === '' || wanted[1].includes(unit) || !isClassifier(unit)) return
      const expected = wanted[1][0] ?? ''
      const part = value.unitSource === 'column' && node.unit ? node.unit : target
      const at = part.text.lastIndexOf(unit)
      const text = at < 0 ? undefined : part.text.slice(0, at) + expected + part.text.slice(at + unit.length)
      context.report({
        node,
        part,
        messageId: 'unit',
        data: {name: quoteText(name.text), unit: quoteText(value.unit), expected},
        expected: [expected],
        ...(text && {suggest: [{messageId: 'write', edits: [rewritePart(part, text)]}]})
      })
    }
  })
})

/** Names that say their own unit, with the units that fit; the first is proposed. */
const wants: [RegExp, string[]][] = [
  [/人次(?:数)?$/, ['人次', '次']],
  [
    /(?:场次|班次|批次|频次|次数)$/,
    [
      '次',
      '场',
      '期',
      '场次',
      '班次',
      '批次',
      '批',
      '班',
      '趟',
      '轮',
      '起',
      '天次',
      '人次',
      '期次',
      '遍',
      '车次',
      '家次',
      '户次',
      '例'
    ]
  ],
  [/人数$/, ['人', '名', '位', '个']],
  [/(?<![用账客])户数$/, ['户', '家', '个']],
  [/(?:册数)$/, ['册', '本', '份', '套']],
  [/(?:件数)$/, ['件', '起', '宗', '例', '个', '份', '批', '套', '台']]
]

const findWanted = memoise((bare) => wants.find(([pattern]) => pattern.test(bare)))
