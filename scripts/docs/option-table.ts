import {z} from 'zod'
import type {Rule} from '../../shared/lint/define-rule.js'
import {escapeMarkdown, table, type Say} from './markdown.js'

interface JsonSchema {
  type?: string
  enum?: unknown[]
  minimum?: number
  maximum?: number
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
}

/** The options of a rule: name, what it may be (read from its schema), default. */
export function drawOptionTable(options: NonNullable<Rule['options']>, t: Say): string {
  const {properties = {}} = z.toJSONSchema(options.schema(z), {io: 'input'}) as JsonSchema
  const rows = Object.entries(options.default as Record<string, unknown>).map(([name, value]) => [
    `\`${name}\``,
    escapeMarkdown(describeType(properties[name] ?? {}, t)),
    `\`${JSON.stringify(value)}\``
  ])
  return table([t('选项', 'Option'), t('取值', 'Values'), t('默认值', 'Default')], rows)
}

function describeType(schema: JsonSchema, t: Say): string {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(t('、', ', '))
  if (schema.type === 'array')
    return t('数组：{of}', 'array of {of}', {of: describeType(schema.items ?? {}, t)})
  const names: Record<string, string> = {
    integer: t('整数', 'integer'),
    number: t('数', 'number'),
    string: t('文本', 'text'),
    boolean: t('true 或 false', 'true or false')
  }
  // Whole numbers have bounds of their own that say nothing.
  const bounds = [schema.minimum, schema.maximum].map((bound) =>
    bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? String(bound) : ''
  )
  const range = bounds.some(Boolean) ? ` ${bounds.join('–')}` : ''
  return `${names[schema.type ?? ''] ?? t('任意', 'any')}${range}`
}
