import type {Operator} from '../mutation.js'
import {completenessOperators} from './completeness.js'
import {consistencyOperators} from './consistency.js'
import {feasibilityOperators} from './feasibility.js'
import {measurabilityOperators} from './measurability.js'
import {notationOperators} from './notation.js'
import {relevanceOperators} from './relevance.js'

/** Ways to spoil a workbook, by group of the rules that must speak. */
export const operators: Operator[] = [
  ...completenessOperators,
  ...relevanceOperators,
  ...measurabilityOperators,
  ...feasibilityOperators,
  ...consistencyOperators,
  ...notationOperators
]
