import { errors, Env } from '@adonisjs/core/env'
import { readCaptionCommand } from '#app/captions/caption_command'
import { openDataDir, readOrMakeAppKey } from './data_dir.js'
import { EnvironmentError } from './environment_error.js'

// Times are handled in UTC; legal days are computed for Asia/Ho_Chi_Minh where they are meant
process.env.TZ = 'UTC'

process.env.NODE_ENV ||= 'production'
process.env.PORT ||= '3333'
process.env.STORAGE ||= 'disk'
process.env.LOG_LEVEL ||= 'info'
process.env.WORKER_CONCURRENCY ||= '1'
process.env.SITE_NAME ||= 'Chuyện Luật'
const dataDir = (process.env.DATA_DIR = openDataDir())
process.env.APP_KEY ||= readOrMakeAppKey(dataDir)

async function readEnvironment() {
  try {
    return await Env.create(new URL('../', import.meta.url), {
      NODE_ENV: Env.schema.enum(['development', 'production', 'test'] as const),
      PORT: Env.schema.number(),
      HOST: Env.schema.string.optional({ format: 'host' }),
      APP_URL: Env.schema.string.optional({ format: 'url', tld: false }),
      APP_KEY: Env.schema.secret(),
      DATA_DIR: Env.schema.string(),
      LOG_LEVEL: Env.schema.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const),
      SITE_NAME: Env.schema.string(),
      DATABASE_URL: Env.schema.string.optional(),
      STORAGE: Env.schema.enum(['disk', 's3'] as const),
      S3_ENDPOINT: Env.schema.string.optional({ format: 'url', tld: false }),
      S3_REGION: Env.schema.string.optional(),
      S3_BUCKET: Env.schema.string.optionalWhen(process.env.STORAGE !== 's3'),
      S3_ACCESS_KEY_ID: Env.schema.string.optionalWhen(process.env.STORAGE !== 's3'),
      S3_SECRET_ACCESS_KEY: Env.schema.string.optionalWhen(process.env.STORAGE !== 's3'),
      S3_FORCE_PATH_STYLE: Env.schema.boolean.optional(),
      MEDIA_URL: Env.schema.string.optional({ format: 'url', tld: false }),
      WORKER_CONCURRENCY: Env.schema.number(),
      UPLOAD_MAX_BYTES: Env.schema.number.optional(),
      CAPTION_COMMAND: Env.schema.string.optional(),
      TRUST_PROXY: Env.schema.boolean.optional(),
      DEMO: Env.schema.string.optional(), // not an enum: the framework would read '1' as true
    })
  } catch (error) {
    if (error instanceof errors.E_INVALID_ENV_VARIABLES) throw new EnvironmentError(explain(error.help ?? ''))
    throw error
  }
}

/** The framework's list of faulty variables as one paragraph for the operator. */
function explain(help: string): string {
  const faults = help.split('\n').map((line) => line.replace(/^\s*-\s*/, '  '))
  return ['The environment has settings that cannot be used:', ...faults.filter(Boolean)].join('\n')
}

const env = await readEnvironment()

const databaseUrl = env.get('DATABASE_URL')
if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
  throw new EnvironmentError(
    'DATABASE_URL: must begin with postgres:// (leave it away for SQLite in DATA_DIR)'
  )
}
if (env.get('WORKER_CONCURRENCY') < 1 || !Number.isInteger(env.get('WORKER_CONCURRENCY'))) {
  throw new EnvironmentError('WORKER_CONCURRENCY: must be a whole number from 1 on')
}
if (!['0', '1', 'accounts'].includes(env.get('DEMO', '0'))) {
  throw new EnvironmentError('DEMO: must be 0, 1 or accounts')
}
if (env.get('PORT') < 1 || env.get('PORT') > 65535) {
  throw new EnvironmentError('PORT: must be a whole number from 1 to 65535')
}

const captionCommand = readCaptionCommand(env.get('CAPTION_COMMAND'))
if (typeof captionCommand === 'string') throw new EnvironmentError(`CAPTION_COMMAND: ${captionCommand}`)

export default env
