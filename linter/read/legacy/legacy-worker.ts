import {parentPort, type MessagePort} from 'node:worker_threads'
import type {Workbook} from '../../../shared/workbook/workbook.js'
import type {ReadLimits} from '../limits.js'
import type {LegacyFormat} from '../read-workbook-with.js'
import {ReadError} from '../read-error.js'
import {readBinary} from './read-binary.js'
import {raise, ReaderSignal} from './reader-guard.js'

export interface LegacyRequest {
  bytes: Uint8Array
  format: LegacyFormat
  limits: ReadLimits
  /** Where the answer goes; `signal[0]` is a `ReaderSignal`, set and notified once it is there. */
  port: MessagePort
  signal: SharedArrayBuffer
}

/** Neither of them: the libraries could not read it. */
export interface LegacyAnswer {
  workbook?: Workbook
  refusal?: Pick<ReadError, 'code' | 'text'>
}

/** Reads binary workbooks one after the other, away from the thread that checks. */
parentPort?.on('message', ({bytes, format, limits, port, signal}: LegacyRequest) => {
  let answer: LegacyAnswer
  try {
    answer = {workbook: readBinary(bytes, format, limits)}
  } catch (error) {
    answer = error instanceof ReadError ? {refusal: {code: error.code, text: error.text}} : {}
  }
  port.postMessage(answer)
  raise(signal, ReaderSignal.Answered)
})
