import { defineConfig, targets } from '@adonisjs/core/logger'
import app from '@adonisjs/core/services/app'
import type { InferLoggers } from '@adonisjs/core/types'
import env from '#start/env'

const loggerConfig = defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: env.get('LOG_LEVEL') !== 'silent',
      name: 'hub',
      level: env.get('LOG_LEVEL'),
      redact: { paths: ['password', '*.password', 'authorization', 'cookie', 'token'], censor: '[hidden]' },
      transport: { targets: [app.inDev ? targets.pretty() : targets.file({ destination: 1 })] },
    },
  },
})

export default loggerConfig

declare module '@adonisjs/core/types' {
  export interface LoggersList extends InferLoggers<typeof loggerConfig> {}
}
