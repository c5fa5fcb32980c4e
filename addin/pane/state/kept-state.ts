import {
  decodeDecisions,
  encodeDecisions,
  type DocumentDecisions
} from '../../../shared/lint/document-decisions.js'
import type {RuleTable} from '../options/rule-choices.js'

/** What the pane keeps in the document: decisions that the command line reads, too, and what only the pane needs. */
export interface KeptState extends DocumentDecisions {
  /** What was set for rules that are switched off. */
  resting: RuleTable
}

/** The state as a JSON value; `undefined` when there is nothing to keep. */
export function encodeState({suppressions, settings, resting}: KeptState): unknown {
  const rests = Object.keys(resting).length > 0
  if (suppressions.length === 0 && Object.keys(settings).length === 0 && !rests) return undefined
  return {...(encodeDecisions({suppressions, settings}) as object), ...(rests && {resting})}
}

/** Reads the state of a document, which comes from anywhere: what has not the right shape is left out. */
export function decodeState(state: unknown): KeptState {
  const rules = typeof state === 'object' && state !== null && 'resting' in state ? state.resting : {}
  return {...decodeDecisions(state), resting: decodeDecisions({settings: {rules}}).settings.rules ?? {}}
}
