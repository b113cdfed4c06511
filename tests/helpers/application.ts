import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { assert } from '@japa/assert'
import { apiClient } from '@japa/api-client'
import { configure, processCLIArgs, run } from '@japa/runner'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import { freePort } from './free_port.js'

export interface ApplicationSuite {
  name: string
  files: string
  timeout: number
}

/**
 * Boots the application for a suite: on a scratch data directory and a free port, migrated and with the legal data,
 * its HTTP server listening. The database and storage are those that the environment names (SQLite and disk by default).
 */
export async function runWithApplication(suite: ApplicationSuite, args: string[]) {
  process.env.NODE_ENV = 'test'
  process.env.DATA_DIR ||= join(resolve(import.meta.dirname, '../..'), '.run', `test-${process.pid}`)
  process.env.LOG_LEVEL ||= 'error'
  process.env.HOST = '127.0.0.1'
  process.env.PORT = String(await freePort())
  mkdirSync(process.env.DATA_DIR, { recursive: true })

  const { ignitor, failedToStart } = await import('../../backend/bin/ignitor.js')
  await ignitor()
    .testRunner()
    .configure(async (app) => {
      const { authApiClient } = await import('@adonisjs/auth/plugins/api_client')
      processCLIArgs(args)
      configure({
        suites: [
          {
            name: suite.name,
            files: [suite.files],
            timeout: suite.timeout,
            configure(japaSuite) {
              japaSuite.setup(() => prepare())
              // The suite asks more in a minute than a person may
              japaSuite.onGroup((one) => void one.each.setup(() => forgetCalls()))
            },
          },
        ],
        plugins: [
          assert(),
          pluginAdonisJS(app),
          apiClient(`http://127.0.0.1:${process.env.PORT}`),
          authApiClient(app),
        ],
        teardown: [() => app.terminate()],
        forceExit: true,
      })
    })
    .run(() => run())
    .catch(failedToStart)
}

async function prepare() {
  const { default: ace } = await import('@adonisjs/core/services/ace')
  const commands = [['migration:run', '--force', '--compact-output'], ['laws:import']]
  for (const [command, ...args] of commands) {
    const ran = await ace.exec(command!, args)
    if (ran.exitCode) throw ran.error ?? new Error(`${command} failed`)
  }
  const { storage } = await import('#app/core/media_storage')
  await storage.ensureReady()
  const { default: testUtils } = await import('@adonisjs/core/services/test_utils')
  return testUtils.httpServer().start()
}

async function forgetCalls() {
  const { default: limiter } = await import('@adonisjs/limiter/services/main')
  await limiter.clear(['memory'])
}
