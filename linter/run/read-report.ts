import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {z} from 'zod'
import type {Locale} from '../../shared/lint/finding.js'
import {groupNames} from '../../shared/locale/texts.js'
import {toolName} from '../version.js'
import type {BaselineEntry} from './baseline.js'
import type {FileResult} from './result.js'
import {UsageError} from './usage-error.js'

/** What a JSON report says, see docs/json-report.md. */
export interface Report {
  locale: Locale
  results: FileResult[]
  baseline?: {file: string; suppressed: number; unused: BaselineEntry[]} | undefined
}

const place = z.looseObject({sheet: z.string(), range: z.string(), note: z.string().optional()})
const edit = z.looseObject({sheet: z.string(), cell: z.string(), from: z.string(), to: z.string()})
const problem = z.looseObject({code: z.string(), message: z.string()})
const schema = z.looseObject({
  version: z.literal(1),
  tool: z.looseObject({name: z.literal(toolName)}),
  locale: z.enum(['zh-CN', 'en']),
  results: z.array(
    z.looseObject({
      file: z.string(),
      status: z.enum(['checked', 'failed']),
      error: problem.optional(),
      warnings: z.array(problem).optional(),
      forms: z.array(
        z.looseObject({sheet: z.string(), range: z.string(), kind: z.string(), indicators: z.number()})
      ),
      findings: z.array(
        z.looseObject({
          ruleId: z.string(),
          group: z.string().refine((group) => group in groupNames),
          severity: z.enum(['error', 'warning', 'info']),
          message: z.string(),
          sheet: z.string(),
          range: z.string(),
          related: z.array(place).optional(),
          actual: z.string().optional(),
          expected: z.array(z.string()).optional(),
          basis: z.array(z.string()),
          fixes: z
            .array(z.looseObject({title: z.string(), safe: z.boolean(), edits: z.array(edit)}))
            .optional(),
          suppressed: z.looseObject({by: z.string(), reason: z.string()}).optional(),
          fingerprint: z.string().optional()
        })
      ),
      stats: z.looseObject({sheets: z.number(), cells: z.number(), milliseconds: z.number()})
    })
  ),
  baseline: z
    .looseObject({file: z.string(), suppressed: z.number(), unused: z.array(z.looseObject({}))})
    .optional()
})

/** Reads a JSON report. Throws {@link UsageError} for anything else. */
export async function readReport(file: string, cwd: string): Promise<Report> {
  const read = await readFile(path.resolve(cwd, file), 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError({
      zh: `读不了“${file}”：${reason}`,
      en: `"${file}" cannot be read: ${reason}`
    })
  })
  const parsed = schema.safeParse(parseJson(read))
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join('.') ?? ''
    throw new UsageError({
      zh: `“${file}”不是本工具的 JSON 报告${at ? `（${at} 处不对）` : ''}。请用 --format json:${file} 生成。`,
      en: `"${file}" is no JSON report of this tool${at ? ` (see ${at})` : ''}. Make it with --format json:${file}.`
    })
  }
  const {locale, results, baseline} = parsed.data
  return {
    locale,
    results: (results as unknown as FileResult[]).map((result) => ({
      ...result,
      findings: result.findings.map((finding) => ({...finding, messageId: ''})),
      ...(result.findings.some(({group}) => group === 'internal') && {crashed: true})
    })),
    ...(baseline && {baseline: baseline as unknown as NonNullable<Report['baseline']>})
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}
