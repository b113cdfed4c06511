import { indexEntities } from '@adonisjs/core'
import { defineConfig } from '@adonisjs/core/app'

export default defineConfig({
  directories: { tests: '../tests' },

  commands: [() => import('@adonisjs/core/commands'), () => import('@adonisjs/lucid/commands')],

  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('@adonisjs/i18n/i18n_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('@adonisjs/session/session_provider'),
    () => import('@adonisjs/shield/shield_provider'),
    () => import('@adonisjs/cors/cors_provider'),
    () => import('@adonisjs/auth/auth_provider'),
    () => import('@adonisjs/bouncer/bouncer_provider'),
    () => import('@adonisjs/limiter/limiter_provider'),
    () => import('#providers/jobs_provider'),
  ],

  preloads: [
    { file: () => import('#start/clock'), environment: ['web', 'console', 'test'] },
    { file: () => import('#start/kernel'), environment: ['web', 'test'] },
    { file: () => import('#start/routes'), environment: ['web', 'test'] },
    { file: () => import('#app/notices/listen'), environment: ['web', 'console', 'test'] },
    { file: () => import('#app/search/listen'), environment: ['web', 'console', 'test'] },
    { file: () => import('#app/transcoding/listen'), environment: ['web', 'console', 'test'] },
    { file: () => import('#app/validity/listen'), environment: ['web', 'console', 'test'] },
  ],

  metaFiles: [{ pattern: 'resources/lang/**/*.json', reloadServer: false }],

  hooks: {
    init: [
      indexEntities({
        controllers: { enabled: true, source: './app', importAlias: '#app', glob: ['**/*_controller.ts'] },
        events: { enabled: false },
        listeners: { enabled: false },
        transformers: { enabled: false },
      }),
    ],
  },
})
