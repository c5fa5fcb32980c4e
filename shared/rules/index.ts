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
import knownTypo from './notation/known-typo.js'
import doubledWord from './notation/doubled-word.js'
import comparatorForm from './notation/comparator-form.js'
import mixedLabel from './notation/mixed-label.js'
import decimalNoise from './notation/decimal-noise.js'
import textNumber from './notation/text-number.js'
import straySpace from './notation/stray-space.js'
import fullHalfWidth from './notation/full-half-width.js'
import invalidDate from './feasibility/invalid-date.js'
import dateOutOfPeriod from './feasibility/date-out-of-period.js'
import hedgedNumber from './measurability/hedged-number.js'
import vagueDeadline from './measurability/vague-deadline.js'
import periodIncomplete from './evaluation/period-incomplete.js'
import headingNumbering from './notation/heading-numbering.js'
import documentNumberBrackets from './notation/document-number-brackets.js'
import satisfactionUnderBenefit from './relevance/satisfaction-under-benefit.js'
import executionRateAsCost from './relevance/execution-rate-as-cost.js'
import rateUnderQuantity from './relevance/rate-under-quantity.js'
import missingUnit from './measurability/missing-unit.js'
import targetNotMeasurable from './measurability/target-not-measurable.js'
import moneyUnit from './measurability/money-unit.js'
import unbalancedBrackets from './notation/unbalanced-brackets.js'
import duplicateIndicator from './relevance/duplicate-indicator.js'
import descriptionRepeatsName from './relevance/description-repeats-name.js'
import templateResidue from './completeness/template-residue.js'
import wrongUnit from './measurability/wrong-unit.js'
import wrongParentClass from './relevance/wrong-parent-class.js'
import copiedIndicatorSet from './relevance/copied-indicator-set.js'
import nameIsClass from './relevance/name-is-class.js'
import nameIsWish from './relevance/name-is-wish.js'
import fillerIndicator from './relevance/filler-indicator.js'
import descriptionContradictsName from './relevance/description-contradicts-name.js'
import gradedTarget from './measurability/graded-target.js'
import missingComparator from './measurability/missing-comparator.js'
import missingIndicatorClass from './completeness/missing-indicator-class.js'
import wrongYear from './feasibility/wrong-year.js'
import staleYearInText from './feasibility/stale-year-in-text.js'
import spendingPlanIncomplete from './feasibility/spending-plan-incomplete.js'
import spendingPlanDecreasing from './feasibility/spending-plan-decreasing.js'
import spendingPlanInvalid from './feasibility/spending-plan-invalid.js'
import budgetParts from './consistency/budget-parts.js'
import departmentBalance from './consistency/department-balance.js'
import taskSum from './consistency/task-sum.js'
import projectCodeFormat from './consistency/project-code-format.js'
import projectCodeCheck from './consistency/project-code-check.js'
import projectCodeYear from './consistency/project-code-year.js'
import projectCodeDivision from './consistency/project-code-division.js'
import duplicateProjectCode from './consistency/duplicate-project-code.js'
import documentNumberMismatch from './consistency/document-number-mismatch.js'
import advanceNoticeYear from './consistency/advance-notice-year.js'
import missingActual from './evaluation/missing-actual.js'
import missingScore from './evaluation/missing-score.js'
import fullScoreDespiteMiss from './evaluation/full-score-despite-miss.js'
import overachievedUnexplained from './evaluation/overachieved-unexplained.js'
import reasonMissing from './evaluation/reason-missing.js'
import actualCopiesTarget from './evaluation/actual-copies-target.js'
import scoreOverWeight from './evaluation/score-over-weight.js'
import executionRateArithmetic from './evaluation/execution-rate-arithmetic.js'
import weightTotal from './evaluation/weight-total.js'
import scoreTotal from './evaluation/score-total.js'
import actualKindMismatch from './evaluation/actual-kind-mismatch.js'
import gradeWord from './evaluation/grade-word.js'
import proseArithmetic from './consistency/prose-arithmetic.js'
import costExceedsBudget from './consistency/cost-exceeds-budget.js'
import amountInText from './consistency/amount-in-text.js'
import titleNameMismatch from './consistency/title-name-mismatch.js'
import foreignPlaceName from './consistency/foreign-place-name.js'
import copiedGoal from './consistency/copied-goal.js'
import nameValueMismatch from './consistency/name-value-mismatch.js'
import repeatedExplanation from './relevance/repeated-explanation.js'
import methodWithoutResult from './relevance/method-without-result.js'
import identicalSpendingPlan from './consistency/identical-spending-plan.js'
import mixedTaxonomy from './relevance/mixed-taxonomy.js'
import departmentProjectConflict from './consistency/department-project-conflict.js'
import fundLevelMismatch from './consistency/fund-level-mismatch.js'
import unrelatedTopic from './relevance/unrelated-topic.js'
import requiredField from './completeness/required-field.js'
import valueWithoutName from './completeness/value-without-name.js'
import tooFewIndicators from './completeness/too-few-indicators.js'
import goalNotQuantified from './completeness/goal-not-quantified.js'
import weakBasis from './completeness/weak-basis.js'
import documentNumberYear from './consistency/document-number-year.js'
import columnTotal from './consistency/column-total.js'

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
  targetNotMeasurable,
  moneyUnit,
  unbalancedBrackets,
  knownTypo,
  doubledWord,
  comparatorForm,
  mixedLabel,
  decimalNoise,
  textNumber,
  straySpace,
  fullHalfWidth,
  headingNumbering,
  invalidDate,
  dateOutOfPeriod,
  hedgedNumber,
  vagueDeadline,
  periodIncomplete,
  duplicateIndicator,
  descriptionRepeatsName,
  templateResidue,
  wrongUnit,
  wrongParentClass,
  copiedIndicatorSet,
  nameIsClass,
  nameIsWish,
  fillerIndicator,
  descriptionContradictsName,
  gradedTarget,
  missingComparator,
  missingIndicatorClass,
  wrongYear,
  staleYearInText,
  spendingPlanIncomplete,
  spendingPlanDecreasing,
  spendingPlanInvalid,
  budgetParts,
  departmentBalance,
  taskSum,
  projectCodeFormat,
  projectCodeCheck,
  projectCodeYear,
  projectCodeDivision,
  duplicateProjectCode,
  documentNumberMismatch,
  advanceNoticeYear,
  documentNumberYear,
  columnTotal,
  missingActual,
  missingScore,
  fullScoreDespiteMiss,
  overachievedUnexplained,
  reasonMissing,
  actualCopiesTarget,
  scoreOverWeight,
  executionRateArithmetic,
  weightTotal,
  scoreTotal,
  actualKindMismatch,
  gradeWord,
  proseArithmetic,
  costExceedsBudget,
  amountInText,
  titleNameMismatch,
  foreignPlaceName,
  copiedGoal,
  nameValueMismatch,
  repeatedExplanation,
  methodWithoutResult,
  identicalSpendingPlan,
  mixedTaxonomy,
  departmentProjectConflict,
  fundLevelMismatch,
  unrelatedTopic,
  requiredField,
  valueWithoutName,
  tooFewIndicators,
  goalNotQuantified,
  weakBasis
]
