import {defineRule} from '../../lint/define-rule.js'
import type {TargetValue} from '../../value/target-value.js'
import type {Indicator} from '../../tree/nodes.js'
import {lookUpUnit} from '../../vocabulary/units.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {bareName} from '../support/bare-name.js'
import {findGarble} from '../support/find-garble.js'
import {findMismatch} from '../support/find-mismatch.js'
import {isBlankTarget, isOpenTarget, isPlaceholder} from '../support/placeholders.js'
import {targetCells} from '../support/target-cells.js'

export default defineRule({
  id: 'target-not-measurable',
  group: 'measurability',
  severity: 'warning',
  title: {zh: '指标值无法衡量', en: 'Target that cannot be measured'},
  why: {
    zh: '“进一步提升”“效果明显”“按规定办理”这类指标值没有数量，也没有分级标准，怎样都算完成。请改成数字、比率或期限；确实只能定性的，写成可以分级判断的标准（例如“优、良、中、差”各指什么）。',
    en: 'Targets such as 进一步提升, 效果明显 or 按规定办理 have neither a number nor grades: whatever happens meets them. Give a number, a rate or a date; where only words are possible, give grades and say what each means.'
  },
  basis: [
    '财预〔2021〕101号：指标值应当量化；定性指标应当可分级、可评价',
    '财预〔2015〕88号：绩效目标细化量化'
  ],
  traps: {
    zh: '有数字、日期、频次的，分级的（优/良/中/差），以及“合格”“全覆盖”“零事故”“无投诉”“是/否”等可以直接核对的不报；可持续影响指标和注明“定性”的，“持续提升”一类只作提示。',
    en: 'Silent for numbers, dates and frequencies, for grades (优/良/中/差), and for words that can be checked (合格, 全覆盖, 零事故, 无投诉, 是/否); words such as 持续提升 are only a hint for lasting effects and where the form says 定性.'
  },
  messages: {
    zh: {
      vague: '“{name}”的指标值“{target}”无法衡量。请改成数字、比率或期限，或者写明分级标准。',
      deadline: '“{name}”的指标值“{target}”没有写明时间。请写出日期或天数。',
      prose: '“{text}”里没有可以衡量的指标值。请写明数量、比率或期限。'
    },
    en: {
      vague:
        'The target "{target}" of "{name}" cannot be measured. Give a number, a rate or a date, or state the grades.',
      deadline: 'The target "{target}" of "{name}" states no time. Give a date or a number of days.',
      prose: '"{text}" holds no measurable target. State a number, a rate or a date.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年河道保洁经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 保洁河道长度 | ≥46公里
        ^ | 时效指标 | 保洁任务完成时间 | 按时限完成
        效益指标 | 生态效益指标 | 河道水环境 | 明显改善
        ^ | 可持续影响指标 | 长效保洁机制 | 持续推进河道管护
      `,
      finds: ['D4', 'D5', 'D6']
    },
    {
      right: sheet`
        2024年河道保洁经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 保洁河道长度 | ≥46公里
        ^ | ^ | 重点河段保洁范围 | 全覆盖
        ^ | 质量指标 | 保洁验收等次 | 优良
        ^ | 时效指标 | 保洁任务完成时间 | 2024年12月31日前
        效益指标 | 生态效益指标 | 河道水质类别 | Ⅲ类
        ^ | 社会效益指标 | 水污染事故 | 零事故
        ^ | ^ | 农民收入增速 | 高于城镇居民
        ^ | 生态效益指标 | 土壤污染物含量 | 低于筛选值
        产出指标 | 质量指标 | 竞赛获奖等级 | 省级二等奖及以上
        ^ | ^ | 示范河道创建级别 | 省级及以上
        ^ | ^ | 保洁人员资质 | 持证上岗
        ^ | ^ | 设备参数 | 满足招标文件要求
        ^ | 时效指标 | 竣工时间 | 2024年年底
        ^ | ^ | 生活垃圾收运频次 | 日产日清
        ^ | ^ | 教材到位时间 | 秋季学期开学前
      `
    },
    {
      title: {zh: '共性指标的判断只是提示', en: 'Judgements of the common framework are only mentioned'},
      wrong: sheet`
        2024年社区养老服务项目绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 改造养老驿站数量 | ≥6个
        ^ | 质量指标 | 管理制度健全性 | 健全
        ^ | ^ | 立项依据充分性 | 充分
        ^ | 时效指标 | 改造完成时间 | 2024年10月底前
        效益指标 | 社会效益指标 | 受益老人数量 | ≥300人
        满意度指标 | 服务对象满意度指标 | 老人满意度 | ≥90%
      `,
      finds: ['D4', 'D5']
    }
  ],
  create: (context) => ({
    paragraph(node) {
      const match = /^[\s#]*(?:[（(]?\d+[)）.、]\s*)?绩效指标\s*[:：]\s*([\s\S]+)/.exec(node.text.text)
      if (
        !match?.[1] ||
        /\d|百分|[零无]|[一二三四五六七八九十]+(?:次|人|件|个|期|场)|全部|全覆盖|全面完成/.test(match[1])
      )
        return
      context.report({node, part: 'text', messageId: 'prose', data: {text: quoteText(node.text.text)}})
    },
    indicator(node) {
      const {name, target} = node
      if (!name || node.source === 'prose') return
      if (node.targets.length < 2 && !(target && mayBeVague(node.value, target.plain))) return
      const cells = targetCells(node)
      for (const {part, value} of cells) {
        // One word for every quarter is one remark.
        if (part !== cells[0]?.part && part.plain === cells[0]?.part.plain) continue
        if (
          !isVague(value, part.plain) ||
          isUnit(part.plain) ||
          isNamedStep(bareName(name), part.plain) ||
          findGarble(part.plain) ||
          findMismatch(node, value, part.plain)
        )
          continue
        context.report({
          node,
          part,
          messageId: isTime(node) ? 'deadline' : 'vague',
          ...((namesProperty(bareName(name), part.plain) ||
            (isQualitative(node) && isTrend.test(part.plain))) && {severity: 'info' as const}),
          data: {name: quoteText(name.text), target: quoteText(part.text)}
        })
      }
    }
  })
})

/** Words that need no number: they can be checked as they stand, or are grades. */
const checkable =
  /(?:结束|开学|开工|来临|供暖|播种|收获|投用|开园|入冬|入汛|汛期|春耕|春节|国庆)前$|^(?:达到|符合)?(?:合格|优良|良好|优秀|达标)(?:标准|等级|等次|以上|及以上)$|^正常(?:运行|运转|使用)$|级(?:优秀|先进|示范)(?:及以上)?$|^(?:优|良|优良|优秀|良好|合格|达标|通过|完成|已完成|全部完成|是|否|有|无|达到|符合|正常|一级|二级|三级|甲级|乙级|[ⅠⅡⅢⅣⅤIV]+[类级]?)(?:以上|及以上|标准|验收)?$|全覆盖|全部|全员|所有|应.尽.|零|无[\u4e00-\u9fff]|没有|未发生|不发生|不出现|杜绝|百分|[优良好][/、,，]?[良中一较]|通过[\u4e00-\u9fff]*验收|等次|等级|前[一二三四五六七八九十]名|[一二两三四五六七八九十百]+[万千]?(?:个|次|人|件|家|户|元|场|期|天|年|月|日|份|套|处|项|名|张|辆|台|座|栋|间|所|条|册|本|篇|批|亩|公里|平方米|公顷|吨|位|轮|门)|[一二三四五六七八九半][成半]|[二三四五六七八九十]+分之[一二三四五六七八九]|过半|半数|半年|年底|月底|季末|[上下]半年|一季度|二季度|三季度|四季度|[IV]{1,3}[类级]|[一二三四五甲乙]级|^[A-E]级|好坏|高中低|只减不增|优劣|强中弱|[负零]增长|持证上岗|公开招标|[\u4e00-\u9fff]不(?:减少|降低|下降)$|(?:满足|符合)(?:招标文件|合同|设计|图纸)(?:要求|规定|约定)|符合[\u4e00-\u9fff]{2,}(?:标准|规范|规程)|(?:不超|控制在|低于|小于|[<≤]).*(?:预算|概算|批复|控制数|合同|限额|定额)|[特一二三]等奖|[\u4e00-\u9fff]及以上$|^不(?:降低|下降|减少|增加|增长|反弹|退化|恶化|新增)$|^(?:不[低高]于|不[大小]于|高于|低于|优于|[≤≥<>])[^，。]*(?:上年|去年|同期|平均|水平|限值|标准|[选准]值|城镇|全[国省市县区])|^[-—/／]+$/

const frequency =
  /^(?:按|每)(?:个)?(?:日|天|周|旬|月|季|半年|学期|年)|年度内|[本当]?年以?内|若干|当年|全年|本年度|长期(?:有效|使用)$|日[产常]日[清毕]|[当即]日[清毕结]|随[到报]随[办修]|(?:开学|入?汛期?|采暖[季期]?|供暖[季期]?|春节|国庆节?|节|雨季|[上封]冻|春[播耕]|[麦秋]收|高考|开园)(?:开始|来临)?前$|即[时知]即[改办]/

/** 按年初计划完成 begins like a frequency but names none. */
const asPlanned =
  /^按(?:照)?(?:年初|年度|既定|工作|预算)?(?:工作|预算)?(?:计划|安排|方案|时限|进度|要求|规定)/

function mayBeVague({kind}: TargetValue, plain: string): boolean {
  return kind === 'qualitative' || plain.startsWith('按')
}

function isVague(value: TargetValue, plain: string): boolean {
  if (!mayBeVague(value, plain) || /\d/.test(plain) || !/[\u4e00-\u9fff]/.test(plain)) return false
  if (isPlaceholder(plain) || isBlankTarget(plain) || isOpenTarget(plain)) return false
  if (asPlanned.test(plain)) return true
  return value.kind === 'qualitative' && !checkable.test(plain) && !frequency.test(plain)
}

function isTime({profile, levelTwo}: Indicator): boolean {
  return profile.kind === 'deadline' && levelTwo === 'timeliness'
}

/** 管护制度建立情况 | 建立: yes or no, and anybody can check it. */
function isNamedStep(bare: string, plain: string): boolean {
  const step =
    /^(?:已|全部|已经)?(建立|制定|出台|成立|设立|印发|签订|编制|完成|公示|公开|备案)(?:完成|完毕|并?实施|并?运行|并?执行)?$/.exec(
      plain
    )?.[1]
  if (step === undefined) return false
  return bare.includes(step)
    ? /情况$|是否/.test(bare)
    : /(?:机制|制度|办法|方案|预案|档案|台账|规划|清单|目录)$/.test(bare)
}

/** 制度健全性 | 健全: the common framework of evaluation (财预〔2013〕53号) asks for a judgement and explains how it is made. */
function namesProperty(bare: string, plain: string): boolean {
  const [, property] =
    /(健全|合规|合法|充分|相关|合理|规范|完整|明确|科学|匹配|有效|真实|可行)性$/.exec(bare) ?? []
  return property !== undefined && plain.endsWith(property) && plain.length <= property.length + 2
}

/** Where words are customary: lasting effects, and what the form itself marks as 定性. */
function isQualitative({levelTwo, comparator}: Indicator): boolean {
  return levelTwo === 'sustainability' || comparator?.plain === '定性'
}

/** A direction or a state that can be graded (好, 一般, 差), not a sentence of another matter. */
const isTrend =
  /^(?:进一步|[持继]续|显著|明显|不断|逐步|逐年|逐渐|有效|稳步|大幅|较为?|基本|长期|中长期)*(?:得到|有所)?(?:长期|中长期|持续|可持续|提升|提高|改善|增强|加强|优化|健全|完善|稳定|良好|较好|有效|明显|显著|建立|养成|巩固|推进|发展|保持|扩大|深化|规范|健全完善|建立健全|稳定向好|向好)$/

/** A unit or a comparator alone is a missing value, not a vague one. */
function isUnit(plain: string): boolean {
  return lookUpUnit(plain.replace(/^[≥≤≧≦<>=]+/, '')) !== undefined
}
