import {defineRule} from '../../lint/define-rule.js'
import type {Severity} from '../../lint/finding.js'
import type {Indicator, Part} from '../../tree/nodes.js'
import type {TargetValue} from '../../value/target-value.js'
import type {IndicatorProfile} from '../../vocabulary/indicator-profile.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {bareName} from '../support/bare-name.js'
import {eachTarget} from '../support/target-cells.js'

export default defineRule({
  id: 'wrong-direction',
  group: 'measurability',
  severity: 'error',
  title: {zh: '比较符号方向相反', en: 'Comparator points the wrong way'},
  why: {
    zh: '希望多的（受益人数、合格率、满意度）应当写“≥”，希望少的（投诉率、事故率、成本）应当写“≤”。方向写反，干得越差越“达标”。请把比较符号改过来；确实是限额的（编制、控制数），请在名称里写明。',
    en: 'What should be high (persons served, pass rate, satisfaction) takes "≥", what should be low (complaints, accidents, costs) takes "≤". With the sign reversed the worst result meets the target. Turn the comparator round; if a ceiling is really meant (staff quota, control figure), say so in the name.'
  },
  basis: ['财预〔2021〕101号：指标方向应当与绩效目标一致（正向指标、反向指标）'],
  traps: {
    zh: '成本、控制数、限额、编制、三公经费、会议和接待次数、压减降低类指标、投资额、处理投诉或事故的数量不报；方向拿不准时不报。',
    en: 'Silent for costs and control figures, quotas, staff limits, official receptions and meetings, reductions, the handling of complaints or accidents, and whenever the direction is not sure.'
  },
  messages: {
    zh: {
      wanted: '“{name}”应当越多越好，指标值却是“{target}”。请把“{sign}”改为“≥”；如果是限额，请在名称里写明。',
      unwanted: '“{name}”应当越少越好，指标值却是“{target}”。请把“{sign}”改为“≤”。',
      cost: '“{name}”是成本，指标值“{target}”却写成下限。成本应当控制在上限以内，请把“{sign}”改为“≤”。'
    },
    en: {
      wanted:
        '"{name}" should be as high as possible, but its target "{target}" is a ceiling. Change "{sign}" to "≥"; if a quota is meant, say so in the name.',
      unwanted:
        '"{name}" should be as low as possible, but its target "{target}" is a floor. Change "{sign}" to "≤".',
      cost: '"{name}" is a cost, but its target "{target}" is a floor. Costs are kept below a ceiling: change "{sign}" to "≤".'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年村医培训绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 培训人数 | 参加培训的村医人数 | ≤120人 | 培训计划
        ^ | 质量指标 | 培训合格率 | 考试合格人数占比 | ≤95% | 培训计划
        效益指标 | 社会效益指标 | 群众投诉率 | 投诉人次占就诊人次的比例 | ≥2% | 培训计划
      `,
      finds: ['E3', 'E4', 'E5']
    },
    {
      wrong: sheet`
        2024年村医培训绩效目标表
        一级指标 | 二级指标 | 三级指标 | 对比符号 | 指标值 | 计量单位
        01-产出指标 | 04-成本指标 | 培训总成本 | >= | 6 | 万元
        03-满意度指标 | 01-服务对象满意度指标 | 学员满意度 | <= | 90 | %
      `,
      finds: ['E3', 'E4']
    },
    {
      right: sheet`
        2024年机关运行经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 编制内在职人数控制数 | ≤60人
        ^ | ^ | 公务接待次数 | ≤20次
        ^ | ^ | 受理群众投诉件数 | ≥50件
        ^ | 12-质量指标 | 不合格品处置率 | ≥98%
        ^ | 14-成本指标 | 人均培训成本 | ≤400元/人
        2-效益指标 | 22-社会效益 | 安全事故发生率 | ≤1%
        ^ | ^ | 民转刑案件数 | ≤2件
        ^ | ^ | 辍学学生人数 | ≤3人
        ^ | 23-生态效益 | 秸秆焚烧火点数 | ≤5个
        ^ | ^ | 案件下降率 | ≥5%
        3-满意度指标 | 31-服务对象满意度 | 办事群众满意度 | ≥90%
      `
    },
    {
      title: {
        zh: '重复、跑动次数越少越好；投资可以有下限',
        en: 'Repetition and errands are good when few; an investment may have a floor'
      },
      right: sheet`
        2024年度项目支出绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 新建高标准农田面积 | 2.5万亩
        ^ | 质量指标 | 参保人员重复参保率 | ≤0.5%
        ^ | ^ | 贷款逾期收回率 | ≤2%
        ^ | ^ | 抗菌药物使用率 | ≤60%
        ^ | ^ | 道路积水点数量 | ≤12处
        ^ | 成本指标 | 亩均投资 | ≥1500元/亩
        效益指标 | 社会效益指标 | 群众平均跑动次数 | ≤1次/件
        ^ | ^ | 纳税人年均办税次数 | ≤2次/户
      `
    }
  ],
  create: (context) => {
    function check(part: Part, value: TargetValue, node: Indicator): void {
      const {name, profile} = node
      if (!value.comparator || value.number === undefined || !isAgainst(profile, value.comparator)) return
      if (!name || value.kind === 'range' || (value.kind === 'money' && profile.kind === 'count')) return
      const bare = bareName(name)
      const judged = judge(node, bare, value.number, value.unit ?? '')
      if (!judged || isLimit.test(bare)) return
      const columnSign = node.comparator?.plain ? value.comparator : ''
      context.report({
        node,
        part,
        messageId: judged.messageId,
        severity: judged.severity,
        data: {
          name: quoteText(name.text),
          target: quoteText(
            columnSign && !part.plain.startsWith(columnSign) ? columnSign + part.text.trim() : part.text
          ),
          sign: value.comparatorText ?? value.comparator
        },
        ...(node.comparator && {related: [{part: node.comparator}]})
      })
    }

    return {
      indicator(node) {
        if (node.profile.confidence >= 0.8) eachTarget(node, check)
      }
    }
  }
})

/** Whether a sign limits what is wanted, or asks for more of what is not. */
function isAgainst({direction}: IndicatorProfile, comparator: string): boolean {
  return direction === 'up'
    ? comparator === '≤' || comparator === '<'
    : direction === 'down' && (comparator === '≥' || comparator === '>')
}

const isLimit =
  /控制|限额|上限|定额|限制|不超过|压减|压降|减少|减低|降低|下降|节约|节省|节能|减排|降幅|三公|编制|超编|在编|在职|财政供养|公务|接待|出差|差旅|短信|保安|出国|因公|会议|用车|车辆|闲置|空置|扶持额|负债|债务|辅警|编外|临聘|劳务派遣|雇员|协管员/

const handled =
  /受理|处理|处置|办理|化解|调解|查处|整改|接听|接待|回复|排查|打击|破获|侦破|审理|调查|检查|救治|筛查|防治|演练|应急/

const limitedByBudget =
  /建设|新建|改建|购置|采购|聘用|聘请|招聘|招录|补助|补贴|资助|奖励|奖补|扶持|安置|租用|租赁|维修|改造/

/** What nobody wants more of, so that a count of it may well be limited: 民转刑案件数, 辍学学生人数. */
const adverse =
  /事故|事件|灾|疫|病|死|亡|伤|感染|犯罪|发案|[命刑血积]案|民转刑|刑事|治安|盗|骗|违|败诉|[逾超]期|超时|积压|投诉|纠纷|访|舆情|故障|中断|停[水电气暖工]|断[网电水]|宕机|[差出]错|错误|失误|[遗疏]漏|失[学业联信踪]|辍|返贫|致贫|流失|退回|不合格|不达标|未|烂尾|火点|火[情警]|焚烧|僵尸|欠|风险|隐患|污染|超标|变更|重复|积水|内涝|盲[区点]|黑点|拥堵|堵点|断头|渗漏|漏[点水]|塌|损[坏毁]|薄弱|短板|空白|超载|退[货票学]|丢|闲置|停[运课诊]|晚点|延误|取消|[劣Ⅴ]/

/** How long somebody waits for something. */
const takesTime =
  /(?:响应|等候|等待|候诊|排队|办理|办结|审批|审核|受理|到场|到达|出警|出动|处置|处理|答复|回复|反馈|抢修|修复|恢复|送达|拨付|支付|发放|平均)(?:时间|时限|时长|用时|耗时|期限)$/
const unitOfTime = /^(?:分钟|小时|天|日|秒|个?工作日|个?月)/

/** Areas and lengths that are the purpose of the money, not its limit. */
const wantedMeasure =
  /(?:造林|绿化|植树|种草|种植|播种|灌溉|治理|整治|防治|修复|推广|管护|抚育|巡护|巡查|养护|清淤|疏浚|覆盖|受益|供暖|供热|硬化|亮化|通车)(?:总)?(?:面积|里程|长度)$/

/** What is said of a sign that is against the direction of its name. */
function judge(
  {profile, levelTwo}: Indicator,
  bare: string,
  number: number,
  unit: string
): {messageId: string; severity: Severity} | undefined {
  const {kind, direction, confidence, keyword} = profile
  const sure = confidence >= 0.85
  if (direction === 'up') {
    if (kind === 'rate' || kind === 'satisfaction') {
      return {messageId: 'wanted', severity: sure && number < 100 ? 'error' : 'warning'}
    }
    if (kind === 'count' && !isCostClass(levelTwo) && number > 0) {
      if (adverse.test(bare) && !handled.test(bare)) return undefined
      return {
        messageId: 'wanted',
        severity: sure && (keyword?.length ?? 0) > 2 && !limitedByBudget.test(bare) ? 'error' : 'warning'
      }
    }
    if (kind === 'measure' && number > 0 && wantedMeasure.test(bare))
      return {messageId: 'wanted', severity: 'warning'}
  }
  if (direction === 'down' && number > 0) {
    if (
      kind === 'rate' &&
      bare.endsWith('率') &&
      !/(?:调整|偏离|变动|变更|结转|结余)率$/.test(bare) &&
      !handled.test(bare)
    ) {
      return {messageId: 'unwanted', severity: sure ? 'error' : 'warning'}
    }
    if (kind === 'count' && !handled.test(bare)) return {messageId: 'unwanted', severity: 'warning'}
    if (kind === 'deadline' && takesTime.test(bare) && unitOfTime.test(unit)) {
      return {messageId: 'unwanted', severity: 'warning'}
    }
    if (kind === 'cost' && isCostClass(levelTwo) && !/(?:投资|投资额|投入)$/.test(bare))
      return {messageId: 'cost', severity: 'warning'}
  }
  return undefined
}

function isCostClass(levelTwo: Indicator['levelTwo']): boolean {
  return (
    levelTwo === 'cost' ||
    levelTwo === 'economic-cost' ||
    levelTwo === 'social-cost' ||
    levelTwo === 'environmental-cost'
  )
}
