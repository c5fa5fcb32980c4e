import {rules} from '../../../shared/rules/index.js'
import type {Operator} from '../mutation.js'
import {completenessOperators} from './completeness.js'
import {consistencyOperators} from './consistency.js'
import {evaluationOperators} from './evaluation.js'
import {feasibilityOperators} from './feasibility.js'
import {measurabilityOperators} from './measurability.js'
import {notationOperators} from './notation.js'
import {relevanceOperators} from './relevance.js'
import {textOperators} from './texts.js'

const all: Operator[] = [
  ...completenessOperators,
  ...relevanceOperators,
  ...measurabilityOperators,
  ...feasibilityOperators,
  ...consistencyOperators,
  ...notationOperators,
  ...evaluationOperators,
  ...textOperators
]

const known = new Set(rules.map(({id}) => id))

/** Ways to spoil a workbook, by group of the rules that must speak; those of the rules that are there. */
export const operators = all.filter(({rule}) => known.has(rule))
