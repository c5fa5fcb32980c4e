import {sumTiming, type RunResult} from '../run/result.js'
import {toolName, toolVersion} from '../version.js'

/** The JSON report; its shape is a contract, see docs/json-report.md. */
export function formatJson({results, summary, locale, baseline}: RunResult): string {
  const timing = results.some((result) => result.timing) ? sumTiming(results) : undefined
  return (
    JSON.stringify(
      {
        version: 1,
        tool: {name: toolName, version: toolVersion},
        locale,
        results: results.map(({crashed: _, excerpts: ___, timing: ____, configured: _____, ...result}) => ({
          ...result,
          findings: result.findings.map(({messageId: __, ...finding}) => finding)
        })),
        summary,
        ...(timing && {timing}),
        ...(baseline && {baseline})
      },
      null,
      1
    ) + '\n'
  )
}
