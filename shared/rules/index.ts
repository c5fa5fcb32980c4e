import type {Rule} from '../lint/define-rule.js'
import countAsPercent from './measurability/count-as-percent.js'

/** Every built-in rule, by group in the order of the review criteria. */
export const rules: Rule[] = [countAsPercent]
