import assert from 'node:assert/strict'
import {rules} from '../../shared/rules/index.js'
import {cleanWorkbooks} from '../clean/index.js'
import {operators} from './operators/index.js'
import {runMutations, type Outcome} from './run-mutations.js'

describe('a defect put into a clean workbook', () => {
  let outcomes: Outcome[] = []
  before(function () {
    this.timeout(30_000)
    outcomes = [...runMutations(operators, cleanWorkbooks, {each: 1, total: 3})]
  })

  const describeAll = (some: Outcome[]): string[] =>
    some.map(
      ({mutant: {operator, origin}, misplaced, others}) =>
        `${operator.rule} (${operator.does}) in ${origin.title}: ` +
        [...misplaced, ...others].map(({ruleId, sheet, range}) => `${ruleId} ${sheet}!${range}`).join(', ')
    )

  it('is found at its cell, 98 times of 100', () => {
    const missed = outcomes.filter(({caught}) => !caught)
    assert.ok(missed.length <= outcomes.length * 0.02, describeAll(missed).join('\n'))
  })

  it('brings no second, unrelated finding, 98 times of 100', () => {
    const noisy = outcomes.filter(({others}) => others.length > 0)
    assert.ok(noisy.length <= outcomes.length * 0.02, describeAll(noisy).join('\n'))
  })

  it('finds a place for every operator', () => {
    const idle = operators.filter((operator) => !outcomes.some(({mutant}) => mutant.operator === operator))
    assert.deepEqual(
      idle.map(({rule, does}) => `${rule}: ${does}`),
      []
    )
  })

  it('is thought of for most rules', () => {
    const covered = new Set(operators.map(({rule}) => rule))
    const bare = rules.filter(({id}) => !covered.has(id)).map(({id}) => id)
    assert.ok(bare.length <= rules.length * 0.1, `no operator for ${bare.join(', ')}`)
  })
})
