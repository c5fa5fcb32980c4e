export {openConsole} from './commands/console.js'
export {runProgram} from './commands/program.js'
