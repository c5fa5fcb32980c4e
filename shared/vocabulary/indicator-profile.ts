import {toPlainText} from '../workbook/plain-text.js'
import {endsIn} from './endings.js'
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
  direction: Direction | undefined
  bound: number | undefined
}

/** What the lexicon says of a word; read from its line when first asked for. */
interface Line {
  word: string
  /** Where in the lexicon the line goes on behind the word. */
  at: number
  entry: Entry | undefined
}

/** Lines by the last two characters of their word (or its only one). */
let lexicon: Map<string, Line[]> | undefined

function load(): Map<string, Line[]> {
  const map = new Map<string, Line[]>()
  for (let at = 1; at > 0 && at < indicatorLexicon.length; at = indicatorLexicon.indexOf('\n', at) + 1) {
    const tab = indicatorLexicon.indexOf('\t', at)
    const line: Line = {word: indicatorLexicon.slice(at, tab), at: tab + 1, entry: undefined}
    const ending = line.word.slice(-2)
    const list = map.get(ending)
    if (list) list.push(line)
    else map.set(ending, [line])
  }
  return map
}

function readEntry({word, at}: Line): Entry {
  const line = indicatorLexicon.slice(at, indicatorLexicon.indexOf('\n', at))
  const [kind = '', units = '', direction = '', bounded = ''] = line.split('\t')
  return {
    word,
    kind: kind as Entry['kind'],
    units: units
      ? units
          .split(/[,/|]/)
          .map((unit) => unit.trim())
          .filter((unit) => unit && unit !== 'by context' && unit !== 'date')
      : [],
    direction: direction === 'up' || direction === 'down' || direction === 'equal' ? direction : undefined,
    bound: bounded === '0-100' ? 100 : undefined
  }
}

export interface ProfileInput {
  name: string
  description?: string
}

/**
 * What an indicator's name measures. The longest known word at the end of the name wins; 减少, 降低, 杜绝 … before it turn
 * its direction. The unit written into the name, e.g. `（件）`, is evidence of its own.
 */
export function profileIndicator({name, description}: ProfileInput): IndicatorProfile {
  const profile = profileName(name)
  if (!description || !profile.kind || profile.kind === 'qualitative' || profile.confidence <= 0.69)
    return profile
  const other = describedKind(description)
  return other && !agree(profile.kind, other) ? {...profile, confidence: 0.69} : profile
}

const profileName = memoise((name: string): IndicatorProfile => {
  const {core, unitHint} = stripName(toPlainText(name))
  const {kind, direction, bound, units, keyword, confidence} = judgeName(core)
  const hinted = unitHint === undefined ? undefined : kindOfUnit(unitHint)
  if (!hinted) return {kind, direction, bound, units, keyword, confidence, unitHint}
  const hint = {units: [unitHint ?? ''], keyword, confidence: 0.85, unitHint}
  if (kind === undefined) return {direction, bound, ...hint, kind: hinted}
  if (confidence < 0.7) return {kind: hinted, direction, bound, ...hint}
  const sure = agree(kind, hinted) ? Math.min(1, confidence + 0.05) : Math.min(confidence, 0.6)
  return {kind, direction, bound, units, keyword, confidence: sure, unitHint}
})

/** What the first sentence of a description measures, taken as if it were a name, where that is sure and no ratio. */
const describedKind = memoise((description: string): IndicatorKind | undefined => {
  if (/[÷/]|[^抢强霸侵]占|比例|比率/.test(description)) return undefined
  const {kind, confidence} = judgeName(stripName(toPlainText(description).replace(/[。;；].*$/, '')).core)
  return confidence >= 0.9 ? kind : undefined
})

/** Rates that are the better the higher, beyond those the lexicon names. */
const good = endsIn(
  '在线率 在岗率 在册率 完好率 合格率 达标率 优良率 覆盖率 参与率 参加率 参考率 知晓率 知悉率 成功率 成活率 利用率 使用率 响应率 签约率 入学率 升学率 就业率 结业率 办结率 结案率 通过率 出勤率 到课率 到岗率 到位率 准确率 有效率 整改率 处置率 修复率 回访率 公开率 受理率 入户率 普及率 入库率 开通率 开放率 开工率 建成率 投用率 供给率 保障率 回收率 回用率 收集率 处理率 净化率 绿化率 硬化率 亮灯率 接通率 接入率 接种率 体检率 筛查率 建档率 管理率 规范率 巩固率 转化率 采纳率 录用率 执法率 履约率'
)

