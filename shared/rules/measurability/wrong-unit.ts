import {defineRule} from '../../lint/define-rule.js'
import {lookUpUnit} from '../../vocabulary/units.js'
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
      columns: '指标值里的单位“{unit}”与单位一栏的“{column}”不一致。请只写一处，并核对是哪一个。',
      thing: '“{name}”不能用“{unit}”计量。请写与名称相符的单位，或者修改名称。',
      write: '单位改为“{expected}”'
    },
    en: {
      unit: 'The unit "{unit}" does not fit "{name}". Change it to "{expected}", or rename the indicator.',
      columns:
        'The target has the unit "{unit}", its column says "{column}". Write it in one place only, and check which one is right.',
      thing: '"{name}" cannot be counted in "{unit}". Give a unit that fits, or rename the indicator.',
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
        01-产出指标 | 01-数量指标 | 巡护次数 | >= | 30人 | 次
        01-产出指标 | 04-成本指标 | 印刷费 | <= | 3万元 | 元
      `,
      finds: ['F3', 'F4', 'E5', 'E6']
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
      wrong: sheet`
        2024年乡村文化绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 悬挂宣传横幅 | ≥40年
        ^ | ^ | 文化广场改造面积 | ≥300公里
        ^ | ^ | 安装摄像头数量 | ≥200米
        ^ | ^ | 培训班期数 | ≥6人
        ^ | ^ | 资助残疾学生 | ≥30台
      `,
      finds: ['D3', 'D4', 'D5', 'D6', 'D7']
    },
    {
      right: sheet`
        2024年部门整体支出绩效目标表
        一级指标 | 二级指标 | 三级指标 | 对比符号 | 指标值 | 计量单位
        01-产出指标 | 01-数量指标 | 科普活动次数 | >= | 6 | 场
        01-产出指标 | 01-数量指标 | 培训人数 | >= | 300 | 名
        01-产出指标 | 01-数量指标 | 服务人次 | >= | 3000 | 人次
        01-产出指标 | 01-数量指标 | 宣传手册册数 | >= | 2000 | 份
        01-产出指标 | 01-数量指标 | 河道清淤里程 | >= | 12 | 公里
        01-产出指标 | 01-数量指标 | 病虫害统防统治面积 | >= | 3 | 万亩次
        02-效益指标 | 02-社会效益指标 | 平台月活用户数 | >= | 2 | 万人
      `
    }
  ],
  create: (context) => ({
    indicator(node) {
      const {name, value, target} = node
      if (!value.unit || !name || !target || node.source === 'prose' || value.unitSource === 'name') return
      const column = node.unit?.plain
      if (column && value.unitSource === 'cell' && contradicts(value.unit, column)) {
        context.report({
          node,
          part: target,
          messageId: 'columns',
          data: {unit: quoteText(value.unit), column: quoteText(node.unit?.text ?? '')},
          related: node.unit ? [{part: node.unit}] : []
        })
        return
      }
      const unit = plainUnit(value.unit)
      if (unit === '' || unit === '%') return
      const bare = bareName(name)
      const wanted = findWanted(bare)
      const expected = wanted ? misfit(wanted, unit) : misfitOfThing(bare, unit)
      if (expected === undefined) return
      const part = value.unitSource === 'column' && node.unit ? node.unit : target
      const at = part.text.lastIndexOf(unit)
      const text =
        at < 0 || expected === ''
          ? undefined
          : part.text.slice(0, at) + expected + part.text.slice(at + unit.length)
      const data = {name: quoteText(name.text), unit: quoteText(value.unit)}
      if (expected === '') {
        context.report({node, part, messageId: 'thing', data})
        return
      }
      context.report({
        node,
        part,
        messageId: 'unit',
        data: {...data, expected},
        expected: [expected],
        ...(text && {suggest: [{messageId: 'write', edits: [rewritePart(part, text)]}]})
      })
    }
  })
})

/** A unit without its base and its scale: 万元/人 → 元. */
function plainUnit(unit: string): string {
  return unit.length === 1 ? unit : unit.replace(/[/每].*$/, '').replace(/^[十百千万]+(?=.)/, '')
}

const alike: RegExp[] = [
  /^(?:人|名|位|个)$/,
  /^(?:份|册|本|张|件|套)$/,
  /^(?:次|场|场次|期|次数|班|回)$/,
  /^(?:件|起|宗|例|个|项|条)$/,
  /^(?:家|户|个|所|处|座|间)$/,
  /^(?:台|套|辆|件|个|台套|台\(套\))$/,
  /^(?:平方米|平米|㎡|m²|m2)$/,
  /^(?:公里|千米|km)$/,
  /^(?:天|日|个?工作日)$/,
  /^(?:月|个月)$/,
  /^(?:年|年度)$/,
  /^(?:批|批次)$/,
  /^(?:%|百分比|百分数|百分点)$/,
  /^(?:株|棵)$/,
  /^(?:分|分值)$/
]

/** Whether the unit in the cell and the one in its column cannot both be meant: 300次 beside 人次, 3万元 beside 元. */
function contradicts(own: string, column: string): boolean {
  if (
    own === column ||
    /^[百千万亿]+$/.test(own) ||
    /[、/或,(（]/.test(column) ||
    !lookUpUnit(column) ||
    !lookUpUnit(own)
  )
    return false
  const [a, b] = [own, column].map((unit) => unit.replace(/[/每].*$/, ''))
  if (!a || !b || a === b) return false
  const scales = /^[百千万亿]+(?=.)/
  if (a.endsWith('元') && b.endsWith('元')) return true
  const [left, right] = [a.replace(scales, ''), b.replace(scales, '')]
  return left !== right && !alike.some((words) => words.test(left) && words.test(right))
}

/** What a unit measures, or that it counts persons, goods or events. */
type UnitClass = 'time' | 'area' | 'length' | 'mass' | 'person' | 'goods'

const unitClasses = new Map<string, UnitClass>()
const unitsOf: Record<UnitClass, string> = {
  time: '年 个月 月 天 日 周 小时 分钟 学时 课时',
  area: '平方米 平米 ㎡ m² 亩 公顷 平方公里 平方千米 km²',
  length: '米 公里 千米 里 延米 延长米 km m',
  mass: '吨 公斤 千克 斤 克 升 立方米 立方',
  person: '人 名 位 人次',
  goods: '台 套 辆 册 本 座 栋 幢 间 艘 盏 株 棵 篇 幅'
}
for (const [unitClass, units] of Object.entries(unitsOf))
  for (const unit of units.split(' ')) unitClasses.set(unit, unitClass as UnitClass)

const physical: UnitClass[] = ['time', 'area', 'length', 'mass']

interface Wanted {
  /** What a name ends in, always two characters. */
  endings: string[]
  /** Characters before the ending that make it another word: 账户数, 断面面积. */
  notAfter?: string
  /** Units that fit; the first is proposed. */
  units: string[]
  /** What cannot be its unit, beside measure words that are not in the list. */
  never: UnitClass[]
}

const attendances: Wanted = {endings: ['人次'], units: ['人次', '次'], never: physical}

/** Names that say their own unit. */
const wants: Wanted[] = [
  attendances,
  {
    endings: ['场次', '班次', '批次', '频次', '次数'],
    units: '次 场 期 场次 班次 批次 批 班 趟 轮 起 天次 人次 期次 遍 车次 家次 户次 例 届'.split(' '),
    never: physical
  },
  {endings: ['人数'], units: ['人', '名', '位', '个'], never: physical},
  {endings: ['户数'], notAfter: '用账客', units: ['户', '家', '个'], never: physical},
  {endings: ['册数'], units: ['册', '本', '份', '套'], never: physical},
  {
    endings: ['件数'],
    units: ['件', '起', '宗', '例', '个', '份', '批', '套', '台', '篇', '项', '封'],
    never: physical
  },
  {endings: ['期数'], units: ['期', '次', '班', '场', '个', '轮', '批', '届'], never: ['person']},
  {endings: ['场数'], units: ['场', '次', '场次', '期', '个'], never: physical},
  {endings: ['份数'], units: ['份', '册', '本', '套', '张', '件', '个', '期', '篇'], never: physical},
  {
    endings: ['台数', '套数', '辆数'],
    units: ['台', '套', '辆', '件', '个', '台套', '架', '部', '组', '艘', '批'],
    never: physical
  },
  {
    endings: ['间数', '座数', '处数', '所数', '栋数', '幢数'],
    units: ['座', '间', '处', '所', '栋', '幢', '个', '家', '套', '孔'],
    never: physical
  },
  {
    endings: ['宗数', '起数', '例数'],
    units: ['起', '宗', '例', '件', '个', '次', '人', '人次'],
    never: physical
  },
  {
    endings: ['面积'],
    notAfter: '界版门封路断立剖切多',
    units: ['平方米', '平米', '亩', '公顷'],
    never: ['length', 'time', 'person']
  },
  {endings: ['长度', '里程'], units: ['公里', '千米', '米'], never: ['area', 'time', 'mass', 'person']}
]

const wantedByEnding = new Map<string, Wanted>()
for (const wanted of wants) for (const ending of wanted.endings) wantedByEnding.set(ending, wanted)

function findWanted(bare: string): Wanted | undefined {
  const wanted = wantedByEnding.get(bare.slice(-2))
  if (!wanted) return undefined
  if (bare.endsWith('人次数')) return attendances
  return bare.length > 2 && wanted.notAfter?.includes(bare.charAt(bare.length - 3)) ? undefined : wanted
}

/** The unit to propose where one does not fit. */
function misfit({units, never}: Wanted, unit: string): string | undefined {
  if (units.includes(unit)) return undefined
  const unitClass = unitClasses.get(unit)
  if (unitClass && never.includes(unitClass)) return units[0]
  if (/^(?:平方米|公里)$/.test(units[0] ?? '')) return onlyThings.test(unit) ? units[0] : undefined
  return isClassifier(unit) ? units[0] : undefined
}

/** Measure words that count things or persons, never an area or a length. */
const onlyThings = /^(?:间|人|名|位|人次|次|件|份|台|辆|册|本|篇|场|期|套|栋|座|幢|个)$/

/** Things that are counted one by one, so that neither years nor kilometres are their unit. */
const discrete =
  /(?:横幅|条幅|标语|展板|宣传栏|宣传牌|标牌|标识牌|警示牌|宣传册|手册|折页|传单|海报|书籍|图书|教材|读本|设备|仪器|摄像头|监控|探头|电脑|计算机|打印机|复印机|空调|电视机|投影仪|服务器|无人机|路灯|桌椅|座椅|课桌|水表|电表|燃气表|井盖|门窗|储罐|床位|床铺|帐篷|车辆|警车|校车|救护车|消防车|公交车|公厕|厕所|卫生室|垃圾桶|果皮箱|灭火器|服装|制服|头盔|讲座|培训班|演出|展览|赛事|比赛|会议|论文|专著|研究报告|调研报告|示范点|示范村|企业|学校|医院)(?:购置|采购|新增|更换|安装|印制|制作|发放)?(?:数量|个数)?$/
const persons =
  /(?:学生|教师|医生|护士|患者|病人|儿童|老人|老年人|残疾人|妇女|职工|学员|村民|居民|农民|退役军人|志愿者|网格员|护林员|协管员|辅警|专家)(?:数量|人数)?$/

/** An empty text: the unit cannot count what the name says, and which one fits depends on the thing. */
function misfitOfThing(bare: string, unit: string): '' | undefined {
  const unitClass = unitClasses.get(unit)
  if (!unitClass || amounts.includes(bare.slice(-2))) return undefined
  if (unitClass === 'person') return printed.test(bare) ? '' : undefined
  if (unitClass !== 'goods' && discrete.test(bare)) return ''
  return persons.test(bare) ? '' : undefined
}

/** Endings that no thing and no person has. */
const amounts = ['天数', '月数', '年数', '时间', '时限', '时长', '期限', '年限', '周期', '工期']

const printed =
  /^(?:印|制作|编印|购置|采购|更换|安装)[\u4e00-\u9fff]*(?:册|手册|折页|传单|海报|读本|教材|横幅|展板|摄像头|电脑|设备|车辆|路灯)(?:数量)?$/
