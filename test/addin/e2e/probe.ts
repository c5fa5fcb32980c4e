import {openExcelHost} from '../../../addin/host/excel/open-excel-host.js'
import {HostError} from '../../../addin/host/host-error.js'
import type {ReadProgress, WorkbookChange, WorkbookHost} from '../../../addin/host/workbook-host.js'

/**
 * The page's end of RemoteHost: opens the host as the pane does and lets a test call it. Loaded instead of the pane's
 * own script, on the same page with the same security policy.
 */
export interface Probe {
  /** Capabilities and info, once office.js is ready. */
  open(): Promise<Pick<WorkbookHost, 'capabilities' | 'info'> | null>
  call(method: string, args: unknown[]): Promise<ProbeAnswer>
  /** Reads with progress, given up after so many steps of it. */
  read(method: 'readWorkbook' | 'readSheet', args: unknown[], abortAt: number): Promise<ProbeAnswer>
  listen(): void
  unlisten(): void
}

export interface ProbeAnswer {
  value?: unknown
  progress?: ReadProgress[]
  error?: {name: string; message: string; code?: string; text?: {zh: string; en: string}}
}

declare global {
  interface Window {
    probe: Probe
    tellChange(change: WorkbookChange): void
  }
}

let host: WorkbookHost | undefined
let stop: (() => void) | undefined

async function answer(work: () => unknown): Promise<ProbeAnswer> {
  try {
    const value = await work()
    return value === undefined ? {} : {value}
  } catch (error) {
    if (!(error instanceof Error)) return {error: {name: 'Error', message: String(error)}}
    const {name, message} = error
    return {
      error: {name, message, ...(error instanceof HostError && {code: error.code, text: error.text})}
    }
  }
}

type Methods = Record<string, (...args: unknown[]) => unknown>

window.probe = {
  async open() {
    host = await openExcelHost()
    return host ? {capabilities: host.capabilities, info: host.info} : null
  },
  call(method, args) {
    return answer(() => (host as unknown as Methods)[method]?.apply(host, args))
  },
  async read(method, args, abortAt) {
    const progress: ReadProgress[] = []
    const abort = new AbortController()
    if (abortAt === 0) abort.abort()
    const [last] = args.slice(-1)
    const options = {
      ...(typeof last === 'object' ? last : {}),
      signal: abort.signal,
      progress: (step: ReadProgress) => {
        progress.push(step)
        if (progress.length === abortAt) abort.abort()
      }
    }
    const given = await answer(() =>
      method === 'readWorkbook' ? host?.readWorkbook(options) : host?.readSheet(String(args[0]), options)
    )
    return {...given, progress}
  },
  listen() {
    stop = host?.onChange((change) => window.tellChange(change))
  },
  unlisten() {
    stop?.()
  }
}
