const units =
  '%|个|人|人次|万人|户|件|次|份|套|台|家|项|元|万元|亿元|亩|公里|平方米|吨|天|月|年|场|期|只|头|座|处'

const whole = new RegExp(
  `^(?:[(]?\\d{1,2}[).、．])?(?:${[
    '(?:目标|指标|绩效目标|绩效指标)?(?:内容|名称)\\d*',
    '(?:目标|指标|内容|项目|任务)\\d+[:：.]?',
    'x{2,}|×{2,}|✕{2,}|某某|\\*{2,}|_{2,}',
    '(?:此处|请在?此处?|请在此|点击此处|单击此处|点击)?(?:填写|填报|输入|录入|填入)(?:内容|文字|文本|此处|目标|指标)?[.…]*',
    '请(?:填写|填报|输入|选择|录入|据实填写|如实填写).{0,12}',
    '(?:待定|待填|待填写|待填报|待补充|待完善|待确定|待明确|待录入|未填|未填写|tbd|todo|暂缺)[.…]*',
    '(?:示例|样例|例如|例)[:：]?(?:文字|文本|内容)?'
  ].join('|')})$`,
  'i'
)

/** Characters with which such a text begins. */
const openings = new Set(
  Array.from('目指绩内名项任xX×✕某*_此请点单填输录待未tT暂示样例(0123456789', (opening) =>
    opening.charCodeAt(0)
  )
)

/** Text that stands in a form only until somebody fills it in. Takes plain text. */
export function isPlaceholder(plain: string): boolean {
  return openings.has(plain.charCodeAt(0)) && plain.length <= 40 && whole.test(plain)
}

/** Target texts that leave the value open: 根据实际情况, 视情况而定. Takes plain text. */
export function isOpenTarget(plain: string): boolean {
  return (
    /^(?:根据|按照?|依据|视|依)(?:项目|工作|单位)?(?:实际)?(?:情况|需要|需求)?(?:而定|确定|填写|填报|定)?$/.test(
      plain
    ) && /情况|需要|需求|实际/.test(plain)
  )
}

const blankNumber =
  /^(?:[≥≤≧≦<>=]+|大于等于|小于等于|不低于|不少于|不超过)?(?:\*+|x{2,}|×{2,}|_{2,})(?:%|[^\d\s,，。;；、*_x×]{1,6}(?:\/[^\d\s]{1,3}){0,2})?$/i

/** A target whose number is a mark of the form: `≥**%`, `××万元`. Takes plain text. */
export function isBlankTarget(plain: string): boolean {
  return /[*x×_]/i.test(plain) && plain !== '*' && blankNumber.test(plain)
}

const marks = new RegExp(
  [
    // （≥**%）, ≥**人, (＜XX元/户)
    `[([]?(?:[≥≤≧≦<>=]+|大于等于|小于等于|不低于|不少于)(?:\\*+|x{2,}|×{2,}|_{2,})[^()\\[\\]，,。；;、—]{0,8}[)\\]]?`,
    // （≥ 个）: a comparator and a unit, and nothing between them
    `[([](?:[≥≤≧≦]|[<>]=?)(?:${units})(?:[/·*](?:${units}))*[)\\]]`,
    // （**%）, （XX人）
    `[([](?:\\*{2,}|x{2,}|×{2,}|_{2,})(?:${units})[)\\]]`
  ].join('|'),
  'i'
)

/** The mark of the form left inside a name or text, e.g. `(≥**%)`. Takes plain text; markdown bold does not count. */
export function findTemplateMark(plain: string): string | undefined {
  if (!/[*xX×_]|[([][≥≤≧≦<>]/.test(plain)) return undefined
  return marks.exec(plain.replace(/\*\*([^*≥≤<>=()%]+)\*\*/g, '$1'))?.[0]
}

const classifier =
  '个|台|套|件|份|册|本|批|批次|户|家|只|条|项|场|场次|期|篇|幅|块|座|间|辆|处|所|部|张|组|名|人|人次|次|起|宗|例'
const options = new RegExp(`[(（](?:${classifier})(?:[\\\\/、|](?:${classifier})){2,}[)）]`)

/** A list of three or more units to choose from: `（个\台\套\件）`. Takes plain text; `元/人/天` is one unit. */
export function findUnitOptions(plain: string): string | undefined {
  if (!/[(（]..?[\\/、|]/.test(plain)) return undefined
  return options.exec(plain)?.[0]
}

/**
 * Whether anything of this file may be found in a text: the first look, because nearly all texts of a form are content. Takes
 * plain text.
 */
export function mayBeOfForm(plain: string): boolean {
  return isPlaceholder(plain) || traces.test(plain)
}

/** Marks of the form, units to choose from, and words of instructions. */
const traces = /[*xX×_字填请]|[([][≥≤≧≦<>]|[(（]..?[\\/、|]|自行|根据实际/

const instructions = [
  /(?:限|不超过|控制在|不少于)?\d{2,4}(?:个)?字(?:以内|以下|之内|左右)/,
  /单位可(?:以)?(?:自行|根据实际)(?:增加|增减|添加|调整|补充)[^,，。；;()（）]{0,10}/,
  /(?:可|请)(?:自行|根据实际情况)(?:增加|增减|添加)(?:相关)?(?:指标|行)/,
  /填写说明|填表说明|填报说明|填报要求|填写要求/,
  /请(?:在此|简要|详细|据实|如实|具体)(?:填写|说明|填列|概述|描述|填报)/
]

/** A sentence of the form's instructions inside an answer. Takes plain text. */
export function findInstruction(plain: string): string | undefined {
  if (!/字|填|自行|根据实际|请/.test(plain)) return undefined
  for (const pattern of instructions) {
    const match = pattern.exec(plain)
    if (match) return match[0]
  }
  return undefined
}

/** Whether the answer is nothing but an instruction: it orders something and says how long the answer may be. */
export function isWholeInstruction(plain: string): boolean {
  return (
    plain.length <= 80 &&
    /\d{2,4}个?字(?:以内|以下|之内|左右)[)）]?[。.]?$/.test(plain) &&
    /说明|分析|概述|描述|提出|填写|阐述|简述|总结/.test(plain)
  )
}
