import {parentPort, type MessagePort} from 'node:worker_threads'
import type {Workbook} from '../../../shared/workbook/workbook.js'
import {ReadError} from '../read-error.js'
import {readBinary} from './read-binary.js'

export interface LegacyRequest {
  bytes: Uint8Array
  format: string
  /** Where the answer goes; `signal[0]` is set and notified once it is there. */
  port: MessagePort
  signal: SharedArrayBuffer
}

export interface LegacyAnswer {
  workbook?: Workbook
  error?: string
  refusal?: Pick<ReadError, 'code' | 'text'>
}

/** Reads binary workbooks one after the other, away from the thread that checks. */
parentPort?.on('message', ({bytes, format, port, signal}: LegacyRequest) => {
  let answer: LegacyAnswer
  try {
    answer = {workbook: readBinary(bytes, format)}
  } catch (error) {
    if (error instanceof ReadError) answer = {refusal: {code: error.code, text: error.text}}
    else answer = {error: error instanceof Error ? error.message : String(error)}
  }
  port.postMessage(answer)
  const flag = new Int32Array(signal)
  Atomics.store(flag, 0, 1)
  Atomics.notify(flag, 0)
})
