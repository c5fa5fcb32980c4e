import {gzipSync} from 'node:zlib'
import webpack from 'webpack'

/** Most that the pane may load before it shows its first findings: page and checks, gzipped, besides office.js. */
const mostBytes = 300_000

/** Fails a build whose first load is over the budget, and says what is in it. Builds that are not minified may be larger. */
export class FirstLoadBudget {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('FirstLoadBudget', (compilation) => {
      if (!compiler.options.optimization.minimize) return
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({name: 'FirstLoadBudget', stage}, (assets) => {
        const starts = [compilation.entrypoints.get('pane'), ...compilation.asyncEntrypoints]
        const files = [...new Set(starts.flatMap((start) => start?.getFiles() ?? []))]
        const sizes = files.map((file) => [file, gzipSync(assets[file].buffer(), {level: 9}).length])
        const total = sizes.reduce((sum, [, size]) => sum + size, 0)
        compilation.getLogger('FirstLoadBudget').info(`${total} of ${mostBytes} bytes`)
        if (total <= mostBytes) return
        const lines = sizes.map(([file, size]) => `${size} ${file}`)
        compilation.errors.push(
          new webpack.WebpackError(
            `The pane's first load is ${total} bytes gzipped, ${mostBytes} are allowed. Load later what is not needed before the first findings.\n${lines.join('\n')}`
          )
        )
      })
    })
  }
}
