import {stat} from 'node:fs/promises'
import {availableParallelism} from 'node:os'
import path from 'node:path'
import type {Worker} from 'node:worker_threads'
import {say} from '../../shared/locale/texts.js'
import {bundleFolder} from '../bundle-folder.js'
import {loadThreads} from '../late-modules.js'
import {checkFiles, gatherRun, makeChecker, type CheckOptions} from './check-files.js'
import type {FileResult, RunResult} from './result.js'

/** What a worker is given; plain data, for it loads plugins itself. */
export interface WorkerTask extends Pick<
  CheckOptions,
  'cwd' | 'locale' | 'chosen' | 'excerpts' | 'fingerprints' | 'timing' | 'trustWorkbooks'
> {
  files: string[]
  configuration: CheckOptions['loaded']['configuration']
  base: string
  /** The index of the next file that nobody has taken. */
  next: SharedArrayBuffer
  /** The index of the file in each worker's hands, -1 for none. */
  taken: SharedArrayBuffer
  /** Which worker this is, counted from 0. */
  number: number
}

export interface WorkerAnswer {
  index: number
  result: FileResult
}

/** A worker loads and warms the rules anew; below this many bytes of workbooks for each, it costs more than it brings. */
const bytesWorthAWorker = 600_000

/** How many threads checking these files is worth: one for each core, none for little work. */
export async function chooseJobs(files: string[], cwd: string): Promise<number> {
  const cores = availableParallelism()
  if (files.length < 8 || cores < 2) return 1
  const sizes = await Promise.all(
    files.map((file) =>
      stat(path.resolve(cwd, file)).then(
        ({size}) => size,
        () => 0
      )
    )
  )
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  return Math.max(1, Math.min(cores, 16, files.length, Math.floor(bytes / bytesWorthAWorker)))
}

/**
 * Checks files in `jobs` threads, this one among them; results come in the order of `files`. A thread that dies over
 * a file makes that file's result a failure; the others go on.
 */
export async function checkInParallel(
  files: string[],
  options: CheckOptions,
  jobs: number
): Promise<RunResult> {
  if (jobs <= 1) return checkFiles(files, options)
  const start = performance.now()
  const results = new Array<FileResult | undefined>(files.length)
  const next = new Int32Array(new SharedArrayBuffer(4))
  const taken = new Int32Array(new SharedArrayBuffer(4 * (jobs - 1))).fill(-1)
  const {cwd, locale, chosen, excerpts, fingerprints, timing, trustWorkbooks, loaded} = options
  let done = 0
  const finish = (index: number, result: FileResult): void => {
    results[index] = result
    options.onDone?.(result.file, ++done, files.length)
  }
  const answered = new Set<number>()
  const workers = Array.from({length: jobs - 1}, (_, number) =>
    runWorker(
      {
        files,
        cwd,
        locale,
        ...(chosen && {chosen}),
        ...(excerpts && {excerpts}),
        ...(fingerprints && {fingerprints}),
        ...(timing && {timing}),
        ...(trustWorkbooks === false && {trustWorkbooks}),
        configuration: loaded.configuration,
        base: loaded.base,
        next: next.buffer,
        taken: taken.buffer,
        number
      },
      (answer) => {
        finish(answer.index, answer.result)
        answered.add(number)
      }
    )
  )
  const check = makeChecker(options)
  for (let index = Atomics.add(next, 0, 1); index < files.length; index = Atomics.add(next, 0, 1)) {
    const file = files[index] ?? ''
    options.onFile?.(file, index, files.length)
    finish(index, check(file))
    // Lets answers of the workers in, so that they do not pile up.
    await new Promise((resolve) => setImmediate(resolve))
  }
  const deaths = await Promise.all(workers)
  for (const [number, death] of deaths.entries()) {
    const index = taken[number] ?? -1
    if (death !== undefined && index >= 0 && !results[index])
      results[index] = failBecause(death, files[index] ?? '', options)
  }
  // Whatever a dead worker took without beginning it.
  const whole = results.map((result, index) => result ?? check(files[index] ?? ''))
  return {...gatherRun(whole, locale, start), threads: 1 + answered.size}
}

/** Runs a worker to its end; gives the reason when it died. */
function runWorker(task: WorkerTask, onAnswer: (answer: WorkerAnswer) => void): Promise<string | undefined> {
  return new Promise((resolve) => {
    const worker = startWorker(task)
    let death: string | undefined
    worker.on('message', onAnswer)
    worker.on('error', (error) => {
      death = error instanceof Error ? error.message : String(error)
    })
    worker.on('exit', (code) => {
      resolve(death ?? (code === 0 ? undefined : `exit ${code}`))
    })
  })
}

/** The worker's program beside the bundle; unbundled, its source, translated by the loader that development uses. */
function startWorker(workerData: WorkerTask): Worker {
  const {Worker} = loadThreads()
  if (bundleFolder !== undefined) return new Worker(path.join(bundleFolder, 'check-worker.cjs'), {workerData})
  const source = new URL('check-worker.ts', here()).href
  const translated = `import('tsx/esm/api').then(({register}) => (register(), import(${JSON.stringify(source)})))`
  return new Worker(translated, {workerData, eval: true})
}

function here(): string {
  return import.meta.url
}

function failBecause(reason: string, file: string, {locale}: CheckOptions): FileResult {
  return {
    file,
    status: 'failed',
    error: {
      code: 'worker-died',
      message: say(
        {
          zh: `检查这个文件的进程意外中断（${reason}）。请单独检查该文件，或把文件反馈给我们。`,
          en: `The thread that checked this file ended unexpectedly (${reason}). Check the file by itself, or report it.`
        },
        locale
      )
    },
    forms: [],
    findings: [],
    stats: {sheets: 0, cells: 0, milliseconds: 0}
  }
}
