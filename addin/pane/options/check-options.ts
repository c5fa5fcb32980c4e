import {z} from 'zod'
import type {Bilingual, Rule} from '../../../shared/lint/define-rule.js'
import {fill, texts} from '../texts.js'

export type Options = Record<string, unknown>

/** What is wrong with the options of a rule, by option, in plain words; empty when nothing is. */
export function checkOptions({options}: Rule, values: Options): Map<string, Bilingual> {
  if (!options) return new Map()
  const result = options.schema(z).safeParse({...(options.default as Options), ...values})
  return new Map(result.error?.issues.map((issue) => [String(issue.path[0] ?? ''), describe(issue)]))
}

function describe(issue: z.core.$ZodIssue): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'int') return texts.optionWhole
      return issue.expected === 'number' ? texts.optionNumber : texts.optionWrong
    case 'too_small':
      return fill(issue.origin === 'array' ? texts.optionTooFew : texts.optionTooSmall, {
        least: Number(issue.minimum)
      })
    case 'too_big':
      return fill(issue.origin === 'array' ? texts.optionTooMany : texts.optionTooBig, {
        most: Number(issue.maximum)
      })
    case 'invalid_value':
      return fill(texts.optionOneOf, {words: issue.values.map(String).join('、')})
    default:
      return texts.optionWrong
  }
}
