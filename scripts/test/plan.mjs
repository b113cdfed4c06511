/**
 * What `npm test` runs, in this order. `needs` names what must be there (system_packages.mjs, `postgres`, `s3`,
 * `pages`: the built frontend); `services` whose databases and buckets the suite's environment gets.
 */
import { join } from 'node:path'
import { root } from '../lib/paths.mjs'

const tool = (name, needs = []) => ({
  suite: name,
  title: name,
  args: [join(root, 'scripts/tools.mjs'), name],
  needs,
})

const suite = (name, title, needs = [], services = []) => ({
  suite: name,
  title: `${name}${title && `, ${title}`}`,
  args: ['--import', '@poppinss/ts-exec', join(root, 'tests/run.ts'), name],
  isSuite: true,
  needs: [...needs, ...services],
  services,
})

export const CHECKS = [tool('format'), tool('lint'), tool('typecheck'), tool('budget', ['pages'])]

export const SUITES = [
  suite('unit', ''),
  suite('storage', 'disk and S3', [], ['s3']),
  suite('transcoder', '', ['ffmpeg']),
  suite('jobs', 'SQLite'),
  suite('jobs', 'PostgreSQL', [], ['postgres']),
  suite('backend', 'SQLite and disk', ['ffmpeg', 'pages']),
  suite('backend', 'PostgreSQL and S3', ['ffmpeg', 'pages'], ['postgres', 's3']),
  suite('e2e', 'SQLite and disk', ['ffmpeg', 'chromium', 'pages']),
  // What a browser shows does not depend on the database
  suite('browser', '', ['ffmpeg', 'chromium', 'pages']),
  suite('e2e', 'PostgreSQL and S3', ['ffmpeg', 'chromium', 'pages'], ['postgres', 's3']),
]

/** Settings of the application: a suite gets its own and none of the developer's. */
export const SETTINGS = [
  ...[
    'PORT',
    'HOST',
    'APP_URL',
    'APP_KEY',
    'DATA_DIR',
    'DATABASE_URL',
    'STORAGE',
    'MEDIA_URL',
    'DEMO',
    'NODE_ENV',
  ],
  ...[
    'S3_ENDPOINT',
    'S3_REGION',
    'S3_BUCKET',
    'S3_ACCESS_KEY_ID',
    'S3_SECRET_ACCESS_KEY',
    'S3_FORCE_PATH_STYLE',
  ],
  ...['WORKER_CONCURRENCY', 'UPLOAD_MAX_BYTES', 'TRUST_PROXY', 'LOG_LEVEL', 'SITE_NAME'],
]
