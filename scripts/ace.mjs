/** `npm run ace -- COMMAND …`: AdonisJS's console, from the folder that it expects. */
import { runToEnd } from './lib/run.mjs'
import { backendDir, loadEnvironment } from './lib/environment.mjs'

loadEnvironment()
process.exitCode = await runToEnd(['ace.js', ...process.argv.slice(2)], { cwd: backendDir })
