import assert from 'node:assert/strict'
import {MessageChannel, receiveMessageOnPort, Worker, type MessagePort} from 'node:worker_threads'
import {defaultLimits} from '../../linter/read/limits.js'
import {ReaderGuard, ReaderSignal} from '../../linter/read/legacy/reader-guard.js'

/** A reader that does to each request what its first byte says. */
const program = `
  const {parentPort} = require('node:worker_threads')
  parentPort.on('message', ({bytes, port, signal}) => {
    const hoard = []
    if (bytes[0] === 1) for (;;) hoard.push(new Array(100_000).fill(hoard.length))
    if (bytes[0] === 2) process.exit(1)
    port.postMessage({refusal: {code: 'damaged', text: {zh: '甲', en: 'a'}}})
    Atomics.store(new Int32Array(signal), 0, 1)
    Atomics.notify(new Int32Array(signal), 0)
  })
`

describe('guarding the reader of old formats', () => {
  const readers: Worker[] = []
  const guard = new ReaderGuard(() => {
    const reader = new Worker(program, {eval: true, resourceLimits: {maxOldGenerationSizeMb: 16}})
    readers.push(reader)
    return reader
  })
  after(() => Promise.all(readers.map((reader) => reader.terminate())))

  const ask = async (what: number): Promise<{signal: ReaderSignal; answers: MessagePort}> => {
    const {port1, port2} = new MessageChannel()
    const signal = new SharedArrayBuffer(4)
    guard.pass({
      bytes: Uint8Array.of(what),
      format: 'xls',
      limits: defaultLimits,
      port: port2,
      signal
    })
    const flag = new Int32Array(signal)
    for (let waited = 0; flag[0] === 0 && waited < 10_000; waited += 10)
      await new Promise((resolve) => setTimeout(resolve, 10))
    return {signal: flag[0] ?? 0, answers: port1}
  }

  it('tells at once when it runs out of memory or dies, and gives the next file a new one', async () => {
    assert.equal((await ask(1)).signal, ReaderSignal.OutOfMemory)
    assert.equal((await ask(2)).signal, ReaderSignal.Died)
    const {signal, answers} = await ask(0)
    assert.equal(signal, ReaderSignal.Answered)
    assert.ok(receiveMessageOnPort(answers))
    assert.equal(readers.length, 3)
    assert.equal((await ask(0)).signal, ReaderSignal.Answered)
    assert.equal(readers.length, 3)
  })
})
