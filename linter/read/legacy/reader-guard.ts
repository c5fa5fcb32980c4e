import type {Worker} from 'node:worker_threads'
import type {LegacyRequest} from './legacy-worker.js'

/** What `signal[0]` of a request becomes: an answer is at its port, or the reader died over it. */
export const enum ReaderSignal {
  Waiting = 0,
  Answered = 1,
  OutOfMemory = 2,
  Died = 3
}

/**
 * Hands requests on to the thread that reads, and tells at once when that dies over one: whoever waits for the answer
 * blocks its own thread, where no event of the reader would arrive. The next request gets a new reader.
 */
export class ReaderGuard {
  #reader: Worker | undefined
  #signal: SharedArrayBuffer | undefined

  constructor(private readonly startReader: () => Worker) {}

  /** Passes one request on; the one before has been answered by then. */
  pass(request: LegacyRequest): void {
    this.#signal = request.signal
    this.#reader ??= this.#start()
    this.#reader.postMessage(request, [request.port, request.bytes.buffer as ArrayBuffer])
  }

  #start(): Worker {
    const reader = this.startReader()
    let reason = ReaderSignal.Died
    reader.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') reason = ReaderSignal.OutOfMemory
    })
    reader.on('exit', () => {
      if (this.#reader !== reader) return
      this.#reader = undefined
      if (this.#signal) raise(this.#signal, reason)
    })
    return reader
  }
}

/** Sets a signal that is still waited for, and wakes whoever waits. */
export function raise(signal: SharedArrayBuffer, value: ReaderSignal): void {
  const flag = new Int32Array(signal)
  Atomics.compareExchange(flag, 0, ReaderSignal.Waiting, value)
  Atomics.notify(flag, 0)
}
