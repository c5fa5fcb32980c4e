import type {Part} from '../../tree/nodes.js'
import {memoise} from '../../vocabulary/memoise.js'

const leadingMarks = /^(?:[*★☆#]+|其中[:：]?|指标\d+[:：.．、]?|\d{1,2}[.．、:：])+/
const bracketed = /[([【〔][^()[\]【】〔〕]*[)\]】〕]/g

/** An indicator's name for comparison: without stars, numbering (`指标1：`) and what stands in brackets. */
export function bareName(name: Part | undefined): string {
  return name ? bareText(name.plain) : ''
}

/** The plain text of a name as {@link bareName} gives it. */
export const bareText = memoise(stripName)

/** What {@link bareText} remembers, for texts that are remembered elsewhere. */
export function stripName(plain: string): string {
  let bare = plain.replace(leadingMarks, '')
  if (/[([【〔]/.test(bare)) bare = bare.replace(bracketed, '').replace(/[([][^)\]]*$/, '')
  return '。;,、:'.includes(bare.slice(-1)) ? bare.replace(/[。;,、:]+$/, '') : bare
}

/** Whether the name itself says that the value is a percentage: `合格率（%）`. */
export function namesPercent(name: Part | undefined): boolean {
  return /[([](?:%|百分比|百分数|单位[:：]?%)[)\]]/.test(name?.plain ?? '')
}
