import path from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Finding, Locale} from '../../shared/lint/finding.js'
import {rules as builtInRules} from '../../shared/rules/index.js'
import {fingerprint} from '../run/fingerprint.js'
import type {FileResult, RunResult} from '../run/result.js'
import {toolName, toolVersion} from '../version.js'

const levels = {error: 'error', warning: 'warning', info: 'note'} as const

/** SARIF 2.1.0 (OASIS). A cell is a logical location `sheet!A1` of its file, for a workbook has no lines. */
export function formatSarif({results, locale}: RunResult): string {
  const ids = [...new Set(results.flatMap(({findings}) => findings.map(({ruleId}) => ruleId)))].sort()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: toolName,
            semanticVersion: toolVersion,
            rules: ids.map((id) => describeRule(id, locale))
          }
        },
        language: locale,
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: results.every(({status, crashed}) => status === 'checked' && !crashed),
            toolExecutionNotifications: results.flatMap(toNotifications)
          }
        ],
        artifacts: results.map(({file}) => ({location: {uri: toUri(file)}})),
        results: results.flatMap((result, index) =>
          result.findings.map((finding) => toResult(finding, result, index, ids))
        )
      }
    ]
  }
  return JSON.stringify(log, null, 1) + '\n'
}

function describeRule(id: string, locale: Locale): object {
  const rule = builtInRules.find((candidate) => candidate.id === id)
  if (!rule) return {id}
  const pick = ({zh, en}: {zh: string; en: string}): string => (locale === 'en' ? en : zh)
  return {
    id,
    name: id,
    shortDescription: {text: pick(rule.title)},
    fullDescription: {text: pick(rule.why)},
    help: {text: rule.basis.join('\n')},
    defaultConfiguration: {level: levels[rule.severity]},
    properties: {group: rule.group}
  }
}

function toNotifications({file, status, error, warnings = []}: FileResult): object[] {
  const locations = [{physicalLocation: {artifactLocation: {uri: toUri(file)}}}]
  return [
    ...(status === 'failed' && error
      ? [{descriptor: {id: error.code}, level: 'error', message: {text: error.message}, locations}]
      : []),
    ...warnings.map(({code, message}) => ({
      descriptor: {id: code},
      level: 'warning',
      message: {text: message},
      locations
    }))
  ]
}

function toResult(finding: Finding, result: FileResult, index: number, ids: string[]): object {
  const {ruleId, severity, message, sheet, range, related = [], suppressed} = finding
  return {
    ruleId,
    ruleIndex: ids.indexOf(ruleId),
    level: levels[severity],
    message: {text: message},
    locations: [toLocation(result.file, index, sheet, range)],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        ...toLocation(result.file, index, place.sheet, place.range),
        ...(place.note && {message: {text: place.note}})
      }))
    }),
    partialFingerprints: {'jixiaoFinding/v1': finding.fingerprint ?? fingerprint(finding, result)},
    ...(suppressed && {
      suppressions: [{kind: 'external', justification: `${suppressed.by}: ${suppressed.reason}`}]
    }),
    properties: {
      sheet,
      range,
      ...(finding.actual !== undefined && {actual: finding.actual}),
      ...(finding.expected && {expected: finding.expected}),
      basis: finding.basis
    }
  }
}

function toLocation(file: string, index: number, sheet: string, range: string): object {
  return {
    physicalLocation: {artifactLocation: {uri: toUri(file), index}},
    logicalLocations: [{name: range, fullyQualifiedName: `${sheet}!${range}`, kind: 'element'}]
  }
}

/** Relative paths stay relative to where the program was called. */
function toUri(file: string): string {
  return path.isAbsolute(file) ? pathToFileURL(file).href : encodeURI(file.split(path.sep).join('/'))
}
