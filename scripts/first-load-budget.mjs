import {gzipSync} from 'node:zlib'
import webpack from 'webpack'

/** Most gzipped bytes, besides office.js, until the pane shows, and until it shows its first findings. */
const limits = {page: 160_000, 'page and checks': 350_000}

/** Fails a build whose first load is over the budget, and says what is in it. Builds that are not minified may be larger. */
export class FirstLoadBudget {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('FirstLoadBudget', (compilation) => {
      if (!compiler.options.optimization.minimize) return
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({name: 'FirstLoadBudget', stage}, (assets) => {
        const page = compilation.entrypoints.get('pane')
        check('page', [page])
        check('page and checks', [page, ...compilation.asyncEntrypoints])

        function check(name, starts) {
          const files = [...new Set(starts.flatMap((start) => start?.getFiles() ?? []))]
          const sizes = files.map((file) => [file, gzipSync(assets[file].buffer(), {level: 9}).length])
          const total = sizes.reduce((sum, [, size]) => sum + size, 0)
          compilation.getLogger('FirstLoadBudget').info(`${name}: ${total} of ${limits[name]} bytes`)
          if (total <= limits[name]) return
          const lines = sizes.map(([file, size]) => `${size} ${file}`)
          compilation.errors.push(
            new webpack.WebpackError(
              `The pane's first load (${name}) is ${total} bytes gzipped, ${limits[name]} are allowed. Load later what is not needed at first.\n${lines.join('\n')}`
            )
          )
        }
      })
    })
  }
}
