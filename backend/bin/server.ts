import { createServer } from 'node:http'
import { failedToStart, ignitor } from './ignitor.js'

await ignitor()
  .httpServer()
  .start((handle) =>
    createServer(
      {
        // Longer than what proxies and scripts keep a connection open for, or they would write into one that is closing
        keepAliveTimeout: 75_000,
        headersTimeout: 60_000,
        // One part of an upload over a poor line may take hours; what is sent is bounded elsewhere
        requestTimeout: 0,
      },
      handle
    )
  )
  .catch((error) => failedToStart(error).finally(() => process.exit(1)))
