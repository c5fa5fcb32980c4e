import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {installWhatIsMissing, run} from './install.mjs'

installWhatIsMissing()
console.log('— types')
run('npm', ['run', '--silent', 'types'])
console.log('— lint')
run('npx', ['eslint', '.'])
run('npx', ['prettier', '--check', '.', '--log-level', 'warn'])
console.log('— pages of the rules')
run('npx', ['tsx', 'scripts/make-docs.ts', '--check'])
console.log('— unit tests')
mkdirSync('dist', {recursive: true})
rmSync('dist/unit.json', {force: true})
const status = run('npx', ['mocha', '--reporter', 'json', '--reporter-option', 'output=dist/unit.json'], {
  allow: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
})
const {stats, failures} = JSON.parse(readFileSync('dist/unit.json', 'utf8'))
for (const {fullTitle, err} of failures) console.log(`\n✗ ${fullTitle}\n${err.stack ?? err.message}`)
const result = `${stats.passes} passed, ${stats.failures} failed`
writeFileSync('dist/test-result.txt', result + '\n')
console.log(result)
process.exit(status !== 0 || stats.failures > 0 || stats.passes === 0 ? 1 : 0)
