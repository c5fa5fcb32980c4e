import {workerData} from 'node:worker_threads'
import {reuseCode} from '../code-cache.js'
import type {WorkerTask} from './check-in-parallel.js'

reuseCode()
// The built worker shares the file of the rules with the commands, which only what is loaded later can.
const {checkShare} = await import('./check-share.js')
await checkShare(workerData as WorkerTask)
