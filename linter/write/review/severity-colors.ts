import type {Severity} from '../../../shared/lint/finding.js'

/** Backgrounds of marked cells, `RRGGBB`: light enough for black text, told apart in grey as well. */
export const severityColors: Record<Severity, string> = {
  error: 'FFC7CE',
  warning: 'FFEB9C',
  info: 'DDEBF7'
}

const ranks: Record<Severity, number> = {info: 0, warning: 1, error: 2}

/** The gravest of several severities. */
export function gravest(severities: Severity[]): Severity {
  return severities.reduce((worst, severity) => (ranks[severity] > ranks[worst] ? severity : worst), 'info')
}
