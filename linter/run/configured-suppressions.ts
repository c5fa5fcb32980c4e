import type {Configuration} from '../../shared/lint/configuration.js'
import type {ActiveSuppression} from '../../shared/lint/suppressions.js'
import type {Bilingual} from '../../shared/lint/define-rule.js'
import {parseRange} from '../../shared/workbook/address.js'
import type {RunResult} from './result.js'

/** The configuration's suppressions that hold for one file; `index` is their place in the configuration. */
export function configuredSuppressions(
  {suppressions = []}: Configuration,
  /** The file as patterns see it: relative to the configuration, with `/`. */
  file: string,
  matcher: (patterns: string[]) => (name: string) => boolean
): ActiveSuppression[] {
  return suppressions.flatMap(({files, sheets, ranges, rules, reason}, index) =>
    files && !matcher(files)(file)
      ? []
      : [
          {
            by: 'configuration',
            reason,
            ...(rules && {rules}),
            ...(sheets && {matchesSheet: matcher(sheets)}),
            ...(ranges && {ranges: ranges.flatMap((range) => parseRange(range) ?? [])}),
            index,
            title: titleOf(index)
          }
        ]
  )
}

/** The configuration's suppressions that hit nothing in any of the files that they hold for. */
export function findUnusedSuppressions({results}: RunResult): Bilingual[] {
  const used = new Map<number, boolean>()
  for (const {configured = []} of results) {
    for (const {index, uses} of configured) used.set(index, (used.get(index) ?? false) || uses > 0)
  }
  return [...used]
    .filter(([, isUsed]) => !isUsed)
    .sort(([a], [b]) => a - b)
    .map(([index]) => {
      const {zh, en} = titleOf(index)
      return {
        zh: `${zh}没有用上：所检查的文件里已没有它说的问题。请删去。`,
        en: `${en} was of no use: the checked files have no such finding any more. Remove it.`
      }
    })
}

function titleOf(index: number): Bilingual {
  return {zh: `配置 suppressions[${index}] `, en: `suppressions[${index}] of the configuration`}
}
