import type {Part} from '../../tree/nodes.js'
import {memoise} from '../../vocabulary/memoise.js'

const leadingMarks = /^(?:[*★☆#]+|其中[:：]?|指标\d+[:：.．、]?|\d{1,2}[.．、:：])+/
const bracketed = /[([【〔][^()[\]【】〔〕]*[)\]】〕]/g

/** An indicator's name for comparison: without stars, numbering (`指标1：`) and what stands in brackets. */
export function bareName(name: Part | undefined): string {
  return name ? strip(name.plain) : ''
}

const strip = memoise(stripName)

function stripName(plain: string): string {
  return plain
    .replace(leadingMarks, '')
    .replace(bracketed, '')
    .replace(/[([][^)\]]*$/, '')
    .replace(/[。;,、:]+$/, '')
}

/** Whether the name itself says that the value is a percentage: `合格率（%）`. */
export function namesPercent(name: Part | undefined): boolean {
  return /[([](?:%|百分比|百分数|单位[:：]?%)[)\]]/.test(name?.plain ?? '')
}
