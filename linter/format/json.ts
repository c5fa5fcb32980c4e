import type {RunResult} from '../run/result.js'
import {toolName, toolVersion} from '../version.js'

/** The JSON report; its shape is a contract, see docs/json-report.md. */
export function formatJson({results, summary, locale}: RunResult): string {
  return (
    JSON.stringify(
      {
        version: 1,
        tool: {name: toolName, version: toolVersion},
        locale,
        results: results.map(({crashed: _, excerpts: ___, configured: ____, ...result}) => ({
          ...result,
          findings: result.findings.map(({messageId: __, ...finding}) => finding)
        })),
        summary
      },
      null,
      1
    ) + '\n'
  )
}
