import {parentPort} from 'node:worker_threads'
import {makeChecker} from './check-files.js'
import type {WorkerAnswer, WorkerTask} from './check-in-parallel.js'
import {loadPlugins} from './load-plugins.js'

/** Takes files off the common list until none is left. */
export async function checkShare(task: WorkerTask): Promise<void> {
  const {files, configuration, base, number} = task
  const counter = new Int32Array(task.next)
  const inHand = new Int32Array(task.taken)
  const pluginRules = configuration.plugins ? await loadPlugins(configuration, base) : []
  const check = makeChecker({...task, loaded: {configuration, base, pluginRules}})
  for (let index = Atomics.add(counter, 0, 1); index < files.length; index = Atomics.add(counter, 0, 1)) {
    Atomics.store(inHand, number, index)
    const result = check(files[index] ?? '')
    parentPort?.postMessage({index, result} satisfies WorkerAnswer)
  }
}
