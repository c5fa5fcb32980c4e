import {memoise} from '../../vocabulary/memoise.js'
import {compactText} from './compact-text.js'

/** A word or character written twice: `removable` is the superfluous stretch of the original text. */
export interface Doubled {
  messageId: 'word' | 'character' | 'around' | 'bracket' | 'marks' | 'hyphen'
  found: string
  start: number
  end: number
  removable?: {start: number; end: number}
}

const han = '[\\u4e00-\\u9fff]'

/** Words that begin AAB by mistake: the first character of a common word typed twice at the start of a phrase. */
const common =
  '普法 培训 宣传 项目 资金 预算 绩效 完成 开展 提高 提升 增强 加强 保障 推进 促进 落实 建设 管理 服务 群众 社会 工作 组织 ' +
  '法律 法治 检查 监督 执法 司法 案件 矫正 救助 补助 补贴 扶贫 农村 农业 设备 采购 购置 发放 支付 维修 维护 改造 治理 环境 ' +
  '卫生 健康 教育 学校 就业 创业 创新 技术 质量 数量 成本 效益 满意 覆盖 及时 合格 验收 规范 制度 机制 能力 全面 贯彻 聘请 ' +
  '调解 租赁 印刷 制作 举办 参加 接待 信访 消防 安全 财政 审计 统计 监测 检测 审核 编制 抽检 巡查 巡护 走访 慰问 帮扶 优化 完善 确保 支持 建立 健全'

/** Legitimate ABAB: counting one by one, degree, verbs tried out, and a verb before a person of the same word. */
const rhythm =
  /^(?:一.|逐.|许多|很多|非常|特别|十分|好多|研究|讨论|商量|了解|学习|考虑|交流|沟通|体验|休息|放松|锻炼|打扫|收拾|整理|高兴|热闹|尝试|请教|感受|活动)$/

/** Nouns of two characters that neither overlap with their neighbours (企业创业创新) nor stand before themselves. */
const nouns =
  '食品 药品 资金 项目 经费 群众 学生 教师 职工 农民 村民 居民 党员 干部 单位 部门 学校 医院 社区 乡镇 街道 农村 城市 人员 ' +
  '家庭 儿童 妇女 老人 青年 残疾 贫困 低保 环境 卫生 健康 文化 体育 旅游 科技 农业 林业 水利 交通 道路 公路 桥梁 河道 水库 农田 ' +
  '粮食 设备 设施 车辆 材料 物资 房屋 工程 绩效 指标 目标 预算 资产 收入 成本 费用 法律 法治 案件 纠纷 政策 制度 机制 体系 系统 ' +
  '平台 网络 数据 档案 资料 质量 数量 效益 水平 能力 意识 安全 应急 消防 森林 生态 污水 垃圾 燃气 饮水 村级 县级 市级 省级 中央 ' +
  '机构 时间 地区 区域 设施 公司 企业 医生 护士 患者 游客 观众 农户 种子 化肥 水稻 小麦 玉米 茶叶 果树 牲畜 动物 湿地 草原 土地 耕地 幼儿 ' +
  '图书 场馆 展品 岗位 证书 合同 票据 账户 车站 码头 航道 堤防 渠道 泵站 水源 水质 空气 噪声 固废 药材 医疗 门诊 病房 床位 疾病 ' +
  '经济 市场 行业 产业 产品 技术 人才 岗位 就业 工资 社保 医保 养老 保险 疫苗 疫情 情况 工作 任务 问题 措施 方案 满意 完成'

/** Words that may take an object of the same word (服务服务对象, 本规定规定的): doubled only where nothing follows. */
const verbs =
  /^(?:管理|治理|补贴|建设|评价|检查|监督|服务|教育|培训|评估|考核|组织|规划|投资|生产|宣传|设计|审计|监测|补助|采购|维护|维修|改造|支出|救助|治疗|保障|规定|代表|出版|出租|编制|政府|年度)$/

