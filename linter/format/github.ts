import type {RunResult} from '../run/result.js'

const commands = {error: 'error', warning: 'warning', info: 'notice'} as const

/** Workflow commands of GitHub Actions, one a finding. */
export function formatGithub({results}: RunResult): string {
  const lines = results.flatMap(({file, error, findings}) => [
    ...(error
      ? [`::error file=${property(file)},title=${property(error.code)}::${data(error.message)}`]
      : []),
    ...findings
      .filter(({suppressed}) => !suppressed)
      .map(
        ({severity, ruleId, sheet, range, message}) =>
          `::${commands[severity]} file=${property(file)},title=${property(ruleId)}::${data(`${sheet}!${range} ${message}`)}`
      )
  ])
  return lines.length === 0 ? '' : lines.join('\n') + '\n'
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
