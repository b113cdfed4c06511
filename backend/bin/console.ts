import { failedToStart, ignitor } from './ignitor.js'

// Read before a command is: within one, the console would show a wrong setting with a trace
await import('#start/env').then(() => ignitor().ace().handle(process.argv.splice(2))).catch(failedToStart)
