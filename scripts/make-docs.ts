import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {writeAllPages} from './docs/all-pages.js'

/**
 * Writes the pages of the rules and presets. `npm run docs -- --check` writes nothing and fails when a page is missing,
 * differs, or belongs to no rule.
 */
const pages = writeAllPages()
const folder = 'docs/rules'
const stray = existsSync(folder)
  ? readdirSync(folder)
      .map((name) => `${folder}/${name}`)
      .filter((name) => !pages.has(name))
  : []

if (process.argv.includes('--check')) {
  const stale = [...pages].flatMap(([name, text]) =>
    existsSync(name) && readFileSync(name, 'utf8') === text ? [] : [name]
  )
  for (const name of [...stale, ...stray]) console.error(`${name} is not what the rules say`)
  if (stale.length + stray.length > 0) {
    console.error('run "npm run docs" and commit the result')
    process.exit(1)
  }
  console.log(`${pages.size} pages are up to date`)
} else {
  for (const name of stray) rmSync(name)
  for (const [name, text] of pages) {
    mkdirSync(path.dirname(name), {recursive: true})
    writeFileSync(name, text)
  }
  console.log(`${pages.size} pages written`)
}
