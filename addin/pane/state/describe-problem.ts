import type {Bilingual} from '../../../shared/lint/define-rule.js'
import {HostError} from '../../host/host-error.js'
import type {HostInfo} from '../../host/workbook-host.js'
import {version} from '../version.js'
import type {Problem} from './pane-state.js'

/** What went wrong in the words of the host, or as an unexpected error with details to copy. */
export function describeProblem(error: unknown, info?: HostInfo): Problem {
  const details = [
    ...describeVersions(info),
    describe(error),
    ...(error instanceof Error && error.cause !== undefined ? [describe(error.cause)] : [])
  ]
  return {text: textOf(error), details: details.join('\n')}
}

/** What whoever helps asks first: which versions of the tool and of the host. */
export function describeVersions(info?: HostInfo): string[] {
  return [`jixiao-lint ${version}`, ...(info ? [info.product] : [])]
}

export function textOf(error: unknown): Bilingual {
  if (error instanceof HostError) return error.text
  return {
    zh: '出现意外错误。文件没有被改动。请再试一次；仍不行时，请复制详情并反馈。',
    en: 'Something unexpected went wrong; the file has not been changed. Try again; if it happens again, copy the details and report them.'
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : (JSON.stringify(error) ?? '')
  const {code, debugInfo} = error as {code?: unknown; debugInfo?: unknown}
  return [
    error.stack ?? `${error.name}: ${error.message}`,
    ...(typeof code === 'string' ? [`code: ${code}`] : []),
    ...(debugInfo ? [`debugInfo: ${JSON.stringify(debugInfo)}`] : [])
  ].join('\n')
}
