import {z} from 'zod'
import {parseRange} from '../workbook/address.js'
import type {ReadLimits} from '../workbook/read-limits.js'
import type {Configuration} from './configuration.js'
import type {Bilingual, Rule} from './define-rule.js'
import {findNearest} from './nearest-word.js'

/** One mistake in a configuration: where (e.g. `rules.wrong-yaer`) and what. */
export interface ConfigurationProblem {
  path: string
  text: Bilingual
}

const severities = ['error', 'warning', 'info'] as const
const entry = z.union([
  z.enum(['off', ...severities]),
  z.tuple([z.enum(severities), z.record(z.string(), z.unknown())])
])
const ruleTable = z.record(z.string(), entry)

const limit = z.int().min(1).optional()
const limits = z.strictObject({
  entries: limit,
  sheets: limit,
  partSize: limit,
  totalSize: limit,
  ratio: limit,
  ratioFloor: limit,
  cells: limit,
  merges: limit,
  depth: limit
} satisfies Record<keyof ReadLimits, unknown>)

const schema = z.strictObject({
  $schema: z.string().optional(),
  preset: z.string().optional(),
  rules: ruleTable.optional(),
  year: z.int().min(2000).max(2099).optional(),
  division: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  locale: z.enum(['zh-CN', 'en']).optional(),
  failOn: z.enum(severities).optional(),
  plugins: z.array(z.string()).optional(),
  overrides: z
    .array(
      z.strictObject({
        files: z.array(z.string()).optional(),
        sheets: z.array(z.string()).optional(),
        ranges: z.array(z.string()).optional(),
        rules: ruleTable
      })
    )
    .optional(),
  suppressions: z
    .array(
      z.strictObject({
        files: z.array(z.string()).optional(),
        sheets: z.array(z.string()).optional(),
        ranges: z.array(z.string()).optional(),
        rules: z.array(z.string()).optional(),
        reason: z.string().trim().min(1)
      })
    )
    .optional(),
  ignores: z.array(z.string()).optional(),
  limits: limits.optional()
})

const fieldsOf: Record<string, string[]> = {
  '': Object.keys(schema.shape),
  limits: Object.keys(limits.shape),
  overrides: ['files', 'sheets', 'ranges', 'rules'],
  suppressions: ['files', 'sheets', 'ranges', 'rules', 'reason']
}

/**
 * Checks a configuration against its schema, the known rules and their option schemas. Gives every problem at once, each
 * with its place and, for unknown words, the nearest right one.
 */
export function validateConfiguration(
  input: unknown,
  rules: Rule[],
  presets: string[]
): {configuration: Configuration; problems: ConfigurationProblem[]} {
  const parsed = schema.safeParse(input)
  if (!parsed.success) return {configuration: {}, problems: parsed.error.issues.flatMap(describeIssue)}
  const configuration = parsed.data as Configuration
  const problems: ConfigurationProblem[] = []
  if (configuration.preset !== undefined && !presets.includes(configuration.preset)) {
    problems.push({
      path: 'preset',
      text: unknownWord(configuration.preset, presets, {zh: '规则方案', en: 'preset'})
    })
  }
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const checkTable = (table: Configuration['rules'], path: string): void => {
    for (const [id, value] of Object.entries(table ?? {})) {
      const rule = byId.get(id)
      if (!rule)
        problems.push({path: `${path}.${id}`, text: unknownWord(id, byId.keys(), {zh: '规则', en: 'rule'})})
      else if (Array.isArray(value)) problems.push(...checkOptions(rule, value[1], `${path}.${id}`))
    }
  }
  checkTable(configuration.rules, 'rules')
  configuration.overrides?.forEach((override, index) => {
    checkTable(override.rules, `overrides[${index}].rules`)
    problems.push(...checkRanges(override.ranges, `overrides[${index}].ranges`))
  })
  configuration.suppressions?.forEach(({ranges, rules: ids = []}, index) => {
    problems.push(...checkRanges(ranges, `suppressions[${index}].ranges`))
    for (const id of ids) {
      if (!byId.has(id))
        problems.push({
          path: `suppressions[${index}].rules`,
          text: unknownWord(id, byId.keys(), {zh: '规则', en: 'rule'})
        })
    }
  })
  return {configuration, problems}
}

