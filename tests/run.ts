/**
 * One test process: `node --import @poppinss/ts-exec tests/run.ts SUITE`.
 * The pure suites need no application; the others boot it (helpers/application.ts).
 * scripts/test.mjs starts one process a suite and environment and adds up the counts.
 */
import { assert } from '@japa/assert'
import { configure, processCLIArgs, run } from '@japa/runner'

const suites = {
  storage: { files: 'tests/storage/**/*.spec.ts', timeout: 120_000 },
  transcoder: { files: 'tests/transcoder/**/*.spec.ts', timeout: 180_000 },
  backend: { files: 'tests/backend/**/*.spec.ts', timeout: 120_000, application: true },
  browser: { files: 'tests/browser/**/*.spec.ts', timeout: 300_000 },
  e2e: { files: 'tests/e2e/**/*.spec.ts', timeout: 300_000 },
  jobs: { files: 'tests/jobs/**/*.spec.ts', timeout: 60_000 },
  unit: { files: 'tests/unit/**/*.spec.ts', timeout: 30_000 },
}

const [suite = 'unit', ...args] = process.argv.slice(2)
const chosen = suites[suite as keyof typeof suites]
if (!chosen) throw new Error(`unknown suite ${suite}; there are ${Object.keys(suites).join(', ')}`)

if ('application' in chosen) {
  const { runWithApplication } = await import('./helpers/application.js')
  await runWithApplication({ name: suite, ...chosen }, args)
} else {
  processCLIArgs(args)
  configure({
    suites: [{ name: suite, files: [chosen.files], timeout: chosen.timeout }],
    plugins: [assert()],
    forceExit: true,
  })
  run()
}
