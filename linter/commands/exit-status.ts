import type {Severity} from '../../shared/lint/finding.js'
import type {RunResult} from '../run/result.js'

export interface FailFlags {
  maxWarnings?: number
  failOn?: Severity
}

const ranks: Record<Severity, number> = {info: 0, warning: 1, error: 2}

/** 0 nothing at the fail level, 1 findings, 2 a file or a path could not be read, or a rule crashed. */
export function exitStatus(
  {results, summary}: RunResult,
  hasProblems: boolean,
  {failOn = 'error', maxWarnings}: FailFlags
): number {
  if (hasProblems || summary.failed > 0 || results.some(({crashed}) => crashed)) return 2
  const failing = results.some(({findings}) =>
    findings.some(({severity, suppressed}) => !suppressed && ranks[severity] >= ranks[failOn])
  )
  const tooMany = maxWarnings !== undefined && summary.warnings > maxWarnings
  return failing || tooMany ? 1 : 0
}
