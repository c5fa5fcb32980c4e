import path from 'node:path'
import {fileURLToPath} from 'node:url'
import webpack from 'webpack'

const root = path.dirname(fileURLToPath(import.meta.url))

const typescript = {
  test: /\.ts$/,
  use: {
    loader: 'ts-loader',
    options: {
      transpileOnly: true,
      compilerOptions: {noEmit: false, module: 'esnext', moduleResolution: 'bundler'}
    }
  },
  exclude: /node_modules/
}

/** The command line: one file for Node that needs no other package; rarely used libraries stay in files of their own. */
const linter = {
  name: 'linter',
  target: 'node20',
  entry: {
    'jixiao-lint': './linter/jixiao-lint.ts',
    'check-worker': './linter/run/check-worker.ts',
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
  module: {rules: [typescript], parser: {javascript: {createRequire: false}}},
  resolve: {extensions: ['.ts', '.js'], extensionAlias: {'.js': ['.ts', '.js']}},
  // Class names are part of error messages.
  optimization: {minimize: true, chunkIds: 'named', splitChunks: false},
  performance: {hints: false},
  devtool: false,
  stats: 'errors-warnings',
  plugins: [
    new webpack.BannerPlugin({banner: '#!/usr/bin/env node', raw: true, include: /^jixiao-lint/}),
    // Only sources that run unbundled need their own address; the builder's must not get into the package.
    new webpack.DefinePlugin({'import.meta.url': JSON.stringify(''), BUNDLED: 'true'})
  ]
}

export default [linter]
