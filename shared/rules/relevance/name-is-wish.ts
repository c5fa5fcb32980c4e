import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {bareName} from '../support/bare-name.js'

export default defineRule({
  id: 'name-is-wish',
  group: 'relevance',
  severity: 'info',
  title: {zh: '指标名称是一句话，不是被考核的事物', en: 'Name is a sentence, not a thing that is measured'},
  why: {
    zh: '“…是否及时”是问句，“减少…率”是要求，“提高…，促进…”是愿望，都不是可以取数的事物，指标值怎么写都对不上。请改成名词性的名称，例如“拨付及时率”“再犯罪率”“法律知晓率”。',
    en: 'A question (…是否及时), a demand (减少…率) or a wish (提高…，促进…) is nothing that data can be collected for, so no target fits it. Use a noun: 拨付及时率, 再犯罪率, 法律知晓率.'
  },
  basis: ['财预〔2021〕101号：指标名称应当简明，反映被考核的内容'],
  traps: {
    zh: '“提升率”“下降率”等名词、动作加数量的名称（举办讲座次数）不报。',
    en: 'Silent for nouns such as 提升率 or 下降率, and for an activity with its count (举办讲座次数).'
  },
  messages: {
    zh: {
      question: '“{name}”是问句。请改成可以取数的名称，例如“…及时率”。',
      verb: '“{name}”在比率前加了动词，指标值的方向说不清。请只写比率，升降写在指标值里。',
      sentence: '“{name}”是一句话，说不清考核什么。请改成简短的名词，例如“…数量”“…率”。'
    },
    en: {
      question: '"{name}" is a question. Use a name that data can be collected for, e.g. …及时率.',
      verb: '"{name}" puts a verb before a rate, so the direction of the target is unclear. Name the rate alone and put the change into the target.',
      sentence:
        '"{name}" is a sentence and does not say what is measured. Use a short noun, e.g. …数量 or …率.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年医保经办经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 时效指标 | 医保待遇是否及时拨付 | 2024年12月31日前
        效益指标 | 社会效益指标 | 减少和防止骗保发生率 | ≤1%
        ^ | 可持续影响指标 | 优化经办流程，提高服务水平，让群众办事更方便。 | 全覆盖
        ^ | 社会效益指标 | 切实减轻患者看病负担 | 全覆盖
      `,
      finds: ['C3', 'C4', 'C5', 'C6']
    },
    {
      right: sheet`
        2024年医保经办经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 举办政策讲座次数 | ≥12次
        ^ | 时效指标 | 待遇拨付及时率 | 100%
        效益指标 | 社会效益指标 | 次均住院费用下降率 | ≥2%
        满意度指标 | 服务对象满意度指标 | 参保群众满意度 | ≥90%
      `
    }
  ],
  create: (context) => ({
    indicator(node) {
      const {name} = node
      if (!name || node.source === 'prose') return
      const messageId = judgeName(bareName(name))
      if (messageId) {
        const severity = messageId === 'verb' ? ('warning' as const) : ('info' as const)
        context.report({node, part: 'name', messageId, severity, data: {name: quoteText(name.text)}})
      }
    }
  })
})

function judgeName(bare: string): 'question' | 'verb' | 'sentence' | undefined {
  if (/是否|能否|有无/.test(bare)) return 'question'
  return beginnings.includes(bare.charAt(0)) ? judgeWish(bare) : undefined
}

function judgeWish(bare: string): 'verb' | 'sentence' | undefined {
  if (
    bare.endsWith('率') &&
    '减降预防提进有不'.includes(bare.charAt(0)) &&
    /^(?:进一步|有效|不断)?(?:减少|降低|预防|防止|提高|提升)(?:和|并|、)(?:减少|降低|预防|防止|提高|提升)?[\u4e00-\u9fff]{2,}率$/.test(
      bare
    )
  )
    return 'verb'
  if ('率数度'.includes(bare.slice(-1))) return undefined
  const wish =
    /^(?:进一步|有效|切实|不断)?(?:提高|提升|增强|加强|促进|推动|改善|优化|完善|保障|确保|维护|营造|持续|完成|培养|调动|按时)/
  if (
    bare.length >= 16 &&
    /[,，、;；]/.test(bare) &&
    wish.test(bare) &&
    !bare.endsWith('数量') &&
    !bare.endsWith('面积')
  )
    return 'sentence'
  return isDemand(bare) ? 'sentence' : undefined
}

/** Characters that wishes and demands begin with. */
const beginnings = '进有不减降预防提切增加促推改优完保确维营持培调按努全着大力争严坚认让使做带缓解'

/** Begins with what only a demand begins with, and ends in nothing that can be measured: 确保校园食品安全, 让老人安享晚年. */
function isDemand(bare: string): boolean {
  if (bare.length < 6) return false
  return (demand.test(bare) || (/[,，、;；]/.test(bare) && aim.test(bare))) && !measured.test(bare)
}

const demand =
  /^(?:确保|保证|切实|努力|全力|着力|大力|力争|争取|严格|坚持|认真|让(?!利)|使(?!用)|做到|做好|加快|不断|进一步|有效(?:地|提|改|促|保|防|解|推|缓|遏))/
const aim = /^(?:推动|促进|带动|提高|提升|增强|改善|保障|维护|营造|优化|缓解|解决)/
const measured =
  /(?:率|比例|占比|比重|数|量|度|额|值|面积|里程|长度|成本|金额|次|户|人|费|标准|时间|时限|期|指数|情况|水平|能力|天|分|机制|制度)$/
