import type {LevelTwo} from '../tree/nodes.js'
import {toPlainText} from '../workbook/plain-text.js'
import {indicatorLexicon} from './indicator-lexicon.js'
import {memoise} from './memoise.js'
import {lookUpUnit} from './units.js'

/** Kinds of indicators, by what their name measures. */
export type IndicatorKind =
  | 'count'
  | 'measure'
  | 'rate'
  | 'change-rate'
  | 'satisfaction'
  | 'cost'
  | 'amount'
  | 'deadline'
  | 'duration'
  | 'frequency'
  | 'score'
  | 'qualitative'

export type Direction = 'up' | 'down' | 'equal'

/** What an indicator's name (with unit hint, description and class) says it measures. */
export interface IndicatorProfile {
  kind?: IndicatorKind
  direction?: Direction
  /** Largest sensible value in percent of a bounded rate (100); absent when it may be exceeded. */
  bound?: number
  /** Units that fit, e.g. ['件'] or ['%']; empty when unknown. */
  units: string[]
  /** Unit written into the name, e.g. `（件）` or `(%)`. */
  unitHint?: string
  /** The keyword of the lexicon that decided. */
  keyword?: string
  /** 0 = no idea, 1 = certain (a long exact suffix and agreeing evidence). Rules speak from 0.7. */
  confidence: number
}

interface Entry {
  word: string
  kind: IndicatorKind | 'not-rate'
  units: string[]
  direction?: Direction
  bound?: number
}

/** Entries by the last two characters of their word (or its only one), the longest word first. */
let lexicon: Map<string, Entry[]> | undefined

function load(): Map<string, Entry[]> {
  const entries = new Map<string, Entry>()
  for (const line of indicatorLexicon.trim().split('\n')) {
    const [word = '', kind = '', units = '', direction = '', bounded = ''] = line.split('\t')
    entries.set(word, {
      word,
      kind: kind as Entry['kind'],
      units: units
        ? units
            .split(/[,/|]/)
            .map((unit) => unit.trim())
            .filter((unit) => unit && unit !== 'by context' && unit !== 'date')
        : [],
      ...(direction === 'up' || direction === 'down' || direction === 'equal' ? {direction} : {}),
      ...(bounded === '0-100' ? {bound: 100} : {})
    })
  }
  const map = new Map<string, Entry[]>()
  for (const entry of [...entries.values()].sort((a, b) => b.word.length - a.word.length)) {
    const list = map.get(entry.word.slice(-2))
    if (list) list.push(entry)
    else map.set(entry.word.slice(-2), [entry])
  }
  return map
}

export interface ProfileInput {
  name: string
  description?: string
  levelTwo?: LevelTwo
  unit?: string
}

/**
 * What an indicator's name measures. The longest known word at the end of the name wins; 减少, 降低, 杜绝 … before it turn
 * its direction. The unit written into the name, e.g. `（件）`, is evidence of its own.
 */
export function profileIndicator({name, description}: ProfileInput): IndicatorProfile {
  const profile = profileName(name)
  if (!description || !profile.kind) return profile
  if (/[÷/]|[^抢强霸侵]占|比例|比率/.test(description)) return profile
  const other = profileDescription(description)
  return other.kind &&
    other.confidence >= 0.9 &&
    profile.confidence > 0.69 &&
    !agree(profile.kind, other.kind)
    ? {...profile, confidence: 0.69}
    : profile
}

const profileName = memoise((name: string): IndicatorProfile => {
  const {core, unitHint} = stripName(toPlainText(name))
  const byName = judgeName(core)
  const hint = unitHint === undefined ? undefined : kindOfUnit(unitHint)
  const profile: IndicatorProfile = {...byName, ...(unitHint && {unitHint})}
  if (hint) {
    if (profile.kind === undefined || profile.confidence < 0.7)
      return {...profile, kind: hint, units: [unitHint ?? ''], confidence: 0.85}
    profile.confidence = agree(profile.kind, hint)
      ? Math.min(1, profile.confidence + 0.05)
      : Math.min(profile.confidence, 0.6)
  }
  return profile
})

/** The first sentence of a description, taken as if it were a name. */
const profileDescription = memoise((description: string): IndicatorProfile =>
  judgeName(stripName(toPlainText(description).replace(/[。;；].*$/, '')).core)
)

