import {toolName} from '../version.js'
import type {RunResult} from '../run/result.js'

/** JUnit XML for build servers: a suite a file, a failed case a finding; a file without findings is one passed case. */
export function formatJunit({results, summary, milliseconds}: RunResult): string {
  const suites = results.map(({file, error, findings, stats}) => {
    const shown = findings.filter(({suppressed}) => !suppressed)
    const name = escapeXml(file)
    const seconds = (stats.milliseconds / 1000).toFixed(3)
    const cases = error
      ? [
          `<testcase name="${name}" classname="${name}"><error type="${error.code}" message="${escapeXml(error.message)}"/></testcase>`
        ]
      : shown.length === 0
        ? [`<testcase name="${name}" classname="${name}" time="${seconds}"/>`]
        : shown.map(
            ({ruleId, severity, sheet, range, message, actual}) =>
              `<testcase name="${escapeXml(`${sheet}!${range} ${ruleId}`)}" classname="${name}"><failure type="${severity}" message="${escapeXml(message)}">${escapeXml(actual ?? '')}</failure></testcase>`
          )
    return `  <testsuite name="${name}" tests="${cases.length}" failures="${error ? 0 : shown.length}" errors="${error ? 1 : 0}" time="${seconds}">\n${cases.map((one) => `    ${one}`).join('\n')}\n  </testsuite>`
  })
  const failures = summary.errors + summary.warnings + summary.infos
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${toolName}" failures="${failures}" errors="${summary.failed}" time="${(milliseconds / 1000).toFixed(3)}">\n${suites.join('\n')}\n</testsuites>\n`
}

function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\r?\n/g, '&#10;')
}
