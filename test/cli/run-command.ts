import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {Console} from '../../linter/commands/console.js'
import {runProgram} from '../../linter/commands/program.js'
import {writeWorkbook} from '../../linter/write/write-workbook.js'
import {readLiteral, type WorkbookLiteral} from '../../shared/workbook/sheet-literal.js'

export interface Outcome {
  status: number
  out: string
  err: string
}

/** A folder for one test, with workbooks and other files in it, and a command line that runs there. */
export class Desk {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'jixiao-test-'))
  /** What the console of this command line has beyond the usual. */
  extras: Partial<Console> = {}

  write(name: string, content: string | Uint8Array | WorkbookLiteral): void {
    const file = path.join(this.folder, name)
    mkdirSync(path.dirname(file), {recursive: true})
    const bytes =
      typeof content === 'string' || content instanceof Uint8Array
        ? content
        : writeWorkbook(readLiteral(content))
    writeFileSync(file, bytes)
  }

  async run(...args: string[]): Promise<Outcome> {
    let out = ''
    let err = ''
    const console: Console = {
      cwd: this.folder,
      write: (text) => void (out += text),
      writeError: (text) => void (err += text),
      width: 80,
      color: false,
      interactive: false,
      ...this.extras
    }
    return {status: await runProgram(args, console), out, err}
  }

  clear(): void {
    rmSync(this.folder, {recursive: true, force: true})
  }
}
