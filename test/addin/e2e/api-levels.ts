import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'

let levels: Map<string, number> | undefined

/**
 * The requirement set of a member, `Range.getMergedAreasOrNullObject` → 13 for ExcelApi 1.13, as Microsoft's own type
 * definitions document it. `undefined` for members that are not documented.
 */
export function levelOf(className: string, member: string): number | undefined {
  levels ??= readLevels()
  return levels.get(`${className}.${member}`)
}

/** Reads `[Api set: ExcelApi 1.n]` from the comments above classes and members of the namespace Excel. */
function readLevels(): Map<string, number> {
  const file = createRequire(import.meta.url).resolve('@types/office-js/index.d.ts')
  const found = new Map<string, number>()
  let inExcel = false
  let className = ''
  let classLevel = 1
  let comment = ''
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (/^declare namespace /.test(line)) inExcel = /^declare namespace Excel\b/.test(line)
    if (!inExcel) continue
    const text = line.trim()
    if (text.startsWith('/**')) comment = ''
    if (/^(?:\/\*\*|\*)/.test(text)) {
      comment += text
      continue
    }
    const opened = /^class (\w+) extends/.exec(text)
    if (opened) {
      className = opened[1] ?? ''
      classLevel = levelIn(comment) ?? 1
    } else if (/^(?:interface|enum|function|type) /.test(text)) className = ''
    const member = /^(?:readonly )?(\w+)(?:<[^>]*>)?[?]?[(:]/.exec(text)
    if (className && member) {
      const key = `${className}.${member[1] ?? ''}`
      // The first overload that asks for least counts.
      found.set(key, Math.min(found.get(key) ?? 99, levelIn(comment) ?? classLevel))
    }
  }
  return found
}

function levelIn(comment: string): number | undefined {
  const match = /\[Api set: ExcelApi 1\.(\d+)/.exec(comment)
  return match ? Number(match[1]) : undefined
}
