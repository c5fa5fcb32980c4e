import path from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Configuration} from 'webpack'

/** Where the pane is built for tests. */
export const builtFolder = path.resolve('dist/addin-test')

let built: Promise<void> | undefined

/**
 * Builds the pane as it is shipped, with one script more that lets tests talk to the host and one rule more that can
 * throw; once a test run.
 */
export function buildPane(): Promise<void> {
  built ??= build()
  return built
}

async function build(): Promise<void> {
  // Loaded only when tests of the pane are run.
  const {default: webpack} = await import('webpack')
  const {default: configure} = (await import(pathToFileURL('webpack.config.js').href)) as {
    default: (env: object) => Promise<Configuration[]>
  }
  const configuration = (await configure({})).find(({name}) => name === 'addin')
  if (!configuration) throw new Error('webpack.config.js has no configuration addin')
  const compiler = webpack({
    ...configuration,
    mode: 'production',
    entry: {...(configuration.entry as Record<string, string>), probe: './test/addin/e2e/probe.ts'},
    output: {...configuration.output, path: builtFolder},
    plugins: [
      ...(configuration.plugins ?? []),
      // One rule more, which throws when a test wants it to.
      new webpack.NormalModuleReplacementPlugin(/rules\/index\.js$|^\.\/index\.js$/, (found) => {
        if (isListOfRules(found.context, found.request) && !found.contextInfo.issuer.includes('/test/'))
          found.request = path.resolve('test/addin/e2e/rules-with-crash.ts')
      })
    ],
    // Faster, and errors name our functions.
    optimization: {...configuration.optimization, minimize: false}
  })
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error) reject(error)
      else if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')))
      else resolve()
    })
  })
  await new Promise((resolve) => compiler.close(resolve))
}

function isListOfRules(folder: string, request: string): boolean {
  return path.resolve(folder, request) === path.resolve('shared/rules/index.js')
}
