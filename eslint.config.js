import js from '@eslint/js'
import tseslint from 'typescript-eslint'

/** `shared` runs in Node, in a browser and in Excel: nothing of one host may be imported there. */
const oneWayDoors = {
  files: ['shared/**/*.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: ['node:*', '**/linter/**', '**/addin/**'],
            message: 'shared imports neither node: nor linter nor addin'
          }
        ]
      }
    ],
    'no-restricted-globals': ['error', 'process', 'Buffer', 'document', 'window', 'require']
  }
}

/** The pane runs in a browser: no Node there, and nothing of the command line. */
const paneDoors = {
  files: ['addin/**/*.{ts,tsx}'],
  rules: {
    'no-restricted-imports': [
      'error',
      {patterns: [{group: ['node:*', '**/linter/**'], message: 'addin imports neither node: nor linter'}]}
    ],
    'no-restricted-globals': ['error', 'process', 'Buffer', 'require']
  }
}

export default tseslint.config(
  {ignores: ['dist/', 'coverage/', 'node_modules/', 'examples/']},
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        {varsIgnorePattern: '^_', argsIgnorePattern: '^_', ignoreRestSiblings: true}
      ],
      '@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports'}],
      'no-console': 'error',
      // Control characters in cells are what some of this is about.
      'no-control-regex': 'off'
    }
  },
  oneWayDoors,
  paneDoors,
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off'
    }
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {globals: {process: 'readonly', console: 'readonly', URL: 'readonly'}},
    rules: {'no-console': 'off'}
  },
  // Scripts for engines of 2009, checked as such.
  {
    files: ['addin/**/*.js'],
    languageOptions: {
      ecmaVersion: 5,
      sourceType: 'script',
      globals: {window: 'readonly', document: 'readonly'}
    }
  },
  {
    files: ['bench/**/*.ts', 'scripts/**/*.ts', 'test/addin/e2e/{bench,pictures}.ts'],
    rules: {'no-console': 'off'}
  }
)