/** Rates that are the better the higher, beyond those the lexicon names. */
const good =
  /(?:在线|在岗|在册|完好|合格|达标|优良|覆盖|参与|参加|参考|知晓|知悉|成功|成活|利用|使用|响应|签约|入学|升学|就业|结业|办结|结案|通过|出勤|到课|到岗|到位|准确|有效|整改|处置|修复|回访|公开|受理|入户|普及|入库|开通|开放|开工|建成|投用|供给|保障|回收|回用|收集|处理|净化|绿化|硬化|亮灯|接通|接入|接种|体检|筛查|建档|管理|规范|巩固|转化|采纳|录用|执法|履约)率$/

/** Takes marks, numbering, template placeholders and unit hints off a name. */
function stripName(plain: string): {core: string; unitHint?: string} {
  if (!/[★☆*#()（）≥≤=<>。.;；,，:：、．\d]|^其中|(?:情况|指标|要求|目标)$/.test(plain)) return {core: plain}
  let core = plain
    .replace(/^[★☆*#]+/, '')
    .replace(/^(?:指标)?\d{1,2}[:：.、．]/, '')
    .replace(/^其中[:：]?/, '')
  let unitHint: string | undefined
  core = core.replace(/[(（]([^()（）]*)[)）]/g, (whole, inside: string, offset: number) => {
    const bare = inside.replace(/^[≥≤=<>]*[*×xX_]*/, '').replace(/^(?:单位[:：])/, '')
    // 村（社区）信息员: a bracket within the name says more about the thing, not how it is counted.
    const atEnd = offset + whole.length >= core.length - 1
    if (atEnd && bare !== '' && bare.length <= 8 && (bare === '%' || lookUpUnit(bare) !== undefined))
      unitHint = bare
    return ''
  })
  core = core.replace(/[≥≤=<>]+[*×]*.{0,4}$/, '').replace(/[。.;；,，:：]+$/, '')
  const trimmed = core.replace(/(?:情况|指标|要求|目标)$/, '')
  return {core: trimmed.length >= 2 ? trimmed : core, ...(unitHint && {unitHint})}
}

/** What is done wrongly, twice or not at all is not wanted, whatever the rate is called: 重复参保率, 未就业率, 误诊率. */
const spoiling = /(?:重复|未|不|误|漏|错|乱|虚假|冒[领用名]?|违[规法]|逾期|超期|被)$/

/** Rates against another amount or an earlier year, which may well be above 100 %: 拨备覆盖率, 债务率, 旅游收入恢复率. */
const boundless =
  /(?:恢复|赔付|债务|拨备覆盖|(?:本息|偿债|本金|利息|收益|资金)覆盖|充足|流动|速动|复种|容积|备付|保值|替代|倍增|溢价|折算|出米|(?:床位|病床)(?:使用|周转))率$/

const turning = /(?:减少|降低|下降|节约|杜绝|防范|避免|压减|压降|控制|挽回|遏制|减轻)$/

/** Ills per amount of something else, which no percentage states: 万车死亡率, 亿元GDP生产安全事故死亡率. */
const perAmount =
  /^每?(?:单位|亿元|万元|十万|百万|千人|万[车吨人户])[^率]*(?:死亡|发生|发案|事故|伤亡|发病|受伤|犯罪|火灾)率$/

function judgeName(core: string): IndicatorProfile {
  lexicon ??= load()
  const nothing: IndicatorProfile = {units: [], confidence: 0}
  if (core === '') return nothing
  if (perAmount.test(core)) return {kind: 'measure', units: [], keyword: core.slice(-2), confidence: 0.6}
  const entry = findEntry(lexicon, core)
  if (entry) {
    if (entry.kind === 'not-rate')
      return {kind: 'qualitative', units: [], keyword: entry.word, confidence: 0.5}
    return toProfile(entry, core.slice(0, core.length - entry.word.length), 0.95)
  }
  const last = core.at(-1) ?? ''
  const head = core.slice(0, -1)
  if (
    (/[^效频利汇税草表轻倍功速心斜曲费]率$/.test(core) && !/(?:分辨|采样|容积|动比)率$/.test(core)) ||
    /(?:比例|占比|比重|百分比)$/.test(core)
  ) {
    const bad =
      /(?:投诉|差错|犯罪|事故|违规|违法|错误|失误|流失|缺陷|不合格|逾期|超标|发生|死亡|变质|返工|退货|漏|误|损耗|空置|撂荒|偏差|失业|辍学|发病|延误|故障|污染|上访|信访|缺勤|感染|患病|返贫|脱管|漏管|超时|误报|拥堵|近视|受害|受灾|伤亡|超限|病虫害|发回重审|发回|改判|退件|退单|退稿|废品|次品|残次|错发|漏发|错件|差错|失信|失火|溺水|留守|肇事|脱落|堵塞|断电|停电|漏水|渗漏|漏损|产销差|外流|外转|退学|挂科|弃耕|荒漠化|石漠化|检出超标)率$/.test(
        core
      )
    const growth =
      /(?:增长|提高|提升|增加|变动|变化|上升|完成|执行|控制|调整|贡献|回报|收益|周转|产出|产销|出栏|增值|放大|带动|负债|杠杆|毛利)率$/.test(
        core
      )
    return {
      kind: /(?:增长|提高|提升|增加|变动|变化|上升|下降|降低|减少)率$/.test(core) ? 'change-rate' : 'rate',
      ...(bad
        ? {direction: 'down' as const}
        : /(?:占比|比例|比重|百分比|调整率|变动率|变化率|控制率|结余率)$/.test(core)
          ? {}
          : good.test(core) && !spoiling.test(core.slice(0, -3))
            ? {direction: 'up' as const}
            : {}),
      ...(growth || boundless.test(core) ? {} : {bound: 100}),
      units: ['%'],
      keyword: core.slice(-2),
      confidence: bad || growth || good.test(core) ? 0.92 : 0.85
    }
  }
  if (/满意(?:度|率|程度)$/.test(core))
    return {
      kind: 'satisfaction',
      direction: 'up',
      bound: 100,
      units: ['%'],
      keyword: '满意度',
      confidence: 0.98
    }
  if (
    /(?:次数|人数|户数|件数|份数|个数|场次|场数|台数|套数|册数|篇数|期数|批次|人次|数量|总数|家数|名额|条数|处数|间数|辆数|张数|头数|只数|村数|户次|例数|起数|宗数|项数|幅数|面数|班次|天次|座数|点数|站数|[栋幢盏根支枚把架艘部门所口批组队届笔株棵亩尾羽村镇校园馆厂窗床座桶瓶箱盒袋车]数)$/.test(
      core
    )
  ) {
    return {
      kind: 'count',
      direction: directionOfCount(core),
      units: [],
      keyword: core.slice(-2),
      confidence: 0.92
    }
  }
  if (/(?:泊|车|床|座|席|摊|岗|工|学|铺)位数$/.test(core))
    return {kind: 'count', direction: 'up', units: ['个'], keyword: '位数', confidence: 0.9}
  if (/(?:纳税|销售|交易|贷款|成交|进出口|营业|融资|增收|消费|引资|出口|成交总|交易总)额$/.test(core))
    return {kind: 'amount', direction: 'up', units: ['万元'], keyword: '额', confidence: 0.85}
  if (/(?:面积|长度|里程|重量|体积|容量|产量|高度|宽度|排放量|用量|公里数|亩数|吨数)$/.test(core)) {
    return {
      kind: 'measure',
      direction: directionOfCount(core),
      units: [],
      keyword: core.slice(-2),
      confidence: 0.85
    }
  }
  if (/(?:成本|费用|经费|造价|单价|支出|费|投资|开支)$/.test(core))
    return {kind: 'cost', direction: 'down', units: ['元', '万元'], keyword: last, confidence: 0.8}
  if (/(?:时间|时限|日期|期限|及时性|时效)$/.test(core))
    return {kind: 'deadline', direction: 'down', units: [], keyword: core.slice(-2), confidence: 0.8}
  if (/(?:天数|年限|时长|工时|学时)$/.test(core))
    return {
      kind: 'duration',
      direction: 'up',
      units: ['天', '年', '小时'],
      keyword: core.slice(-2),
      confidence: 0.8
    }
  if (/[^\d]数$/.test(core) && !/(?:系|指|基|函|参|岁|无|多|少|倍|分)数$/.test(core))
    return {kind: 'count', direction: directionOfCount(head), units: [], keyword: '数', confidence: 0.75}
  if (
    /(?:提升|提高|改善|增强|保障|促进|推动|加强|优化|稳定|发展|性|程度|水平|能力|意识|影响|作用|环境)$/.test(
      core
    )
  ) {
    return {kind: 'qualitative', direction: 'up', units: [], keyword: core.slice(-2), confidence: 0.6}
  }
  return nothing
}

/** The longest word of the lexicon that a name ends in; a single character only when it is the whole name. */
function findEntry(words: Map<string, Entry[]>, core: string): Entry | undefined {
  const longer = words.get(core.slice(-2))?.find(({word}) => core.endsWith(word))
  if (longer ?? core.length > 1) return longer
  return words.get(core)?.find(({word}) => word.length === 1)
}

function toProfile(entry: Entry, before: string, confidence: number): IndicatorProfile {
  const kind = entry.kind as IndicatorKind
  let {direction} = entry
  if (turning.test(before) && direction && kind !== 'cost') direction = direction === 'up' ? 'down' : 'up'
  if (kind === 'count' && direction === 'up') direction = directionOfCount(before + entry.word)
  if (kind === 'rate' && direction === 'up' && (spoiling.test(before) || isSparing(before, entry.word)))
    direction = undefined
  const sure = kind === 'qualitative' ? 0.6 : entry.word.length >= 2 ? confidence : 0.75
  return {
    kind,
    ...(direction && {direction}),
    ...(entry.bound &&
    !boundless.test(before + entry.word) &&
    !/(?:采购|任务|计划|目标|收入|产量|销售|招商|投资).{0,4}(?:完成|执行)率$/.test(before + entry.word)
      ? {bound: entry.bound}
      : {}),
    units: entry.units,
    keyword: entry.word,
    confidence: sure
  }
}

/** What a service asks of the people it is for: 平均跑动次数, 纳税人年均办税次数, 申请材料份数. */
const burden =
  /跑[动腿路]|往返|等[待候]|排队|办税|(?:申请|申报|提交|办理|审批)(?:所需)?(?:的)?(?:材料|环节|手续|步骤|要件)|环节|(?:再次|二次|重复)(?:入院|住院|投诉|来访|上访|信访)/

/** What is to be used sparingly: 抗菌药物使用率, 一次性用品使用率. */
function isSparing(before: string, word: string): boolean {
  return (
    word.endsWith('使用率') && /(?:药物?|抗生素|激素|化肥|塑料|[用制]品|输液|约束|经费|资金)$/.test(before)
  )
}

/** Counts of harm are good when small. */
function directionOfCount(text: string): Direction | undefined {
  if (/(?:减少|降低|杜绝|化解|挽回|消除|处置|排查|整改|查处|办理|办结|调解|打击|破获|侦破)/.test(text))
    return /(?:减少|降低|杜绝)/.test(text) ? undefined : 'up'
  if (
    /(?:事故|投诉|案件发生|死亡|伤亡|违规|违法|差错|上访|舆情|事件|缺陷|故障|失误|病例|火灾|灾害|损失|中毒|溺水|泄漏|爆炸|坍塌|踩踏|欺凌|失踪|脱逃|重伤|工亡|停电次|停水次|宕机)/.test(
      text
    )
  )
    return 'down'
  if (/(?:控制|限额|上限|编制|超|定额|排放|能耗|用电|用水|耗|损)/.test(text)) return undefined
  if (burden.test(text)) return undefined
  return 'up'
}

type Family = 'rate' | 'count' | 'measure' | 'cost' | 'duration' | 'frequency' | 'score'

function kindOfUnit(unit: string): Family | undefined {
  if (unit === '%') return 'rate'
  const dimension = lookUpUnit(unit)?.dimension
  if (dimension === 'percent') return 'rate'
  if (dimension === 'money') return 'cost'
  if (dimension === 'time') return 'duration'
  return dimension
}

/** Whether two kinds can stand for the same thing. */
function agree(a: IndicatorKind, b: IndicatorKind): boolean {
  const family = (kind: IndicatorKind): string =>
    kind === 'satisfaction' || kind === 'change-rate'
      ? 'rate'
      : kind === 'amount'
        ? 'cost'
        : kind === 'deadline'
          ? 'duration'
          : kind === 'measure' || kind === 'frequency'
            ? 'count'
            : kind
  return a === b || family(a) === family(b) || a === 'qualitative' || b === 'qualitative'
}