/** Verbs that are no nouns and stand before none, so that nothing but a slip doubles them: 开展开展人工增雨. */
const plainVerbs =
  '开展 举办 举行 发放 处置 完成 新建 购买 购置 提高 提升 增强 加强 推进 促进 推动 落实 拨付 支付 聘请 召开 印制 印发 配备 制定 确保 ' +
  '实施 安装 修建 修复 修缮 改善 参加 参与 取得 获得 避免 减少 降低 增加 扩大 解决 提供 收集 走访 慰问 排查 整治 整改 打造 打击 缓解 ' +
  '满足 维持 巩固 拓展 选派 选聘 招聘 招募 采集 制作 编印 更换 更新 添置 租赁 租用 清理 清运 拆除 硬化 铺设 种植 栽植 防治 救治 资助 ' +
  '帮扶 扶持 吸纳 带动 引进 培育 建立 健全 完善 优化 强化 深化 保证 争取 组建 受理 办理 审理 化解 调处 征集 评选 表彰 订购'

/** What makes a noun of the verb before it: 建设工程, 补助资金, 组织生活, 维护费. */
const compound =
  /^(?:资金|工程|项目|对象|资料|工作|生活|关系|基地|平台|体系|标准|机制|制度|系统|中心|计划|规划|方案|活动|能力|质量|服务|人员|机构|单位|部门|部$|部[,，、]|名额|经费|费用|成本|报告|结果|指标|方式|过程|环节|任务|目标|业|网|力|期|区|点|品|线|面|量|率|费|法|权|书|证|表)/

function lists(words: string, word: string): boolean {
  return word.length === 2 && words.includes(word) && words.split(' ').includes(word)
}

function opensClause(text: string, start: number): boolean {
  return (
    !isHan(text, start - 1) || /(?:[年月和并及与或]|主要|用于|全年|继续|目标是)$/.test(text.slice(0, start))
  )
}

/** What follows a verb with no object: 维修维修并验收, 管理管理工作. */
const afterVerb = /^(?:并|后|完成|到位|完毕|等)/

const personOfWord =
  /^(?:者|人(?![工民口力物造均])|员(?!工)|师(?!生)|家|对象|机构|组|单位|部门|专家|费|班|局|厅|院|站|所|室|馆|园|厂|店|委|办|科|处|队|化|性)/

/** Words that often follow one of the common ones. */
const tails = '活动 资料 材料 手册 任务 计划 人员 次数 场次 人数 件数 户数 面积 里程 比例 标准 工程 经费 支出'

interface Pattern {
  messageId: Doubled['messageId']
  pattern: RegExp
  /** What a text must hold besides: two equal characters side by side, or one of these. */
  needs?: 'pair' | RegExp
  /** A mark may stand before the word. */
  hasLead?: boolean
  /** The doubled character may begin the next word. */
  maySpanWords?: boolean
}

let patterns: Pattern[] | undefined

