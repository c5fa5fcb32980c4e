import type {Rule} from '../lint/define-rule.js'
import countAsPercent from './measurability/count-as-percent.js'
import placeholderText from './completeness/placeholder-text.js'
import missingTargetValue from './completeness/missing-target-value.js'
import rateWithoutPercent from './measurability/rate-without-percent.js'
import rateOver100 from './measurability/rate-over-100.js'
import atLeast100 from './measurability/at-least-100.js'
import wrongDirection from './measurability/wrong-direction.js'
import targetKindMismatch from './measurability/target-kind-mismatch.js'
import garbledTarget from './measurability/garbled-target.js'
import documentNumberBrackets from './notation/document-number-brackets.js'
import satisfactionUnderBenefit from './relevance/satisfaction-under-benefit.js'
import executionRateAsCost from './relevance/execution-rate-as-cost.js'
import rateUnderQuantity from './relevance/rate-under-quantity.js'
import missingUnit from './measurability/missing-unit.js'
import targetNotMeasurable from './measurability/target-not-measurable.js'

/** Every built-in rule, by group in the order of the review criteria. */
export const rules: Rule[] = [
  countAsPercent,
  placeholderText,
  missingTargetValue,
  rateWithoutPercent,
  rateOver100,
  atLeast100,
  wrongDirection,
  targetKindMismatch,
  garbledTarget,
  documentNumberBrackets,
  satisfactionUnderBenefit,
  executionRateAsCost,
  rateUnderQuantity,
  missingUnit,
  targetNotMeasurable
]
