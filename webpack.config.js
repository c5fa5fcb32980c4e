import {createRequire} from 'node:module'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import CopyPlugin from 'copy-webpack-plugin'
import webpack from 'webpack'
import {readDevCertificates} from './scripts/dev-certificates.mjs'
import {FirstLoadBudget} from './scripts/first-load-budget.mjs'
import {fillPage, officeSources} from './scripts/pane-page.mjs'
import {partRules} from './scripts/part-rules.mjs'

const root = path.dirname(fileURLToPath(import.meta.url))

const typescript = {
  test: /\.tsx?$/,
  use: {
    loader: 'ts-loader',
    options: {
      transpileOnly: true,
      compilerOptions: {noEmit: false, module: 'esnext', moduleResolution: 'bundler'}
    }
  },
  exclude: /node_modules/
}

const resolve = {extensions: ['.tsx', '.ts', '.js'], extensionAlias: {'.js': ['.tsx', '.ts', '.js']}}

/** The command line: one file for Node that needs no other package; rarely used libraries stay in files of their own. */
const linter = {
  name: 'linter',
  target: 'node20',
  entry: {
    'jixiao-lint': './linter/jixiao-lint.ts',
    'check-worker': './linter/run/check-worker.ts',
    'legacy-guard': './linter/read/legacy/legacy-guard.ts',
    'legacy-worker': './linter/read/legacy/legacy-worker.ts'
  },
  node: {__dirname: false},
  output: {
    path: path.join(root, 'dist/linter'),
    filename: '[name].cjs',
    chunkFilename: '[name].cjs',
    library: {type: 'commonjs2'},
    clean: true
  },
  // Plugins are looked up from the user's folder, not bundled.
  // Commander starts subprograms, which this program has not; loading what it takes would be a tenth of the start.
  externals: {'node:child_process': 'var {}'},
  module: {rules: [typescript]},
  resolve,
  optimization: {
    minimize: true,
    chunkIds: 'named',
    splitChunks: {
      chunks: 'async',
      minSize: 0,
      cacheGroups: {
        default: false,
        defaultVendors: false,
        // What every command that checks needs stands in one file, not in each command's own.
        rules: {test: /[\\/]shared[\\/]/, minChunks: 3, name: 'rules', priority: 2},
        common: {minChunks: 3, name: 'common', priority: 1},
        // Few commands change workbooks, or read reports.
        pairs: {minChunks: 2, minSize: 8000}
      }
    }
  },
  performance: {hints: false},
  devtool: false,
  stats: 'errors-warnings',
  plugins: [
    new webpack.BannerPlugin({banner: '#!/usr/bin/env node', raw: true, include: /^jixiao-lint/}),
    // Only sources that run unbundled need their own address; the builder's must not get into the package.
    new webpack.DefinePlugin({'import.meta.url': JSON.stringify(''), BUNDLED: 'true'})
  ]
}

/**
 * What is needed of office.js: the loader, the hosts, the words. They are copied as they are and never bundled. Its
 * telemetry (telemetry/oteljs_agave.js) stays out: the library looks for it, does not find it, and sends nothing.
 */
const officeFiles = [
  'office.js',
  'o15apptofilemappingtable.js',
  'excel-win32-16.01.js',
  'excel-win32-16.00.js',
  'excel-web-16.00.js',
  'excel-mac-16.00.js',
  'zh-cn/office_strings.js',
  'zh-tw/office_strings.js',
  'en-us/office_strings.js'
]

/** Sources of the pane, with the part of every rule that is needed there. */
function paneScript(part) {
  return {
    ...typescript,
    use: {
      ...typescript.use,
      options: {
        ...typescript.use.options,
        instance: `addin-${part}`,
        configFile: path.join(root, 'addin/tsconfig.json'),
        getCustomTransformers: () => ({before: [partRules(part)]})
      }
    }
  }
}

/**
 * The task pane: dist/addin is put on a web server as it is. `--env office=cdn` (or `cdn-21vianet`) takes office.js from
 * Microsoft's address instead of the copy.
 */
async function addin({office = 'local', serve = false} = {}) {
  if (!(office in officeSources))
    throw new Error(`--env office=${office}: expected one of ${Object.keys(officeSources).join(', ')}`)
  const library = path.dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json'))
  const page = {transform: (content) => fillPage(content.toString(), {office, serve})}
  return {
    name: 'addin',
    target: ['web', 'es2022'],
    entry: {pane: './addin/pane/main.tsx'},
    output: {
      path: path.join(root, 'dist/addin'),
      filename: '[name].js',
      chunkFilename: '[name].js',
      publicPath: 'auto',
      clean: true
    },
    module: {
      rules: [
        // Our modules only define things: what a part of a rule no longer needs, its helpers and word lists, goes, too.
        {include: [path.join(root, 'shared'), path.join(root, 'addin')], sideEffects: false},
        // Checks of rules run in the worker; their texts and examples are loaded when somebody reads one.
        {test: /[\\/](check-worker|local-checker)\.ts$/, layer: 'checks'},
        {test: /[\\/]rule-pages\.ts$/, layer: 'pages'},
        {test: /[\\/]english-messages\.ts$/, layer: 'english'},
        {
          oneOf: [
            {issuerLayer: 'pages', ...paneScript('pages')},
            {issuerLayer: 'checks', ...paneScript('checks')},
            {issuerLayer: 'english', ...paneScript('english')},
            paneScript('names')
          ]
        }
      ]
    },
    resolve,
    experiments: {layers: true},
    optimization: {chunkIds: 'named'},
    performance: {hints: false},
    // The page forbids eval, so source maps are files.
    devtool: serve ? 'source-map' : false,
    stats: 'errors-warnings',
    plugins: [
      new FirstLoadBudget(),
      new CopyPlugin({
        patterns: [
          {from: 'addin/pane/pane.html', to: 'pane.html', ...page},
          {from: 'addin/pane/old-host.html', to: 'old-host.html', ...page},
          {from: 'addin/pane/*.{css,js}', to: '[name][ext]', info: {minimized: true}},
          {from: 'addin/icons/*.png', to: 'icons/[name][ext]', noErrorOnMissing: true},
          ...(office === 'local'
            ? [
                ...officeFiles.map((file) => ({
                  from: path.join(library, 'dist', file),
                  to: `office/${file}`,
                  info: {minimized: true}
                })),
                {from: path.join(library, 'LICENSE.md'), to: 'office/LICENSE.md'}
              ]
            : [])
        ]
      })
    ],
    ...(serve && {
      devServer: {
        server: {type: 'https', options: await readDevCertificates()},
        host: 'localhost',
        port: 3000,
        // The page's security policy allows no connection back, so the pane is reloaded by hand.
        hot: false,
        liveReload: false,
        client: false,
        static: false,
        headers: {'Access-Control-Allow-Origin': '*'}
      }
    })
  }
}

export default async (env) => (env.serve ? [await addin(env)] : [linter, await addin(env)])
