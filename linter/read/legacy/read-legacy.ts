import nodeModule from 'node:module'
import path from 'node:path'
import type {Worker} from 'node:worker_threads'
import type {Bilingual} from '../../../shared/lint/define-rule.js'
import type {Workbook} from '../../../shared/workbook/workbook.js'
import {bundleFolder} from '../../bundle-folder.js'
import {loadThreads} from '../../late-modules.js'
import type {ReadLimits} from '../limits.js'
import {ReadError} from '../read-error.js'
import type {LegacyFormat} from '../read-workbook-with.js'
import type {readBinary as ReadBinary} from './read-binary.js'
import type {LegacyAnswer, LegacyRequest} from './legacy-worker.js'
import {ReaderSignal} from './reader-guard.js'

/** Milliseconds that one file may take: some for starting, and the more the larger it is. */
const patienceFor = (bytes: Uint8Array): number => Math.min(20_000, 4000 + bytes.length / 1000)

/** Megabytes that reading one file may take. */
const memory = 256

/** The thread that guards the one that reads. */
let guard: Worker | undefined

/**
 * Reads a binary workbook (.xls, .et) with SheetJS, or a web page, in a thread with a limit of time and memory: such
 * files are parsed by code that hostile ones can keep busy. Waits for the answer, so that files of every format are read by
 * the same call. Throws {@link ReadError}.
 */
export function readLegacy(bytes: Uint8Array, format: LegacyFormat, limits: ReadLimits): Workbook {
  if (bundleFolder === undefined) return readHere(bytes, format, limits)
  const {MessageChannel, receiveMessageOnPort} = loadThreads()
  const {port1, port2} = new MessageChannel()
  const signal = new SharedArrayBuffer(4)
  guard ??= startGuard(path.join(bundleFolder, 'legacy-guard.cjs'))
  const request: LegacyRequest = {bytes, format, limits, port: port2, signal}
  guard.postMessage(request, [port2])
  const patience = patienceFor(bytes)
  const flag = new Int32Array(signal)
  Atomics.wait(flag, 0, ReaderSignal.Waiting, patience)
  const answer = receiveMessageOnPort(port1)?.message as LegacyAnswer | undefined
  port1.close()
  if (answer?.workbook) return answer.workbook
  if (answer?.refusal) throw new ReadError(answer.refusal.code, answer.refusal.text)
  if (answer) throw damaged()
  switch (flag[0] as ReaderSignal) {
    case ReaderSignal.OutOfMemory:
      throw tookTooMuch({zh: `${memory} MB 内存`, en: `${memory} MB of memory`})
    case ReaderSignal.Died:
      throw damaged()
    default:
      stopGuard()
      throw tookTooMuch({
        zh: `${Math.round(patience / 1000)} 秒`,
        en: `${Math.round(patience / 1000)} seconds`
      })
  }
}

function startGuard(file: string): Worker {
  const {Worker} = loadThreads()
  const started = new Worker(file, {workerData: memory})
  // It must not keep the program alive, and its death over one file is that file's failure.
  started.unref()
  started.on('error', () => {
    if (guard === started) guard = undefined
  })
  return started
}

/** Unbundled, a worker would need this thread to load its sources, and this thread waits: so it reads by itself. */
function readHere(bytes: Uint8Array, format: LegacyFormat, limits: ReadLimits): Workbook {
  const here = import.meta.url
  const {readBinary} = nodeModule.createRequire(here)('./read-binary.ts') as {
    readBinary: typeof ReadBinary
  }
  try {
    return readBinary(bytes, format, limits)
  } catch (error) {
    throw error instanceof ReadError ? error : damaged()
  }
}

function stopGuard(): void {
  void guard?.terminate()
  guard = undefined
}

function tookTooMuch(what: Bilingual): ReadError {
  return new ReadError('too-large', {
    zh: `读取超过 ${what.zh}，已停止。文件可能过大或已损坏，请用 Excel 或 WPS 另存为 .xlsx 后再检查。`,
    en: `Reading took more than ${what.en} and was stopped. The file may be too large or damaged; save it as .xlsx in Excel or WPS and check again.`
  })
}

/** What the library said is of no use to the reader of the message. */
function damaged(): ReadError {
  return new ReadError('damaged', {
    zh: '文件读不出来，内容可能已损坏。请用 Excel 或 WPS 打开核对，另存为 .xlsx 后再检查。',
    en: 'The file cannot be read; its content may be damaged. Open it in Excel or WPS, save it as .xlsx, and check again.'
  })
}
