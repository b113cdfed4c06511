import 'reflect-metadata'
import { Ignitor, prettyPrintError } from '@adonisjs/core'
import { EnvironmentError } from '#start/environment_error'

const appRoot = new URL('../', import.meta.url)

/** The application's ignitor, alike for the server, the console and the tests. */
export function ignitor() {
  return new Ignitor(appRoot, {
    importer: (path) => import(path.startsWith('.') ? new URL(path, appRoot).href : path),
  }).tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    app.listen('SIGTERM', () => app.terminate())
    app.listen('SIGINT', () => app.terminate())
  })
}

/** A failed start: a sentence for what the operator can mend, the whole trace for a defect. */
export async function failedToStart(error: unknown) {
  process.exitCode = 1
  if (error instanceof EnvironmentError) process.stderr.write(`${error.message}\n`)
  else await prettyPrintError(error)
}