function checkRanges(ranges: string[] = [], path: string): ConfigurationProblem[] {
  return ranges.flatMap((range) =>
    parseRange(range)
      ? []
      : [
          {
            path,
            text: {
              zh: `“${range}”不是单元格区域，应写成 B2 或 B2:F9。`,
              en: `"${range}" is no cell range; write B2 or B2:F9.`
            }
          }
        ]
  )
}

function checkOptions(rule: Rule, options: Record<string, unknown>, path: string): ConfigurationProblem[] {
  if (!rule.options) {
    return Object.keys(options).length === 0
      ? []
      : [
          {
            path,
            text: {
              zh: '这条规则没有选项，请只写级别。',
              en: 'This rule has no options; give the severity alone.'
            }
          }
        ]
  }
  const result = rule.options.schema(z).safeParse({...(rule.options.default as object), ...options})
  return result.success
    ? []
    : result.error.issues
        .flatMap(describeIssue)
        .map((problem) => ({...problem, path: `${path}.${problem.path}`}))
}

function unknownWord(word: string, words: Iterable<string>, kind: Bilingual): Bilingual {
  const known = [...words]
  const nearest = findNearest(word, known)
  return {
    zh: `没有叫“${word}”的${kind.zh}。${nearest ? `是不是“${nearest}”？` : `可用的有：${known.slice(0, 12).join('、')}${known.length > 12 ? '……' : ''}`}`,
    en: `There is no ${kind.en} "${word}". ${nearest ? `Did you mean "${nearest}"?` : `Known: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ' …' : ''}`}`
  }
}

function describeIssue(issue: z.core.$ZodIssue): ConfigurationProblem[] {
  const path = issue.path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${String(step)}` : String(step),
    ''
  )
  if (issue.code === 'unrecognized_keys') {
    const fields = fieldsOf[String(issue.path[0] ?? '')] ?? []
    return issue.keys.map((key) => ({
      path: path ? `${path}.${key}` : key,
      text: unknownWord(key, fields, {zh: '设置项', en: 'setting'})
    }))
  }
  if (issue.path[0] === 'suppressions' && issue.path.at(-1) === 'reason')
    return [
      {
        path,
        text: {zh: '忽略问题必须写明理由（reason）。', en: 'A suppression needs its reason.'}
      }
    ]
  const inRules =
    issue.path[0] !== 'suppressions' &&
    issue.path.includes('rules') &&
    issue.path.length > issue.path.indexOf('rules') + 1
  if (inRules) {
    return [
      {
        path,
        text: {
          zh: '规则的设置应为 "off"、"error"、"warning"、"info"，或 ["级别", {选项}]。',
          en: 'A rule is set to "off", "error", "warning", "info" or ["severity", {options}].'
        }
      }
    ]
  }
  if (path === 'year')
    return [
      {
        path,
        text: {zh: '年度应为四位数字，例如 2024。', en: 'The year is a number of four digits, e.g. 2024.'}
      }
    ]
  if (path === 'division')
    return [
      {
        path,
        text: {
          zh: '行政区划代码应为六位数字的文本，例如 "130281"。',
          en: 'The division code is a text of six digits, e.g. "130281".'
        }
      }
    ]
  if (issue.path[0] === 'limits')
    return [
      {
        path,
        text: {
          zh: '读取上限应为 1 以上的整数（大小以字节计）。',
          en: 'A limit is a whole number of at least 1 (sizes in bytes).'
        }
      }
    ]
  if (issue.code === 'invalid_value') {
    const values = issue.values.map((value) => `"${String(value)}"`)
    return [{path, text: {zh: `只能是 ${values.join('、')}。`, en: `Must be one of ${values.join(', ')}.`}}]
  }
  return [{path, text: {zh: `写法不对：${issue.message}`, en: `Not valid: ${issue.message}`}}]
}
