import path from 'node:path'
import {UsageError} from './usage-error.js'

/** One machine's part of the work, `1/4`. */
export interface Shard {
  /** From 1. */
  number: number
  count: number
}

/** Reads `1/4`. Throws {@link UsageError}. */
export function parseShard(written: string): Shard {
  const [, number = 0, count = 0] = (/^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(written) ?? []).map(Number)
  if (number < 1 || number > count) {
    throw new UsageError({
      zh: `--shard“${written}”不对。四台机器分工时依次写 1/4、2/4、3/4、4/4。`,
      en: `--shard "${written}" is wrong. For four machines write 1/4, 2/4, 3/4 and 4/4.`
    })
  }
  return {number, count}
}

/** The files of one part, in their order. Every machine that sees the same files divides them in the same way. */
export function takeShard(files: string[], {number, count}: Shard): string[] {
  // The order of a language differs between systems; that of code units does not.
  const keyOf = (file: string): string => file.split(path.sep).join('/')
  const sorted = files.map(keyOf).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const own = new Set(sorted.filter((_, index) => index % count === number - 1))
  return files.filter((file) => own.has(keyOf(file)))
}