function readPatterns(): Pattern[] {
  const words = common.split(' ')
  const stutters = words.map((word) => word.charAt(0) + word).join('|')
  // 普及及法律, 培训训次数; the rest must begin with a word of its own.
  const endings = [...words, '普及'].map((word) => word + word.charAt(1)).join('|')
  const followers = [nouns, common, tails].join(' ').replaceAll(' ', '|')
  return [
    {messageId: 'word', pattern: new RegExp(`(${han}{2,10})\\1`, 'g')},
    {
      messageId: 'character',
      pattern: new RegExp(`(^|[^\\u4e00-\\u9fff])(?:${stutters})`, 'g'),
      needs: 'pair',
      hasLead: true
    },
    {
      messageId: 'character',
      pattern: new RegExp(`(?:${endings})(?=$|[^\\u4e00-\\u9fff]|的|了|和|${followers})`, 'g'),
      needs: 'pair',
      maySpanWords: true
    },
    {messageId: 'character', pattern: /[用做办抓管搞建守]好好(?![人事评的地])/g, needs: 'pair'},
    {
      messageId: 'character',
      pattern: /(?<![目标])的的(?![确士哥])|(?<![为明小一除])了了(?!解|$)/g,
      needs: 'pair'
    },
    {
      messageId: 'character',
      pattern: /(?<=[\u4e00-\u9fff])(率率|度度|性性|量量|额额|费费|值值)(?=$|[^\u4e00-\u9fff])/g,
      needs: 'pair'
    },
    {
      messageId: 'around',
      pattern:
        /(做好|开展|加强|推进|完善|提高|提升|保障|促进|组织|强化)(?:继续|不断|进一步|持续|全面|深入|切实|有效|积极|大力)\1/g
    },
    {messageId: 'around', pattern: /([\u4e00-\u9fff]{2})(?:补贴|补助|奖励|资助)\1$/g},
    {
      messageId: 'bracket',
      pattern:
        /((?!的)[\u4e00-\u9fff]{2,6})[(（](?!以下|下同|即|又)[^()（）]{1,10}[)）]\s?\1(?![\u4e00-\u9fff]*[(（])/g,
      needs: /[)）]/
    },
    {messageId: 'bracket', pattern: /[(（]([\u4e00-\u9fff]{2,6})[)）]\1/g, needs: /[)）]/},
    {
      messageId: 'marks',
      pattern: /([，；、：,;])\1|(?<!。)。。(?!。)|[，；、：]。|。[，；、：]|，；|；，|、，|，、/g
    },
    {messageId: 'hyphen', pattern: /(?<![-\d])\d{1,6}--(?=[\u4e00-\u9fff])/g, needs: /--/}
  ]
}

/** Whether a text may hold something doubled: nearly all texts of a sheet end here. */
export function mayBeDoubled(text: string): boolean {
  // Characters met so far, by their last bits, in this stretch of the text and in the one before: most come for the first time.
  let met = 0
  let metBefore = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const before = text.charCodeAt(at - 1)
    if (code === before && (code > 0x2fff || code === hyphen || code === comma || code === semicolon))
      return true
    if (code < firstHan || code > lastHan) {
      if (isMark(code) && isMark(before)) return true
      // Across the blank of a line wrap a word may go on.
      if (code === blank && isHan(text, at - 1) && isHan(text, at + 1)) return true
      continue
    }
    if (at % reach === 0) {
      metBefore = met
      met = 0
    }
    const bit = 1 << (code & 31)
    if (((met | metBefore) & bit) !== 0 && repeats(text, at)) return true
    met |= bit
  }
  return false
}

const firstHan = 0x4e00
const lastHan = 0x9fff
const blank = 0x20
const hyphen = 0x2d
const comma = 0x2c
const semicolon = 0x3b

/** How far apart the two copies of a word may begin: six characters, a pair of brackets round ten, and a blank. */
const reach = 19

/** 。，；、： */
function isMark(code: number): boolean {
  return code === 0x3001 || code === 0x3002 || code === 0xff0c || code === 0xff1a || code === 0xff1b
}

/** Whether the two characters that end at a place stand shortly before it as well, so that one of the patterns may fit. */
function repeats(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  if (before < firstHan || before > lastHan) return false
  for (let distance = 2; distance <= reach && distance < at; distance++) {
    if (text.charCodeAt(at - distance) !== code || text.charCodeAt(at - distance - 1) !== before) continue
    const between = text.slice(at - distance + 1, at - 1)
    if (/[)）]\s?$/.test(between) || amid.test(between)) return true
    if (distance <= 10 && isCopied(text, at - 1, distance)) return true
  }
  return false
}

/** Words between the two copies of 做好继续做好 and 高龄补贴高龄. */
const amid = /^(?:继续|不断|进一步|持续|全面|深入|切实|有效|积极|大力|补贴|补助|奖励|资助)$/

