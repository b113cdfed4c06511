import tseslint from 'typescript-eslint'
import vue from 'eslint-plugin-vue'
import vueParser from 'vue-eslint-parser'
import { importArrows } from './scripts/lint/import_arrows.mjs'

const nodeGlobals = Object.fromEntries(
  [
    'process',
    'console',
    'fetch',
    'Buffer',
    'URL',
    'AbortSignal',
    'AbortController',
    'Response',
    'performance',
  ]
    .concat(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'TextDecoder', 'TextEncoder'])
    .map((name) => [name, 'readonly'])
)

const browserGlobals = Object.fromEntries(
  ['document', 'customElements', 'HTMLElement', 'CustomEvent', 'URLSearchParams', 'queueMicrotask']
    .concat(['self', 'caches', 'Request', 'Response', 'fetch', 'URL'])
    .map((name) => [name, 'readonly'])
)

const lucidQueries = [
  'DatabaseQueryBuilder',
  'ModelQueryBuilder',
  'RelationQueryBuilder',
  'RelationSubQueryBuilder',
]
  .concat([
    'HasManyQueryBuilder',
    'ManyToManyQueryBuilder',
    'ManyToManySubQueryBuilder',
    'InsertQueryBuilder',
  ])
  .map((name) => `${name}Contract`)

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      'data/',
      '.run/',
      '**/.adonisjs/',
      'frontend/src/api/schema.d.ts',
    ],
  },
  tseslint.configs.recommended,
  vue.configs['flat/essential'],
  {
    files: ['**/*.vue'],
    languageOptions: {
      parser: vueParser,
      parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] },
    },
  },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      // the compiler already refuses them (noUnusedLocals, noUnusedParameters), with the same exception
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    // A promise that nobody waits for loses its error: on the server that is a lost upload or a stuck job
    files: ['backend/**/*.ts', 'storage/**/*.ts', 'transcoder/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Lucid's query builders are promises that do nothing until they are awaited, and are passed on in callbacks
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafePromises: [
            { from: 'package', package: '@adonisjs/lucid', name: lucidQueries },
            { from: 'file', name: ['VideoQuery', 'TaskQuery'] }, // names of ours for them
          ],
        },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/only-throw-error': 'error',
    },
  },
  {
    // Models augment the framework's types by interfaces that extend and add nothing
    files: ['backend/**/*.ts'],
    rules: {
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  { files: ['frontend/public/**/*.js'], languageOptions: { globals: browserGlobals } },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: nodeGlobals },
    rules: { 'no-undef': 'error' },
  },
  // vue-i18n and unhead make their own types with `any`
  { files: ['frontend/**/*.ts'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
  {
    files: ['frontend/**/*.vue'],
    rules: {
      'vue/multi-word-component-names': 'off',
      // media-chrome's parts are custom elements: there `slot` is the platform's own attribute
      'vue/no-deprecated-slot-attribute': 'off',
      // what stands in a prop may be a shared, reactive thing; the prop itself is its parent's
      'vue/no-mutating-props': ['error', { shallowOnly: true }],
    },
  },
  ...importArrows()
)
