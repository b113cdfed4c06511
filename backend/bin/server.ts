import { failedToStart, ignitor } from './ignitor.js'

await ignitor()
  .httpServer()
  .start()
  .catch((error) => failedToStart(error).finally(() => process.exit(1)))
