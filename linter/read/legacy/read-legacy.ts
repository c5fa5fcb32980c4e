import nodeModule from 'node:module'
import path from 'node:path'
import {MessageChannel, receiveMessageOnPort, Worker} from 'node:worker_threads'
import type {Workbook} from '../../../shared/workbook/workbook.js'
import {bundleFolder} from '../../bundle-folder.js'
import {ReadError} from '../read-error.js'
import type {readBinary as ReadBinary} from './read-binary.js'
import type {LegacyAnswer, LegacyRequest} from './legacy-worker.js'

/** Milliseconds that one file may take: some for starting, and the more the larger it is. */
const patienceFor = (bytes: Uint8Array): number => Math.min(20_000, 4000 + bytes.length / 1000)

/** Megabytes that reading one file may take. */
const memory = 256

let worker: Worker | undefined

/**
 * Reads a binary workbook (.xls, .et, .xlsb, Excel 2003 XML) with SheetJS, or a web page, in a thread with a limit of time and memory: such
 * files are parsed by code that hostile ones can keep busy. Waits for the answer, so that files of every format are read by
 * the same call. Throws {@link ReadError}.
 */
export function readLegacy(bytes: Uint8Array, format: string): Workbook {
  if (bundleFolder === undefined) return readHere(bytes, format)
  const {port1, port2} = new MessageChannel()
  const signal = new SharedArrayBuffer(4)
  worker ??= startWorker(path.join(bundleFolder, 'legacy-worker.cjs'))
  const request: LegacyRequest = {bytes, format, port: port2, signal}
  worker.postMessage(request, [port2])
  const patience = patienceFor(bytes)
  const outcome = Atomics.wait(new Int32Array(signal), 0, 0, patience)
  const answer = receiveMessageOnPort(port1)?.message as LegacyAnswer | undefined
  port1.close()
  if (answer?.workbook) return answer.workbook
  if (answer?.refusal) throw new ReadError(answer.refusal.code, answer.refusal.text)
  if (answer?.error === undefined) stopWorker()
  throw toReadError(answer?.error, outcome === 'timed-out' ? Math.round(patience / 1000) : undefined)
}

function startWorker(file: string): Worker {
  const started = new Worker(file, {
    resourceLimits: {maxOldGenerationSizeMb: memory}
  })
  // It must not keep the program alive, and its death over one file is that file's failure.
  started.unref()
  started.on('error', () => {
    if (worker === started) worker = undefined
  })
  started.on('exit', () => {
    if (worker === started) worker = undefined
  })
  return started
}

/** Unbundled, a worker would need this thread to load its sources, and this thread waits: so it reads by itself. */
function readHere(bytes: Uint8Array, format: string): Workbook {
  const here = import.meta.url
  const {readBinary} = nodeModule.createRequire(here)('./read-binary.ts') as {
    readBinary: typeof ReadBinary
  }
  try {
    return readBinary(bytes, format)
  } catch (error) {
    if (error instanceof ReadError) throw error
    throw toReadError(error instanceof Error ? error.message : String(error), undefined)
  }
}

function stopWorker(): void {
  void worker?.terminate()
  worker = undefined
}

function toReadError(reason: string | undefined, seconds: number | undefined): ReadError {
  if (reason !== undefined && /password|encrypt/i.test(reason)) {
    return new ReadError('encrypted', {
      zh: '文件设有打开密码，无法检查。请在 Excel 或 WPS 中去掉密码后另存，再检查。',
      en: 'The file is password-protected. Remove the password in Excel or WPS, save it, and check again.'
    })
  }
  if (reason === undefined) {
    return new ReadError('too-large', {
      zh: seconds
        ? `读取超过 ${seconds} 秒，已停止。文件可能过大或已损坏，请用 Excel 或 WPS 另存为 .xlsx 后再检查。`
        : `读取时内存超过 ${memory} MB，已停止。文件可能过大或已损坏，请用 Excel 或 WPS 另存为 .xlsx 后再检查。`,
      en: seconds
        ? `Reading took more than ${seconds} seconds and was stopped. The file may be too large or damaged; save it as .xlsx in Excel or WPS and check again.`
        : `Reading took more than ${memory} MB of memory and was stopped. The file may be too large or damaged; save it as .xlsx in Excel or WPS and check again.`
    })
  }
  return new ReadError('damaged', {
    zh: `文件读不出来，可能已损坏（${reason}）。请用 Excel 或 WPS 打开并另存为 .xlsx 后再检查。`,
    en: `The file cannot be read and may be damaged (${reason}). Open it in Excel or WPS, save it as .xlsx, and check again.`
  })
}
