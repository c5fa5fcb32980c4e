import {rules} from '../../../shared/rules/index.js'

/** Messages of all rules in English, by the rule's id. The build keeps nothing else of the rules here. */
export const englishMessages: ReadonlyMap<string, Record<string, string>> = new Map(
  rules.map(({id, messages}) => [id, messages.en])
)
