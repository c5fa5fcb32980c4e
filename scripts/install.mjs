import {spawnSync} from 'node:child_process'
import {existsSync, statSync} from 'node:fs'

/** Runs a command with its output shown; exits with its status when it fails. */
export function run(command, args, {allow = [0], env} = {}) {
  const {status, error} = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: {...process.env, ...env}
  })
  if (error) {
    console.error(`${command}: ${error.message}`)
    process.exit(2)
  }
  if (!allow.includes(status)) process.exit(status ?? 2)
  return status
}

/** Installs the dependencies when they are missing or older than the lock file. */
export function installWhatIsMissing() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `需要 Node.js 20.19 以上，当前是 ${process.versions.node}。 Node.js 20.19 or later is needed.`
    )
    process.exit(2)
  }
  const marker = 'node_modules/.package-lock.json'
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync('package-lock.json').mtimeMs) return
  run('npm', ['ci', '--no-audit', '--no-fund'])
}
