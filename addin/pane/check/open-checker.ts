import type {Checker} from './checker.js'
import {WorkerChecker} from './worker-checker.js'

/** A checker beside the page, or on it where the host forbids workers. */
export async function openChecker(): Promise<Checker> {
  try {
    return WorkerChecker.start()
  } catch {
    const {LocalChecker} = await import('./local-checker.js')
    return new LocalChecker()
  }
}
