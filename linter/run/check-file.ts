import {readFileSync} from 'node:fs'
import path from 'node:path'
import type {Bilingual} from '../../shared/lint/define-rule.js'
import {lintWorkbook, type LintResult, type LintSettings} from '../../shared/lint/lint-workbook.js'
import {say} from '../../shared/locale/texts.js'
import type {ReadWarning} from '../../shared/workbook/workbook.js'
import type {ReadLimits} from '../read/limits.js'
import {ReadError} from '../read/read-error.js'
import {readWorkbook} from '../read/read-workbook.js'
import {cutExcerpts} from './excerpt.js'
import {addFingerprints} from './fingerprint.js'
import type {FileResult} from './result.js'

export interface CheckFileOptions {
  /** Limits of what is read, where they differ from the usual ones. */
  limits?: Partial<ReadLimits>
  /** Keep the table around each finding. */
  excerpts?: boolean
  /** Give each finding its fingerprint. */
  fingerprints?: boolean
  /** Measure the stages and the rules. */
  timing?: boolean
  /** The file's content, when it is not to be read from the disk. */
  bytes?: Uint8Array
}

/** Reads and lints one file. Never throws: what goes wrong is the file's own result. */
export function checkFile(
  file: string,
  cwd: string,
  settings: LintSettings,
  options: CheckFileOptions = {}
): FileResult {
  const locale = settings.locale ?? 'zh-CN'
  const start = performance.now()
  const milliseconds = (): number => Math.round(performance.now() - start)
  try {
    const workbook = readWorkbook(options.bytes ?? readFileSync(path.resolve(cwd, file)), {
      limits: options.limits
    })
    const read = performance.now() - start
    const result = lintWorkbook(workbook, {
      ...settings,
      file,
      ...(options.timing && {timing: true})
    })
    const {findings, forms, crashed, tree, timing} = result
    const warnings = [...workbook.warnings, ...suppressionWarnings(result)].map(({code, message}) => ({
      code,
      message: say(message, locale)
    }))
    const configured = result.suppressions.flatMap(({suppression: {index}, uses}) =>
      index === undefined ? [] : [{index, uses}]
    )
    return {
      file,
      status: 'checked',
      ...(warnings.length > 0 && {warnings}),
      forms,
      findings: options.fingerprints ? addFingerprints(findings, forms, workbook) : findings,
      stats: {
        sheets: workbook.sheets.length,
        cells: workbook.sheets.reduce((count, sheet) => count + sheet.cells.length, 0),
        milliseconds: milliseconds()
      },
      ...(options.excerpts && {excerpts: cutExcerpts(findings, tree)}),
      ...(configured.length > 0 && {configured}),
      ...(crashed && {crashed}),
      ...(timing.byRule && {
        timing: {
          read,
          recognise: timing.recognise,
          rules: timing.rules,
          byRule: Object.fromEntries(timing.byRule)
        }
      })
    }
  } catch (error) {
    const {code, text} = describeFailure(error)
    return {
      file,
      status: 'failed',
      error: {code, message: say(text, locale)},
      forms: [],
      findings: [],
      stats: {sheets: 0, cells: 0, milliseconds: milliseconds()}
    }
  }
}

/** Suppressions in the workbook itself that hit nothing, or were written so that they cannot. */
function suppressionWarnings({
  suppressions,
  noteProblems
}: LintResult): Pick<ReadWarning, 'code' | 'message'>[] {
  return [
    ...noteProblems.map(({text}) => ({code: 'suppression-without-effect', message: text})),
    ...suppressions
      .filter(({suppression, uses}) => uses === 0 && suppression.index === undefined)
      .map(({suppression: {title}}) => ({
        code: 'unused-suppression',
        message: {
          zh: `${title.zh}没有用上：表里已没有它说的问题，可以删去。`,
          en: `${title.en} was of no use: there is no such finding any more. It can be removed.`
        }
      }))
  ]
}

/** Why a file could not be read, in both languages. */
export function describeFailure(error: unknown): {code: string; text: Bilingual} {
  if (error instanceof ReadError) return {code: error.code, text: error.text}
  const {code, message} = error as NodeJS.ErrnoException
  if (code === 'EACCES' || code === 'EPERM') {
    return {
      code: 'no-permission',
      text: {
        zh: '没有读取这个文件的权限。请向管理员要权限，或者把文件复制到自己的文件夹后再检查。',
        en: 'No permission to read the file. Ask for it, or copy the file into a folder of your own and check again.'
      }
    }
  }
  if (code === 'ENOENT')
    return {
      code: 'not-found',
      text: {
        zh: '找不到这个文件：路径不对，或者文件已被移走、删除。请核对路径后再试。',
        en: 'The file is not there: the path is wrong, or it was moved or deleted. Check the path and try again.'
      }
    }
  if (code === 'EBUSY')
    return {
      code: 'in-use',
      text: {
        zh: '文件正被其他程序占用，请关闭后再检查。',
        en: 'The file is in use by another program; close it and check again.'
      }
    }
  return {
    code: code ?? 'internal',
    text: {
      zh: `读取时出现意外错误：${message}。请把该文件（可去掉数据）一并反馈。`,
      en: `Unexpected error while reading: ${message}. Please report it together with the file.`
    }
  }
}
