import {pageUrl} from '../../shared/lint/to-finding.js'
import {rules} from '../../shared/rules/index.js'
import {writePresetsPage} from './presets-page.js'
import {writeRulePage} from './rule-page.js'
import {writeRulesIndex} from './rules-index.js'

/** Every generated page: path from the project's folder → text. The same rules give the same pages. */
export function writeAllPages(): Map<string, string> {
  const pages = new Map<string, string>()
  for (const locale of ['zh-CN', 'en'] as const) {
    const suffix = locale === 'en' ? '.en' : ''
    pages.set(`docs/presets${suffix}.md`, writePresetsPage(locale))
    pages.set(`docs/rules/README${suffix}.md`, writeRulesIndex(locale))
    for (const rule of rules) pages.set(pageUrl(rule.id, locale), writeRulePage(rule, locale))
  }
  return pages
}
