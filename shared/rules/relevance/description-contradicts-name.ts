import {defineRule} from '../../lint/define-rule.js'
import type {Indicator} from '../../tree/nodes.js'
import {profileIndicator} from '../../vocabulary/indicator-profile.js'
import {memoise} from '../../vocabulary/memoise.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {
  endsInCount,
  readExplanation,
  readName,
  type ExplainedName,
  type Explanation
} from '../support/explained-name.js'
import {isPlaceholder} from '../support/placeholders.js'

export default defineRule({
  id: 'description-contradicts-name',
  group: 'relevance',
  severity: 'warning',
  title: {zh: '名称与解释说的不是一回事', en: 'Name and explanation measure different things'},
  why: {
    zh: '名称是“论文数量”，解释却是“办案数量”，多半是从指标库里随手选了一个名称，再写上自己的内容。指标值跟着谁走说不清，公开后也让人看不懂。请让名称与解释一致。',
    en: 'A name such as 论文数量 explained as 办案数量 was mostly picked from a library because something had to be chosen. It is unclear which of the two the target belongs to, and readers are lost. Let name and explanation agree.'
  },
  basis: ['财预〔2021〕101号：指标名称与指标解释应当一致'],
  traps: {
    zh: '解释是计算公式、是说明文字、与名称有共同用词的不报；只凭用词不同而种类相同的，只作提示。',
    en: 'Silent for formulas, for explanations in prose, and where name and explanation share words; only a hint when the kind is the same and only the words differ.'
  },
  messages: {
    zh: {
      kind: '“{name}”与解释“{description}”考核的不是一类东西（一个是数量，一个是比率，或者一个是比率，一个是时间）。请统一。',
      satisfaction: '“{name}”不是满意度，解释“{description}”说的却是满意度调查。请统一，或改放到满意度指标。',
      timeliness:
        '“{name}”问的是及时不及时，解释“{description}”却是占比，没有说到时间。请写明以什么时限为准。',
      group: '“{name}”问的是{asked}，解释“{description}”说的却是{told}。请统一为同一类人。',
      wish: '“{name}”的解释“{description}”是一句愿望，没有说明考核什么、怎么算。请写明调查对象和计算方法。',
      words: '“{name}”与解释“{description}”没有共同的内容，看起来不是同一件事。请核对。'
    },
    en: {
      kind: '"{name}" and its explanation "{description}" are of different kinds (a count and a rate, or a rate and a time). Make them agree.',
      satisfaction:
        '"{name}" is no satisfaction, but its explanation "{description}" describes a survey of satisfaction. Make them agree, or move the indicator.',
      timeliness:
        '"{name}" asks whether something is in time, but its explanation "{description}" is a share that says nothing about time. Say which deadline counts.',
      group:
        '"{name}" asks {asked}, but its explanation "{description}" speaks of {told}. Let both name the same people.',
      wish: 'The explanation "{description}" of "{name}" is a wish and does not say what is measured. State who is asked and how it is calculated.',
      words:
        '"{name}" and its explanation "{description}" have no content in common and seem to be different things. Check them.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年水上搜救经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 学术论文数量 | 出动搜救船艇次数 | ≥30次 | 年度工作计划
        ^ | ^ | 课题研究报告数量 | 险情成功处置率 | ≥95% | 年度工作计划
        ^ | 质量指标 | 按期完成率 | 搜救任务完成时限 | ≥95% | 年度工作计划
        ^ | 时效指标 | 补贴发放及时率 | 发放金额占全年金额的比例 | 100% | 年度工作计划
        效益指标 | 社会效益指标 | 航行安全水平 | 调查中满意的人数占调查总人数的比率 | ≥90% | 年度工作计划
      `,
      finds: ['C3', 'C4', 'C5', 'C6', 'C7']
    },
    {
      wrong: sheet`
        2024年乡镇卫生院运转补助绩效目标表
        一级指标 | 二级指标 | 三级指标 | 三级指标解释 | 对比符号 | 指标值 | 计量单位
        01-产出指标 | 01-数量指标 | 开展义诊场次 | 下乡义诊的场次 | ≥ | 24 | 场
        03-满意度指标 | 01-服务对象满意度指标 | 患者满意度 | 反映学生家长的满意程度 | ≥ | 90 | %
        03-满意度指标 | 01-服务对象满意度指标 | 村医满意度 | 提高村医工作积极性 | ≥ | 90 | %
      `,
      finds: ['C4', 'C5']
    },
    {
      right: sheet`
        2024年水上搜救经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 搜救船艇出动次数 | 全年出动搜救船艇次数 | ≥30次 | 年度工作计划
        ^ | 时效指标 | 补贴发放及时率 | 按时发放的金额占应发金额的比例 | 100% | 年度工作计划
        ^ | ^ | 案件补贴发放及时率 | 结案后30日内发放的比例 | ≥95% | 年度工作计划
        ^ | ^ | 码头修缮工程完工时间 | 含竣工资料归档 | 2024年11月底前 | 施工合同
        ^ | 质量指标 | 设备合格率 | 通过检验的设备占全部设备的比例 | ≥95% | 年度工作计划
        效益指标 | 社会效益指标 | 遇险人员获救率 | 获救人数占遇险人数的比例 | ≥97% | 年度工作计划
        满意度指标 | 服务对象满意度指标 | 船员满意度 | 问卷调查中满意人数占比 | ≥90% | 年度工作计划
        ^ | ^ | 渔民满意度 | 沿岸村民评价满意的比例 | ≥90% | 年度工作计划
        ^ | ^ | 旅客满意度 | 提高服务质量后表示满意的旅客占比 | ≥90% | 年度工作计划
      `
    }
  ],
  create: (context) => ({
    indicator(node) {
      const {name, description} = node
      if (!name?.plain || !description?.plain || node.source === 'prose') return
      const asked = readName(name.plain)
      const told = readExplanation(description.plain)
      const groups = asksSatisfaction(asked.bare) ? compareGroups(asked.bare, told.bare) : undefined
      const verdict = groups ? 'group' : judge(node, name.plain, asked, told)
      // Asked last, because few explanations are at odds with their names.
      if (!verdict || isPlaceholder(name.plain)) return
      if (groups) {
        context.report({
          node,
          part: 'name',
          messageId: 'group',
          data: {name: quoteText(name.text), description: quoteText(description.text), ...groups},
          related: [{part: description}]
        })
        return
      }
      context.report({
        node,
        part: 'name',
        messageId: verdict,
        severity: verdict === 'words' ? 'info' : 'warning',
        data: {name: quoteText(name.text), description: quoteText(description.text)},
        related: [{part: description}]
      })
    }
  })
})

const generic =
  /数量|个数|次数|人数|份数|件数|户数|人次|情况|指标|完成|及时|按时|按期|开展|组织|举办|提供|相关|年度|全年|各项|各类|工作|任务|项目|进行|[率数量的和与及、，]/g

function judge(
  {profile}: Indicator,
  plain: string,
  asked: ExplainedName,
  told: Explanation
): 'kind' | 'words' | 'satisfaction' | 'timeliness' | 'wish' | undefined {
  const {bare} = asked
  const described = told.bare
  if (told.survey && !/满意|好评|评价|评议|认可|投诉|指标$/.test(plain)) return 'satisfaction'
  if (bare.endsWith('时率') && /[及按准]时率$/.test(bare) && isTimeless(described)) return 'timeliness'
  if (asksSatisfaction(bare) && isWish(described)) return 'wish'
  if (haveOtherThings(asked, told)) return 'words'
  const {measures} = told
  if (!measures) return undefined
  const nameCounts = (measures.rate || measures.count) && endsInCount(bare)
  if (nameCounts && measures.rate && !shareWords(plain, described, 0.2)) return 'kind'
  if (profile.kind === 'rate' && measures.time) return 'kind'
  if (measures.share) return undefined
  if (
    nameCounts &&
    measures.count &&
    !shareWords(plain, described, 0.2) &&
    lengthOfCore(bare) >= 3 &&
    kindOf(described) === 'count'
  )
    return 'words'
  if (measures.ratio && bare.endsWith('率') && !shareWords(plain, described, 0.15) && lengthOfCore(bare) >= 2)
    return 'words'
  return undefined
}

/** Speaks of a share without a word about time. */
function isTimeless(described: string): boolean {
  return /占|比例|比率/.test(described) && !/[时期日天月前后内]|规定|约定|要求/.test(described)
}

/** Whether the explanation holds more than a share of the name's characters; also for a name of generic words only. */
function shareWords(plain: string, described: string, most: number): boolean {
  const characters = charactersOf(plain)
  if (characters === '') return true
  let shared = 0
  for (let at = 0; at < characters.length; at++)
    if (described.includes(characters.charAt(at)) && ++shared / characters.length > most) return true
  return false
}

/** The Chinese characters of a name without its generic words, each once. */
const charactersOf = memoise((plain) =>
  [...new Set(plain.replace(generic, '').replace(/[^\u4e00-\u9fff]/g, ''))].join('')
)

function lengthOfCore(bare: string): number {
  return bare.replace(generic, '').length
}

function kindOf(text: string): string | undefined {
  return profileIndicator({name: text}).kind
}

/** People who are asked how satisfied they are; words of one line may stand for each other. */
const groups: RegExp[] = [
  /教师|教职工|老师|教职员/,
  /学生|家长|幼儿|毕业生/,
  /患者|病人|病患|就医|就诊|住院/,
  /游客|旅客|观众|参观|游玩/,
  /乘客|司机|驾驶员|乘车/,
  /企业|商户|个体|市场主体|经营主体|纳税人|用人单位/,
  /农户|农民|村民|种植户|养殖户|牧民|移民|渔民/,
  /退役军人|军属|烈属|优抚|退伍/,
  /残疾人|残障/,
  /老年人|老人|高龄/,
  /当事人|受援|诉讼|来访/,
  /考生|应试/
]

/** Words for anybody who is served; a name with one of them fits every explanation. */
const anybody =
  /群众|公众|居民|市民|对象|社会|人员|职工|干部|服务|受益|用户|基层|单位|相关|各方|参与|儿童|学员|参训|人群|家庭|住户|业主/

function asksSatisfaction(bare: string): boolean {
  return bare.endsWith('满意度') || bare.endsWith('满意率') || bare.endsWith('满意程度')
}

/** Two different groups of people in a satisfaction and its explanation, each as it is written. */
function compareGroups(bare: string, described: string): {asked: string; told: string} | undefined {
  if (described.length > 60) return undefined
  if (
    anybody.test(bare.replace(/满意.*$/, '')) ||
    anybody.test(described.replace(/服务|参训|参与|参加|满意.*$/g, ''))
  )
    return undefined
  let asked: string | undefined
  let told: string | undefined
  for (const group of groups) {
    const inName = group.exec(bare)?.[0]
    const inText = group.exec(described)?.[0]
    if (inName && inText) return undefined
    asked ??= inName
    told ??= inText
  }
  return asked && told ? {asked, told} : undefined
}

const wishes =
  /^(?:进一步|有效|切实|不断|持续|全面|努力)?(?:提高|提升|增强|加强|促进|推动|改善|优化|完善|保障|确保|保证|维护|营造|赢得|获得)/

/** An explanation that names neither people asked nor a share, but an aim. */
function isWish(described: string): boolean {
  return (
    !described.includes('满意') &&
    wishes.test(described) &&
    !/评价|好评|问卷|调查|比例|占|率|[÷/]/.test(described)
  )
}

/** Whether name and explanation name things of different lines and share no pair of characters. */
function haveOtherThings(asked: ExplainedName, told: Explanation): boolean {
  if (asked.things === 0 || told.things === 0 || (asked.things & told.things) !== 0) return false
  const described = told.bare
  const core = asked.bare.replace(generic, ' ')
  for (const piece of core.split(' '))
    for (let at = 0; at + 1 < piece.length; at++)
      if (!shareless.test(piece.slice(at, at + 2)) && described.includes(piece.slice(at, at + 2)))
        return false
  return true
}

/** Pairs that say how well something is done, not what. */
const shareless = /合格|达标|覆盖|到位|办结|完好|正常|有效|准确|质量|规范|标准|验收/
