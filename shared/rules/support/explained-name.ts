import {memoise} from '../../vocabulary/memoise.js'
import {bareText, stripName} from './bare-name.js'
import {linesOfThings} from './lines-of-things.js'

/** What is compared of a name that has an explanation beside it; all of plain text. */
export interface ExplainedName {
  /** As of `bareName`. */
  bare: string
  /** Without words that say how it is measured: 培训人次数 → 培训人次. */
  core: string
  /** Lines of things that it names, see {@link linesOfThings}; 0 for short names and satisfactions. */
  things: number
}

/** What is compared of an explanation; all of plain text. */
export interface Explanation {
  bare: string
  /** As of a name, and without the words that introduce an explanation and say nothing. */
  core: string
  /** 0 also for long explanations, and for what only says what is counted in. */
  things: number
  /** Speaks of a survey of satisfaction. */
  survey: boolean
  /** What it ends in, for what is neither prose nor a formula. */
  measures?: Measures
}

/** What an explanation ends in, which says what is measured. */
export interface Measures {
  rate: boolean
  count: boolean
  time: boolean
  share: boolean
  ratio: boolean
}

export const readName = memoise((plain): ExplainedName => {
  const bare = bareText(plain)
  return {
    bare,
    core: takeCore(bare),
    things: bare.length < 5 || bare.includes('满意') ? 0 : linesOfThings(bare)
  }
})

export const readExplanation = memoise((plain): Explanation => {
  const bare = stripName(plain)
  return {
    bare,
    core: takeCore(beginnings.includes(bare.charAt(0)) ? bare.replace(introduction, '') : bare),
    things: bare.length > 40 || isAboutScope(bare) ? 0 : linesOfThings(bare),
    survey: bare.includes('满意') && survey.test(bare),
    measures: readMeasures(bare)
  }
})

const introduction =
  /^(?:主要|用于|用以|旨在|即|是指|指|本指标|该指标)*(?:反映|体现|考核|评价|考察|衡量|说明|表示)?(?:项目|本项目|年度|全年|本年度?|当年)?/

/** Characters that an introduction begins with. */
const beginnings = '主用旨即是指本该反体考评衡说表项年全当'

function takeCore(bare: string): string {
  const core = bare.replaceAll('的', '')
  if (!'况度平量数标少率'.includes(core.slice(-1))) return core
  return core.replace(
    /(?:(?:的)?(?:完成|实际|具体)?(?:情况|程度|水平|数量|总数|指标|多少)|(?<=[^效])率|度|个?数|量)+$/,
    ''
  )
}

/** What is counted in or left out says nothing of what is measured: 含竣工资料归档. */
function isAboutScope(bare: string): boolean {
  return '不含包扣剔'.includes(bare.charAt(0)) && /^(?:不?含|不?包[括含]|扣除|剔除)/.test(bare)
}

const survey = /满意(?:和较满意|程度|的)?.{0,8}(?:占|比率|比例)|满意度$/

function readMeasures(bare: string): Measures | undefined {
  const share = bare.includes('占')
  const prose = bare.length < 4 || bare.length > 40 || share || /[=÷/×]|除以/.test(bare)
  if (prose && !(share && (bare.endsWith('比率') || bare.endsWith('比例')))) return undefined
  return {
    rate: bare.endsWith('率') || bare.endsWith('比例') || bare.endsWith('占比'),
    count: countEndings.has(bare.slice(-2)),
    time: bare.endsWith('时效') || bare.endsWith('时限') || bare.endsWith('完成时间'),
    share,
    ratio: bare.endsWith('比例') || (bare.endsWith('率') && !bare.endsWith('比率'))
  }
}

const countEndings = new Set(['数量', '次数', '人数', '份数', '件数', '户数', '个数'])

/** Whether a name, or an explanation that has one, ends in what is counted. */
export function endsInCount(bare: string): boolean {
  const ending = bare.slice(-2)
  return countEndings.has(ending) || ending === '报告' || ending === '论文'
}