/** Takes marks, numbering, template placeholders and unit hints off a name. */
function stripName(plain: string): {core: string; unitHint: string | undefined} {
  if (!/[★☆*#()（）≥≤=<>。.;；,，:：、．\d]|^其中|(?:情况|指标|要求|目标)$/.test(plain))
    return {core: plain, unitHint: undefined}
  let core = plain.replace(/^[★☆*#]*(?:(?:指标)?\d{1,2}[:：.、．])?(?:其中[:：]?)?/, '')
  let unitHint: string | undefined
  if (core.includes('('))
    core = core.replace(/[(（]([^()（）]*)[)）]/g, (whole, inside: string, offset: number) => {
      const bare = inside.replace(/^[≥≤=<>]*[*×xX_]*/, '').replace(/^(?:单位[:：])/, '')
      // 村（社区）信息员: a bracket within the name says more about the thing, not how it is counted.
      const atEnd = offset + whole.length >= core.length - 1
      if (atEnd && bare !== '' && bare.length <= 8 && (bare === '%' || lookUpUnit(bare) !== undefined))
        unitHint = bare
      return ''
    })
  core = core.replace(/[≥≤=<>]+[*×]*.{0,4}$/, '').replace(/[。.;；,，:：]+$/, '')
  const trimmed = isSuffixed(core) ? core.slice(0, -2) : core
  return {core: trimmed.length >= 2 ? trimmed : core, unitHint}
}

const isSuffixed = endsIn('情况 指标 要求 目标')

/** What is done wrongly, twice or not at all is not wanted, whatever the rate is called: 重复参保率, 未就业率, 误诊率. */
const spoiling = endsIn('重复 未 不 误 漏 错 乱 虚假 冒 冒领 冒用 冒名 违规 违法 逾期 超期 被')

/** Rates against another amount or an earlier year, which may well be above 100 %: 拨备覆盖率, 债务率, 旅游收入恢复率. */
const boundless = endsIn(
  '恢复率 赔付率 债务率 拨备覆盖率 本息覆盖率 偿债覆盖率 本金覆盖率 利息覆盖率 收益覆盖率 资金覆盖率 充足率 流动率 速动率 复种率 容积率 备付率 保值率 替代率 倍增率 溢价率 折算率 出米率 床位使用率 床位周转率 病床使用率 病床周转率'
)

const turning = endsIn('减少 降低 下降 节约 杜绝 防范 避免 压减 压降 控制 挽回 遏制 减轻')

/** Ills per amount of something else, which no percentage states: 万车死亡率, 亿元GDP生产安全事故死亡率. */
const perAmount =
  /^每?(?:单位|亿元|万元|十万|百万|千人|万[车吨人户])[^率]*(?:死亡|发生|发案|事故|伤亡|发病|受伤|犯罪|火灾)率$/

/** Rates of what is not wanted. */
const bad = endsIn(
  '投诉率 差错率 犯罪率 事故率 违规率 违法率 错误率 失误率 流失率 缺陷率 不合格率 逾期率 超标率 发生率 死亡率 变质率 返工率 退货率 漏率 误率 损耗率 空置率 撂荒率 偏差率 失业率 辍学率 发病率 延误率 故障率 污染率 上访率 信访率 缺勤率 感染率 患病率 返贫率 脱管率 漏管率 超时率 误报率 拥堵率 近视率 受害率 受灾率 伤亡率 超限率 病虫害率 发回重审率 发回率 改判率 退件率 退单率 退稿率 废品率 次品率 残次率 错发率 漏发率 错件率 失信率 失火率 溺水率 留守率 肇事率 脱落率 堵塞率 断电率 停电率 漏水率 渗漏率 漏损率 产销差率 外流率 外转率 退学率 挂科率 弃耕率 荒漠化率 石漠化率 检出超标率'
)

/** Rates that may well be above 100 %. */
const growing = endsIn(
  '增长率 提高率 提升率 增加率 变动率 变化率 上升率 完成率 执行率 控制率 调整率 贡献率 回报率 收益率 周转率 产出率 产销率 出栏率 增值率 放大率 带动率 负债率 杠杆率 毛利率'
)

const changing = endsIn('增长率 提高率 提升率 增加率 变动率 变化率 上升率 下降率 降低率 减少率')

const shares = endsIn('比例 占比 比重 百分比')

const undirected = endsIn('调整率 变动率 变化率 控制率 结余率')

const noRates = endsIn('分辨率 采样率 容积率 动比率')

const counts = endsIn(
  '次数 人数 户数 件数 份数 个数 场次 场数 台数 套数 册数 篇数 期数 批次 人次 数量 总数 家数 名额 条数 处数 间数 辆数 张数 头数 只数 村数 户次 例数 起数 宗数 项数 幅数 面数 班次 天次 座数 点数 站数 栋数 幢数 盏数 根数 支数 枚数 把数 架数 艘数 部数 门数 所数 口数 批数 组数 队数 届数 笔数 株数 棵数 亩数 尾数 羽数 镇数 校数 园数 馆数 厂数 窗数 床数 桶数 瓶数 箱数 盒数 袋数 车数'
)

const places = endsIn('泊位数 车位数 床位数 座位数 席位数 摊位数 岗位数 工位数 学位数 铺位数')

const volumes = endsIn(
  '纳税额 销售额 交易额 贷款额 成交额 进出口额 营业额 融资额 增收额 消费额 引资额 出口额 成交总额 交易总额'
)

const measures = endsIn('面积 长度 里程 重量 体积 容量 产量 高度 宽度 排放量 用量 公里数 亩数 吨数')

const costs = endsIn('成本 费用 经费 造价 单价 支出 费 投资 开支')

const deadlines = endsIn('时间 时限 日期 期限 及时性 时效')

const durations = endsIn('天数 年限 时长 工时 学时')

const qualities = endsIn(
  '提升 提高 改善 增强 保障 促进 推动 加强 优化 稳定 发展 性 程度 水平 能力 意识 影响 作用 环境'
)

function judgeName(core: string): IndicatorProfile {
  lexicon ??= load()
  if (core === '') return toJudged(undefined, undefined, [], undefined, 0)
  const last = core.slice(-1)
  const lastTwo = core.slice(-2)
  if (last === '率' && perAmount.test(core)) return toJudged('measure', undefined, [], lastTwo, 0.6)
  const entry = findEntry(lexicon, core)
  if (entry) {
    if (entry.kind === 'not-rate') return toJudged('qualitative', undefined, [], entry.word, 0.5)
    return toProfile(entry, entry.kind, core)
  }
  if (last === '率' ? isRate(core) : shares(core)) return judgeRate(core)
  if (core.endsWith('满意度') || core.endsWith('满意率') || core.endsWith('满意程度'))
    return toJudged('satisfaction', 'up', ['%'], '满意度', 0.98, 100)
  if (counts(core)) return toJudged('count', directionOfCount(core), [], lastTwo, 0.92)
  if (last === '数' && places(core)) return toJudged('count', 'up', ['个'], '位数', 0.9)
  if (last === '额' && volumes(core)) return toJudged('amount', 'up', ['万元'], '额', 0.85)
  if (measures(core)) return toJudged('measure', directionOfCount(core), [], lastTwo, 0.85)
  if (costs(core)) return toJudged('cost', 'down', ['元', '万元'], last, 0.8)
  if (deadlines(core)) return toJudged('deadline', 'down', [], lastTwo, 0.8)
  if (durations(core)) return toJudged('duration', 'up', ['天', '年', '小时'], lastTwo, 0.8)
  if (last === '数' && core.length > 1 && !/[\d系指基函参岁无多少倍分]/.test(core.charAt(core.length - 2)))
    return toJudged('count', directionOfCount(core.slice(0, -1)), [], '数', 0.75)
  if (qualities(core)) return toJudged('qualitative', 'up', [], lastTwo, 0.6)
  return toJudged(undefined, undefined, [], undefined, 0)
}

/** All profiles are of one make, with the same keys in the same order. */
function toJudged(
  kind: IndicatorKind | undefined,
  direction: Direction | undefined,
  units: string[],
  keyword: string | undefined,
  confidence: number,
  bound?: number
): IndicatorProfile {
  return {kind, direction, bound, units, keyword, confidence, unitHint: undefined}
}

/** 效率, 频率, 税率 … are no rates of a whole. */
function isRate(core: string): boolean {
  return (
    core.length > 1 &&
    !'效频利汇税草表轻倍功速心斜曲费'.includes(core.charAt(core.length - 2)) &&
    !noRates(core)
  )
}

function judgeRate(core: string): IndicatorProfile {
  const isBad = bad(core)
  const isGood = !isBad && good(core)
  const isGrowth = growing(core)
  return toJudged(
    changing(core) ? 'change-rate' : 'rate',
    isBad
      ? 'down'
      : isGood && !shares(core) && !undirected(core) && !spoiling(core.slice(0, -3))
        ? 'up'
        : undefined,
    ['%'],
    core.slice(-2),
    isBad || isGrowth || isGood ? 0.92 : 0.85,
    isGrowth || boundless(core) ? undefined : 100
  )
}

/** The longest word of the lexicon that a name ends in; a single character only when it is the whole name. */
function findEntry(words: Map<string, Line[]>, core: string): Entry | undefined {
  const lines = words.get(core.slice(-2))
  let longest: Line | undefined
  if (lines)
    for (const line of lines)
      if (line.word.length >= (longest?.word.length ?? 0) && core.endsWith(line.word)) longest = line
  if (longest) longest.entry ??= readEntry(longest)
  return longest?.entry
}

function toProfile(entry: Entry, kind: IndicatorKind, core: string): IndicatorProfile {
  const {word} = entry
  const before = core.slice(0, core.length - word.length)
  let {direction} = entry
  if (direction && before !== '' && kind !== 'cost' && turning(before))
    direction = direction === 'up' ? 'down' : 'up'
  if (direction === 'up') {
    if (kind === 'count') direction = directionOfCount(core)
    else if (kind === 'rate' && (spoiling(before) || isSparing(before, word))) direction = undefined
  }
  const isBounded =
    entry.bound &&
    !boundless(core) &&
    !(
      isCarriedOut(core) &&
      /(?:采购|任务|计划|目标|收入|产量|销售|招商|投资).{0,4}(?:完成|执行)率$/.test(core)
    )
  const sure = kind === 'qualitative' ? 0.6 : word.length >= 2 ? 0.95 : 0.75
  return toJudged(kind, direction, entry.units, word, sure, isBounded ? entry.bound : undefined)
}

const isCarriedOut = endsIn('完成率 执行率')

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
