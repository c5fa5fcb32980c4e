/** What a command sees of the terminal; tests give their own. */
export interface Console {
  cwd: string
  write(text: string): void
  writeError(text: string): void
  /** Columns of the terminal, 80 when output goes to a pipe. */
  width: number
  color: boolean
  /** Whether progress can be shown on the error stream. */
  interactive: boolean
  /** All of the standard input; absent where there is none. */
  readInput?(): Promise<Uint8Array>
  /** Calls back once when the user ends the program (Ctrl+C); gives what takes that back. */
  onInterrupt?(stop: () => void): () => void
}

/** The console of this process. */
export function openConsole(colorOption?: boolean): Console {
  const {stdout, stderr, env} = process
  return {
    cwd: process.cwd(),
    write: (text) => void stdout.write(text),
    writeError: (text) => void stderr.write(text),
    width: stdout.isTTY ? Math.max(40, Math.min(stdout.columns, 120)) : 80,
    color:
      colorOption ??
      (env.NO_COLOR
        ? false
        : env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0'
          ? true
          : stdout.isTTY && env.TERM !== 'dumb'),
    interactive: stderr.isTTY && env.CI === undefined,
    readInput: async () => {
      const chunks: Buffer[] = []
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
      return Buffer.concat(chunks)
    },
    onInterrupt: (stop) => {
      process.once('SIGINT', stop).once('SIGTERM', stop)
      return () => process.off('SIGINT', stop).off('SIGTERM', stop)
    }
  }
}
