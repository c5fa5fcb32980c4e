import {reuseCode} from './code-cache.js'

// A reader that closes the pipe early (`| head`) is no failure, and what is to be written to files still is.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

reuseCode()
// Only what is loaded from here on can come from the cache.
const {openConsole, runProgram} = await import('./program.js')

const args = process.argv.slice(2)
const color = args.includes('--no-color') ? false : args.includes('--color') ? true : undefined

process.exitCode = await runProgram(args, openConsole(color))
