import { defineConfig, stores } from '@adonisjs/limiter'
import type { InferLimiters } from '@adonisjs/limiter/types'

const limiterConfig = defineConfig({
  default: 'memory',
  stores: {
    /** Reads and writes: counted per server, for a count in the database would cost more than what it guards. */
    memory: stores.memory({}),
    /** Logins: counted for all servers together. */
    database: stores.database({ tableName: 'rate_limits' }),
  },
})

export default limiterConfig

declare module '@adonisjs/limiter/types' {
  export interface LimitersList extends InferLimiters<typeof limiterConfig> {}
}
