import {compactText} from './compact-text.js'

/** A word or character written twice: `removable` is the superfluous stretch of the original text. */
export interface Doubled {
  /** Two words that meet could spell it. */
  unsure?: boolean
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

const stutter = new RegExp(
  `(^|[^\\u4e00-\\u9fff])(?:${common
    .split(' ')
    .map((word) => word.charAt(0) + word)
    .join('|')})`
)

/** Legitimate ABAB: counting one by one, degree, verbs tried out, and a verb before a person of the same word. */
const rhythm =
  /^(?:一.|逐.|许多|很多|非常|特别|十分|好多|研究|讨论|商量|了解|学习|考虑|交流|沟通|体验|休息|放松|锻炼|打扫|收拾|整理|高兴|热闹|尝试|请教|感受|活动)$/

/** Verbs that may take an object of the same word (服务服务对象): a doubled one is only worth a question. */
const verbs =
  /^(?:管理|建设|评价|检查|监督|服务|教育|培训|评估|考核|组织|规划|投资|生产|宣传|设计|审计|监测|补助|采购|维护|维修|改造|支出|救助|治疗|保障)$/

const personOfWord = /^(?:者|人|员|师|对象|机构|组|单位|部门|专家|能力|费|班)/

const patterns: {messageId: Doubled['messageId']; pattern: RegExp}[] = [
  {messageId: 'word', pattern: new RegExp(`(${han}{2,10})\\1`, 'g')},
  {messageId: 'character', pattern: new RegExp(stutter, 'g')},
  {messageId: 'character', pattern: /[用做办抓管搞建守]好好(?![人事评的地])/g},
  {messageId: 'character', pattern: /(?<!目)的的(?![确士哥])|(?<![为明小一除])了了(?!解|$)/g},
  {
    messageId: 'character',
    pattern: /(?<=[\u4e00-\u9fff])(率率|度度|性性|量量|额额|费费|值值)(?=$|[^\u4e00-\u9fff])/g
  },
  {
    messageId: 'around',
    pattern:
      /(做好|开展|加强|推进|完善|提高|提升|保障|促进|组织|强化)(?:继续|不断|进一步|持续|全面|深入|切实|有效|积极|大力)\1/g
  },
  {messageId: 'around', pattern: /([\u4e00-\u9fff]{2})(?:补贴|补助|奖励|资助)\1$/g},
  {
    messageId: 'bracket',
    pattern: /([\u4e00-\u9fff]{2,6})[(（][^()（）]{1,10}[)）]\s?\1(?![\u4e00-\u9fff]*[(（])/g
  },
  {messageId: 'bracket', pattern: /[(（]([\u4e00-\u9fff]{2,6})[)）]\1/g},
  {
    messageId: 'marks',
    pattern: /([，；、：,;])\1|(?<!。)。。(?!。)|[，；、：]。|。[，；、：]|，；|；，|、，|，、/g
  },
  {messageId: 'hyphen', pattern: /(?<![-\d])\d{1,6}--(?=[\u4e00-\u9fff])/g}
]

/** Whether a text may hold something doubled: a character beside itself, a pair that comes again soon, `--` or two marks. */
export function mayBeDoubled(text: string): boolean {
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const before = text.charCodeAt(at - 1)
    if (code === before && (code > 0x2fff || code === 0x2d || code === 0x2c || code === 0x3b)) return true
    if (code < 0x4e00) continue
    if (code > 0x9fff) {
      if (before > 0x3000 && before < 0x3003) return true
      continue
    }
    const reach = Math.min(text.length - 1, at + 16)
    for (let next = at + 2; next <= reach; next++)
      if (text.charCodeAt(next) === code && text.charCodeAt(next - 1) === before) return true
  }
  return /[，；、：]。|。[，；、：]|，；|；，|、，|，、|[\u4e00-\u9fff] [\u4e00-\u9fff]/.test(text)
}

/** What is doubled in a text, in order, without overlaps. */
export function findDoubled(original: string): Doubled[] {
  const {text, offsets} = compactText(original)
  const found: Doubled[] = []
  for (const {messageId, pattern} of patterns) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length
      const start = match.index + (pattern.source.startsWith('(^|') ? (match[1] ?? '').length : 0)
      if (messageId === 'word' && !isMistake(match[1] ?? '', text, match.index, end)) continue
      if (found.some((other) => start < other.end && end > other.start)) continue
      found.push({
        messageId,
        found: text.slice(start, end),
        start,
        end,
        ...(messageId === 'word' && verbs.test(match[1] ?? '') && {unsure: true}),
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
    const at = /^[用做办抓管搞建守]好/.test(match[0]) ? start + 1 : start
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
  const after = text.slice(end)
  if (personOfWord.test(after)) return false
  // 万元万元 behind a number is a matter of the target, and 甲乙 | 甲乙丙 may be two words cut differently.
  return !/\d/.test(text.charAt(start - 1))
}
