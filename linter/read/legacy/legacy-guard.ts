import path from 'node:path'
import {parentPort, Worker, workerData} from 'node:worker_threads'
import {bundleFolder} from '../../bundle-folder.js'
import type {LegacyRequest} from './legacy-worker.js'
import {ReaderGuard} from './reader-guard.js'

/** Megabytes that reading one file may take. */
const memory = workerData as number

/** A thread between the one that checks and the one that reads old formats, for the latter may die. */
const guard = new ReaderGuard(
  () =>
    new Worker(path.join(bundleFolder ?? '', 'legacy-worker.cjs'), {
      resourceLimits: {maxOldGenerationSizeMb: memory}
    })
)
parentPort?.on('message', (request: LegacyRequest) => {
  guard.pass(request)
})