/** Whether the characters from a place on are those right before it. */
function isCopied(text: string, from: number, length: number): boolean {
  for (let at = from; at < from + length; at++)
    if (!isHan(text, at) || text.charCodeAt(at) !== text.charCodeAt(at - length)) return false
  return true
}

/** What is doubled in a text, in order, without overlaps. */
export const findDoubled = memoise(searchDoubled)

function searchDoubled(original: string): Doubled[] {
  const {text, offsets} = compactText(original)
  const found: Doubled[] = []
  const hasPair = /([\u4e00-\u9fff])\1/.test(text)
  for (const {messageId, pattern, needs, hasLead, maySpanWords} of (patterns ??= readPatterns())) {
    if (needs && !(needs === 'pair' ? hasPair : needs.test(text))) continue
    // matchAll copies the expression first, and most find nothing.
    pattern.lastIndex = 0
    if (!pattern.test(text)) continue
    pattern.lastIndex = 0
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length
      const start = match.index + (hasLead ? (match[1] ?? '').length : 0)
      if (maySpanWords && isNextWord(match[0], text.slice(end))) continue
      if (messageId === 'word' && !isMistake(match[1] ?? '', text, match.index, end)) continue
      if (found.some((other) => start < other.end && end > other.start)) continue
      found.push({
        messageId,
        found: text.slice(start, end),
        start,
        end,
        ...removableOf(messageId, match, start)
      })
    }
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({removable, start, end, ...rest}) => ({
      ...rest,
      start: offsets[start] ?? start,
      end: offsets[end] ?? end,
      ...(removable && {
        removable: {
          start: offsets[removable.start] ?? removable.start,
          end: offsets[removable.end] ?? removable.end
        }
      })
    }))
}

/** The first of the two copies, where taking it away leaves the right text. */
function removableOf(
  messageId: Doubled['messageId'],
  match: RegExpMatchArray,
  start: number
): Pick<Doubled, 'removable'> {
  if (messageId === 'word') return {removable: {start, end: start + (match[1] ?? '').length}}
  if (messageId === 'character') {
    const at = /^(?:[用做办抓管搞建守]好|(.)(?!\1))/.test(match[0]) ? start + 1 : start
    return {removable: {start: at, end: at + 1}}
  }
  if (messageId === 'hyphen') {
    const end = start + match[0].length
    return {removable: {start: end - 1, end}}
  }
  return {}
}

function isMistake(word: string, text: string, start: number, end: number): boolean {
  if (rhythm.test(word) || /^(.)\1*$/.test(word)) return false
  // 万元万元 behind a number is a matter of the target.
  if (/\d/.test(text.charAt(start - 1))) return false
  const after = text.slice(end)
  if (word.length === 2) {
    if (personOfWord.test(after)) return false
    // Two words that overlap (企业创业创新) have a neighbour on both sides.
    const ends = !isHan(text, end)
    if (lists(plainVerbs, word)) return true
    if (word === '编制' && /^(?:规划|方案|计划|预算|报告|教材)/.test(after)) return true
    if (verbs.test(word) && opensClause(text, start) && !compound.test(after)) return true
    return verbs.test(word)
      ? ends ||
          (word !== '组织' && afterVerb.test(after)) ||
          (!/规定|代表|组织|出版|政府/.test(word) && after.startsWith('的'))
      : lists(nouns, word) || ends || !isHan(text, start - 1)
  }
  // 再审申请人申请人民法院, 特别行政区行政区域, 集体所有的土地的土地承包权
  return (
    !/^[的对有和与及等在为会一各本该每]/.test(word) &&
    !/^(?:.*人 [民体员数口身]|.*区 域)/.test(`${word} ${after}`)
  )
}

function isHan(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= firstHan && code <= lastHan
}

/** Whether the doubled character begins the next word: 提高|高质量, 创新|新技术. */
function isNextWord(doubled: string, after: string): boolean {
  return /[高新强好]$/.test(doubled) && !/^(?:[教学职]|群众|居民|村民|农民|$|[^\u4e00-\u9fff])/.test(after)
}
