import {z} from 'zod'
import type {Rule} from '../../../shared/lint/define-rule.js'

/** How an option of a rule is entered. */
export type OptionField =
  | {kind: 'number'; key: string}
  | {kind: 'numbers'; key: string}
  | {kind: 'words'; key: string}
  | {kind: 'choices'; key: string; choices: string[]}
  | {kind: 'switch'; key: string}
  | {kind: 'text'; key: string}

interface Shape {
  type?: string
  items?: Shape | false
  prefixItems?: Shape[]
  enum?: string[]
  properties?: Record<string, Shape>
}

/** The options of a rule as fields of a form, from its schema. An option that no field is made for is left out. */
export function optionFields({options}: Rule): OptionField[] {
  if (!options) return []
  const {properties = {}} = z.toJSONSchema(options.schema(z)) as Shape
  return Object.entries(properties).flatMap(([key, shape]) => toField(key, shape) ?? [])
}

function toField(key: string, {type, items, prefixItems}: Shape): OptionField | undefined {
  switch (type) {
    case 'number':
    case 'integer':
      return {kind: 'number', key}
    case 'boolean':
      return {kind: 'switch', key}
    case 'string':
      return {kind: 'text', key}
    case 'array': {
      const item = items || prefixItems?.[0]
      if (!item) return undefined
      if (item.enum) return {kind: 'choices', key, choices: item.enum}
      return item.type === 'string' ? {kind: 'words', key} : {kind: 'numbers', key}
    }
    default:
      return undefined
  }
}
