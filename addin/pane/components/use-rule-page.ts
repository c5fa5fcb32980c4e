import {useEffect, useState} from 'react'
import type {RulePageContent} from '../rule-pages.js'

let pages: ReadonlyMap<string, RulePageContent> | undefined

/** Loads what is to be read about rules; once. */
export async function loadRulePages(): Promise<ReadonlyMap<string, RulePageContent>> {
  pages ??= (await import('../rule-pages.js')).rulePages
  return pages
}

/** What is to be read about a rule; `undefined` until it is loaded, and for what is no rule. */
export function useRulePage(id: string): RulePageContent | undefined {
  const [loaded, setLoaded] = useState(pages)
  useEffect(() => {
    if (!loaded) void loadRulePages().then(setLoaded)
  }, [loaded])
  return loaded?.get(id)
}
